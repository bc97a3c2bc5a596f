//! One institution's review in words.

use thuocdo::text::Column;
use thuocdo::{Framework, Lang, Report};

use super::ReportWriter;
use crate::review::words::Say;
use crate::review::{GroupReview, OverallReview, Review};
use crate::shared::words::level;

impl Review {
    /// The review in words: both sides by group, what differs and why, and what stays disputed.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let writer = ReportWriter { framework, lang };
        let mut report = Report::default();
        writer.heading(&mut report, writer.word(Say::ReviewTitle), self.institution.as_ref(), self.period.as_deref());
        writer.groups(&mut report, self);
        writer.overall_note(&mut report);
        let disputed = self.disputes();
        if disputed == 0 {
            report.line(writer.word(Say::NothingDisputed));
        }
        writer.conditions(&mut report, self);
        writer.indicators(&mut report, self);
        if disputed > 0 {
            report.title(writer.word(Say::DisputeTitle));
            report.lines(self.groups.iter().map(|group| writer.dispute(group)));
            report.line(writer.overall_dispute(self.overall));
        }
        report
    }
}

impl ReportWriter<'_> {
    fn groups(self, report: &mut Report, review: &Review) {
        let columns = [
            Column::text(self.word(Say::Group)),
            Column::number(self.word(Say::OwnPoints)),
            Column::number(self.word(Say::ExternalPoints)),
            Column::number(self.word(Say::Difference)),
            Column::number(self.word(Say::OwnLevel)),
            Column::number(self.word(Say::ExternalLevel)),
            Column::text(self.word(Say::Movement)),
        ];
        let mut rows: Vec<Vec<String>> = Vec::new();
        for group in &review.groups {
            rows.push(vec![
                self.group(&group.code),
                self.points(group.own.score),
                self.points(group.external.score),
                self.difference(group.difference),
                level(group.own.level),
                level(group.external.level),
                self.movement(group.movement),
            ]);
        }
        let overall = review.overall;
        rows.push(vec![
            self.word(Say::Overall),
            String::new(),
            String::new(),
            String::new(),
            level(overall.own),
            level(overall.external),
            self.movement(overall.movement),
        ]);
        report.table(columns, rows);
    }

    fn conditions(self, report: &mut Report, review: &Review) {
        let disputed: Vec<_> = review.groups.iter().flat_map(|group| &group.conditions).filter(|condition| condition.disputed).collect();
        if disputed.is_empty() {
            return;
        }
        report.title(self.word(Say::DisputedConditions));
        let columns = [Say::Code, Say::Content, Say::Own, Say::External].map(|title| Column::text(self.word(title)));
        report.table(
            columns,
            disputed.iter().map(|condition| {
                vec![condition.code.to_string(), self.condition(&condition.code), self.state(condition.own), self.state(condition.external)]
            }),
        );
    }

    fn indicators(self, report: &mut Report, review: &Review) {
        let disputed: Vec<_> = review.groups.iter().flat_map(|group| &group.indicators).filter(|indicator| indicator.disputed).collect();
        if disputed.is_empty() {
            return;
        }
        report.title(self.word(Say::DisputedIndicators));
        let columns = [
            Column::text(self.word(Say::Code)),
            Column::text(self.word(Say::Content)),
            Column::number(self.word(Say::Max)),
            Column::number(self.word(Say::Own)),
            Column::number(self.word(Say::External)),
            Column::number(self.word(Say::Difference)),
            Column::text(self.word(Say::MovesLevel)),
            Column::text(self.word(Say::Reason)),
        ];
        report.table(
            columns,
            disputed.iter().map(|indicator| {
                vec![
                    indicator.code.to_string(),
                    self.indicator(&indicator.code),
                    indicator.max.text(self.lang),
                    self.points(indicator.own),
                    self.points(indicator.external),
                    self.difference(indicator.difference),
                    (if indicator.moves_level { "✓" } else { "" }).to_owned(),
                    indicator.reason.clone().unwrap_or_default(),
                ]
            }),
        );
        if disputed.iter().any(|indicator| indicator.moves_level) {
            report.line(self.word(Say::MovesLevelNote));
        }
    }

    /// Where the disputes of a group may lead.
    fn dispute(self, group: &GroupReview) -> String {
        let (score, levels) = (group.disputed.score, group.disputed.level);
        let (low, high) = (score.low.text(self.lang), score.high.text(self.lang));
        if group.indicators.iter().all(|indicator| !indicator.disputed) {
            self.say(Say::DisputeNone, &[("group", &group.code)])
        } else if levels.is_exact() {
            self.say(Say::DisputeHarmless, &[("group", &group.code), ("low", &low), ("high", &high), ("level", &levels.low)])
        } else {
            self.say(
                Say::DisputeOpen,
                &[("group", &group.code), ("low", &low), ("low_level", &levels.low), ("high", &high), ("high_level", &levels.high)],
            )
        }
    }

    fn overall_dispute(self, overall: OverallReview) -> String {
        let level = overall.disputed;
        if level.is_exact() {
            self.say(Say::DisputeOverallExact, &[("level", &level.low)])
        } else {
            self.say(Say::DisputeOverall, &[("low", &level.low), ("high", &level.high)])
        }
    }
}
