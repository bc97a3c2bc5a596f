//! Acts in bulk in words.

use thuocdo::text::{Column, capital};
use thuocdo::{Lang, Report};
use thuocdo_practice::process::{Act, State};

use super::outcome::{ActsReport, RefusedDeed, Standing, Standings};
use super::words::Say;

impl ActsReport {
    /// The report in words: how much was done, then each refusal by name with its reason.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = self.done_in_words(lang);
        if !self.refused.is_empty() {
            let has_places = self.refused.iter().any(|refused| refused.place.is_some());
            let heads = has_places.then_some(Say::Place).into_iter().chain([Say::Code, Say::Institution, Say::What, Say::Day, Say::Why]);
            let rows = self.refused.iter().map(|refused| refused.row(has_places, lang));
            report.table(heads.map(|title| Column::text(title.template(lang))).collect::<Vec<_>>(), rows);
        }
        report
    }

    /// The same for a screen: one reason keeps forty institutions from recognition, so each reason is said once, before their names.
    pub fn screen(&self, lang: Lang) -> Report {
        let mut report = self.done_in_words(lang);
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for refused in &self.refused {
            let (reason, who) = (refused.reason_in_words(lang), refused.who(lang));
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, names)) => names.push(who),
                None => reasons.push((reason, vec![who])),
            }
        }
        for (reason, names) in reasons {
            report.line(reason);
            report.line(format!("  {}", names.join("; ")));
        }
        report
    }

    fn done_in_words(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::Title.template(lang));
        if !self.made.is_empty() {
            report.line(Say::Made.say(lang, &[("count", &self.made.len())]));
        }
        for (_, act) in Act::WORDS {
            let count = self.done.iter().filter(|did| did.act == *act).count();
            if count > 0 {
                report.line(Say::DoneCount.say(lang, &[("act", &capital(act.name(lang))), ("count", &count)]));
            }
        }
        if self.made.is_empty() && self.done.is_empty() {
            report.line(Say::NothingDone.template(lang));
        }
        if self.known > 0 {
            report.line(Say::Known.say(lang, &[("count", &self.known)]));
        }
        report.line(Say::Cases.say(lang, &[("count", &self.cases)]));
        if !self.refused.is_empty() {
            report.title(Say::Refused.say(lang, &[("count", &self.refused.len())]));
        }
        report
    }
}

impl RefusedDeed {
    /// The act, its day, and why it is refused.
    fn reason_in_words(&self, lang: Lang) -> String {
        let why: Vec<String> = self.reason.lines(&self.code, lang).into_iter().map(|line| line.message).collect();
        Say::RefusedFor.say(lang, &[("act", &capital(self.act.name(lang))), ("day", &self.on.text(lang)), ("why", &why.join("; "))])
    }

    /// Whose act it is, and where it is written.
    fn who(&self, lang: Lang) -> String {
        let who: Vec<&str> = [Some(self.code.as_str()), self.name.as_deref()].into_iter().flatten().collect();
        self.place.as_ref().map_or_else(|| who.join(" "), |place| format!("{} ({})", who.join(" "), place.text(lang)))
    }

    fn row(&self, has_place: bool, lang: Lang) -> Vec<String> {
        let why: Vec<String> = self.reason.lines(&self.code, lang).into_iter().map(|line| line.message).collect();
        let place = has_place.then(|| self.place.as_ref().map(|place| place.text(lang)).unwrap_or_default());
        let name = self.name.clone().unwrap_or_default();
        place.into_iter().chain([self.code.clone(), name, self.act.name(lang).to_owned(), self.on.text(lang), why.join("; ")]).collect()
    }
}

impl Standings {
    /// The standings in words: how many are at which step, the next last days, who is behind by name, then each case.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(match self.as_of {
            None => Say::StandTitle.template(lang).to_owned(),
            Some(day) => Say::StandTitleOn.say(lang, &[("day", &day.text(lang))]),
        });
        report.line(Say::Cases.say(lang, &[("count", &self.cases.len())]));
        let states = std::iter::once(None).chain(State::WORDS.iter().map(|(_, state)| Some(*state)));
        let rows = states.map(|state| (state, self.cases.iter().filter(|case| case.state == state).count())).filter(|(_, count)| *count > 0);
        let rows = rows.map(|(state, count)| vec![capital(State::text(state, lang)), count.to_string()]);
        report.table([Column::text(Say::State.template(lang)), Column::number(Say::Count.template(lang))], rows);
        report.lines(self.deadlines.iter().map(|pending| {
            let say = if pending.days == 0 { Say::NextToday } else { Say::Next };
            let (act, deadline) = (capital(pending.act.name(lang)), pending.deadline.text(lang));
            say.say(lang, &[("act", &act), ("deadline", &deadline), ("days", &pending.days), ("count", &pending.count)])
        }));
        self.behind(&mut report, lang);
        report.title(Say::List.template(lang));
        let heads = [Say::Code, Say::Institution, Say::State, Say::Since].map(|title| Column::text(title.template(lang)));
        let columns: Vec<Column> = heads.into_iter().chain([Column::number(Say::Level.template(lang))]).collect();
        let rows = self.cases.iter().map(|case| {
            let since = case.since.map(|day| day.text(lang)).unwrap_or_default();
            let level = case.level.map(|level| level.to_string()).unwrap_or_default();
            vec![case.code.clone(), case.name.clone().unwrap_or_default(), State::text(case.state, lang).to_owned(), since, level]
        });
        report.table(columns, rows);
        report
    }

    fn behind(&self, report: &mut Report, lang: Lang) {
        let behind: Vec<&Standing> = self.cases.iter().filter(|case| !case.overdue.is_empty() || !case.late.is_empty()).collect();
        if behind.is_empty() {
            report.line(Say::NobodyBehind.template(lang));
            return;
        }
        report.title(Say::Behind.template(lang));
        let rows = behind.into_iter().map(|case| {
            let said = |say: Say, act: Act, days: u32, deadline: thuocdo::Date| {
                say.say(lang, &[("act", &capital(act.name(lang))), ("days", &days), ("deadline", &deadline.text(lang))])
            };
            let overdue = case.overdue.iter().map(|overdue| said(Say::Overdue, overdue.act, overdue.days, overdue.deadline));
            let late = case.late.iter().map(|late| said(Say::Late, late.act, late.days, late.deadline));
            vec![case.code.clone(), case.name.clone().unwrap_or_default(), overdue.chain(late).collect::<Vec<_>>().join("; ")]
        });
        report.table([Say::Code, Say::Institution, Say::Deadline].map(|title| Column::text(title.template(lang))), rows);
    }
}
