//! A panel's result in words.

use thuocdo::text::Column;
use thuocdo::{Framework, Lang, Report};

use super::ReportWriter;
use crate::review::words::Say;
use crate::review::{Combine, Panel};
use crate::shared::words::level;

impl Panel {
    /// The panel's result in words: the combined points and level of each group, beside the levels each assessor alone would give; then
    /// every condition and indicator.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let writer = ReportWriter { framework, lang };
        let mut report = Report::default();
        let title = writer.say(Say::PanelTitle, &[("count", &self.alone.len())]);
        writer.heading(&mut report, title, self.card.institution.as_ref(), self.card.period.as_deref());
        report.line(writer.word(match self.combine {
            Combine::Mean => Say::ByMean,
            Combine::Median => Say::ByMedian,
        }));
        writer.panel_groups(&mut report, self);
        writer.overall_note(&mut report);
        writer.panel_conditions(&mut report, self);
        writer.panel_indicators(&mut report, self);
        report
    }
}

impl ReportWriter<'_> {
    fn panel_groups(self, report: &mut Report, panel: &Panel) {
        let columns = [
            Column::text(self.word(Say::Group)),
            Column::number(self.word(Say::CombinedPoints)),
            Column::number(self.word(Say::CombinedLevel)),
            Column::text(self.word(Say::AloneLevels)),
        ];
        let of_groups = panel.card.groups.iter().zip(&panel.groups).map(|(score, group)| {
            let alone: Vec<String> = group.alone.iter().map(|rating| level(rating.level)).collect();
            vec![self.group(&score.code), self.points(score.score), level(score.level), alone.join(", ")]
        });
        let alone: Vec<String> = panel.alone.iter().map(|alone| level(*alone)).collect();
        let overall = vec![self.word(Say::Overall), String::new(), level(panel.card.overall.level), alone.join(", ")];
        report.table(columns, of_groups.chain([overall]));
    }

    fn panel_conditions(self, report: &mut Report, panel: &Panel) {
        let conditions = || panel.groups.iter().flat_map(|group| &group.conditions);
        if conditions().next().is_none() {
            return;
        }
        report.title(self.word(Say::Conditions));
        let columns = [
            Column::text(self.word(Say::Code)),
            Column::text(self.word(Say::Content)),
            Column::number(self.word(Say::CountMet)),
            Column::number(self.word(Say::CountUnmet)),
            Column::number(self.word(Say::CountUnknown)),
            Column::text(self.word(Say::Combined)),
        ];
        report.table(
            columns,
            conditions().map(|condition| {
                vec![
                    condition.code.to_string(),
                    self.condition(&condition.code),
                    condition.met.to_string(),
                    condition.unmet.to_string(),
                    condition.unknown.to_string(),
                    self.state(condition.state),
                ]
            }),
        );
    }

    fn panel_indicators(self, report: &mut Report, panel: &Panel) {
        report.title(self.word(Say::Indicators));
        let columns = [
            Column::text(self.word(Say::Code)),
            Column::text(self.word(Say::Content)),
            Column::number(self.word(Say::Max)),
            Column::text(self.word(Say::AlonePoints)),
            Column::number(self.word(Say::Spread)),
            Column::number(self.word(Say::Combined)),
        ];
        report.table(
            columns,
            panel.groups.iter().flat_map(|group| &group.indicators).map(|indicator| {
                let alone: Vec<String> = indicator.values.iter().map(|value| self.points(*value)).collect();
                vec![
                    indicator.code.to_string(),
                    self.indicator(&indicator.code),
                    indicator.max.text(self.lang),
                    // A comma stands in Vietnamese decimals.
                    alone.join(" · "),
                    self.points(indicator.spread),
                    self.points(indicator.combined),
                ]
            }),
        );
    }
}
