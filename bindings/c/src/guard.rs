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
    let is_null = out.is_none();
    let (value, status) = settled(lang, error, |lang| if is_null { Err(Fault::Null("out")) } else { run(lang?) });
    if let Some(out) = out {
        out.write(value);
    }
    status
}

/// As [`guarded`], for a struct of the caller that begins with its size. Behind the part that this library knows nothing is written.
///
/// # Safety
/// `out` is NULL, or points to as many bytes as its first field says, and to that field in any case.
pub(crate) unsafe fn guarded_struct<T: Default>(
    lang: i32,
    out: *mut T,
    error: ErrorOut<'_>,
    size_of_struct: impl FnOnce(&mut T) -> &mut usize,
    run: impl FnOnce(Lang, &mut T) -> Result<(), Fault>,
) -> Status {
    // SAFETY: as above; the first field is the size.
    let size = if out.is_null() { None } else { Some(unsafe { out.cast::<usize>().read_unaligned() }) };
    let known = size.filter(|size| (size_of::<T>()..=isize::MAX.cast_unsigned()).contains(size));
    let mut value = T::default();
    let ((), status) = settled(lang, error, |lang| match (size, known) {
        (None, _) => Err(Fault::Null("out")),
        (_, None) => Err(Fault::Length("out")),
        _ => run(lang?, &mut value),
    });
    if status != Status::Ok {
        value = T::default();
    }
    if let Some(size) = known {
        *size_of_struct(&mut value) = size;
        // SAFETY: the caller's struct is no smaller than ours.
        unsafe { out.write_unaligned(value) };
    }
    status
}

/// Runs a call and tells what kept it from being carried out. The value is empty then.
fn settled<T: Default>(lang: i32, error: ErrorOut<'_>, run: impl FnOnce(Result<Lang, Fault>) -> Result<T, Fault>) -> (T, Status) {
    let language = usize::try_from(lang).ok().and_then(|lang| Lang::ALL.get(lang)).copied();
    let (value, fault) = match caught(|| run(language.ok_or(Fault::Option("lang", lang)))) {
        Ok(value) => (value, None),
        Err(fault) => (T::default(), Some(fault)),
    };
    let status = fault.as_ref().map_or(Status::Ok, Fault::status);
    if let Some(error) = error {
        error.write(fault.map(|fault| Box::new(Error::new(&fault, language.unwrap_or_default()))));
    }
    (value, status)
}

/// The bytes that a caller lends for a call. NULL with the length 0 is the empty text.
///
/// # Safety
/// As [`lent`].
pub(crate) unsafe fn bytes<'a>(ptr: *const c_char, len: usize, name: &'static str) -> Result<&'a [u8], Fault> {
    // SAFETY: as above.
    unsafe { lent(ptr.cast(), len, name) }
}

/// The numbers that a caller lends for a call. NULL with the length 0 is none.
///
/// # Safety
/// `ptr` is NULL or points to `len` numbers that nobody writes to during the call.
pub(crate) unsafe fn lent<'a, T>(ptr: *const T, len: usize, name: &'static str) -> Result<&'a [T], Fault> {
    if len > isize::MAX.cast_unsigned() / size_of::<T>() {
        return Err(Fault::Length(name));
    }
    match (ptr.is_null(), ptr.is_aligned(), len) {
        // Of no numbers the pointer is not looked at: some hosts point anywhere then.
        (_, _, 0) => Ok(&[]),
        (true, _, _) => Err(Fault::Null(name)),
        (_, false, _) => Err(Fault::Length(name)),
        // SAFETY: the pointer is neither NULL nor askew, the length is one that memory can have, and the caller vouches for the numbers.
        (false, true, _) => Ok(unsafe { slice::from_raw_parts(ptr, len) }),
    }
}
