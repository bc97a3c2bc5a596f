//! The forms of many institutions beside the register: which forms it does not know, and which institutions sent none.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::Date;

use super::institutions::{Register, Registered};
use crate::Years;
use crate::shared::code::{key, written};

/// How the forms and the register fit together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Coverage {
    /// Forms of institutions that were closed before the period, by code.
    pub closed: Vec<Closed>,
    /// Codes of forms that are not in the register, in order.
    pub unregistered: Vec<Unregistered>,
    /// Codes of institutions of the register that were there in the period, and of which no form came; in the order of the register.
    pub without_form: Vec<String>,
}

/// A form of an institution that was closed before the period: merged into another, or split.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Closed {
    /// The code of the institution.
    pub code: String,
    /// The day from which the institution was no more.
    pub on: Date,
    /// The period of the form.
    pub period: String,
    /// The codes of those that came out of it.
    pub to: Vec<String>,
}

/// A code of a form that is not in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct Unregistered {
    /// The code of the form.
    pub code: String,
    /// The one code of the register that differs from it only in zeros at the beginning and in signs between, as a spreadsheet changes codes.
    pub near: Option<String>,
}

/// Forms as they come, for the coverage at the end.
#[derive(Clone, Debug, Default)]
pub(crate) struct CoverageCounter {
    closed: BTreeSet<Closed>,
    /// Institutions, by what all spellings of the codes they bear today have in common; each as it was spelt first.
    codes: BTreeMap<String, String>,
    /// The first days of the earliest and of the latest period.
    begin: Option<(Date, Date)>,
}

impl CoverageCounter {
    /// Takes note of a form.
    pub(crate) fn note(&mut self, register: &Register, code: &str, period: Option<&str>) {
        self.codes.entry(key(register.today(code)).into_owned()).or_insert_with(|| written(code).into_owned());
        if let Some(begin) = period.and_then(Years::of).map(Years::begin) {
            self.begin = Some(self.begin.map_or((begin, begin), |(first, last)| (first.min(begin), last.max(begin))));
        }
        self.closed.extend(Closed::find(register, code, period));
    }

    /// Whether no form came with a register.
    pub(crate) fn is_blank(&self) -> bool {
        self.codes.is_empty()
    }

    /// Takes in what another noted, as if its forms had come behind.
    pub(crate) fn take_in(&mut self, other: CoverageCounter) {
        for (key, code) in other.codes {
            self.codes.entry(key).or_insert(code);
        }
        self.begin = match (self.begin, other.begin) {
            (Some((first, last)), Some((other_first, other_last))) => Some((first.min(other_first), last.max(other_last))),
            (own, other) => own.or(other),
        };
        self.closed.extend(other.closed);
    }

    /// What came of them.
    pub(crate) fn finish(self, register: &Register) -> Coverage {
        let unregistered = self.codes.values().filter(|code| !register.knows(code));
        // One that was closed before the first period, or came out of others in or behind the last, was not there to be assessed.
        let was_there = |entry: &&Registered| {
            let closed = register.closing(&entry.code).map(|change| change.on);
            let begun = register.begun(&entry.code);
            self.begin.is_none_or(|(first, last)| closed.is_none_or(|on| on > first) && begun.is_none_or(|on| on <= last))
        };
        let without_form =
            register.institutions().iter().filter(was_there).filter(|entry| !self.codes.contains_key(&*key(register.today(&entry.code))));
        Coverage {
            unregistered: unregistered.map(|code| Unregistered { code: code.clone(), near: register.near(code).map(str::to_owned) }).collect(),
            without_form: without_form.map(|entry| entry.code.clone()).collect(),
            closed: self.closed.into_iter().collect(),
        }
    }
}

impl Closed {
    /// The institution of a code, if it was closed before the first day of a period that names its years.
    pub fn find(register: &Register, code: &str, period: Option<&str>) -> Option<Closed> {
        let period = period?;
        let change = register.closing(code)?;
        let is_before = change.on <= Years::of(period)?.begin();
        is_before.then(|| Closed { code: written(code).into_owned(), period: period.to_owned(), on: change.on, to: change.to.clone() })
    }
}

impl Register {
    /// Whether a code is in the register: of an institution of today, or of one that a change names.
    fn knows(&self, code: &str) -> bool {
        self.find(code).is_some() || self.lineage.find(code).is_some()
    }

    /// The one institution whose code differs from this one only in zeros at the beginning and signs between.
    pub fn near(&self, code: &str) -> Option<&str> {
        let place = self.by_bare.get(&bare(code)).copied().flatten()?;
        self.institutions.get(place).map(|entry| entry.code.as_str())
    }
}

/// A code without zeros at the beginning and without signs: what is left when a spreadsheet took it for a number.
pub(super) fn bare(code: &str) -> String {
    key(code).chars().filter(|c| c.is_alphanumeric()).skip_while(|c| *c == '0').collect()
}
