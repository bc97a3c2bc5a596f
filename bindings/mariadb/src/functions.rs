//! The functions of one row. NULL in is NULL out.

use std::ffi::{c_char, c_uchar, c_ulong};
use std::ptr;

use thuocdo_sql::{Answer, Function};

use crate::abi::{Args, Init};
use crate::message::{refuse, write};
use crate::{SCORERS, caught, counted};

/// What a function keeps in a statement.
struct State {
    function: &'static Function,
    /// The last answer, which the server reads until the next call.
    text: String,
}

/// What `…_init` does.
///
/// # Safety
///
/// The server calls it with pointers of its own.
unsafe fn begin(name: &str, init: *mut Init, args: *mut Args, message: *mut c_char) -> bool {
    // SAFETY: as above.
    let (init, args) = unsafe { (&mut *init, &mut *args) };
    let state = caught(|| {
        let function = Function::named(name).ok_or_else(|| format!("there is no {name}()"))?;
        counted(name, function.counts(), args.len())?;
        // SAFETY: as above.
        unsafe { args.want_texts() };
        Ok(State { function, text: String::new() })
    });
    match state {
        Ok(state) => {
            init.keep(state);
            false
        }
        Err(fault) => {
            // SAFETY: the server has room for a message.
            unsafe { write(&fault, message) };
            true
        }
    }
}

/// Answers a row. Nothing of NULL, and of what is refused, which ends the statement.
///
/// # Safety
///
/// As [`begin`], between it and the end.
unsafe fn answer<'s>(init: *mut Init, args: *const Args, error: *mut c_uchar) -> (&'s mut State, Option<Answer>) {
    // SAFETY: as above.
    let (state, args) = unsafe { (Init::kept::<State>(init), &*args) };
    // SAFETY: as above.
    let given: Option<Vec<&[u8]>> = unsafe { args.texts() }.collect();
    let Some(given) = given else { return (state, None) };
    match caught(|| state.function.answer(&SCORERS, &given)) {
        Ok(answer) => (state, Some(answer)),
        Err(fault) => {
            // SAFETY: the server's own flag.
            unsafe { refuse(&fault, error) };
            (state, None)
        }
    }
}

/// As [`answer`], of a function that gives a text.
///
/// # Safety
///
/// As [`answer`].
unsafe fn text(init: *mut Init, args: *const Args, length: *mut c_ulong, is_null: *mut c_uchar, error: *mut c_uchar) -> *const c_char {
    // SAFETY: as above.
    let (state, answer) = unsafe { answer(init, args, error) };
    let Some(Answer::Text(text)) = answer else {
        // SAFETY: the server's own flag.
        unsafe { *is_null = 1 };
        return ptr::null();
    };
    state.text = text;
    // SAFETY: the server's own number.
    unsafe { *length = state.text.len() as c_ulong };
    state.text.as_ptr().cast()
}

/// As [`answer`], of a function that gives a number or a truth.
///
/// # Safety
///
/// As [`answer`].
unsafe fn number(init: *mut Init, args: *const Args, is_null: *mut c_uchar, error: *mut c_uchar) -> i64 {
    // SAFETY: as above.
    match unsafe { answer(init, args, error) }.1 {
        Some(Answer::Integer(number)) => number,
        Some(Answer::Bool(is)) => i64::from(is),
        _ => {
            // SAFETY: the server's own flag.
            unsafe { *is_null = 1 };
            0
        }
    }
}

/// The three symbols of each function.
macro_rules! functions {
    ($($module:ident $kind:ident $name:literal;)+) => {
        $(mod $module {
            use super::*;

            #[unsafe(export_name = concat!($name, "_init"))]
            unsafe extern "C" fn init(init: *mut Init, args: *mut Args, message: *mut c_char) -> bool {
                // SAFETY: the server calls it.
                unsafe { begin($name, init, args, message) }
            }

            #[unsafe(export_name = concat!($name, "_deinit"))]
            unsafe extern "C" fn deinit(init: *mut Init) {
                // SAFETY: the server calls it.
                unsafe { Init::forget::<State>(init) }
            }

            functions!(@ $kind $name);
        })+
    };
    (@ text $name:literal) => {
        #[unsafe(export_name = $name)]
        unsafe extern "C" fn call(
            init: *mut Init,
            args: *const Args,
            _: *mut c_char,
            length: *mut c_ulong,
            is_null: *mut c_uchar,
            error: *mut c_uchar,
        ) -> *const c_char {
            // SAFETY: the server calls it.
            unsafe { text(init, args, length, is_null, error) }
        }
    };
    (@ number $name:literal) => {
        #[unsafe(export_name = $name)]
        unsafe extern "C" fn call(init: *mut Init, args: *const Args, is_null: *mut c_uchar, error: *mut c_uchar) -> i64 {
            // SAFETY: the server calls it.
            unsafe { number(init, args, is_null, error) }
        }
    };
}

functions! {
    ask text "thuocdo_ask";
    check text "thuocdo_check";
    digest text "thuocdo_digest";
    eligible number "thuocdo_eligible";
    explain text "thuocdo_explain";
    explain_json text "thuocdo_explain_json";
    framework text "thuocdo_framework";
    level number "thuocdo_level";
    levels text "thuocdo_levels";
    plan text "thuocdo_plan";
    schema text "thuocdo_schema";
    score text "thuocdo_score";
    valid number "thuocdo_valid";
}
