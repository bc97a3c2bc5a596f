//! A row a school, flat, for spreadsheets and dataframes. The header is the same in both languages. No text of others is a formula.

use anyhow::Result;
use thuocdo::{Framework, Lang, Scorecard};
use thuocdo_tables::{AboutColumn, guarded};

use super::each::Output;
use super::refusal;
use crate::input::{Record, Refusal};
use crate::terminal::Rows;

/// Rows of a table.
pub(super) struct CardRows {
    names_files: bool,
    lang: Lang,
    rows: Rows,
}

impl CardRows {
    /// Begins the table with its header.
    pub(super) fn open(framework: &Framework, names_files: bool, lang: Lang) -> Result<CardRows> {
        let mut rows = Rows::new();
        let head = AboutColumn::ALL.iter().map(|(name, ..)| (*name).to_owned()).filter(|name| name != "assessed_on" && name != "institution.type");
        let groups = framework
            .groups
            .iter()
            .flat_map(|group| ["score.low", "score.high", "level.low", "level.high"].map(|end| format!("group.{}.{end}", group.code)));
        let tail = ["overall.level.low", "overall.level.high", "eligible", "blockers"].map(str::to_owned);
        let file = names_files.then(|| "file".to_owned());
        rows.write(head.chain(groups).chain(tail).chain(file))?;
        Ok(CardRows { names_files, lang, rows })
    }
}

impl Output for CardRows {
    fn scored(&mut self, record: &Record<'_>, card: &Scorecard) -> Result<()> {
        let institution = card.institution.as_ref();
        let of = |part: Option<&String>| part.map(|text| guarded(text).into_owned()).unwrap_or_default();
        let mut row = vec![
            of(institution.and_then(|school| school.code.as_ref())),
            of(institution.and_then(|school| school.name.as_ref())),
            of(card.period.as_ref()),
            card.stream.map(|stream| stream.as_str().to_owned()).unwrap_or_default(),
        ];
        for group in &card.groups {
            row.extend([group.score.low.to_string(), group.score.high.to_string()]);
            row.extend([group.level.low.to_string(), group.level.high.to_string()]);
        }
        row.extend([card.overall.level.low.to_string(), card.overall.level.high.to_string()]);
        row.push(card.recognition.eligible.to_string());
        let blockers: Vec<String> = card.recognition.blockers.iter().map(ToString::to_string).collect();
        row.push(blockers.join(" "));
        row.extend(self.names_files.then(|| guarded(record.file).into_owned()));
        Ok(self.rows.write(row)?)
    }

    fn refused(&mut self, record: &Record<'_>, refusal: &Refusal) -> Result<()> {
        self.flush()?;
        refusal::tell(record, refusal, self.lang);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.rows.flush()?)
    }
}
