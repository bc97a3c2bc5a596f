//! Makes the cases of a kit, from the framework alone: nothing of Decision 4725 stands here.

use std::collections::BTreeSet;

use thuocdo::{Code, Framework, Group, InstitutionType, Level, Points, Scorer, Stream};

use super::case::{Case, CaseFact, CaseKind, CasePoints, Expected, KitAssessment};
use super::reach::{Place, most, reach};
use super::sums::{Wrong, wrong_sums};
use crate::process::CaseInstitution;

/// How many cases of sums each threshold gets.
const SUMS: usize = 2;

/// Every case, in order, and the names of those that this framework has no answers for.
pub(super) fn cases(scorer: &Scorer) -> (Vec<Case>, Vec<String>) {
    let framework = scorer.framework();
    let groups = framework.groups.iter().zip(scorer.bands()).map(|(group, bands)| Part::of(framework, group, bands)).collect();
    let mut maker = Maker { cases: Vec::new(), framework, groups, left_out: Vec::new(), scorer };
    for nth in 0..maker.groups.len() {
        maker.edges(nth);
        maker.rounding(nth);
        maker.sums(nth);
        maker.out_of_range(nth);
        maker.missing(nth);
    }
    maker.all_missing();
    maker.conditions();
    maker.streams();
    (maker.cases, maker.left_out)
}

/// A group, and what its indicators can bring.
struct Part<'f> {
    /// The last hundredth of each level, and the level.
    bands: Vec<(u32, Level)>,
    code: &'f Code,
    codes: Vec<&'f Code>,
    /// The number of indicators of each criterion.
    criteria: Vec<usize>,
    group: &'f Group,
    places: Vec<Place<'f>>,
}

impl<'f> Part<'f> {
    fn of(framework: &'f Framework, group: &'f Group, bands: &[(Points, Level)]) -> Part<'f> {
        Part {
            bands: bands.iter().map(|(last, level)| (last.hundredths(), *level)).collect(),
            code: &group.code,
            codes: group.indicators().map(|indicator| &indicator.code).collect(),
            criteria: group.criteria.iter().map(|criterion| criterion.indicators.len()).collect(),
            group,
            places: group.indicators().map(|indicator| Place::of(framework, indicator)).collect(),
        }
    }

    /// The last hundredth of each level but the highest.
    fn thresholds(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.bands.iter().take(self.bands.len().saturating_sub(1)).map(|(last, _)| *last)
    }

    fn level(&self, hundredths: u32) -> Option<Level> {
        self.bands.iter().find(|(last, _)| hundredths <= *last).map(|(_, level)| *level)
    }

    fn all(&self) -> Vec<&Place<'f>> {
        self.places.iter().collect()
    }

    fn facts(&self, hundredths: &[u32]) -> Vec<Option<CaseFact>> {
        self.places.iter().zip(hundredths).map(|(place, own)| Some(place.fact(*own))).collect()
    }

    /// The answers with the most points.
    fn full(&self) -> Vec<Option<CaseFact>> {
        let all = self.all();
        self.total(most(&all)).unwrap_or_default()
    }

    /// Answers with this total.
    fn total(&self, total: u32) -> Option<Vec<Option<CaseFact>>> {
        reach(&self.all(), total).map(|own| self.facts(&own))
    }

    /// Answers with this total, without the indicator at a position.
    fn without(&self, position: usize, total: u32) -> Option<Vec<Option<CaseFact>>> {
        let others: Vec<&Place<'_>> = self.places.iter().enumerate().filter(|(nth, _)| *nth != position).map(|(_, place)| place).collect();
        let own = reach(&others, total)?;
        let mut facts: Vec<Option<CaseFact>> = own.into_iter().zip(&others).map(|(own, place)| Some(place.fact(own))).collect();
        facts.insert(position, None);
        Some(facts)
    }
}

struct Maker<'s> {
    cases: Vec<Case>,
    framework: &'s Framework,
    groups: Vec<Part<'s>>,
    left_out: Vec<String>,
    scorer: &'s Scorer,
}

impl Maker<'_> {
    /// An assessment with all conditions met and the most points everywhere, but for one group.
    fn assessment(&self, nth: usize, facts: Vec<Option<CaseFact>>) -> KitAssessment {
        let mut facts = Some(facts);
        let of_group = |(place, part): (usize, &Part<'_>)| {
            let facts = if place == nth { facts.take().unwrap_or_default() } else { part.full() };
            part.codes.iter().zip(facts).filter_map(|(code, fact)| Some(((*code).clone(), fact?))).collect::<Vec<_>>()
        };
        KitAssessment {
            answers: self.groups.iter().enumerate().flat_map(of_group).collect(),
            conditions: self.framework.conditions().map(|condition| (condition.code.clone(), true)).collect(),
            framework: self.framework.id.clone(),
            ..KitAssessment::default()
        }
    }

    fn push(&mut self, kind: CaseKind, case: String, assessment: KitAssessment) {
        let institution = CaseInstitution { code: case.clone(), ..assessment.institution };
        let assessment = KitAssessment { institution, ..assessment };
        let expected = Some(Expected::of(self.scorer, &assessment));
        self.cases.push(Case { assessment, case, expected, kind });
    }

    /// A case of one group; it is left out if no answers bring its total.
    fn of_group(&mut self, kind: CaseKind, case: String, nth: usize, facts: Option<Vec<Option<CaseFact>>>) {
        match facts {
            Some(facts) => {
                let assessment = self.assessment(nth, facts);
                self.push(kind, case, assessment);
            }
            None => self.left_out.push(case),
        }
    }

    fn totals(&mut self, kind: CaseKind, nth: usize, totals: &BTreeSet<u32>) {
        for total in totals {
            let Some(part) = self.groups.get(nth) else { return };
            let (case, facts) = (format!("{kind}-{}-{}", part.code, text(*total)), part.total(*total));
            self.of_group(kind, case, nth, facts);
        }
    }

    /// Nothing, the most, and a hundredth below, at and above what each level begins or ends with.
    fn edges(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        let mut totals = BTreeSet::from([0, part.group.max.hundredths()]);
        for bound in bounds(part.group) {
            let hundredths = bound.points.hundredths();
            totals.extend([hundredths.saturating_sub(1), hundredths, hundredths.saturating_add(1).min(part.group.max.hundredths())]);
        }
        self.totals(CaseKind::Edge, nth, &totals);
    }

    /// Totals that another level follows from if they are rounded, up or down, to tenths or to whole points; and thousandths.
    fn rounding(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        let mut totals = BTreeSet::new();
        let rounded: [fn(u32) -> u32; 6] = [
            |total| total.saturating_add(5).wrapping_div(10).saturating_mul(10),
            |total| total.saturating_add(50).wrapping_div(100).saturating_mul(100),
            |total| total.wrapping_div(10).saturating_mul(10),
            |total| total.wrapping_div(100).saturating_mul(100),
            |total| total.div_ceil(10).saturating_mul(10),
            |total| total.div_ceil(100).saturating_mul(100),
        ];
        for last in part.thresholds() {
            for round in rounded {
                let near = last.saturating_sub(100)..=last.saturating_add(101).min(part.group.max.hundredths());
                let moved: Vec<u32> = near.filter(|total| part.level(round(*total)) != part.level(*total)).collect();
                totals.extend(moved.first().into_iter().chain(moved.last()));
            }
        }
        self.totals(CaseKind::Rounding, nth, &totals);
        self.thousandths(nth);
    }

    fn thousandths(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        let mut made = Vec::new();
        for (position, (code, place)) in part.codes.iter().zip(&part.places).enumerate() {
            let max = i64::from(place.max);
            let mut add = |name: &str, fact: CaseFact| {
                let mut facts = part.full();
                facts.get_mut(position).into_iter().for_each(|own| *own = Some(fact));
                made.push((format!("rounding-{code}-{name}"), facts));
            };
            if place.is_direct() {
                add("thousandth", CaseFact::Points(CasePoints(max.saturating_mul(10).saturating_sub(5))));
            } else if place.is_share() && place.max <= LARGEST_SHARE {
                // Of a whole of twice the hundredths of the maximum each odd part ends in half a hundredth; of one more it ends below.
                let (part, whole) = (place.max | 1, place.max.saturating_mul(2));
                add("half", CaseFact::Share { part, whole });
                add("below-half", CaseFact::Share { part, whole: whole.saturating_add(1) });
            }
        }
        for (case, facts) in made {
            self.of_group(CaseKind::Rounding, case, nth, Some(facts));
        }
    }

    /// Totals at a bound, of points that floats add up to another side of it.
    fn sums(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        if !part.places.iter().all(Place::is_direct) {
            return;
        }
        let maxima: Vec<u32> = part.places.iter().map(|place| place.max).collect();
        let mut made = Vec::new();
        for bound in bounds(part.group) {
            let total = bound.points.hundredths();
            let letters = ('a'..='z').map(|letter| format!("sum-{}-{}-{letter}", part.code, text(total)));
            let found = wrong_sums(&maxima, &part.criteria, total, bound.wrong, SUMS);
            made.extend(letters.zip(found.iter().map(|own| part.facts(own)).collect::<Vec<_>>()));
        }
        for (case, facts) in made {
            self.of_group(CaseKind::Sum, case, nth, Some(facts));
        }
    }

    /// Each indicator a hundredth above its maximum and a hundredth below zero, where the total stays within its own maximum.
    fn out_of_range(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        let mut made = Vec::new();
        for (position, (code, place)) in part.codes.iter().zip(&part.places).enumerate().filter(|(_, (_, place))| place.is_direct()) {
            let above = i64::from(place.max).saturating_mul(10).saturating_add(10);
            for (name, thousandths, others) in [("above", above, 0), ("below", -10, u32::MAX)] {
                let mut facts = if others == 0 { part.total(0) } else { Some(part.full()) };
                facts
                    .as_mut()
                    .and_then(|facts| facts.get_mut(position))
                    .into_iter()
                    .for_each(|own| *own = Some(CaseFact::Points(CasePoints(thousandths))));
                made.push((format!("out_of_range-{code}-{name}"), facts));
            }
        }
        for (case, facts) in made {
            self.of_group(CaseKind::OutOfRange, case, nth, facts);
        }
    }

    /// Each indicator alone missing, with the most points elsewhere; and where zero would be one level and its maximum the next.
    fn missing(&mut self, nth: usize) {
        let Some(part) = self.groups.get(nth) else { return };
        let mut made = Vec::new();
        for (position, code) in part.codes.iter().enumerate() {
            let mut facts = part.full();
            facts.get_mut(position).into_iter().for_each(|own| *own = None);
            made.push((format!("missing-{code}"), facts));
            let crossing = part.thresholds().rev().find_map(|last| Some((last, part.without(position, last)?)));
            made.extend(crossing.map(|(last, facts)| (format!("missing-{code}-{}", text(last)), facts)));
        }
        made.push((format!("missing-{}", part.code), vec![None; part.places.len()]));
        for (case, facts) in made {
            self.of_group(CaseKind::Missing, case, nth, Some(facts));
        }
    }

    fn all_missing(&mut self) {
        let conditions = self.framework.conditions().map(|condition| (condition.code.clone(), true)).collect();
        let assessment = KitAssessment { conditions, framework: self.framework.id.clone(), ..KitAssessment::default() };
        self.push(CaseKind::Missing, "missing-all".to_owned(), assessment);
    }

    /// Each condition alone unmet and unknown, and all of them.
    fn conditions(&mut self) {
        let codes: Vec<Code> = self.framework.conditions().map(|condition| condition.code.clone()).collect();
        if codes.is_empty() {
            return;
        }
        let first = self.groups.first().map(Part::full).unwrap_or_default();
        let mut made = Vec::new();
        for (name, state) in [("unmet", Some(false)), ("unknown", None)] {
            for code in codes.iter().map(Some).chain([None]) {
                let mut assessment = self.assessment(0, first.clone());
                for of in codes.iter().filter(|of| code.is_none_or(|code| code == *of)) {
                    match state {
                        Some(is_met) => drop(assessment.conditions.insert(of.clone(), is_met)),
                        None => drop(assessment.conditions.remove(of)),
                    }
                }
                made.push((format!("condition-{}-{name}", code.map_or("all", Code::as_str)), assessment));
            }
        }
        for (case, assessment) in made {
            self.push(CaseKind::Condition, case, assessment);
        }
    }

    /// The first group at the end of its last level but one, as each type of institution and each stream has it.
    fn streams(&mut self) {
        let at = self.groups.first().and_then(|part| part.thresholds().rev().find_map(|last| part.total(last)));
        let first = at.or_else(|| self.groups.first().map(Part::full)).unwrap_or_default();
        for (stream, of_stream) in Stream::WORDS {
            let kinds = InstitutionType::WORDS.iter().map(|(kind, of_kind)| (*kind, Some(*of_kind)));
            for (kind, of_kind) in kinds {
                let mut assessment = self.assessment(0, first.clone());
                assessment.stream = Some(*of_stream);
                assessment.institution.kind = of_kind;
                self.push(CaseKind::Stream, format!("stream-{stream}-{kind}"), assessment);
            }
        }
    }
}

/// The largest maximum of a share, in hundredths, whose double is a whole that an answer may have.
const LARGEST_SHARE: u32 = 499_999;

/// An end of a level as the framework writes it.
struct Bound {
    points: Points,
    /// The side on which a sum of floats goes wrong there.
    wrong: Wrong,
}

/// What levels begin or end with within a group: `to 75` and `above 75` are one bound, and so are `below 50` and `from 50`.
fn bounds(group: &Group) -> Vec<Bound> {
    let mut bounds: Vec<Bound> = Vec::new();
    for (lower, upper) in group.bands.bands.iter().zip(group.bands.bands.iter().skip(1)) {
        let ends = [(lower.to, Wrong::Above), (upper.above, Wrong::Above), (lower.below, Wrong::Below), (upper.from, Wrong::Below)];
        for (points, wrong) in ends.into_iter().filter_map(|(points, wrong)| Some((points?, wrong))) {
            if !bounds.iter().any(|known| known.points == points) {
                bounds.push(Bound { points, wrong });
            }
        }
    }
    bounds
}

/// Hundredths as points.
fn text(hundredths: u32) -> String {
    Points::from_hundredths(hundredths).unwrap_or_default().to_string()
}
