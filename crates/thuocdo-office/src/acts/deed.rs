//! One thing that is to be done with one case.

use thuocdo::Date;
use thuocdo_practice::process::{Act, Role};

/// One thing that was done with one institution: a line of an events sheet, or what a command says of every case. It is an input: write
/// `Deed { …, ..Deed::default() }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// What was done.
    pub act: Act,
    /// The body that acted; without it the institution itself, or the authority that the register names.
    pub body: Option<String>,
    /// The code of the institution.
    pub code: String,
    /// Who signed.
    pub name: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day.
    pub on: Date,
    /// Of which period; without it that of the year, or of the only case of the institution.
    pub period: Option<String>,
    /// Where it is written, such as `su-kien.xlsx, dòng 7`: for messages.
    pub place: Option<String>,
    /// In which part the body acted; without it the usual one (`Act::usual_role`).
    pub role: Option<Role>,
}
