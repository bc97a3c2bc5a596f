//! Scorecards as a workbook for people: a sheet of results, and one of what was refused.

use anyhow::Result;
use thuocdo::text::Column;
use thuocdo::{BlockerCode, Framework, Lang, Report, Scorecard, Verdict, Words};

use super::each::Output;
use super::parts::{name, points};
use super::{print_workbook, refusal};
use crate::input::{Record, Refusal, Unread};
use crate::words::Word;

/// The rows of the workbook.
pub(super) struct Sheet<'a> {
    framework: &'a Framework,
    lang: Lang,
    rows: Vec<Vec<String>>,
    /// What is wrong: place, message, code.
    refused: Vec<Vec<String>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(framework: &'a Framework, lang: Lang) -> Sheet<'a> {
        Sheet { framework, lang, rows: Vec::new(), refused: Vec::new() }
    }

    fn columns(&self) -> Vec<Column> {
        let text = |word: Word| Column::text(word.template(self.lang));
        let mut columns = vec![text(Word::File), text(Word::Code), text(Word::Institution), text(Word::PeriodHead), text(Word::StreamHead)];
        for group in &self.framework.groups {
            columns.push(Column::number(Word::GroupPoints.say(self.lang, &[("code", &group.code)])));
            columns.push(Column::number(Word::GroupLevel.say(self.lang, &[("code", &group.code)])));
        }
        columns.push(Column::number(Word::OverallHead.template(self.lang)));
        columns.extend([text(Word::Recognition), text(Word::InTheWay)]);
        columns
    }
}

impl Output for Sheet<'_> {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        let lang = self.lang;
        let words = Words::new(self.framework, lang);
        let mut row = vec![
            record.place(lang),
            card.institution_code().unwrap_or_default().to_owned(),
            name(card).unwrap_or_default().to_owned(),
            card.period.clone().unwrap_or_default(),
            card.stream.map(|stream| stream.name(lang).to_owned()).unwrap_or_default(),
        ];
        for group in &card.groups {
            row.extend([points(group.score, lang), group.level.to_string()]);
        }
        row.push(card.overall.level.to_string());
        row.push(format!("{} {}", Verdict::of(card).sign(), words.eligibility(card)));
        let blockers = card.recognition.blockers.iter().map(|blocker| match blocker.code {
            BlockerCode::LevelUndetermined => Word::OfGroup.say(lang, &[("code", &blocker.at)]),
            _ => blocker.at.to_string(),
        });
        row.push(blockers.collect::<Vec<String>>().join(", "));
        self.rows.push(row);
        Ok(())
    }

    fn refused(&mut self, record: &Record<'_>, refused: &Refusal) -> Result<()> {
        refusal::tell(record, refused, self.lang);
        self.refused.extend(refusal::rows(record, refused, self.lang));
        Ok(())
    }

    fn unread(&mut self, unread: &Unread) -> Result<()> {
        self.refused.extend(refusal::unread_rows(unread, self.lang));
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        let lang = self.lang;
        if self.rows.is_empty() && self.refused.is_empty() {
            return Ok(());
        }
        let mut report = Report::default();
        report.title(Word::Results.template(lang));
        report.table(self.columns(), std::mem::take(&mut self.rows));
        if !self.refused.is_empty() {
            let refused = refusal::sheet(Word::ToMend.template(lang), std::mem::take(&mut self.refused), lang);
            report.blocks.extend(refused.blocks);
        }
        print_workbook(report, lang)
    }
}
