//! Lineage: which institution came out of which, as a directed graph without cycles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thuocdo::Date;

use super::succession::{Succession, SuccessionKind};
use crate::shared::code::key;

/// What became of institutions, by changes in which nothing is wrong: no code is renamed twice, and no way leads back. Institutions are
/// numbered: one that was renamed is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lineage {
    /// The institution of each code that a change names, by what all spellings of the code have in common.
    by_code: BTreeMap<String, usize>,
    institutions: Vec<Institution>,
    /// The institutions, each behind all that it came out of.
    order: Vec<usize>,
}

/// One institution.
#[derive(Clone, Debug, Default, PartialEq)]
struct Institution {
    /// The day from which it was there, where it came out of others.
    begun: Option<Date>,
    /// The merger or split by which it came to its end.
    closed: Option<usize>,
    /// The codes it bore, the first first, each with the day from which.
    codes: Vec<(Option<Date>, String)>,
    /// The mergers and splits it went through keeping its code, the first first.
    kept: Vec<usize>,
    /// What it came out of, by which change; of the latest change first.
    parents: Vec<(usize, usize)>,
}

impl Lineage {
    /// The lineage of changes, of which no code leads back to itself.
    pub(super) fn of(changes: &[Succession]) -> Lineage {
        let mut lineage = Lineage::renamed(changes);
        for change in changes {
            for code in change.from.iter().chain(&change.to) {
                lineage.add(code);
            }
        }
        let mut leading = vec![0_usize; lineage.institutions.len()];
        let mut onward: Vec<Vec<usize>> = vec![Vec::new(); lineage.institutions.len()];
        for (position, change) in changes.iter().enumerate().filter(|(_, change)| change.kind != SuccessionKind::Renamed) {
            let all = |codes: &[String]| -> Vec<usize> { codes.iter().filter_map(|code| lineage.find(code)).collect() };
            let (from, to) = (all(&change.from), all(&change.to));
            for child in &to {
                let Some(institution) = lineage.institutions.get_mut(*child) else { continue };
                if from.contains(child) {
                    institution.kept.push(position);
                } else {
                    institution.begun = Some(institution.begun.map_or(change.on, |begun| begun.min(change.on)));
                }
                for parent in from.iter().filter(|parent| *parent != child) {
                    institution.parents.push((*parent, position));
                    if let (Some(ways), Some(count)) = (onward.get_mut(*parent), leading.get_mut(*child)) {
                        ways.push(*child);
                        *count = count.saturating_add(1);
                    }
                }
            }
        }
        for (position, change) in changes.iter().enumerate() {
            let closed: Vec<usize> =
                change.from.iter().filter(|code| lineage.is_closed_by(code, change)).filter_map(|code| lineage.find(code)).collect();
            for number in closed {
                if let Some(institution) = lineage.institutions.get_mut(number) {
                    institution.closed = Some(position);
                }
            }
        }
        let day = |position: &usize| changes.get(*position).map(|change| change.on);
        for institution in &mut lineage.institutions {
            institution.kept.sort_by_key(day);
            institution.parents.sort_by_key(|(_, position)| Reverse(day(position)));
        }
        let mut free: Vec<usize> = leading.iter().enumerate().filter(|(_, count)| **count == 0).map(|(institution, _)| institution).collect();
        while let Some(institution) = free.pop() {
            lineage.order.push(institution);
            for child in onward.get(institution).into_iter().flatten() {
                if let Some(count) = leading.get_mut(*child) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        free.push(*child);
                    }
                }
            }
        }
        lineage
    }

    /// The institutions that were renamed, each with all its codes.
    fn renamed(changes: &[Succession]) -> Lineage {
        let renamings = changes.iter().filter(|change| change.kind == SuccessionKind::Renamed);
        let pairs = renamings.filter_map(|change| Some((change.from.first()?, change.to.first()?, change.on)));
        let next: BTreeMap<_, _> = pairs.filter(|(from, to, _)| key(from) != key(to)).map(|(from, to, on)| (key(from), (from, to, on))).collect();
        let renamed_to: BTreeSet<_> = next.values().map(|(_, to, _)| key(to)).collect();
        let mut lineage = Lineage::default();
        for (first, (code, ..)) in next.iter().filter(|(code, _)| !renamed_to.contains(*code)) {
            let number = lineage.institutions.len();
            let mut codes = vec![(None, (*code).clone())];
            lineage.by_code.insert(first.clone().into_owned(), number);
            let mut last = first.clone();
            while let Some((_, to, on)) = next.get(&last) {
                last = key(to);
                lineage.by_code.insert(last.clone().into_owned(), number);
                codes.push((Some(*on), (*to).clone()));
            }
            lineage.institutions.push(Institution { codes, ..Institution::default() });
        }
        lineage
    }

    fn add(&mut self, code: &str) {
        let number = self.institutions.len();
        if *self.by_code.entry(key(code).into_owned()).or_insert(number) == number {
            self.institutions.push(Institution { codes: vec![(None, code.to_owned())], ..Institution::default() });
        }
    }

    /// Whether a change closes an institution that it takes: a merger or split after which no institution has its code.
    pub(super) fn is_closed_by(&self, code: &str, change: &Succession) -> bool {
        change.kind != SuccessionKind::Renamed && !change.to.iter().any(|to| self.find(to) == self.find(code))
    }

    /// The institution that bears or bore a code, by its number.
    pub(super) fn find(&self, code: &str) -> Option<usize> {
        self.by_code.get(&*key(code)).copied()
    }

    /// The code that the institution of a code bears on a day, or bears today.
    pub(super) fn code_on<'a>(&'a self, code: &'a str, day: Option<Date>) -> &'a str {
        let Some(institution) = self.find(code).and_then(|number| self.institutions.get(number)) else { return code };
        let mut borne = institution.codes.iter().filter(|(from, _)| day.is_none_or(|day| from.is_none_or(|from| from <= day)));
        borne.next_back().map_or(code, |(_, code)| code)
    }
}

/// Which of some institutions came out of which, near or far.
#[derive(Debug)]
pub(crate) struct Descent<'r> {
    /// Of each: 64 others at a time, those that led to it and the change by which they did: of several the latest.
    led: Vec<Vec<(usize, u64, &'r Succession)>>,
}

impl<'r> Descent<'r> {
    /// The change by which one institution came out of another, both by their places in the list that was asked for.
    pub(crate) fn change(&self, earlier: usize, later: usize) -> Option<&'r Succession> {
        let bit = bit(earlier);
        let mut led = self.led.get(later)?.iter();
        led.find(|(block, of, _)| *block == earlier / BLOCK && of & bit != 0).map(|(.., change)| *change)
    }
}

/// How many institutions are followed at a time: each is a bit.
const BLOCK: usize = 64;

fn bit(place: usize) -> u64 {
    u32::try_from(place % BLOCK).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

impl Lineage {
    /// Which of these institutions came out of which; each is there once. The whole register is walked once for each 64 of them, however
    /// long its chains of mergers are.
    pub(super) fn descent<'r>(&self, changes: &'r [Succession], codes: &[&str]) -> Descent<'r> {
        let numbers: Vec<Option<usize>> = codes.iter().map(|code| self.find(code)).collect();
        let mut places: Vec<Option<usize>> = vec![None; self.institutions.len()];
        for (place, number) in numbers.iter().enumerate() {
            if let Some(slot) = number.and_then(|number| places.get_mut(number)) {
                *slot = Some(place);
            }
        }
        let mut led = vec![Vec::new(); codes.len()];
        for block in 0..codes.len().div_ceil(BLOCK) {
            // Of each institution, those of the block that led to it, and itself.
            let mut marks = vec![0_u64; self.institutions.len()];
            for number in &self.order {
                let place = places.get(*number).copied().flatten();
                let mut seen = place.filter(|place| place / BLOCK == block).map_or(0, bit);
                for (parent, position) in self.institutions.get(*number).into_iter().flat_map(|institution| &institution.parents) {
                    let new = marks.get(*parent).copied().unwrap_or_default() & !seen;
                    if let (true, Some(led), Some(change)) = (new != 0, place.and_then(|place| led.get_mut(place)), changes.get(*position)) {
                        led.push((block, new, change));
                    }
                    seen |= new;
                }
                if let Some(mark) = marks.get_mut(*number) {
                    *mark = seen;
                }
            }
        }
        Descent { led }
    }

    /// The place of the merger or split by which the institution of a code came to its end.
    pub(super) fn closing(&self, code: &str) -> Option<usize> {
        self.institutions.get(self.find(code)?)?.closed
    }

    /// The day from which the institution of a code was there, where it came out of others.
    pub(super) fn begun(&self, code: &str) -> Option<Date> {
        self.institutions.get(self.find(code)?)?.begun
    }

    /// A merger or split after one day and until another that an institution went through keeping its code. Of several the latest.
    pub(super) fn change_kept<'r>(&self, changes: &'r [Succession], code: &str, after: Date, until: Date) -> Option<&'r Succession> {
        let kept = &self.institutions.get(self.find(code)?)?.kept;
        let day = |position: &usize| changes.get(*position).map(|change| change.on);
        let until = kept.partition_point(|position| day(position).is_some_and(|day| day <= until));
        let latest = kept.get(until.checked_sub(1)?)?;
        changes.get(*latest).filter(|change| change.on > after)
    }
}
