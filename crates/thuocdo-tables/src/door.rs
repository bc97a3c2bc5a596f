//! Converts a table to lines of JSON, for a caller that passes texts.

use std::convert::Infallible;

use thuocdo::{Lang, LocalScorer, canonical};

use crate::fault::{Fault, faults_json};
use crate::open::{FileFormat, Unmarked, recognise};
use crate::read::read;
use crate::table::{Halt, Reading, Record, violations_json};

/// Converts the rows of a file to lines of JSON: `{"assessment":{…},"line":2}` for a row that the framework accepts, else
/// `{"line":3,"violations":[…]}`; a row of a workbook also has its `sheet`. A violation has its cell, if it is about one. The first bytes show
/// the format, gzip and a byte order mark.
///
/// # Errors
/// The faults of the file or of its table as a whole.
///
/// ```
/// use thuocdo::{Framework, Lang, LocalScorer, Scorer};
/// let scorers = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let lines = thuocdo_tables::lines(&scorers, "Mã trường;1.3.1\nVD-01;5,5\n".as_bytes(), None, Lang::En)?;
/// assert_eq!(lines, "{\"assessment\":{\"answers\":{\"1.3.1\":{\"points\":5.5}},\"conditions\":{},\"institution\":{\"code\":\"VD-01\"}},\"line\":2}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lines(scorers: &LocalScorer, bytes: &[u8], filled_by: Option<&str>, lang: Lang) -> Result<String, Faults> {
    let file = recognise(Box::new(bytes), None::<FileFormat>, Unmarked::Look).map_err(|fault| Faults(vec![fault]))?;
    let mut lines = Vec::new();
    let mut visit = |record: &Record<'_>| {
        let judged = match record.facts {
            Ok(input) => scorers.local().assessment(input).map_err(|violations| violations_json(&violations, record.cells, lang)),
            Err(faults) => Err(faults_json(faults, lang)),
        };
        let line = record.line;
        let sheet = record.sheet.map(|sheet| format!(",\"sheet\":{}", canonical(&sheet))).unwrap_or_default();
        lines.push(match judged {
            Ok(assessment) => format!("{{\"assessment\":{},\"line\":{line}{sheet}}}\n", assessment.to_json()),
            Err(violations) => format!("{{\"line\":{line}{sheet},\"violations\":{violations}}}\n"),
        });
        Ok::<(), Infallible>(())
    };
    match read(file, &Reading::new(scorers, filled_by), &mut visit, &mut || Ok(())) {
        Ok(_) => Ok(lines.concat()),
        Err(Halt::Faults(faults)) => Err(Faults(faults)),
        Err(Halt::Visitor(never)) => match never {},
    }
}

/// The faults of a file as a whole; at least one.
#[derive(Clone, Debug)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// One line for each fault.
    pub fn lines(&self, lang: Lang) -> String {
        self.0.iter().map(|fault| fault.line(lang)).collect::<Vec<_>>().join("\n")
    }

    /// `{"violations":[…]}`
    pub fn to_json(&self, lang: Lang) -> String {
        format!("{{\"violations\":{}}}", faults_json(&self.0, lang))
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.lines(Lang::En))
    }
}

impl std::error::Error for Faults {}
