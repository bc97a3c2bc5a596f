//! Finds day and panel for each institution.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use thuocdo::{Date, Lang};
use thuocdo_practice::code_key;
use thuocdo_tables::folded;

use super::request::{PanelTeam, ScheduleRequest, ToVisit};
use super::result::{Load, Schedule, Unplaced, Visit, WhyUnplaced};
use super::words::Say;

/// Makes a plan: the most urgent institution gets the first day on which a panel without a conflict of interest is free, and of those panels
/// the one with the fewest visits so far. Fixed visits stay. Where the days run out, visits that were placed move to other free days or
/// panels, if that makes room for one more (augmenting paths of a matching). The same request always gives the same plan; sentences are in
/// `lang`.
pub fn schedule(request: &ScheduleRequest, lang: Lang) -> Schedule {
    let mut plan = Plan::new(request, lang);
    let fixed: BTreeSet<Cow<'_, str>> = request.fixed.iter().map(|visit| code_key(&visit.code)).collect();
    let mut unplaced = Vec::new();
    for (school, to_visit) in request.schools.iter().enumerate().filter(|(_, school)| !fixed.contains(&code_key(&school.code))) {
        let why = if !to_visit.is_ready {
            Some(WhyUnplaced::NotReady)
        } else if request.panels.iter().all(|panel| panel.has_conflict(to_visit)) {
            Some(WhyUnplaced::Conflicts)
        } else if plan.place(school) || plan.make_room(school, &mut BTreeSet::new()) {
            None
        } else {
            Some(WhyUnplaced::NoDay)
        };
        unplaced.extend(why.map(|why| Unplaced { code: to_visit.code.clone(), name: to_visit.name.clone(), why }));
    }
    plan.finish(unplaced)
}

impl PanelTeam {
    /// Whether the panel must not assess an institution.
    fn has_conflict(&self, school: &ToVisit) -> bool {
        let is_meant = |conflict: &String| {
            let is_authority = || school.authority.as_ref().is_some_and(|authority| folded(conflict) == folded(authority));
            code_key(conflict) == code_key(&school.code) || is_authority()
        };
        self.conflicts.iter().any(is_meant)
    }
}

/// A panel on a day, by the position of the panel.
type Slot = (Date, usize);

struct Plan<'r> {
    lang: Lang,
    request: &'r ScheduleRequest,
    /// Every panel on every day on which it can, in the order of the days.
    slots: Vec<Slot>,
    /// The institutions that were placed, by slot.
    taken: BTreeMap<Slot, Vec<usize>>,
    /// How many fixed visits a slot has.
    fixed: BTreeMap<Slot, u32>,
    /// The institutions that have another slot than the best one for them alone, so that more find a place.
    moved: BTreeSet<usize>,
}

impl<'r> Plan<'r> {
    fn new(request: &'r ScheduleRequest, lang: Lang) -> Plan<'r> {
        let days = |(panel, team): (usize, &PanelTeam)| team.days.iter().map(move |day| (*day, panel)).collect::<Vec<_>>();
        let slots: BTreeSet<Slot> = request.panels.iter().enumerate().flat_map(days).collect();
        let mut fixed: BTreeMap<Slot, u32> = BTreeMap::new();
        for visit in &request.fixed {
            if let Some(panel) = request.panels.iter().position(|panel| panel.name == visit.panel) {
                let count = fixed.entry((visit.on, panel)).or_default();
                *count = count.saturating_add(1);
            }
        }
        Plan { lang, request, slots: slots.into_iter().collect(), taken: BTreeMap::new(), fixed, moved: BTreeSet::new() }
    }

    fn is_free(&self, slot: &Slot) -> bool {
        let most = self.request.panels.get(slot.1).map_or(0, |panel| panel.per_day);
        let taken = u32::try_from(self.taken.get(slot).map_or(0, Vec::len)).unwrap_or(u32::MAX);
        taken.saturating_add(self.fixed.get(slot).copied().unwrap_or_default()) < most
    }

    /// The slots of panels that may assess an institution.
    fn slots_of(&self, school: usize) -> Vec<Slot> {
        let Some(to_visit) = self.request.schools.get(school) else { return Vec::new() };
        let may = |slot: &&Slot| self.request.panels.get(slot.1).is_some_and(|panel| !panel.has_conflict(to_visit));
        self.slots.iter().filter(may).copied().collect()
    }

    fn visits(&self, panel: usize) -> usize {
        let taken = self.taken.iter().filter(|((_, of), _)| *of == panel).map(|(_, schools)| schools.len()).sum::<usize>();
        let name = self.request.panels.get(panel).map(|panel| panel.name.as_str());
        taken.saturating_add(self.request.fixed.iter().filter(|visit| Some(visit.panel.as_str()) == name).count())
    }

    /// Places an institution on the first free day, with the panel that has the fewest visits. False if no slot is free.
    fn place(&mut self, school: usize) -> bool {
        let free: Vec<Slot> = self.slots_of(school).into_iter().filter(|slot| self.is_free(slot)).collect();
        let Some((day, _)) = free.first().copied() else { return false };
        let of_day = free.into_iter().filter(|slot| slot.0 == day);
        let Some(slot) = of_day.min_by_key(|slot| (self.visits(slot.1), slot.1)) else { return false };
        self.taken.entry(slot).or_default().push(school);
        true
    }

    /// Moves an institution that was placed to another slot, so that this one gets its place: late and less urgent ones first. False if that
    /// cannot be.
    fn make_room(&mut self, school: usize, seen: &mut BTreeSet<Slot>) -> bool {
        for slot in self.slots_of(school).into_iter().rev() {
            if !seen.insert(slot) {
                continue;
            }
            let there = self.taken.get(&slot).cloned().unwrap_or_default();
            for other in there.into_iter().rev() {
                // Until the other has its new place it keeps the old one, so that nobody else takes it.
                if self.place_elsewhere(other, slot) || self.make_room(other, seen) {
                    self.leave(slot, other);
                    self.taken.entry(slot).or_default().push(school);
                    self.moved.extend([school, other]);
                    return true;
                }
            }
        }
        false
    }

    fn leave(&mut self, slot: Slot, school: usize) {
        if let Some(schools) = self.taken.get_mut(&slot) {
            schools.retain(|other| *other != school);
        }
    }

    /// As [`Plan::place`], but not in a slot.
    fn place_elsewhere(&mut self, school: usize, not: Slot) -> bool {
        let free = self.slots_of(school).into_iter().find(|slot| *slot != not && self.is_free(slot));
        let Some(slot) = free else { return false };
        self.taken.entry(slot).or_default().push(school);
        true
    }

    fn finish(self, unplaced: Vec<Unplaced>) -> Schedule {
        let mut visits: Vec<Visit> = self.request.fixed.iter().map(|visit| Visit { fixed: true, ..visit.clone() }).collect();
        for ((day, panel), schools) in &self.taken {
            for school in schools {
                visits.extend(self.visit(*day, *panel, *school));
            }
        }
        visits.sort_by(|a, b| (a.on, &a.panel, &a.code).cmp(&(b.on, &b.panel, &b.code)));
        let load = |panel: &PanelTeam| {
            let own: Vec<&Visit> = visits.iter().filter(|visit| visit.panel == panel.name).collect();
            let days: BTreeSet<Date> = own.iter().map(|visit| visit.on).collect();
            Load { days: days.len(), panel: panel.name.clone(), visits: own.len() }
        };
        Schedule { loads: self.request.panels.iter().map(load).collect(), unplaced, visits }
    }

    fn visit(&self, on: Date, panel: usize, school: usize) -> Option<Visit> {
        let is_moved = self.moved.contains(&school);
        let (team, school) = (self.request.panels.get(panel)?, self.request.schools.get(school)?);
        let mut reasons = school.reasons.clone();
        if reasons.is_empty() {
            reasons.push(Say::Nothing.template(self.lang).to_owned());
        }
        let barred: Vec<&str> = self.request.panels.iter().filter(|other| other.has_conflict(school)).map(|other| other.name.as_str()).collect();
        if !barred.is_empty() {
            reasons.push(Say::Barred.say(self.lang, &[("panels", &barred.join(", "))]));
        }
        let can: Vec<&PanelTeam> = self.request.panels.iter().filter(|other| other.days.contains(&on) && !other.has_conflict(school)).collect();
        reasons.push(match can.as_slice() {
            _ if is_moved => Say::Moved.template(self.lang).to_owned(),
            [_] => Say::OnlyPanel.say(self.lang, &[("panel", &team.name)]),
            _ => Say::LeastLoaded.say(self.lang, &[("panel", &team.name)]),
        });
        Some(Visit {
            address: school.address.clone(),
            authority: school.authority.clone(),
            code: school.code.clone(),
            fixed: false,
            name: school.name.clone(),
            on,
            panel: team.name.clone(),
            reasons,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Date {
        format!("2027-06-{n:02}").parse().unwrap_or_default()
    }

    fn team(name: &str, days: &[u32], conflicts: &[&str]) -> PanelTeam {
        let conflicts = conflicts.iter().map(|text| (*text).to_owned()).collect();
        PanelTeam { conflicts, days: days.iter().copied().map(day).collect(), name: name.to_owned(), per_day: 1, persons: Vec::new() }
    }

    fn school(code: &str, authority: &str) -> ToVisit {
        ToVisit { authority: Some(authority.to_owned()), code: code.to_owned(), is_ready: true, ..ToVisit::default() }
    }

    fn placed(plan: &Schedule) -> Vec<String> {
        plan.visits.iter().map(|visit| format!("{} {} {}", visit.on.civil().day(), visit.panel, visit.code)).collect()
    }

    #[test]
    fn the_urgent_come_first_and_panels_have_as_much_to_do() {
        let request = ScheduleRequest {
            panels: vec![team("A", &[1, 2], &[]), team("B", &[1, 2], &[])],
            schools: vec![school("S1", "x"), school("S2", "x"), school("S3", "x"), school("S4", "x")],
            ..ScheduleRequest::default()
        };
        assert_eq!(placed(&schedule(&request, Lang::Vi)), ["1 A S1", "1 B S2", "2 A S3", "2 B S4"]);
    }

    #[test]
    fn no_panel_assesses_where_it_has_an_interest() {
        let request = ScheduleRequest {
            panels: vec![team("A", &[1, 2], &["Phường X"]), team("B", &[1], &["s2"])],
            schools: vec![school("S1", "phường  x"), school("S2", "Phường Y"), school("S3", "Phường X")],
            ..ScheduleRequest::default()
        };
        let plan = schedule(&request, Lang::Vi);
        assert_eq!(placed(&plan), ["1 A S2", "1 B S1"]);
        assert_eq!(plan.unplaced.iter().map(|one| (one.code.as_str(), one.why)).collect::<Vec<_>>(), [("S3", WhyUnplaced::NoDay)]);
    }

    /// S1 takes the only day of panel A, though B could visit it too; S2 may be visited by A alone.
    #[test]
    fn a_visit_moves_if_that_makes_room_for_another() {
        let request = ScheduleRequest {
            panels: vec![team("A", &[1], &[]), team("B", &[1], &["S2"])],
            schools: vec![school("S1", "x"), school("S2", "x")],
            ..ScheduleRequest::default()
        };
        let plan = schedule(&request, Lang::Vi);
        assert_eq!(placed(&plan), ["1 A S2", "1 B S1"]);
        assert!(plan.unplaced.is_empty());
    }

    /// Three panels with one day each, and four schools: S1 may go to A or B, S2 to B or C, S3 to A only, S4 to A only.
    #[test]
    fn nobody_is_moved_where_that_makes_no_room() {
        let request = ScheduleRequest {
            panels: vec![team("A", &[1], &["S2"]), team("B", &[1], &["S3", "S4"]), team("C", &[1], &["S1", "S3", "S4"])],
            schools: vec![school("S1", "x"), school("S2", "x"), school("S3", "x"), school("S4", "x")],
            ..ScheduleRequest::default()
        };
        let plan = schedule(&request, Lang::Vi);
        assert_eq!(placed(&plan), ["1 A S3", "1 B S1", "1 C S2"]);
        assert_eq!(plan.unplaced.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["S4"]);
    }

    #[test]
    fn fixed_visits_stay_and_take_their_place() {
        // However its code is typed.
        let fixed = Visit { code: "s 2".to_owned(), on: day(1), panel: "A".to_owned(), fixed: true, ..Visit::default() };
        let request =
            ScheduleRequest { fixed: vec![fixed], panels: vec![team("A", &[1, 2], &[])], schools: vec![school("S1", "x"), school("S2", "x")] };
        let plan = schedule(&request, Lang::Vi);
        assert_eq!(placed(&plan), ["1 A s 2", "2 A S1"]);
        assert_eq!(plan.visits.iter().map(|visit| visit.fixed).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn who_has_not_sent_is_not_visited() {
        let late = ToVisit { is_ready: false, ..school("S1", "x") };
        let request = ScheduleRequest { panels: vec![team("A", &[1], &[])], schools: vec![late], ..ScheduleRequest::default() };
        let plan = schedule(&request, Lang::Vi);
        assert_eq!((plan.visits.len(), plan.unplaced.first().map(|one| one.why)), (0, Some(WhyUnplaced::NotReady)));
    }
}
