//! One thing that is to be done with one case.

use thuocdo::Date;
use thuocdo_practice::process::{Act, Role};

use crate::folder::{Place, SheetEvent};

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
    /// Whether it is said of all institutions at once. Nobody then recognises the lowest level by the way: who means it names the code.
    pub is_for_all: bool,
    /// Who signed.
    pub name: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day.
    pub on: Date,
    /// Of which period; without it that of the year, or of the only case of the institution.
    pub period: Option<String>,
    /// Where it is written, if it is in a sheet of events.
    pub place: Option<Place>,
    /// In which part the body acted; without it the usual one (`Act::usual_role`).
    pub role: Option<Role>,
}

impl From<&SheetEvent> for Deed {
    fn from(event: &SheetEvent) -> Deed {
        Deed {
            act: event.act,
            body: event.body.clone(),
            code: event.code.clone(),
            is_for_all: false,
            name: event.name.clone(),
            note: event.note.clone(),
            on: event.on,
            period: None,
            place: Some(event.at.clone()),
            role: event.role,
        }
    }
}
