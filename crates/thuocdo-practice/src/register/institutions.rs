//! The register itself, and how an institution is found in it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::{Reader, Value};
use thuocdo::{Date, InstitutionType, Violations};

use super::lineage::{Descent, Lineage};
use super::succession::Succession;
use crate::shared::code::key;

/// Institutions with their type and authority, and how they were merged, split and renamed. Data of the caller's.
///
/// ```
/// use thuocdo_practice::Register;
/// let register = Register::from_json(r#"{
///     "institutions": [ { "code": "31-0042", "type": "primary", "authority": "UBND phường An Biên (ví dụ giả định)" } ],
///     "changes": [ { "on": "2025-07-01", "kind": "renamed", "from": ["31-0007"], "to": ["31-0042"] } ]
/// }"#.as_bytes())?;
/// assert_eq!(register.today("31-0007"), "31-0042");
/// assert_eq!(register.code_on("31-0042", "2025-06-30".parse()?), "31-0007");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Register {
    /// What became of them, in any order.
    #[schemars(with = "Option<Vec<Succession>>")]
    pub(super) changes: Vec<Succession>,
    /// The institutions of today. One that is closed need not be among them.
    pub(super) institutions: Vec<Registered>,
    /// By what all spellings of a code have in common.
    #[serde(skip)]
    pub(super) by_code: BTreeMap<String, usize>,
    /// By what is left of a code that a spreadsheet took for a number; nothing where it is left of several.
    #[serde(skip)]
    pub(super) by_bare: BTreeMap<String, Option<usize>>,
    #[serde(skip)]
    pub(super) lineage: Lineage,
}

/// One institution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Registered {
    /// Where a notice reaches it, in free text: an e-mail address, or the way to its letter box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Who manages it, in free text: the People's Committee of a commune, a department. Composed (NFC) and without white space around.
    pub authority: Option<String>,
    /// Its code in the sector database. Composed (NFC), and without blanks that do not belong.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

impl Register {
    /// The largest register that is read, in bytes: that of a country.
    pub const MAX_BYTES: usize = 32 << 20;

    /// Reads a register.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it: `closed_already`, `duplicate_code`, `empty_list`, `ill_formed_change`,
    /// `own_predecessor`, and what any input may get wrong.
    pub fn from_json(bytes: &[u8]) -> Result<Register, Violations> {
        Register::from_value(&Value::parse_at_most(bytes, Register::MAX_BYTES)?)
    }

    /// As [`Register::from_json`], of JSON already parsed.
    ///
    /// # Errors
    ///
    /// As [`Register::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Register, Violations> {
        Reader::read(value)
    }

    /// The register as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }

    /// The institutions, in the order of the file.
    pub fn institutions(&self) -> &[Registered] {
        &self.institutions
    }

    /// The changes, in the order of the file.
    pub fn changes(&self) -> &[Succession] {
        &self.changes
    }

    /// The institution of a code, or of the code that it bears now. Spellings of one code are one: composed or not, in capital letters or
    /// not, with blanks or without.
    pub fn find(&self, code: &str) -> Option<&Registered> {
        let position = self.by_code.get(&*key(code)).or_else(|| self.by_code.get(&*key(self.today(code))))?;
        self.institutions.get(*position)
    }

    /// The code that an institution bears after all its renamings; its own where it was never renamed.
    pub fn today<'a>(&'a self, code: &'a str) -> &'a str {
        self.lineage.code_on(code, None)
    }

    /// The code that an institution bears on a day: the first it has, where it is renamed later only.
    pub fn code_on<'a>(&'a self, code: &'a str, day: Date) -> &'a str {
        self.lineage.code_on(code, Some(day))
    }

    /// Which of these institutions came out of which; each is there once.
    pub(crate) fn descent<'r>(&'r self, codes: &[&str]) -> Descent<'r> {
        self.lineage.descent(&self.changes, codes)
    }

    /// The merger or split by which the institution of a code came to its end.
    pub(crate) fn closing(&self, code: &str) -> Option<&Succession> {
        self.changes.get(self.lineage.closing(code)?)
    }

    /// The day from which the institution of a code was there, where it came out of others.
    pub(crate) fn begun(&self, code: &str) -> Option<Date> {
        self.lineage.begun(code)
    }

    /// A merger or split after one day and until another that an institution went through keeping its code: it took others in, or gave parts
    /// away. Of several the latest.
    pub(crate) fn change_kept(&self, code: &str, after: Date, until: Date) -> Option<&Succession> {
        self.lineage.change_kept(&self.changes, code, after, until)
    }
}
