//! The agreement over a cohort in words.

use thuocdo::text::{Column, More, capital, first_names};
use thuocdo::{Decimal, Framework, Lang, Level, Report};

use super::ReportWriter;
use crate::review::words::Say;
use crate::review::{AgreementReport, FormMark, GroupAgreement, LevelAgreement};
use crate::shared::words::passed_over;

/// How many forms without a counterpart are named.
const NAMED: usize = 20;

/// Where there is no number.
const NONE: &str = "–";

impl AgreementReport {
    /// The report in words: by group, by level, by indicator, with what kappa means.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let writer = ReportWriter { framework, lang };
        let mut report = Report::default();
        report.title(writer.word(Say::AgreementTitle));
        report.line(writer.say(Say::Reviews, &[("count", &self.reviews)]));
        report.lines(passed_over(self.passed_over, lang));
        report.lines(writer.unpaired(Say::UnpairedOwn, &self.unpaired.own));
        report.lines(writer.unpaired(Say::UnpairedExternal, &self.unpaired.external));
        writer.differences(&mut report, self);
        writer.levels(&mut report, self);
        for (group, meaning) in self.groups.iter().zip(&framework.groups) {
            let title = writer.say(Say::MatrixTitle, &[("group", &group.code), ("title", &meaning.title.get(lang))]);
            writer.matrix(&mut report, title, &self.levels, &group.level);
        }
        writer.matrix(&mut report, writer.word(Say::MatrixOverall), &self.levels, &self.overall);
        writer.agreement_indicators(&mut report, self);
        report
    }
}

impl ReportWriter<'_> {
    fn unpaired(self, sentence: Say, forms: &[FormMark]) -> Option<String> {
        let name = |form: &FormMark| match &form.period {
            Some(period) => format!("{} · {period}", form.code),
            None => form.code.clone(),
        };
        let names: Vec<String> = forms.iter().map(name).collect();
        let names = first_names(&names, NAMED, More::Forms, self.lang);
        (!forms.is_empty()).then(|| self.say(sentence, &[("count", &forms.len()), ("names", &names)]))
    }

    fn differences(self, report: &mut Report, agreement: &AgreementReport) {
        report.title(self.word(Say::PointsTitle));
        let columns = [Column::text(self.word(Say::Group)), Column::number(self.word(Say::Compared)), Column::number(self.word(Say::MeanDifference))];
        let row = |group: &GroupAgreement| vec![self.group(&group.code), group.compared.to_string(), self.mean(group.difference)];
        report.table(columns, agreement.groups.iter().map(row));
        report.line(self.word(Say::DifferenceNote));
    }

    fn levels(self, report: &mut Report, agreement: &AgreementReport) {
        report.title(self.word(Say::LevelsTitle));
        let mut columns = vec![Column::text(self.word(Say::Group))];
        let titles = [Say::Compared, Say::Same, Say::Lowered, Say::Raised, Say::Open, Say::Kappa];
        columns.extend(titles.map(|title| Column::number(capital(&self.word(title)))));
        let row = |name: String, levels: &LevelAgreement| {
            let kappa = levels.kappa.map_or(NONE.to_owned(), |kappa| kappa.text(self.lang));
            let (lowered, raised) = (self.share(levels.lowered, levels.share_lowered), self.share(levels.raised, levels.share_raised));
            vec![name, levels.compared.to_string(), levels.same.to_string(), lowered, raised, levels.open.to_string(), kappa]
        };
        let groups = agreement.groups.iter().map(|group| row(self.say(Say::GroupNumber, &[("group", &group.code)]), &group.level));
        report.table(columns, groups.chain([row(self.word(Say::Overall), &agreement.overall)]));
        self.overall_note(report);
        report.lines([Say::KappaNote, Say::OpenNote].map(|note| self.word(note)));
    }

    fn matrix(self, report: &mut Report, title: String, levels: &[Level], agreement: &LevelAgreement) {
        if agreement.compared == 0 {
            return;
        }
        report.title(title);
        let name = |level: &Level| self.say(Say::LevelNumber, &[("level", level)]);
        let mut columns = vec![Column::text("")];
        columns.extend(levels.iter().map(|level| Column::number(name(level))));
        let rows = levels.iter().zip(&agreement.matrix).map(|(level, row)| {
            let mut cells = vec![name(level)];
            cells.extend(row.iter().map(u64::to_string));
            cells
        });
        report.table(columns, rows);
    }

    fn agreement_indicators(self, report: &mut Report, agreement: &AgreementReport) {
        report.title(self.word(Say::IndicatorsTitle));
        let columns = [
            Column::text(self.word(Say::Code)),
            Column::text(self.word(Say::Content)),
            Column::number(self.word(Say::MeanDifference)),
            Column::number(self.word(Say::Compared)),
            Column::number(self.word(Say::CountDisputed)),
            Column::number(self.word(Say::CountMoves)),
        ];
        report.table(
            columns,
            agreement.groups.iter().flat_map(|group| &group.indicators).map(|indicator| {
                vec![
                    indicator.code.to_string(),
                    self.indicator(&indicator.code),
                    self.mean(indicator.difference),
                    indicator.compared.to_string(),
                    indicator.disputed.to_string(),
                    indicator.moves_level.to_string(),
                ]
            }),
        );
    }

    fn mean(self, difference: Option<Decimal<4>>) -> String {
        difference.map_or(NONE.to_owned(), |difference| difference.signed(self.lang))
    }

    /// `52 (20,31%)`: exact, since a share has four decimals.
    fn share(self, count: u64, share: Option<Decimal<4>>) -> String {
        let percent = |share: Decimal<4>| format!("{count} ({}%)", Decimal::<2>::rounded(share.units().into(), 100).text(self.lang));
        share.map_or(count.to_string(), percent)
    }
}
