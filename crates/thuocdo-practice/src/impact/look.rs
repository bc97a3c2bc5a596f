//! Scores the points of one framework by another.

use std::collections::BTreeSet;

use thuocdo::{Code, Diff, Level, Points, Range, Scorecard, Scorer, Sheet, Violations};

use super::result::{ImpactReport, LevelMoves, MovedGroup, MovedInstitution, MovedResult, StoredCards};
use crate::Movement;
use crate::shared::stated::is_eligible;

/// The impact of another framework in the making: cards come one after the other.
///
/// Points go over by the code of their indicator, and states by the code of their condition. What the second framework has no indicator for is
/// left out; what only it asks for, and points above its maximum, are open.
///
/// ```
/// use thuocdo::Scorer;
/// use thuocdo_practice::Impact;
///
/// let scorer = Scorer::shipped("moet-4725-2022")?;
/// let mut impact = Impact::new(&scorer, &scorer);
/// impact.add(&scorer.score(r#"{ "conditions": {}, "answers": { "1.3.1": 6 } }"#)?, false)?;
/// assert!(impact.finish().moved.is_empty());
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Debug)]
pub struct Impact<'s> {
    from: &'s Scorer,
    /// The groups of either framework, the first one's before those that only the second one has.
    groups: Vec<Pair>,
    report: ImpactReport,
    sheet: Sheet,
    to: &'s Scorer,
}

/// A group by its code, and its place in each framework.
#[derive(Debug)]
struct Pair {
    code: Code,
    from: Option<usize>,
    /// Whether its bands differ.
    has_other_bands: bool,
    to: Option<usize>,
}

impl<'s> Impact<'s> {
    /// From one framework to another.
    pub fn new(from: &'s Scorer, to: &'s Scorer) -> Impact<'s> {
        let (before, after) = (from.framework(), to.framework());
        let place = |groups: &[thuocdo::Group], code: &Code| groups.iter().position(|group| group.code == *code);
        let mut codes: Vec<&Code> = before.groups.iter().map(|group| &group.code).collect();
        codes.extend(after.groups.iter().map(|group| &group.code).filter(|code| place(&before.groups, code).is_none()));
        let bands = |scorer: &Scorer, at: Option<usize>| at.and_then(|at| scorer.bands().nth(at).map(<[_]>::to_vec));
        let groups: Vec<Pair> = codes
            .into_iter()
            .map(|code| {
                let (own, other) = (place(&before.groups, code), place(&after.groups, code));
                Pair { code: code.clone(), from: own, has_other_bands: bands(from, own) != bands(to, other), to: other }
            })
            .collect();
        let codes = groups.iter().map(|pair| Some(pair.code.clone())).chain([None]);
        let report = ImpactReport {
            diff: Diff::of_frameworks(before, after),
            levels: codes.map(|code| LevelMoves { code, ..LevelMoves::default() }).collect(),
            ..ImpactReport::default()
        };
        Impact { from, groups, report, sheet: to.blank(), to }
    }

    /// Looks at a card of the first framework. `is_stored` says that the card itself was given, and not an assessment. Cards of the second
    /// framework are counted as valid, and those of any other are passed over.
    ///
    /// # Errors
    /// As [`Scorer::levels`].
    pub fn add(&mut self, card: &Scorecard, is_stored: bool) -> Result<(), Violations> {
        if card.framework.digest != self.from.digest() {
            let count = if card.framework.digest == self.to.digest() { &mut self.report.stored.valid } else { &mut self.report.other_framework };
            *count = count.saturating_add(1);
            return Ok(());
        }
        self.carry(card);
        let levels = self.to.levels(&self.sheet)?;
        self.report.count = self.report.count.saturating_add(1);
        self.report.eligible.before = self.report.eligible.before.saturating_add(u32::from(is_eligible(card)));
        self.report.eligible.after = self.report.eligible.after.saturating_add(u32::from(self.is_eligible(&levels)));

        let mut moved = Vec::new();
        let mut has_moved = false;
        for (place, pair) in self.groups.iter().enumerate() {
            let before = pair.from.and_then(|at| card.groups.get(at)).map(|group| MovedResult { level: group.level, score: group.score });
            let after = pair.to.and_then(|at| levels.groups().get(at)).map(|group| MovedResult { level: group.level, score: group.score });
            if let (Some(before), Some(after)) = (before, after) {
                count(self.report.levels.get_mut(place), before.level, after.level);
                has_moved |= before.level != after.level;
            }
            if before != after {
                moved.push(MovedGroup { after, because: self.because(card, pair), before, code: pair.code.clone() });
            }
        }
        let (before, after) = (card.overall.level, levels.overall());
        count(self.report.levels.last_mut(), before, after);
        if is_stored {
            let StoredCards { recompute, same_result, .. } = &mut self.report.stored;
            *recompute = recompute.saturating_add(1);
            *same_result = same_result.saturating_add(u32::from(moved.is_empty() && before == after));
        }
        if has_moved || before != after {
            let institution = card.institution.as_ref();
            self.report.moved.push(MovedInstitution {
                after,
                before,
                code: institution.and_then(|institution| institution.code.clone()),
                groups: moved,
                name: institution.and_then(|institution| institution.name.clone()),
                period: card.period.clone(),
                stream: card.stream,
            });
        }
        Ok(())
    }

    /// Fills the sheet of the second framework with the points and states of a card.
    fn carry(&mut self, card: &Scorecard) {
        let places: Vec<u32> = self.to.framework().indicators().map(|indicator| indicator.max.hundredths()).collect();
        let mut row = self.sheet.fill();
        for indicator in card.groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators) {
            let place = self.to.indicator(indicator.code.as_str());
            let fits = |place: &usize| places.get(*place).is_some_and(|max| indicator.score.high.hundredths() <= *max);
            if let Some(place) = place.filter(|place| indicator.score.is_exact() && fits(place)) {
                // It is within the maximum, so nothing is refused.
                let _ = row.narrow(place, indicator.score);
            }
        }
        for condition in card.groups.iter().flat_map(|group| &group.conditions) {
            if let Some(place) = self.to.condition(condition.code.as_str()) {
                let _ = row.condition(place, condition.state);
            }
        }
    }

    /// Whether nothing but evidence stands in the way by the second framework.
    fn is_eligible(&self, levels: &thuocdo::Levels) -> bool {
        let conditions = self.to.framework().conditions().count();
        levels.groups().iter().all(|group| group.level.is_exact())
            && (0..conditions).all(|place| self.sheet.state(place) == Some(thuocdo::ConditionState::Met))
    }

    /// By which figures a group has another result: its bands, and indicators that are new, gone, or have other points.
    fn because(&self, card: &Scorecard, pair: &Pair) -> Vec<String> {
        let bands = pair.has_other_bands.then(|| "bands".to_owned());
        let before: Vec<(&Code, Range<Points>)> = pair
            .from
            .and_then(|at| card.groups.get(at))
            .into_iter()
            .flat_map(|group| &group.criteria)
            .flat_map(|criterion| &criterion.indicators)
            .map(|indicator| (&indicator.code, indicator.score))
            .collect();
        let after: Vec<(&Code, Range<Points>)> = pair
            .to
            .and_then(|at| self.to.framework().groups.get(at))
            .into_iter()
            .flat_map(thuocdo::Group::indicators)
            .filter_map(|indicator| Some((&indicator.code, self.sheet.score(self.to.indicator(indicator.code.as_str())?)?)))
            .collect();
        let changed = before.iter().filter(|own| !after.contains(own)).chain(after.iter().filter(|own| !before.contains(own)));
        let codes: BTreeSet<String> = changed.map(|(code, _)| code.to_string()).collect();
        bands.into_iter().chain(codes).collect()
    }

    /// What was found.
    pub fn finish(self) -> ImpactReport {
        self.report
    }
}

fn count(moves: Option<&mut LevelMoves>, before: Range<Level>, after: Range<Level>) {
    let Some(moves) = moves else { return };
    let counter = match Movement::between(before, after) {
        Movement::Lowered => &mut moves.lowered,
        Movement::Raised => &mut moves.raised,
        Movement::Same => &mut moves.same,
        Movement::Open => &mut moves.open,
    };
    *counter = counter.saturating_add(1);
}
