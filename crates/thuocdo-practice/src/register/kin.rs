//! Which institution came out of which.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::Date;

use super::{Change, ChangeKind, Register};

/// Renamings and parents, by code, of changes in which nothing is wrong: no code is renamed twice, and no way leads back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kin {
    /// The code that an institution bears today, of each that it bore before.
    today: BTreeMap<String, String>,
    /// Of each institution, by the code it bears today: where it came out of, and by which change.
    parents: BTreeMap<String, Vec<(String, usize)>>,
}

impl Kin {
    pub(super) fn of(changes: &[Change]) -> Kin {
        let mut kin = Kin { today: today(changes), parents: BTreeMap::new() };
        for (position, change) in changes.iter().enumerate().filter(|(_, change)| change.kind != ChangeKind::Renamed) {
            for to in &change.to {
                let child = kin.today(to).to_owned();
                let parents: Vec<String> = change.from.iter().map(|from| kin.today(from).to_owned()).filter(|parent| *parent != child).collect();
                kin.parents.entry(child).or_default().extend(parents.into_iter().map(|parent| (parent, position)));
            }
        }
        kin
    }

    pub(super) fn today<'a>(&'a self, code: &'a str) -> &'a str {
        self.today.get(code).map_or(code, String::as_str)
    }

    fn parents(&self, today: &str) -> impl Iterator<Item = (&str, usize)> {
        self.parents.get(today).into_iter().flatten().map(|(parent, position)| (parent.as_str(), *position))
    }
}

/// Every renamed code with the last of its chain, walked back from there.
fn today(changes: &[Change]) -> BTreeMap<String, String> {
    let renamings = changes.iter().filter(|change| change.kind == ChangeKind::Renamed);
    let pairs = renamings.filter_map(|change| Some((change.from.first()?.as_str(), change.to.first()?.as_str()))).filter(|(from, to)| from != to);
    let before: BTreeMap<&str, &str> = pairs.map(|(from, to)| (to, from)).collect();
    let renamed: BTreeSet<&str> = before.values().copied().collect();
    let mut today = BTreeMap::new();
    for last in before.keys().filter(|code| !renamed.contains(*code)) {
        let mut code = last;
        while let Some(earlier) = before.get(code) {
            today.insert((*earlier).to_owned(), (*last).to_owned());
            code = earlier;
        }
    }
    today
}

impl Register {
    /// Every institution that this one came out of, near or far, by the code that it bears today or bore last, each with the change that
    /// led to this one: of several the latest.
    pub fn origins<'a>(&'a self, code: &'a str) -> BTreeMap<&'a str, &'a Change> {
        let own = self.today(code);
        let mut nearest: Vec<(&str, &Change)> =
            self.kin.parents(own).filter_map(|(parent, position)| Some((parent, self.changes.get(position)?))).collect();
        nearest.sort_by_key(|(_, change)| std::cmp::Reverse(change.on));
        let mut origins = BTreeMap::new();
        for (parent, change) in nearest {
            let mut left = vec![parent];
            while let Some(code) = left.pop() {
                if code != own && !origins.contains_key(code) {
                    origins.insert(code, change);
                    left.extend(self.kin.parents(code).map(|(parent, _)| parent));
                }
            }
        }
        origins
    }

    /// A merger or split on such a day that an institution went through keeping its code: it took others in, or gave parts away. Of
    /// several the latest.
    pub fn change_kept(&self, code: &str, is_day: impl Fn(Date) -> bool) -> Option<&Change> {
        let own = self.today(code);
        let keeps = |codes: &[String]| codes.iter().any(|other| self.today(other) == own);
        let days = self.changes.iter().filter(|change| change.kind != ChangeKind::Renamed && is_day(change.on));
        days.filter(|change| keeps(&change.from) && keeps(&change.to)).max_by_key(|change| change.on)
    }
}
