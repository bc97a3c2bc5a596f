//! Who is visited first: those whose results call for a look.

use thuocdo::{Difference, Lang, Range};
use thuocdo_practice::{Movement, Register};

use super::request::{PanelTeam, ScheduleRequest, ToVisit};
use super::result::Visit;
use super::words::Say;
use crate::year::{School, Year};

/// From so many points of change in a group on a visit is urgent, in hundredths: half of the distance between two levels of a hundred points.
const JUMP: i64 = 1250;

/// What each reason weighs. Levels that moved come before missing evidence, and that before signals.
const MOVED: u32 = 100;
const JUMPED: u32 = 40;
const REQUIRED: u32 = 30;
const UNDETERMINED: u32 = 20;
const SIGNAL: u32 = 15;
const WITHOUT: u32 = 10;

impl ScheduleRequest {
    /// The request of a year: its institutions without an external assessment, and the days of the panels from the day of the year on.
    pub fn of(year: &Year, register: Option<&Register>, mut panels: Vec<PanelTeam>, fixed: Vec<Visit>) -> ScheduleRequest {
        for panel in &mut panels {
            panel.days.retain(|day| *day >= year.as_of);
        }
        ScheduleRequest { fixed, panels, schools: to_visit(year, register) }
    }
}

/// The institutions of a year that are still to be assessed externally, the most urgent first, each with the reasons. The register gives the
/// addresses.
fn to_visit(year: &Year, register: Option<&Register>) -> Vec<ToVisit> {
    let lang: Lang = year.lang.parse().unwrap_or_default();
    let open = year.levels.iter().filter(|school| school.external.is_none());
    let mut schools: Vec<ToVisit> = open.map(|school| of(year, school, register, lang)).collect();
    // Those of the same urgency stay in the order of the register.
    schools.sort_by_key(|school| std::cmp::Reverse(school.urgency));
    schools
}

fn of(year: &Year, school: &School, register: Option<&Register>, lang: Lang) -> ToVisit {
    let mut reasons: Vec<(u32, String)> = Vec::new();
    if let Some(change) = year.changes.iter().find(|change| change.code == school.code) {
        let levels: [(&str, &dyn std::fmt::Display); 2] =
            [("from", &change.from.level.text(|level| level.to_string())), ("to", &change.to.level.text(|level| level.to_string()))];
        match change.overall {
            Some(Movement::Raised) => reasons.push((MOVED, Say::Rose.say(lang, &levels))),
            Some(Movement::Lowered) => reasons.push((MOVED, Say::Fell.say(lang, &levels))),
            _ => {}
        }
        let jumped = change.groups.iter().filter(|group| is_jump(group.score));
        reasons.extend(jumped.map(|group| {
            let points = group.score.text(|points| points.signed(lang));
            (JUMPED, Say::Jump.say(lang, &[("group", &group.code), ("points", &points)]))
        }));
    }
    if let Some(lacking) = year.evidence.iter().find(|lacking| lacking.code == school.code) {
        if !lacking.required.is_empty() {
            reasons.push((REQUIRED, Say::RequiredEvidence.say(lang, &[("count", &lacking.required.len())])));
        }
        if !lacking.without.is_empty() {
            reasons.push((WITHOUT, Say::NoEvidence.say(lang, &[("count", &lacking.without.len()), ("of", &lacking.answered)])));
        }
    }
    if school.own.as_ref().is_some_and(|own| !own.level.is_exact()) {
        reasons.push((UNDETERMINED, Say::Open.template(lang).to_owned()));
    }
    let signals = year.signals.iter().filter(|signal| signal.who.iter().any(|who| who.code == school.code));
    reasons.extend(signals.map(|signal| (SIGNAL, Say::Signal.say(lang, &[("signal", &signal.message)]))));
    reasons.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ToVisit {
        address: register.and_then(|register| register.find(&school.code)?.address.clone()),
        authority: school.authority.clone(),
        code: school.code.clone(),
        is_ready: school.own.is_some(),
        name: school.name.clone(),
        urgency: reasons.iter().map(|(weight, _)| weight).fold(0, |sum, weight| sum.saturating_add(*weight)),
        reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
    }
}

fn is_jump(change: Range<Difference>) -> bool {
    change.low.units() >= JUMP || change.high.units() <= JUMP.saturating_neg()
}
