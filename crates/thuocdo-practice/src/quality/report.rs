//! Data quality in words.

use thuocdo::text::{self, Column};
use thuocdo::{Lang, Report};

use super::batch::{BatchPlace, BatchQuality};
use super::result::Quality;
use super::rules::Dimension;
use super::score::Scores;
use super::signals::SignalGiven;
use super::words::{Say, dimension, rule};

impl Quality {
    /// The four scores and every finding, in words.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::TitleOne.say(lang, &[]));
        if self.institution.is_some() || self.period.is_some() {
            let [institution, period] = [&self.institution, &self.period].map(|text| text.as_deref().unwrap_or("–"));
            report.line(Say::OfWhom.say(lang, &[("institution", &institution), ("period", &period)]));
        }
        scores(&mut report, &self.scores, lang);
        report.title(Say::Findings.say(lang, &[]));
        if self.findings.is_empty() {
            report.line(Say::NoFindings.say(lang, &[]));
        }
        let columns = [Say::Dimension, Say::Place, Say::What].map(|title| Column::text(title.template(lang)));
        let rows = self.findings.iter().map(|finding| {
            let name = dimension(finding.rule().dimension()).say(lang, &[]);
            vec![name, text::place(finding.at(), lang), format!("{} ({})", finding.message(lang), finding.rule().as_str())]
        });
        report.table(columns, rows);
        if self.unlisted > 0 {
            report.line(Say::Unlisted.say(lang, &[("count", &self.unlisted)]));
        }
        report
    }
}

impl BatchQuality {
    /// The four scores, the rules that were broken, and the signals, in words.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::TitleMany.say(lang, &[("count", &self.count)]));
        scores(&mut report, &self.scores, lang);
        report.title(Say::Findings.say(lang, &[]));
        if self.findings.is_empty() {
            report.line(Say::NoFindings.say(lang, &[]));
        }
        let columns = [
            Column::text(Say::Dimension.template(lang)),
            Column::text(Say::RuleName.template(lang)),
            Column::number(Say::Count.template(lang)),
            Column::text(Say::First.template(lang)),
        ];
        let rows = self.findings.iter().map(|finding| {
            let places: Vec<String> = finding.places.iter().map(|found| place(found, lang)).collect();
            vec![
                dimension(finding.rule.dimension()).say(lang, &[]),
                format!("{} ({})", rule(finding.rule).template(lang), finding.rule.as_str()),
                finding.count.to_string(),
                places.join("; "),
            ]
        });
        report.table(columns, rows);
        signals(&mut report, &self.signals, lang);
        if self.unlisted > 0 {
            report.line(Say::Unlisted.say(lang, &[("count", &self.unlisted)]));
        }
        report
    }
}

fn scores(report: &mut Report, scores: &Scores, lang: Lang) {
    let columns = [
        Column::text(Say::Dimension.template(lang)),
        Column::number(Say::Passed.template(lang)),
        Column::number(Say::Checked.template(lang)),
        Column::number(Say::Percent.template(lang)),
    ];
    let rows = Dimension::WORDS.iter().map(|(_, of)| {
        let score = scores.get(*of);
        let percent = score.percent.map_or_else(|| Say::NothingChecked.say(lang, &[]), |percent| percent.text(lang));
        vec![dimension(*of).say(lang, &[]), score.passed.to_string(), score.checked.to_string(), percent]
    });
    report.table(columns, rows);
}

fn place(found: &BatchPlace, lang: Lang) -> String {
    let who = found.institution.clone().unwrap_or_else(|| Say::Record.say(lang, &[("record", &found.record)]));
    Say::At.say(lang, &[("who", &who), ("place", &text::place(&found.at, lang))])
}

fn signals(report: &mut Report, signals: &[SignalGiven], lang: Lang) {
    report.title(Say::Signals.say(lang, &[]));
    if signals.is_empty() {
        report.line(Say::NoSignals.say(lang, &[]));
        return;
    }
    report.line(Say::SignalsNote.say(lang, &[]));
    let columns = [Column::text(Say::What.template(lang)), Column::text(Say::Institutions.template(lang))];
    let rows = signals.iter().map(|given| vec![format!("{} ({})", given.message(lang), given.signal.as_str()), given.who.join(", ")]);
    report.table(columns, rows);
}
