//! How a fault reaches the user.

use std::ffi::{CString, c_char, c_uchar, c_uint, c_ulong, c_void};
use std::ptr;
use std::sync::OnceLock;

/// How long a message may be, with its end: `MYSQL_ERRMSG_SIZE`.
const MOST: usize = 512;
/// `ER_UNKNOWN_ERROR`: an error that has a text and no number of its own.
const NUMBER: c_uint = 1105;

/// A message as C reads it, cut between two characters where it is too long.
fn cut(message: &str) -> CString {
    let shown = if message.len() < MOST {
        message.to_owned()
    } else {
        let ends = message.char_indices().map(|(at, character)| at + character.len_utf8());
        let end = ends.take_while(|end| *end < MOST - '…'.len_utf8()).last().unwrap_or_default();
        format!("{}…", message.get(..end).unwrap_or_default())
    };
    // The library writes control characters out, so there is no NUL but one that a caller's name holds.
    CString::new(shown.replace('\0', "?")).unwrap_or_default()
}

/// Writes why a statement cannot begin.
///
/// # Safety
///
/// `to` has room for [`MOST`] bytes, as the server gives.
pub(crate) unsafe fn write(message: &str, to: *mut c_char) {
    let message = cut(message);
    let bytes = message.as_bytes_with_nul();
    // SAFETY: as above; the message is shorter.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr().cast(), to, bytes.len()) };
}

/// Refuses a row, which ends the statement.
///
/// # Safety
///
/// `error` is the server's flag.
pub(crate) unsafe fn refuse(message: &str, error: *mut c_uchar) {
    raise(message);
    // SAFETY: as above.
    unsafe { *error = 1 };
}

/// `my_message` of the server: ends the statement with an error.
type Message = unsafe extern "C" fn(c_uint, *const c_char, c_ulong);

/// Ends the statement with an error, where the server offers that to functions. MariaDB and MySQL do on Unix; elsewhere the row is NULL.
fn raise(message: &str) {
    static RAISE: OnceLock<Option<Message>> = OnceLock::new();
    if let Some(raise) = RAISE.get_or_init(find) {
        let message = cut(message);
        // SAFETY: the signature is that of the server's `my_sys.h`; the text lives for as long as the call, which copies it.
        unsafe { raise(NUMBER, message.as_ptr(), 0) };
    }
}

#[cfg(unix)]
fn find() -> Option<Message> {
    unsafe extern "C" {
        fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    }
    // SAFETY: a NULL handle looks among the symbols of the program and its libraries.
    let found = unsafe { dlsym(ptr::null_mut(), c"my_message".as_ptr()) };
    // SAFETY: the server's `my_message` has this signature.
    (!found.is_null()).then(|| unsafe { std::mem::transmute::<*mut c_void, Message>(found) })
}

#[cfg(not(unix))]
fn find() -> Option<Message> {
    None
}
