//! A course in words.

use thuocdo::text::Column;
use thuocdo::{Difference, Framework, Lang, Range, Report, Stream};

use super::result::{Course, CourseStep, Entry, Side, StepKind};
use super::words::Say;
use crate::Movement;
use crate::shared::words;

impl Course {
    /// The course in words. Titles are those of `framework`; what is of another goes by its codes.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::Title.say(lang, &[("institution", &self.institution)]));
        let columns = [Say::Period, Say::Institution, Say::Stream, Say::Framework, Say::Groups, Say::Overall];
        report.table(columns.map(|column| Column::text(column.template(lang))), self.entries.iter().map(|entry| row(entry, framework, lang)));
        for step in &self.steps {
            self.step(step, framework, lang, &mut report);
        }
        if !self.gains.is_empty() {
            report.title(Say::Gains.template(lang));
            let columns = [Say::Indicator, Say::Content, Say::GainedIn, Say::By, Say::Fate];
            let rows = self.gains.iter().map(|gain| {
                let fate = match &gain.lost_in {
                    Some(lost) => Say::Lost.say(lang, &[("lost", lost)]),
                    None => Say::Kept.say(lang, &[("until", &gain.until)]),
                };
                vec![
                    gain.code.to_string(),
                    words::indicator(framework, &gain.code, lang).to_owned(),
                    gain.gained_in.clone(),
                    difference(gain.score, lang),
                    fate,
                ]
            });
            report.table(columns.map(|column| Column::text(column.template(lang))), rows);
        }
        report
    }

    fn step(&self, step: &CourseStep, framework: &Framework, lang: Lang, report: &mut Report) {
        let side = |side: &Side| Say::Side.say(lang, &[("period", &side.period), ("institution", &side.institution)]);
        report.title(Say::Step.say(lang, &[("from", &side(&step.from)), ("to", &side(&step.to))]));
        let on = step.on.map(|day| day.text(lang)).unwrap_or_default();
        match step.kind {
            StepKind::Comparable => {}
            StepKind::OtherFramework => return report.line(Say::OtherFramework.template(lang)),
            StepKind::Merged => return report.line(Say::Merged.say(lang, &[("on", &on)])),
            StepKind::Split => return report.line(Say::Split.say(lang, &[("on", &on)])),
        }
        if let (Some(from), Some(to)) = (self.stream(&step.from), self.stream(&step.to))
            && from != to
        {
            report.line(Say::OtherStream.say(lang, &[("from", &from.name(lang)), ("to", &to.name(lang))]));
        }
        let groups = step
            .groups
            .iter()
            .map(|group| vec![words::group(framework, &group.code, lang), difference(group.score, lang), movement(group.level, lang)]);
        let moved: Vec<Vec<String>> = step
            .indicators
            .iter()
            .filter(|indicator| indicator.score != Range::default())
            .map(|indicator| {
                let name = format!("{} {}", indicator.code, words::indicator(framework, &indicator.code, lang));
                vec![name, difference(indicator.score, lang), String::new()]
            })
            .collect();
        let none_moved = moved.is_empty();
        let overall = step.overall.map(|level| vec![Say::Overall.template(lang).to_owned(), String::new(), movement(level, lang)]);
        let columns = [Column::text(Say::Part.template(lang)), Column::number(Say::Change.template(lang)), Column::text(Say::Level.template(lang))];
        report.table(columns, groups.chain(overall).chain(moved));
        if none_moved {
            report.line(Say::NothingChanged.template(lang));
        }
    }

    fn stream(&self, side: &Side) -> Option<Stream> {
        let entry = self.entries.iter().find(|entry| entry.institution == side.institution && entry.period == side.period);
        entry.and_then(|entry| entry.stream)
    }
}

fn row(entry: &Entry, framework: &Framework, lang: Lang) -> Vec<String> {
    let groups: Vec<String> = entry
        .groups
        .iter()
        .map(|group| {
            let score = words::points(group.score, lang);
            let level = words::level(group.level);
            Say::Entry.say(lang, &[("code", &group.code), ("score", &score), ("max", &group.max.text(lang)), ("level", &level)])
        })
        .collect();
    let own = (entry.framework.id == framework.id).then_some(&framework.legal.act);
    vec![
        entry.period.clone(),
        entry.institution.clone(),
        entry.stream.map_or_else(String::new, |stream| stream.name(lang).to_owned()),
        Say::FrameworkRevision.say(lang, &[("id", own.unwrap_or(&entry.framework.id)), ("revision", &entry.framework.revision)]),
        groups.join("; "),
        words::level(entry.overall),
    ]
}

/// `+2,5`, or `−1 … +2,5`.
fn difference(score: Range<Difference>, lang: Lang) -> String {
    if score.is_exact() { score.low.signed(lang) } else { format!("{} … {}", score.low.signed(lang), score.high.signed(lang)) }
}

fn movement(level: Movement, lang: Lang) -> String {
    match level {
        Movement::Lowered => Say::Lowered,
        Movement::Open => Say::Open,
        Movement::Raised => Say::Raised,
        Movement::Same => Say::Same,
    }
    .template(lang)
    .to_owned()
}
