//! Who rose or fell since last year.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::{Level, Range, Scorecard, Stream};
use thuocdo_practice::course::{Course, CourseStep, Entry, GroupStep, Side, StepKind};
use thuocdo_practice::{Movement, Register, Whose, course};

use super::lists::{Change, ChangeGroup, ChangeSide};
use super::placed::{PlacedForms, PlacedSchool};

/// The institutions that rose or fell, the fallen first, then those that rose, then those that do not compare.
pub(super) fn changes(placed: &PlacedForms<'_>, register: Option<&Register>) -> Vec<Change> {
    if placed.last_period.is_none() {
        return Vec::new();
    }
    let mut by_code = ByCode::new();
    for (place, school) in placed.schools.iter().enumerate() {
        by_code.entry(Whose::new(Some(&school.code), None, None)).or_default().push(place);
    }
    let mut found: Vec<Change> = placed.schools.iter().flat_map(|school| of_school(placed, &by_code, school, register)).collect();
    found.sort_by_key(Change::order);
    found
}

/// The places of the institutions of each code, however it is spelt.
type ByCode = BTreeMap<Option<Whose>, Vec<usize>>;

fn of_school(placed: &PlacedForms<'_>, by_code: &ByCode, school: &PlacedSchool<'_>, register: Option<&Register>) -> Vec<Change> {
    let before = predecessors(placed, by_code, school, register);
    // An external assessment is compared with one, else a self-assessment with one: a panel and a school measure differently.
    let of = |stream: Stream| {
        let mut cards: Vec<Scorecard> = before.iter().filter_map(|school| card(school, stream, true)).cloned().collect();
        let this = card(school, stream, false).filter(|_| !cards.is_empty())?;
        cards.push(this.clone());
        Some(cards)
    };
    let Some(cards) = of(Stream::External).or_else(|| of(Stream::SelfAssessment)) else { return Vec::new() };
    let Ok(course) = course(register, &cards) else { return Vec::new() };
    let steps = course.steps.iter().filter(|step| step.to.period == placed.period);
    steps.filter_map(|step| change(school, &course, step)).collect()
}

fn card<'s>(school: &'s PlacedSchool<'_>, stream: Stream, is_last: bool) -> Option<&'s Scorecard> {
    let found = match (stream, is_last) {
        (Stream::External, false) => &school.external,
        (Stream::External, true) => &school.last_external,
        (_, false) => &school.own,
        (_, true) => &school.last_own,
    };
    found.as_ref().map(|placed| &placed.card)
}

/// The institution itself, and all that it came out of by the register.
fn predecessors<'p, 'f>(
    placed: &'p PlacedForms<'f>,
    by_code: &ByCode,
    school: &PlacedSchool<'_>,
    register: Option<&Register>,
) -> Vec<&'p PlacedSchool<'f>> {
    let mut codes: BTreeSet<Option<Whose>> = BTreeSet::from([Whose::new(Some(&school.code), None, None)]);
    let changes = register.map(Register::changes).unwrap_or_default();
    loop {
        let before = codes.len();
        for change in changes {
            if change.to.iter().any(|code| codes.contains(&Whose::new(Some(code), None, None))) {
                codes.extend(change.from.iter().map(|code| Whose::new(Some(code), None, None)));
            }
        }
        if codes.len() == before {
            break;
        }
    }
    let found: BTreeSet<usize> = codes.iter().filter_map(|code| by_code.get(code)).flatten().copied().collect();
    found.into_iter().filter_map(|place| placed.schools.get(place)).collect()
}

fn change(school: &PlacedSchool<'_>, course: &Course, step: &CourseStep) -> Option<Change> {
    let entry = |side: &Side| course.entries.iter().find(|entry| entry.institution == side.institution && entry.period == side.period);
    let (from, to) = (entry(&step.from)?, entry(&step.to)?);
    let level =
        |entry: &Entry, code: &str| entry.groups.iter().find(|group| *group.code == *code).map_or_else(Range::<Level>::default, |group| group.level);
    let group = |group: &GroupStep| ChangeGroup {
        code: group.code.clone(),
        from: level(from, &group.code),
        movement: group.level,
        score: group.score,
        to: level(to, &group.code),
    };
    let side = |entry: &Entry| ChangeSide {
        institution: entry.institution.clone(),
        level: entry.overall,
        period: entry.period.clone(),
        stream: entry.stream.unwrap_or(Stream::SelfAssessment),
    };
    let change = Change {
        code: school.code.clone(),
        from: side(from),
        groups: step.groups.iter().map(group).collect(),
        kind: step.kind,
        name: school.name(),
        overall: step.overall,
        to: side(to),
    };
    let is_comparable = step.kind == StepKind::Comparable;
    (!is_comparable || change.moves(Movement::Raised) || change.moves(Movement::Lowered)).then_some(change)
}

impl Change {
    /// Whether the level moves so, as a whole or in a group.
    pub(super) fn moves(&self, movement: Movement) -> bool {
        self.overall == Some(movement) || self.groups.iter().any(|group| group.movement == movement)
    }

    /// Whether it rose and nowhere fell.
    pub(super) fn has_risen(&self) -> bool {
        self.moves(Movement::Raised) && !self.moves(Movement::Lowered)
    }

    /// Whether it fell and nowhere rose.
    pub(super) fn has_fallen(&self) -> bool {
        self.moves(Movement::Lowered) && !self.moves(Movement::Raised)
    }

    fn order(&self) -> u8 {
        match (self.moves(Movement::Lowered), self.moves(Movement::Raised)) {
            (true, false) => 0,
            (true, true) => 1,
            (false, true) => 2,
            (false, false) => 3,
        }
    }
}
