//! The status of a case in words.

use thuocdo::text::{Column, standing};
use thuocdo::{Blocker, BlockerCode, Framework, Lang, Report, Standing};

use super::case::Case;
use super::rules::State;
use super::status::{Outcome, RecognisedLevel, Status, Why};
use super::words::Say;
use crate::words::{capital, day, group_cell, level, points};

impl Status {
    /// The status in words: what was done, the results, what was late, what comes next. `case` is the one it is of.
    pub fn report(&self, case: &Case, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        let name = case.institution.name.as_deref().unwrap_or(&case.institution.code);
        report.title(Say::Title.say(lang, &[("name", &name)]));
        report.line(Say::About.say(lang, &[("code", &case.institution.code), ("period", &case.period)]));
        let state = State::text(self.state, lang);
        report.line(match self.as_of {
            None => Say::StateLine.say(lang, &[("state", &state)]),
            Some(on) => Say::StateOn.say(lang, &[("state", &state), ("day", &day(on, lang))]),
        });
        self.timeline(&mut report, case, lang);
        self.results(&mut report, framework, lang);
        self.deadlines(&mut report, lang);
        self.what_next(&mut report, lang);
        report
    }

    fn timeline(&self, report: &mut Report, case: &Case, lang: Lang) {
        let done = || case.events.iter().filter(|event| self.as_of.is_none_or(|last| event.on <= last));
        if done().next().is_some() {
            report.title(Say::Timeline.template(lang));
        }
        // Notes are few; a column of blanks would only take width.
        let has_notes = done().any(|event| event.note.is_some());
        let columns = [Say::Day, Say::What, Say::Who, Say::Body].into_iter().chain(has_notes.then_some(Say::Note));
        let rows = done().map(|event| {
            let body = event.name.iter().fold(event.body.clone(), |body, name| format!("{body} — {name}"));
            let mut row = vec![day(event.on, lang), event.act.text(lang).to_owned(), event.role.text(lang).to_owned(), body];
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
            let blockers: Vec<String> = outcome.blockers.iter().map(|blocker| self::blocker(blocker, lang)).collect();
            report.line(Say::Blocked.say(lang, &[("blockers", &blockers.join(", "))]));
        }
        report.line(self.recognised.as_ref().map_or_else(|| Say::NoLevel.template(lang).to_owned(), |recognised| recognised.line(lang)));
    }

    fn deadlines(&self, report: &mut Report, lang: Lang) {
        let Some(scope) = &self.calendar else { return };
        report.title(Say::Deadlines.say(lang, &[("scope", scope)]));
        let rests = |firmness: Option<Standing>| {
            firmness.map(|firmness| Say::Rests.say(lang, &[("standing", &standing(firmness, lang).0)])).unwrap_or_default()
        };
        for late in &self.late {
            let (act, days, deadline) = (capital(late.act.text(lang)), late.days, day(late.deadline, lang));
            let told = Say::Late.say(lang, &[("act", &act), ("on", &day(late.on, lang)), ("days", &days), ("deadline", &deadline)]);
            report.line(told + &rests(late.standing));
        }
        for overdue in &self.overdue {
            let (act, days, deadline) = (capital(overdue.act.text(lang)), overdue.days, day(overdue.deadline, lang));
            let told = Say::Overdue.say(lang, &[("act", &act), ("days", &days), ("deadline", &deadline)]);
            report.line(told + &rests(overdue.standing));
        }
        for unjudged in &self.unjudged {
            let why = match unjudged.why {
                Why::PeriodWithoutYear => Say::PeriodWithoutYear,
                Why::OtherYears => Say::OtherYears,
            };
            report.line(why.say(lang, &[("act", &capital(unjudged.act.text(lang))), ("deadline", &unjudged.deadline.text(lang))]));
        }
        if self.late.is_empty() && self.overdue.is_empty() && self.unjudged.is_empty() {
            let say = if self.as_of.is_some() { Say::InTime } else { Say::NoneLate };
            report.line(say.template(lang));
        }
    }

    fn what_next(&self, report: &mut Report, lang: Lang) {
        if self.next.is_empty() {
            report.line(Say::NothingNext.template(lang));
            return;
        }
        report.title(Say::WhatNext.template(lang));
        let rows = self.next.iter().map(|next| {
            let act = next.act.text(lang);
            let roles: Vec<&str> = next.roles.iter().map(|role| role.text(lang)).collect();
            vec![if next.blocked { Say::ButBlocked.say(lang, &[("act", &act)]) } else { act.to_owned() }, roles.join(", ")]
        });
        report.table([Say::What, Say::ByWhom].map(|title| Column::text(title.template(lang))), rows);
    }
}

impl RecognisedLevel {
    /// On one line.
    pub(crate) fn line(&self, lang: Lang) -> String {
        let groups: Vec<String> =
            self.groups.iter().map(|group| Say::GroupLevel.say(lang, &[("group", &group.code), ("level", &group.level)])).collect();
        Say::Recognised.say(lang, &[("groups", &groups.join(", ")), ("level", &self.overall.level)])
    }
}

fn blocker(blocker: &Blocker, lang: Lang) -> String {
    let say = match blocker.code {
        BlockerCode::ConditionUnmet => Say::ConditionUnmet,
        BlockerCode::ConditionUnknown => Say::ConditionUnknown,
        BlockerCode::EvidenceMissing => Say::EvidenceMissing,
        BlockerCode::EvidenceUnknown => Say::EvidenceUnknown,
        // The list of codes may grow; each that does gets its sentence here.
        _ => Say::LevelUndetermined,
    };
    say.say(lang, &[("at", &blocker.at)])
}
