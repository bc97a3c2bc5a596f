//! The aggregates: a question of many rows.

use std::ffi::{c_char, c_uchar, c_ulong};
use std::ptr;

use thuocdo_sql::{AskMany, CohortOf, Scorers};

use crate::abi::{Args, Init};
use crate::message::{refuse, write};
use crate::{SCORERS, caught, counted};

/// What is kept of the rows of a group, and its answer, which the server reads until the next call.
struct State<T> {
    kept: Option<T>,
    text: String,
}

/// What `…_init` does.
///
/// # Safety
///
/// The server calls it with pointers of its own.
unsafe fn begin<T>(name: &str, own: usize, init: *mut Init, args: *mut Args, message: *mut c_char) -> bool {
    // SAFETY: as above.
    let (init, args) = unsafe { (&mut *init, &mut *args) };
    if let Err(fault) = counted(name, own..=own + 2, args.len()) {
        // SAFETY: the server has room for a message.
        unsafe { write(&fault, message) };
        return true;
    }
    // SAFETY: as above.
    unsafe { args.want_texts() };
    init.keep(State::<T> { kept: None, text: String::new() });
    false
}

/// How a row is added to what is kept.
type Add<T> = fn(&mut Option<T>, &Scorers, &[Option<&[u8]>]) -> Result<(), String>;

/// Adds a row. What is refused ends the statement.
///
/// # Safety
///
/// As [`Init::kept`].
unsafe fn add<T>(of: Add<T>, init: *mut Init, args: *const Args, error: *mut c_uchar) {
    // SAFETY: as above.
    let (state, args) = unsafe { (Init::kept::<State<T>>(init), &*args) };
    // SAFETY: as above.
    let given: Vec<Option<&[u8]>> = unsafe { args.texts() }.collect();
    if let Err(fault) = caught(|| of(&mut state.kept, &SCORERS, &given)) {
        // SAFETY: the server's own flag.
        unsafe { refuse(&fault, error) };
    }
}

/// Answers a group; NULL where it had no rows.
///
/// # Safety
///
/// As [`Init::kept`].
unsafe fn finish<T>(of: fn(T) -> String, init: *mut Init, length: *mut c_ulong, is_null: *mut c_uchar, error: *mut c_uchar) -> *const c_char {
    // SAFETY: as above.
    let state = unsafe { Init::kept::<State<T>>(init) };
    let answer = state.kept.take().map(|kept| caught(|| Ok(of(kept))));
    match answer {
        Some(Ok(text)) => {
            state.text = text;
            // SAFETY: the server's own number.
            unsafe { *length = state.text.len() as c_ulong };
            return state.text.as_ptr().cast();
        }
        Some(Err(fault)) => {
            // SAFETY: the server's own flag.
            unsafe { refuse(&fault, error) };
        }
        None => {}
    }
    // SAFETY: the server's own flag.
    unsafe { *is_null = 1 };
    ptr::null()
}

/// The five symbols of each aggregate.
macro_rules! aggregates {
    ($($module:ident $type:ident $own:literal $name:literal;)+) => {
        $(mod $module {
            use super::*;

            #[unsafe(export_name = concat!($name, "_init"))]
            unsafe extern "C" fn init(init: *mut Init, args: *mut Args, message: *mut c_char) -> bool {
                // SAFETY: the server calls it.
                unsafe { begin::<$type>($name, $own, init, args, message) }
            }

            #[unsafe(export_name = concat!($name, "_deinit"))]
            unsafe extern "C" fn deinit(init: *mut Init) {
                // SAFETY: the server calls it.
                unsafe { Init::forget::<State<$type>>(init) }
            }

            #[unsafe(export_name = concat!($name, "_clear"))]
            unsafe extern "C" fn clear(init: *mut Init, _: *mut c_uchar, _: *mut c_uchar) {
                // SAFETY: the server calls it.
                unsafe { Init::kept::<State<$type>>(init) }.kept = None;
            }

            #[unsafe(export_name = concat!($name, "_add"))]
            unsafe extern "C" fn row(init: *mut Init, args: *const Args, _: *mut c_uchar, error: *mut c_uchar) {
                // SAFETY: the server calls it.
                unsafe { add($type::add, init, args, error) }
            }

            #[unsafe(export_name = $name)]
            unsafe extern "C" fn call(
                init: *mut Init,
                _: *const Args,
                _: *mut c_char,
                length: *mut c_ulong,
                is_null: *mut c_uchar,
                error: *mut c_uchar,
            ) -> *const c_char {
                // SAFETY: the server calls it.
                unsafe { finish($type::finish, init, length, is_null, error) }
            }
        })+
    };
}

aggregates! {
    cohort CohortOf 1 "thuocdo_cohort";
    ask_many AskMany 4 "thuocdo_ask_many";
}
