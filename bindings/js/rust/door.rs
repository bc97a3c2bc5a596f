//! How JavaScript hands bytes in, takes bytes out, and holds values of Rust.
//!
//! JavaScript pushes each argument: it asks [`argument`] for room and writes there. Then it calls a function, which takes the arguments. The
//! answer is at [`result`], and what is to be read beside it, such as the lines of an error, at [`message`], until the next call.

use std::any::Any;
use std::cell::RefCell;
use std::panic;
use std::rc::Rc;

use thuocdo_core::{Lang, Violations};

thread_local! {
    static ARGUMENTS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    static RESULT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
    static HANDLES: RefCell<Vec<Option<Rc<dyn Any>>>> = const { RefCell::new(Vec::new()) };
}

/// Why a call was not carried out.
pub(crate) enum Fault {
    /// A document was refused.
    Refused(Violations),
    /// A table as a whole.
    #[cfg(feature = "office")]
    Table(thuocdo_tables::Faults),
    /// What a person typed for one code, with the lines for that person.
    #[cfg(feature = "office")]
    Typed(Violations, String),
    /// There is no such file or plan: a sheet with more rows than a sheet may have, a year without the deadline that was asked for.
    #[cfg(feature = "office")]
    Impossible(String),
}

impl From<Violations> for Fault {
    fn from(violations: Violations) -> Fault {
        Fault::Refused(violations)
    }
}

#[cfg(feature = "office")]
impl From<thuocdo_tables::Faults> for Fault {
    fn from(faults: thuocdo_tables::Faults) -> Fault {
        Fault::Table(faults)
    }
}

impl Fault {
    /// The number that JavaScript gets, the JSON of the violations, and a line for each.
    fn answer(&self, lang: Lang) -> (i32, String, String) {
        match self {
            Fault::Refused(violations) => (-1, violations.refusal(lang).to_json(), violations.lines(lang)),
            #[cfg(feature = "office")]
            Fault::Table(faults) => (-3, faults.to_json(lang), faults.lines(lang)),
            #[cfg(feature = "office")]
            Fault::Typed(violations, lines) => (-1, violations.refusal(lang).to_json(), lines.clone()),
            #[cfg(feature = "office")]
            Fault::Impossible(reason) => (-2, String::new(), reason.clone()),
        }
    }
}

/// What a call answers: bytes, or a number that JavaScript gets at once.
pub(crate) enum Answer {
    Bytes(Vec<u8>),
    Number(u32),
    /// Bytes, and a text beside them.
    Both(Vec<u8>, String),
}

impl From<String> for Answer {
    fn from(text: String) -> Answer {
        Answer::Bytes(text.into_bytes())
    }
}

impl From<Vec<u8>> for Answer {
    fn from(bytes: Vec<u8>) -> Answer {
        Answer::Bytes(bytes)
    }
}

impl From<u32> for Answer {
    fn from(number: u32) -> Answer {
        Answer::Number(number)
    }
}

/// Carries out a call with the arguments that were pushed.
pub(crate) fn entry<const N: usize, A: Into<Answer>>(lang: u32, run: impl FnOnce([Vec<u8>; N], Lang) -> Result<A, Fault>) -> i32 {
    let arguments: Result<[Vec<u8>; N], _> = ARGUMENTS.take().try_into();
    let lang = if lang == 1 { Lang::En } else { Lang::Vi };
    let outcome = match arguments {
        Ok(arguments) => run(arguments, lang).map(Into::into),
        Err(pushed) => panic!("{} arguments were pushed, and {N} are wanted", pushed.len()),
    };
    answered(outcome, lang)
}

fn answered(outcome: Result<Answer, Fault>, lang: Lang) -> i32 {
    let (status, bytes, message) = match outcome {
        Ok(Answer::Bytes(bytes)) => (0, bytes, String::new()),
        Ok(Answer::Both(bytes, text)) => (0, bytes, text),
        Ok(Answer::Number(number)) => (i32::try_from(number).unwrap_or(i32::MAX), Vec::new(), String::new()),
        Err(fault) => {
            let (status, json, lines) = fault.answer(lang);
            (status, json.into_bytes(), lines)
        }
    };
    RESULT.set(bytes);
    MESSAGE.set(message);
    status
}

/// Keeps a value until JavaScript frees it.
pub(crate) fn keep(value: impl Any) -> u32 {
    HANDLES.with_borrow_mut(|handles| {
        let free = handles.iter().position(Option::is_none).unwrap_or(handles.len());
        if free == handles.len() {
            handles.push(None);
        }
        if let Some(slot) = handles.get_mut(free) {
            *slot = Some(Rc::new(value));
        }
        u32::try_from(free).unwrap_or(u32::MAX)
    })
}

/// The value that JavaScript holds. Its classes hold no other handle than their own, so anything else is a fault of this package.
pub(crate) fn of<T: Any>(handle: u32) -> Rc<T> {
    let kept = HANDLES.with_borrow(|handles| handles.get(handle as usize).cloned().flatten());
    match kept.and_then(|value| value.downcast().ok()) {
        Some(value) => value,
        None => panic!("{handle} is no such handle"),
    }
}

/// Begins: from now on a panic leaves its words where [`message`] finds them.
#[unsafe(no_mangle)]
extern "C" fn start() {
    panic::set_hook(Box::new(|panic| MESSAGE.set(panic.to_string())));
}

/// Room for one more argument of the next call.
#[unsafe(no_mangle)]
extern "C" fn argument(len: usize) -> *mut u8 {
    let mut bytes = vec![0; len];
    let room = bytes.as_mut_ptr();
    ARGUMENTS.with_borrow_mut(|arguments| arguments.push(bytes));
    room
}

#[unsafe(no_mangle)]
extern "C" fn result() -> *const u8 {
    RESULT.with_borrow(Vec::as_ptr)
}

#[unsafe(no_mangle)]
extern "C" fn result_len() -> usize {
    RESULT.with_borrow(Vec::len)
}

#[unsafe(no_mangle)]
extern "C" fn message() -> *const u8 {
    MESSAGE.with_borrow(|text| text.as_ptr())
}

#[unsafe(no_mangle)]
extern "C" fn message_len() -> usize {
    MESSAGE.with_borrow(String::len)
}

/// Lets go of what the last call answered, so that a large answer does not wait for the next call.
#[unsafe(no_mangle)]
extern "C" fn forget() {
    RESULT.take();
    MESSAGE.take();
}

/// Frees what JavaScript held.
#[unsafe(no_mangle)]
extern "C" fn free(handle: u32) {
    let kept = HANDLES.with_borrow_mut(|handles| handles.get_mut(handle as usize).and_then(Option::take));
    drop(kept);
}
