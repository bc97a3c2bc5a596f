//! What every call goes through: its arguments are read, no panic leaves it, and whatever happens becomes a status.

use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::slice;

use thuocdo::Lang;

use crate::buffer::Out;
use crate::error::{Error, ErrorOut, Fault};
use crate::status::Status;

/// Whether this build is the one for tests, in which every call panics.
fn is_panic_forced() -> bool {
    cfg!(feature = "forced-panic")
}

/// Runs what may panic.
pub(crate) fn caught<T>(run: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    let run = || {
        assert!(!is_panic_forced(), "this build panics in every call");
        run()
    };
    // What a panic leaves half done is dropped with it: scorers are never written to.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        Err(Fault::Panic(said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()))
    })
}

/// Carries out a call: the result goes to `out`, what kept it from being one to `error`, and the status back.
pub(crate) fn guarded<T: Default>(lang: i32, out: Out<'_, T>, error: ErrorOut<'_>, run: impl FnOnce(Lang) -> Result<T, Fault>) -> Status {
    let language = usize::try_from(lang).ok().and_then(|lang| Lang::ALL.get(lang)).copied();
    let result = caught(|| {
        if out.is_none() {
            return Err(Fault::Null("out"));
        }
        run(language.ok_or(Fault::Option("lang", lang))?)
    });
    let (value, fault) = match result {
        Ok(value) => (value, None),
        Err(fault) => (T::default(), Some(fault)),
    };
    if let Some(out) = out {
        out.write(value);
    }
    let status = fault.as_ref().map_or(Status::Ok, Fault::status);
    if let Some(error) = error {
        error.write(fault.map(|fault| Box::new(Error::new(&fault, language.unwrap_or_default()))));
    }
    status
}

/// The bytes that a caller lends for a call. NULL with the length 0 is the empty text.
///
/// # Safety
/// `ptr` is NULL or points to `len` bytes that nobody writes to during the call.
pub(crate) unsafe fn bytes<'a>(ptr: *const c_char, len: usize, name: &'static str) -> Result<&'a [u8], Fault> {
    if isize::try_from(len).is_err() {
        return Err(Fault::Length(name));
    }
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(Fault::Null(name)),
        // SAFETY: the pointer is not NULL, the length is one that memory can have, and the caller vouches for the bytes.
        (false, _) => Ok(unsafe { slice::from_raw_parts(ptr.cast(), len) }),
    }
}
