//! The status of a case in words.

use thuocdo::text::{Column, capital};
use thuocdo::{Framework, Lang, Report, Standing};

use super::calendar::{Ahead, Calendar, Deadlines, Why};
use super::case::Case;
use super::status::{Outcome, RecognisedLevel, Status};
use super::transitions::{Act, State};
use super::words::{self, Say};
use crate::register::closed as closed_lines;
use crate::shared::words::{group_cell, level, points};

impl Status {
    /// The status in words: what was done, the results, what was late, what comes next. `case` is the one it is of.
    pub fn report(&self, case: &Case, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::Title.say(lang, &[("name", &case.name())]));
        report.line(Say::About.say(lang, &[("code", &case.institution.code), ("period", &case.period)]));
        let state = self.state_text(case, lang);
        report.line(match self.as_of {
            None => Say::StateLine.say(lang, &[("state", &state)]),
            Some(on) => Say::StateOn.say(lang, &[("state", &state), ("day", &on.text(lang))]),
        });
        report.lines(self.closed.iter().flat_map(|closed| closed_lines(std::slice::from_ref(closed), lang)));
        self.timeline(&mut report, case, lang);
        self.results(&mut report, framework, lang);
        self.deadlines(&mut report, framework, lang);
        self.what_next(&mut report, lang);
        report
    }

    /// A case that was withdrawn had a result, which was withdrawn with it, or had none: two sentences.
    fn state_text(&self, case: &Case, lang: Lang) -> &'static str {
        if self.state != Some(State::Withdrawn) {
            return State::text(self.state, lang);
        }
        let had_result = case.events.iter().any(|event| event.act == Act::ExternallyAssess);
        if had_result { Say::TakenBack } else { Say::CaseWithdrawn }.template(lang)
    }

    fn timeline(&self, report: &mut Report, case: &Case, lang: Lang) {
        let done = || case.events.iter().filter(|event| self.as_of.is_none_or(|last| event.on <= last));
        if done().next().is_some() {
            report.title(Say::Timeline.template(lang));
        }
        // Notes are few; a column of blanks would only take width.
        let has_notes = done().any(|event| event.note.is_some());
        let columns = [Say::Day, Say::What, Say::Who, Say::Body].into_iter().chain(has_notes.then_some(Say::Note));
        // The state before each event.
        let states = std::iter::once(None).chain(done().map(|event| event.act.leads_to()));
        let rows = done().zip(states).map(|(event, state)| {
            let body = event.name.iter().fold(event.body.clone(), |body, name| format!("{body} — {name}"));
            let mut row = vec![event.on.text(lang), event.act.name_in(state, lang).to_owned(), event.role.name(lang).to_owned(), body];
            row.extend(has_notes.then(|| event.note.clone().unwrap_or_default()));
            row
        });
        report.table(columns.map(|title| Column::text(title.template(lang))).collect::<Vec<_>>(), rows);
    }

    fn results(&self, report: &mut Report, framework: &Framework, lang: Lang) {
        if self.self_assessment.is_some() || self.external.is_some() {
            report.title(Say::Results.template(lang));
        }
        let columns = vec![
            Column::text(Say::Group.template(lang)),
            Column::number(Say::OwnPoints.template(lang)),
            Column::text(Say::OwnLevel.template(lang)),
            Column::number(Say::ExternalPoints.template(lang)),
            Column::text(Say::ExternalLevel.template(lang)),
        ];
        let rows = framework.groups.iter().filter_map(|group| {
            let cells = |outcome: &Option<Outcome>| {
                let found = outcome.iter().flat_map(|outcome| &outcome.groups).find(|found| found.code == group.code);
                found.map(|found| [points(found.score, lang), level(found.level)])
            };
            let (own, external) = (cells(&self.self_assessment), cells(&self.external));
            if own.is_none() && external.is_none() {
                return None;
            }
            let title = vec![group_cell(framework, &group.code, lang)];
            Some([title, own.unwrap_or_default().to_vec(), external.unwrap_or_default().to_vec()].concat())
        });
        report.table(columns, rows);
        if let Some(outcome) = self.external.as_ref().filter(|outcome| !outcome.blockers.is_empty()) {
            let blockers: Vec<String> = outcome.blockers.iter().map(|blocker| words::blocker(blocker, lang)).collect();
            report.line(Say::Blocked.say(lang, &[("blockers", &blockers.join(", "))]));
        }
        report.line(self.recognised.as_ref().map_or_else(|| Say::NoLevel.template(lang).to_owned(), |recognised| recognised.line(lang)));
    }

    fn deadlines(&self, report: &mut Report, framework: &Framework, lang: Lang) {
        let Some(scope) = &self.calendar else { return };
        report.title(title(scope, framework, lang));
        let rests = |firmness| rests(firmness, lang);
        for late in &self.late {
            let (act, days, deadline) = (capital(late.act.name(lang)), late.days, late.deadline.text(lang));
            let line = Say::Late.say(lang, &[("act", &act), ("on", &late.on.text(lang)), ("days", &days), ("deadline", &deadline)]);
            report.line(line + &rests(late.standing));
        }
        for overdue in &self.overdue {
            let (act, days, deadline) = (capital(overdue.act.name(lang)), overdue.days, overdue.deadline.text(lang));
            let line = Say::Overdue.say(lang, &[("act", &act), ("days", &days), ("deadline", &deadline)]);
            report.line(line + &rests(overdue.standing));
        }
        for unjudged in &self.unjudged {
            let why = match unjudged.why {
                Why::PeriodWithoutYear => Say::PeriodWithoutYear,
                Why::OtherYears => Say::OtherYears,
            };
            report.line(why.say(lang, &[("act", &capital(unjudged.act.name(lang))), ("deadline", &unjudged.deadline.text(lang))]));
        }
        report.lines(self.ahead.iter().map(|ahead| ahead.line(lang) + &rests(ahead.standing)));
        if self.late.is_empty() && self.overdue.is_empty() && self.unjudged.is_empty() {
            let say = if self.as_of.is_some() { Say::InTime } else { Say::NoneLate };
            report.line(say.template(lang));
        }
        report.line(Say::LastDay.template(lang));
    }

    fn what_next(&self, report: &mut Report, lang: Lang) {
        if self.next.is_empty() {
            report.line(Say::NothingNext.template(lang));
            return;
        }
        if self.state == Some(State::Published) {
            report.line(Say::Complete.template(lang));
        }
        report.title(Say::WhatNext.template(lang));
        let rows = self.next.iter().map(|next| {
            let act = next.act.name_in(self.state, lang);
            let roles: Vec<&str> = next.roles.iter().map(|role| role.name(lang)).collect();
            vec![if next.blocked { Say::ButBlocked.say(lang, &[("act", &act)]) } else { act.to_owned() }, roles.join(", ")]
        });
        report.table([Say::What, Say::ByWhom].map(|title| Column::text(title.template(lang))), rows);
    }
}

impl Ahead {
    /// On one line.
    fn line(&self, lang: Lang) -> String {
        let say = if self.days == 0 { Say::AheadToday } else { Say::Ahead };
        say.say(lang, &[("act", &capital(self.act.name(lang))), ("deadline", &self.deadline.text(lang)), ("days", &self.days)])
    }
}

impl Deadlines {
    /// In words.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        let deadlines = title(&self.calendar, framework, lang);
        report.title(Say::AheadTitle.say(lang, &[("day", &self.as_of.text(lang)), ("deadlines", &deadlines)]));
        if self.ahead.is_empty() {
            report.line(Say::AheadNone.template(lang));
        }
        report.lines(self.ahead.iter().map(|ahead| ahead.line(lang) + &rests(ahead.standing, lang)));
        report.line(Say::LastDay.template(lang));
        report
    }
}

/// The deadlines of a scope as people call them: the framework has their title; those of a file of one's own have none.
fn title<'f>(scope: &str, framework: &'f Framework, lang: Lang) -> &'f str {
    let say = if scope == Calendar::NATIONAL { Say::DeadlinesNational } else { Say::Deadlines };
    framework.scope_title(scope, lang).unwrap_or_else(|| say.template(lang))
}

/// What a last day rests on, at the end of its line.
fn rests(firmness: Option<Standing>, lang: Lang) -> String {
    firmness.map(|firmness| Say::Rests.say(lang, &[("standing", &firmness.title(lang))])).unwrap_or_default()
}

impl RecognisedLevel {
    /// On one line.
    pub(crate) fn line(&self, lang: Lang) -> String {
        let groups: Vec<String> =
            self.groups.iter().map(|group| Say::GroupLevel.say(lang, &[("group", &group.code), ("level", &group.level)])).collect();
        Say::Recognised.say(lang, &[("groups", &groups.join(", ")), ("level", &self.overall.level)])
    }
}
