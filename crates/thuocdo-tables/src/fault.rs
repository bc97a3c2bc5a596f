//! Faults of a file, a table or a row that prevent reading.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

use thuocdo::{Lang, Violation, ViolationCode, canonical};

use crate::codes::TableCode;
use crate::words::Say;

/// A fault of a file, a table or a row: its stable code, its place and its message.
#[derive(Clone, Debug)]
pub struct Fault {
    cell: Option<String>,
    said: Box<Said>,
}

#[derive(Clone, Debug)]
enum Said {
    /// A violation of the core.
    Violation(Violation),
    /// A violation of the core, with a sentence about tables.
    Worded(Violation, Say, Vec<(&'static str, Filler)>),
    /// A violation of the core, with its cell and a message about the cell in each language.
    Told(Violation, [String; 2]),
    /// A fault of this crate.
    Words { code: &'static str, say: Say, params: Vec<(&'static str, Filler)> },
}

/// A value for a place in a sentence.
#[derive(Clone, Debug)]
pub(crate) enum Filler {
    Text(String),
    Number(u64),
    /// A text in Vietnamese and English.
    Pair([&'static str; 2]),
    /// Another sentence, in the requested language.
    Say(Say, Option<u64>),
}

impl From<String> for Filler {
    fn from(text: String) -> Filler {
        Filler::Text(text)
    }
}

impl From<&str> for Filler {
    fn from(text: &str) -> Filler {
        Filler::Text(text.to_owned())
    }
}

impl From<u64> for Filler {
    fn from(number: u64) -> Filler {
        Filler::Number(number)
    }
}

impl From<usize> for Filler {
    fn from(number: usize) -> Filler {
        Filler::Number(number as u64)
    }
}

impl From<[&'static str; 2]> for Filler {
    fn from(pair: [&'static str; 2]) -> Filler {
        Filler::Pair(pair)
    }
}

impl From<Say> for Filler {
    fn from(say: Say) -> Filler {
        Filler::Say(say, None)
    }
}

impl Filler {
    fn text(&self, lang: Lang) -> String {
        match self {
            Filler::Text(text) => text.clone(),
            Filler::Number(number) => number.to_string(),
            Filler::Pair(pair) => lang.pick(*pair).to_owned(),
            Filler::Say(say, most) => say.say(lang, &[("most", &most.unwrap_or_default())]),
        }
    }
}

impl Fault {
    pub(crate) fn new(code: TableCode, say: Say) -> Fault {
        Fault { cell: None, said: Box::new(Said::Words { code: code.as_str(), say, params: Vec::new() }) }
    }

    /// A fault with a code of the core.
    pub(crate) fn of_core(code: ViolationCode, say: Say) -> Fault {
        Fault { cell: None, said: Box::new(Said::Words { code: code.as_str(), say, params: Vec::new() }) }
    }

    /// A violation of the core with a sentence about tables.
    pub(crate) fn worded(violation: Violation, (say, params): (Say, Vec<(&'static str, Filler)>)) -> Fault {
        Fault { cell: None, said: Box::new(Said::Worded(violation, say, params)) }
    }

    /// A violation of the core with a message about its cell.
    pub(crate) fn told(violation: Violation, cell: String, messages: [String; 2]) -> Fault {
        Fault { cell: Some(cell), said: Box::new(Said::Told(violation, messages)) }
    }

    pub(crate) fn with(mut self, name: &'static str, filler: impl Into<Filler>) -> Fault {
        if let Said::Words { params, .. } = &mut *self.said {
            params.push((name, filler.into()));
        }
        self
    }

    pub(crate) fn in_cell(mut self, cell: String) -> Fault {
        self.cell = Some(cell);
        self
    }

    /// The stable word of the fault.
    pub fn code(&self) -> &'static str {
        match &*self.said {
            Said::Violation(violation) | Said::Worded(violation, ..) | Said::Told(violation, _) => violation.code().as_str(),
            Said::Words { code, .. } => code,
        }
    }

    /// The cell of the fault, such as `C1` or `Phiếu!D12`; `None` if it is about no cell.
    pub fn cell(&self) -> Option<&str> {
        self.cell.as_deref()
    }

    /// The JSON Pointer in the assessment; empty for the whole.
    pub fn at(&self) -> &str {
        match &*self.said {
            Said::Violation(violation) | Said::Worded(violation, ..) | Said::Told(violation, _) => violation.at(),
            Said::Words { .. } => "",
        }
    }

    /// One line without a final stop.
    pub fn message(&self, lang: Lang) -> String {
        match &*self.said {
            Said::Violation(violation) => violation.message(lang),
            Said::Told(_, [vi, en]) => match lang {
                Lang::Vi => vi.clone(),
                Lang::En => en.clone(),
            },
            Said::Words { say, params, .. } | Said::Worded(_, say, params) => {
                let texts: Vec<(&str, String)> = params.iter().map(|(name, filler)| (*name, filler.text(lang))).collect();
                let params: Vec<(&str, &dyn Display)> = texts.iter().map(|(name, text)| (*name, text as &dyn Display)).collect();
                say.say(lang, &params)
            }
        }
    }

    /// Cell, message and code on one line.
    pub fn line(&self, lang: Lang) -> String {
        let word = match lang {
            Lang::Vi => "ô",
            Lang::En => "cell",
        };
        // A message about a cell has the cell in it.
        let place = self
            .cell
            .as_deref()
            .filter(|_| !matches!(*self.said, Said::Told(..)))
            .map(|cell| format!("{word} {}: ", thuocdo::text::shown(cell)))
            .unwrap_or_default();
        format!("{place}{} ({})", self.message(lang), self.code())
    }

    /// The fault in the JSON form of a violation: `at`, `cell` if there is one, `code`, `message`, `params`.
    pub fn to_json(&self, lang: Lang) -> String {
        let violation = match &*self.said {
            Said::Violation(violation) => violation.to_json(lang),
            Said::Told(violation, _) => told_as(violation, &self.message(lang), lang),
            Said::Words { params, .. } | Said::Worded(_, _, params) => {
                let params: BTreeMap<&str, String> = params
                    .iter()
                    .map(|(name, filler)| match filler {
                        Filler::Number(number) => (*name, number.to_string()),
                        other => (*name, canonical(&other.text(lang))),
                    })
                    .collect();
                let params: Vec<String> = params.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!(
                    "{{\"at\":{},\"code\":\"{}\",\"message\":{},\"params\":{{{}}}}}",
                    canonical(&self.at()),
                    self.code(),
                    canonical(&self.message(lang)),
                    params.join(",")
                )
            }
        };
        match &self.cell {
            None => violation,
            Some(cell) => with_cell(&violation, cell),
        }
    }
}

/// A list of faults in JSON.
pub fn faults_json(faults: &[Fault], lang: Lang) -> String {
    format!("[{}]", faults.iter().map(|fault| fault.to_json(lang)).collect::<Vec<_>>().join(","))
}

/// The canonical JSON of a violation, with another message.
pub(crate) fn told_as(violation: &Violation, message: &str, lang: Lang) -> String {
    let member = |message: &str| format!(",\"message\":{}", canonical(&message));
    violation.to_json(lang).replacen(&member(&violation.message(lang)), &member(message), 1)
}

/// The canonical JSON of a violation with its cell, between `at` and `code`.
pub(crate) fn with_cell(violation: &str, cell: &str) -> String {
    match violation.split_once(",\"code\":") {
        Some((at, rest)) => format!("{at},\"cell\":{},\"code\":{rest}", canonical(&cell)),
        None => violation.to_owned(),
    }
}

impl From<Violation> for Fault {
    fn from(violation: Violation) -> Fault {
        Fault { cell: None, said: Box::new(Said::Violation(violation)) }
    }
}

/// Writes the English line with the cell.
impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

impl std::error::Error for Fault {}
