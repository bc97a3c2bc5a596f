//! A cohort in words.

use thuocdo::text::Column;
use thuocdo::{Framework, Lang, Points, Report, Standing};
use thuocdo_tables::AboutColumn;

use super::result::{CohortReport, CohortRow, LevelCount, MissingPoints};
use super::words::Say;
use crate::register::closed;
use crate::shared::words;
use crate::{Coverage, Unregistered};

/// So many indicators are enough to say where to begin.
const MOST_MISSING: usize = 10;

impl CohortReport {
    /// The report in words. `framework` is the one that it is of.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(Say::Title.say(lang, &[("framework", &format!("{} · {}", framework.legal.act, framework.title.get(lang)))]));
        report.line(Say::CohortBuilder.say(lang, &[("count", &self.count), ("eligible", &self.eligible)]));
        let recognisable = self.eligible.saturating_sub(self.eligible_at_lowest);
        report.line(Say::Lowest.say(lang, &[("recognisable", &recognisable), ("lowest", &self.eligible_at_lowest)]));
        if self.other_framework > 0 {
            report.line(Say::OtherFramework.say(lang, &[("count", &self.other_framework)]));
        }
        report.lines(words::passed_over(self.passed_over.into(), lang));
        if self.by_period.len() > 1 || self.by_stream.len() > 1 {
            report.line(Say::SeveralTimes.template(lang));
        }
        if let Some(coverage) = &self.register {
            beside(coverage, lang, &mut report);
        }
        self.levels(framework, lang, &mut report);
        let name = |who: AboutColumn, word: &str| who.words(lang).into_iter().find(|(known, _)| *known == word).map(|(_, name)| name.to_owned());
        let as_it_is = |text: &str| Some(text.to_owned());
        breakdown(&mut report, lang, [Say::ByType, Say::Type], &self.by_type, |word| name(AboutColumn::Type, word));
        breakdown(&mut report, lang, [Say::ByAuthority, Say::Authority], &self.by_authority, as_it_is);
        if self.by_period.len() > 1 {
            breakdown(&mut report, lang, [Say::ByPeriod, Say::Period], &self.by_period, as_it_is);
        }
        if self.by_stream.len() > 1 {
            breakdown(&mut report, lang, [Say::ByStream, Say::Stream], &self.by_stream, |word| name(AboutColumn::Stream, word));
        }
        self.spread(lang, &mut report);
        self.missing(framework, lang, &mut report);
        report
    }

    fn levels(&self, framework: &Framework, lang: Lang, report: &mut Report) {
        report.title(Say::Levels.template(lang));
        let mut columns = vec![Column::text(Say::Part.template(lang))];
        columns.extend(framework.levels.iter().map(|meaning| Column::number(words::level_meaning(meaning, lang))));
        columns.push(Column::number(Say::Undetermined.template(lang)));
        let row = |title: String, levels: &[LevelCount], undetermined: u32| {
            [title].into_iter().chain(levels.iter().map(|level| level.count.to_string())).chain([undetermined.to_string()]).collect()
        };
        let groups = self.groups.iter().map(|counts| row(words::group(framework, &counts.code, lang), &counts.levels, counts.undetermined));
        let overall = row(Say::Overall.template(lang).to_owned(), &self.overall.levels, self.overall.undetermined);
        report.table(columns, groups.chain([overall]));
    }

    fn spread(&self, lang: Lang, report: &mut Report) {
        report.title(Say::Quantiles.template(lang));
        report.line(Say::QuantilesNote.template(lang));
        let mut columns = vec![Column::text(Say::Part.template(lang))];
        let numbers = [Say::Minimum, Say::LowerQuartile, Say::Median, Say::UpperQuartile, Say::Maximum, Say::Open];
        columns.extend(numbers.map(|number| Column::number(number.template(lang))));
        let points = |points: Option<Points>| points.map_or_else(|| "–".to_owned(), |points| points.text(lang));
        let rows = self.quantiles.iter().map(|of| {
            let mut row = vec![Say::GroupShort.say(lang, &[("code", &of.code)])];
            row.extend([of.minimum, of.lower_quartile, of.median, of.upper_quartile, of.maximum].map(points));
            row.push(of.open.to_string());
            row
        });
        report.table(columns, rows);
    }

    fn missing(&self, framework: &Framework, lang: Lang, report: &mut Report) {
        // What no source locates cannot be worked on, so it is no place to begin.
        let is_located = |of: &&MissingPoints| framework.indicator(&of.code).is_none_or(|known| known.basis.standing != Standing::Unlocated);
        let lacking = self.missing_points.iter().filter(|of| of.schools > 0).filter(is_located).take(MOST_MISSING);
        let rows: Vec<Vec<String>> = lacking
            .map(|of| {
                vec![
                    of.code.to_string(),
                    words::indicator(framework, &of.code, lang).to_owned(),
                    of.total.text(lang),
                    of.mean.text(lang),
                    of.schools.to_string(),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        report.title(Say::Missing.template(lang));
        let text = [Say::Indicator, Say::Content].map(|title| Column::text(title.template(lang)));
        let numbers = [Say::MissingTotal, Say::MissingMean, Say::MissingSchools].map(|title| Column::number(title.template(lang)));
        report.table(text.into_iter().chain(numbers).collect::<Vec<_>>(), rows);
    }
}

/// What forms and register say of each other.
fn beside(coverage: &Coverage, lang: Lang, report: &mut Report) {
    let name = |Unregistered { code, near }: &Unregistered| match near {
        None => code.clone(),
        Some(near) => Say::Near.say(lang, &[("code", code), ("near", near)]),
    };
    let unregistered: Vec<String> = coverage.unregistered.iter().map(name).collect();
    for (sentence, codes) in [(Say::Unregistered, &unregistered), (Say::WithoutForm, &coverage.without_form)] {
        if !codes.is_empty() {
            report.line(sentence.say(lang, &[("count", &codes.len()), ("codes", &words::codes(codes, lang))]));
        }
    }
    report.lines(closed(&coverage.closed, lang));
}

/// A table of rows: in one cell the counts of all levels of a group, so that a terminal holds it.
fn breakdown(report: &mut Report, lang: Lang, [title, head]: [Say; 2], rows: &[CohortRow], name: impl Fn(&str) -> Option<String>) {
    let Some(first) = rows.first().filter(|first| rows.len() > 1 || first.value.is_some()) else { return };
    report.title(title.template(lang));
    let levels: Vec<String> = first.overall.levels.iter().map(|level| level.level.to_string()).collect();
    let part = |part: &str| Column::number(Say::LevelsOf.say(lang, &[("part", &part), ("levels", &levels.join(" · "))]));
    let mut columns =
        vec![Column::text(head.template(lang)), Column::number(Say::Count.template(lang)), Column::number(Say::Eligible.template(lang))];
    columns.extend(first.groups.iter().map(|group| part(&Say::GroupShort.say(lang, &[("code", &group.code)]))));
    columns.push(part(Say::Overall.template(lang)));
    let counts = |levels: &[LevelCount], undetermined: u32| {
        let counts: Vec<String> = levels.iter().map(|level| level.count).chain([undetermined]).map(|count| count.to_string()).collect();
        counts.join(" · ")
    };
    let cells = |row: &CohortRow| {
        let value = row.value.as_deref().and_then(&name).unwrap_or_else(|| Say::Unknown.template(lang).to_owned());
        let mut cells = vec![value, row.count.to_string(), row.eligible.to_string()];
        cells.extend(row.groups.iter().map(|group| counts(&group.levels, group.undetermined)));
        cells.push(counts(&row.overall.levels, row.overall.undetermined));
        cells
    };
    report.table(columns, rows.iter().map(cells));
}
