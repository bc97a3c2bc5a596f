//! Why a call was not carried out, and how it is asked.

use std::ffi::c_char;

use thuocdo::text::shown;
use thuocdo::{Lang, Violations};

use crate::buffer::{Buffer, Out};
use crate::status::Status;

/// Where an error is written.
pub(crate) type ErrorOut<'a> = Out<'a, Option<Box<Error>>>;

/// What kept a call from being carried out.
#[derive(Debug)]
pub(crate) enum Fault {
    Refused(Violations),
    /// A table as a whole.
    Table(thuocdo_tables::Faults),
    /// The argument's name.
    Null(&'static str),
    /// The argument's name.
    Length(&'static str),
    /// The argument's name, and what was given.
    Option(&'static str, i32),
    Stream(String),
    Panic(String),
    /// The caller's function wanted no more.
    Stopped,
}

impl From<Violations> for Fault {
    fn from(violations: Violations) -> Fault {
        Fault::Refused(violations)
    }
}

impl From<thuocdo_tables::Faults> for Fault {
    fn from(faults: thuocdo_tables::Faults) -> Fault {
        Fault::Table(faults)
    }
}

impl Fault {
    pub(crate) const fn status(&self) -> Status {
        match self {
            Fault::Refused(_) | Fault::Table(_) => Status::Refused,
            Fault::Null(_) => Status::NullArgument,
            Fault::Length(_) => Status::BadLength,
            Fault::Option(..) => Status::BadOption,
            Fault::Stream(_) => Status::BadStream,
            Fault::Panic(_) => Status::Panicked,
            Fault::Stopped => Status::Stopped,
        }
    }

    /// In words: what the core refuses in the language asked for, a fault in the calling program in English.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Fault::Refused(violations) => violations.lines(lang),
            Fault::Table(faults) => faults.lines(lang),
            Fault::Null(name) => format!("`{name}` is NULL"),
            Fault::Length(name) => format!("the length of `{name}` is more than any memory has"),
            Fault::Option(name, found) => format!("`{name}` is {found}, which is none of its constants"),
            Fault::Stream(reason) => format!("the Arrow stream cannot be read: {}", shown(reason)),
            Fault::Panic(reason) => format!("a fault in thuocdo, please report it: {}", shown(reason)),
            Fault::Stopped => "the function that takes the lines ended the call".to_owned(),
        }
    }
}

/// What `thuocdo_error` points to.
#[derive(Debug)]
pub(crate) struct Error {
    code: Buffer,
    message: Buffer,
    status: Status,
    violations: Buffer,
}

// SAFETY: its buffers are its own, and are never written to.
unsafe impl Sync for Error {}
// SAFETY: as above; whichever thread drops it.
unsafe impl Send for Error {}

impl Error {
    pub(crate) fn new(fault: &Fault, lang: Lang) -> Error {
        let first = match fault {
            Fault::Refused(violations) => violations.iter().next().map(|first| first.code().as_str()),
            Fault::Table(faults) => faults.0.first().map(thuocdo_tables::Fault::code),
            _ => None,
        };
        let violations = match fault {
            Fault::Refused(violations) => violations.refusal(lang).to_json(),
            Fault::Table(faults) => faults.to_json(lang),
            _ => Violations::default().refusal(lang).to_json(),
        };
        let code = first.unwrap_or(fault.status().as_str());
        Error { code: code.into(), message: fault.message(lang).into(), status: fault.status(), violations: violations.into() }
    }
}

/// One text of an error, lent for as long as the error lives.
fn lent(error: Option<&Error>, len: Out<'_, usize>, text: impl FnOnce(&Error) -> &Buffer) -> *const c_char {
    let (ptr, found) = error.map_or((c"".as_ptr(), 0), |error| text(error).parts());
    if let Some(len) = len {
        len.write(found);
    }
    ptr
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_error_status(error: Option<&Error>) -> Status {
    error.map_or(Status::Ok, |error| error.status)
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_error_code(error: Option<&Error>, len: Out<'_, usize>) -> *const c_char {
    lent(error, len, |error| &error.code)
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_error_message(error: Option<&Error>, len: Out<'_, usize>) -> *const c_char {
    lent(error, len, |error| &error.message)
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_error_json(error: Option<&Error>, len: Out<'_, usize>) -> *const c_char {
    lent(error, len, |error| &error.violations)
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_error_free(error: Option<Box<Error>>) {
    drop(error);
}
