//! A publication in words.

use std::collections::BTreeSet;

use thuocdo::text::Column;
use thuocdo::{Code, Framework, Lang, Report, Stream};

use super::result::{LevelNumber, PointsOf, Publication};
use super::words::Say;
use crate::register::closed;
use crate::shared::words;

impl Publication {
    /// The publication in words: title and dates, how many have which level, and the list.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        report.title(self.title(lang));
        report.lines(self.about(framework, lang));
        report.title(Say::Summary.template(lang));
        let (columns, rows) = self.summary_table(framework, lang);
        report.table(columns, rows);
        report.title(Say::List.template(lang));
        report.lines(self.notes(framework, lang));
        let table = self.table(framework, lang);
        report.table(table.columns, table.rows);
        let legend = self.legend(framework, lang);
        if !legend.is_empty() {
            report.title(Say::LegendTitle.template(lang));
            report.lines(legend);
        }
        report
    }

    /// What the codes in the way of recognition stand for, a line each.
    pub(super) fn legend(&self, framework: &Framework, lang: Lang) -> Vec<String> {
        let codes: BTreeSet<&Code> = self.rows.iter().flat_map(|row| &row.blockers).map(|blocker| &blocker.at).collect();
        let title = |code: &str| {
            let of_condition = framework.condition(code).map(|condition| &condition.title);
            of_condition.or_else(|| framework.indicator(code).map(|indicator| &indicator.title))
        };
        let line = |code: &Code| Some(Say::Legend.say(lang, &[("code", code), ("title", &title(code)?.get(lang))]));
        codes.into_iter().filter_map(line).collect()
    }

    /// Its title, or one that says what it is.
    pub(super) fn title(&self, lang: Lang) -> &str {
        self.title.as_deref().unwrap_or(Say::Title.template(lang))
    }

    /// Period, authority, act, official, day, framework, whose points, and count, a line each.
    pub(super) fn about(&self, framework: &Framework, lang: Lang) -> Vec<String> {
        let period = self.period.as_ref().map(|period| Say::Period.say(lang, &[("period", period)]));
        let authority = self.authority.as_ref().map(|authority| Say::Authority.say(lang, &[("authority", authority)]));
        let act = self.act.as_ref().map(|act| Say::Act.say(lang, &[("act", act)]));
        let official = self.official.as_ref().map(|official| Say::Official.say(lang, &[("official", official)]));
        let points = match self.points_of() {
            PointsOf::Nobody => None,
            PointsOf::One(Stream::SelfAssessment) => Some(Say::OfOwn),
            PointsOf::One(_) => Some(Say::OfExternal),
            PointsOf::Both => Some(Say::OfBoth),
            PointsOf::Unknown => Some(Say::OfUnknown),
        };
        let points = points.map(|say| say.template(lang).to_owned());
        let missing = self.missing.as_ref().map(|missing| match missing.len() {
            0 => Say::NoneMissing.template(lang).to_owned(),
            count => Say::Missing.say(lang, &[("count", &count)]),
        });
        let as_of = self.as_of.map(|date| Say::AsOf.say(lang, &[("day", &date.text(lang))]));
        let by = Say::Framework.say(lang, &[("act", &framework.legal.cited(lang)), ("title", &framework.title.get(lang))]);
        let counted = Say::Counted.say(lang, &[("count", &self.summary.count), ("recognised", &self.summary.recognised)]);
        let of_act = period.into_iter().chain(authority).chain(act).chain(official).chain(as_of);
        of_act.chain([by]).chain(points).chain([counted]).chain(missing).collect()
    }

    /// How to read the list; that one level for the whole is practice, where the act does not say it; and what is odd in the list.
    pub(super) fn notes(&self, framework: &Framework, lang: Lang) -> Vec<String> {
        let notes = [Say::Meaning, Say::Ranges].map(|note| note.template(lang)).into_iter().chain(framework.overall_note(lang)).map(str::to_owned);
        notes.chain(words::passed_over(self.passed_over.into(), lang)).chain(closed(&self.closed, lang)).collect()
    }

    /// How many have which level: a row for each group and one for the whole.
    pub(super) fn summary_table(&self, framework: &Framework, lang: Lang) -> (Vec<Column>, Vec<Vec<String>>) {
        let mut columns = vec![Column::text(Say::Part.template(lang))];
        columns.extend(framework.levels.iter().map(|meaning| Column::number(words::level_meaning(meaning, lang))));
        columns.push(Column::number(Say::Undetermined.template(lang)));
        let of = |number: &LevelNumber| {
            let count = number.computed.saturating_add(number.recognised);
            Say::Of.say(lang, &[("count", &count), ("recognised", &number.recognised)])
        };
        let rows = self
            .parts(framework, lang)
            .map(|(title, levels, undetermined)| [title].into_iter().chain(levels.iter().map(of)).chain([undetermined.to_string()]).collect());
        (columns, rows.collect())
    }

    /// The groups and the whole: title, levels, undetermined.
    pub(super) fn parts<'a>(&'a self, framework: &'a Framework, lang: Lang) -> impl Iterator<Item = (String, &'a [LevelNumber], u32)> {
        let groups = self.summary.groups.iter().map(move |of| (words::group(framework, &of.code, lang), of.levels.as_slice(), of.undetermined));
        let overall = &self.summary.overall;
        groups.chain([(Say::Overall.template(lang).to_owned(), overall.levels.as_slice(), overall.undetermined)])
    }
}
