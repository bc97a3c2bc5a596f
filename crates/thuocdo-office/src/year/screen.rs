//! A year on one screen.

use thuocdo::text::{More, capital, first_names};
use thuocdo::{Decimal, Lang, Report};
use thuocdo_practice::CohortReport;
use thuocdo_practice::quality::Score;

use super::lists::{Deadline, Year};
use super::todo::{self, NAMED};
use super::words::Say;
use crate::folder::{Content, RefusedRow};

/// The lines of a screen, but one: whoever shows it says there how to see every list.
const LINES: usize = 23;
/// The columns of a line.
const COLUMNS: usize = 80;
/// How many of them a text fills at least, when the next word does not fit.
const FILLED: usize = 68;

impl Year {
    /// The year in words, so short that a screen of 80 columns and 24 lines holds it: how many of what, the next deadline, who is late, and what
    /// to do next. Everything else stands in the lists.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        let day = self.as_of.text(lang);
        report.title(match self.summary.registered {
            Some(registered) => Say::Title.say(lang, &[("period", &self.period), ("day", &day), ("registered", &registered)]),
            None => Say::TitleNoRegister.say(lang, &[("period", &self.period), ("day", &day)]),
        });
        let all = &self.summary;
        report.line(match all.registered {
            Some(_) => Say::Sent.say(lang, &[("sent", &all.sent), ("missing", &all.missing)]),
            None => Say::SentOnly.say(lang, &[("sent", &all.sent)]),
        });
        if all.refused > 0 || all.duplicates > 0 || all.unregistered > 0 {
            let params: [(&str, &dyn std::fmt::Display); 3] =
                [("refused", &all.refused), ("duplicates", &all.duplicates), ("unregistered", &all.unregistered)];
            report.line(Say::NotCounted.say(lang, &params));
        }
        if all.later > 0 {
            report.line(Say::Later.say(lang, &[("later", &all.later), ("day", &day)]));
        }
        let in_register = todo::cells(self.refused.iter().filter(|row| self.is_of_register(row)));
        if !in_register.is_empty() {
            let cells = first_names(&in_register, NAMED, More::Places, lang);
            report.line(Say::RegisterLacks.say(lang, &[("count", &in_register.len()), ("cells", &cells)]));
        }
        report.line(
            Say::Assessed
                .say(lang, &[("assessed", &all.assessed), ("differing", &all.differing), ("lowered", &all.lowered), ("raised", &all.raised)]),
        );
        report.line(Say::Recognised.say(lang, &[("recognised", &all.recognised), ("published", &all.published)]));
        for (say, cohort) in [(Say::LevelsOwn, &all.own), (Say::LevelsExternal, &all.external)] {
            if cohort.count > 0 {
                report.line(say.say(lang, &[("levels", &levels(cohort, lang))]));
            }
        }
        if let Some(last) = &self.last_period {
            report.line(Say::SinceLast.say(lang, &[("period", last), ("risen", &all.risen), ("fallen", &all.fallen)]));
        }
        let percent = |score: Score| score.percent.map_or_else(|| "–".to_owned(), |percent: Decimal<2>| format!("{}%", percent.text(lang)));
        let quality = [all.quality.correct, all.quality.complete, all.quality.clean, all.quality.live].map(percent);
        let [correct, complete, clean, live] = &quality;
        report.line(Say::Quality.say(lang, &[("correct", correct), ("complete", complete), ("clean", clean), ("live", live)]));
        if !self.signals.is_empty() {
            report.line(Say::Signals.say(lang, &[("count", &self.signals.len())]));
        }
        self.deadlines_in(&mut report, lang);
        report.title(Say::WhatNext.template(lang));
        if self.todo.is_empty() {
            report.line(Say::NothingNext.template(lang));
        }
        // The blank line above the heading, and the line that says how many more there are.
        let mut left = LINES.saturating_sub(2).saturating_sub(report.to_string().lines().map(height).sum());
        let mut count = 0_usize;
        for step in &self.todo {
            let text = Say::Numbered.say(lang, &[("n", &count.saturating_add(1)), ("step", &step.message)]);
            let Some(rest) = left.checked_sub(height(&text)) else { break };
            left = rest;
            count = count.saturating_add(1);
            report.line(text);
        }
        if let Some(more @ 1..) = self.todo.len().checked_sub(count) {
            report.line(Say::MoreSteps.say(lang, &[("count", &more)]));
        }
        report
    }

    /// Whether something was refused in the list of institutions. One beside the folder is none of its files.
    fn is_of_register(&self, row: &RefusedRow) -> bool {
        let is_list = self.files.iter().find(|file| file.file == row.at.file).is_none_or(|file| file.content == Content::Register);
        is_list && row.cell.is_some()
    }

    fn deadlines_in(&self, report: &mut Report, lang: Lang) {
        let row = |ahead: &thuocdo_practice::process::Ahead| self.deadlines.iter().find(|due| due.act == ahead.act && due.deadline == ahead.deadline);
        if let Some((ahead, due)) = self.next_deadline.as_ref().and_then(|ahead| Some((ahead, row(ahead)?))) {
            let say = if ahead.days == 0 { Say::NextToday } else { Say::NextDeadline };
            let (act, deadline) = (due.act.name(lang), due.deadline.text(lang));
            let unrecorded = if due.sent > 0 { Say::Unrecorded.say(lang, &[("sent", &due.sent)]) } else { String::new() };
            let open = due.open.saturating_sub(due.sent);
            report.line(say.say(lang, &[("act", &act), ("deadline", &deadline), ("days", &ahead.days), ("open", &open)]) + &unrecorded);
        }
        // Who did it late is in the list; the screen says who has yet to do it.
        let names = |due: &Deadline| -> Vec<String> {
            due.late.iter().filter(|row| row.on.is_none() && !row.sent).map(|row| row.name.clone().unwrap_or_else(|| row.code.clone())).collect()
        };
        let over: Vec<_> = self.deadlines.iter().map(|due| (due, names(due))).filter(|(_, late)| !late.is_empty()).collect();
        // Of several deadlines each names fewer, so that the work below has room.
        let most = NAMED.checked_div(over.len()).unwrap_or(NAMED).max(1);
        for (due, late) in over {
            let (act, deadline) = (due.act.name(lang), due.deadline.text(lang));
            let who = first_names(&late, most, More::Institutions, lang);
            report.line(capital(&Say::Late.say(lang, &[("act", &act), ("deadline", &deadline), ("count", &late.len()), ("who", &who)])));
        }
    }
}

/// How many lines a text takes at 80 columns.
fn height(text: &str) -> usize {
    let letters = text.chars().count();
    if letters <= COLUMNS { 1 } else { letters.div_ceil(FILLED) }
}

/// `mức 1: 10 · mức 2: 12 · mức 3: 4 · chưa rõ: 2`
fn levels(cohort: &CohortReport, lang: Lang) -> String {
    let known = cohort.overall.levels.iter().map(|level| Say::LevelCount.say(lang, &[("level", &level.level), ("count", &level.count)]));
    let open = (cohort.overall.undetermined > 0).then(|| Say::Undetermined.say(lang, &[("count", &cohort.overall.undetermined)]));
    known.chain(open).collect::<Vec<_>>().join(" · ")
}
