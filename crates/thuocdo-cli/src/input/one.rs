//! A file that holds one assessment.

use std::path::Path;

use anyhow::{Result, bail};
use thuocdo::{Assessment, Lang, LocalScorer, Scorer};

use super::{How, Record, Visitor, file, read_files};
use crate::output::refusal;
use crate::words::Word;

/// The only assessment of a file of any format. `None` if it is refused; standard error then says why.
pub(crate) fn one_assessment(path: &Path, scorers: &LocalScorer, lang: Lang) -> Result<Option<Assessment>> {
    struct Found<'a> {
        scorer: &'a Scorer,
        lang: Lang,
        seen: Vec<Option<Assessment>>,
    }

    impl Visitor for Found<'_> {
        fn record(&mut self, record: &Record<'_>) -> Result<()> {
            let read = record.assessment(self.scorer);
            self.seen.push(read.map_err(|refusal| refusal::tell(record, &refusal, self.lang)).ok());
            Ok(())
        }
    }

    let mut found = Found { scorer: scorers.local(), lang, seen: Vec::new() };
    read_files(&[path.to_owned()], How::default(), scorers, lang, &mut found)?;
    match <[_; 1]>::try_from(found.seen) {
        Ok([assessment]) => Ok(assessment),
        Err(_) => bail!(Word::OneAssessment.say(lang, &[("file", &file::name(path, lang))])),
    }
}
