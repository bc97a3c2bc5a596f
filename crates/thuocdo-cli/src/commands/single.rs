//! A file that holds one assessment.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::{Assessment, Lang, LocalScorer, Scorer};

use crate::input::{How, Record, Unread, Visitor, file, read_files};
use crate::output::Tally;
use crate::words::Word;

/// The only assessment of a file of any format. `None` if it is refused; standard error then says why, and `told` has it for an answer in JSON.
pub(super) fn one_assessment(path: &Path, scorers: &LocalScorer, told: &mut Tally, lang: Lang) -> Result<Option<Assessment>> {
    struct Found<'a> {
        scorer: &'a Scorer,
        lang: Lang,
        seen: Vec<Option<Assessment>>,
        told: &'a mut Tally,
    }

    impl Visitor for Found<'_> {
        fn record(&mut self, record: &Record<'_>) -> Result<()> {
            let read = record.assessment(self.scorer);
            self.seen.push(read.map_err(|refusal| self.told.refuse(record, &refusal, self.lang)).ok());
            Ok(())
        }

        fn unread(&mut self, unread: &Unread) -> Result<()> {
            self.told.unread(unread, self.lang);
            Ok(())
        }
    }

    let mut found = Found { scorer: scorers.local(), lang, seen: Vec::new(), told };
    read_files(&[path.to_owned()], How::default(), scorers, lang, &mut found)?;
    match <[_; 1]>::try_from(found.seen) {
        Ok([assessment]) => Ok(assessment),
        Err(_) => bail!(Word::OneAssessment.say(lang, &[("file", &file::name(path, lang))])),
    }
}
