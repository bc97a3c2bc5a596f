//! How `jsonb` comes in, as itself or as text, and how the core's text goes out as `jsonb`.

use std::ffi::{CStr, CString};
use std::marker::PhantomData;
use std::slice;

use pgrx::callconv::{Arg, ArgAbi, BoxRet, FcInfo};
use pgrx::datum::Datum;
use pgrx::{direct_function_call_as_datum, impl_sql_translatable, pg_sys, set_varsize_4b, vardata_any, varsize_any_exhdr};
use thuocdo_core::json::{MAX_BYTES, Value};
use thuocdo_core::{Scorecard, Scorer, Sheet, Subject, Violations};

use crate::numbers;
use crate::walk::Walk;

/// A `jsonb` argument. It has no key twice; that is `jsonb`'s way, not ours.
#[derive(Clone, Copy)]
pub(crate) struct Jsonb<'a> {
    /// As it came: perhaps compressed, perhaps elsewhere, until somebody reads it.
    datum: *mut pg_sys::varlena,
    of: PhantomData<&'a [u8]>,
}

impl<'a> Jsonb<'a> {
    /// Its text, as the server writes it.
    #[expect(clippy::cast_ptr_alignment, reason = "the server's own memory begins at a multiple of eight")]
    pub(crate) fn text(self) -> &'a [u8] {
        // SAFETY: the datum lies in the memory of the call, and so does the text. The server's function ends the text with a zero byte, and no
        // `jsonb` holds another. It reads a datum that begins at a multiple of four, which `pg_detoast_datum` sees to.
        unsafe {
            let jsonb = pg_sys::pg_detoast_datum(self.datum);
            let size = i32::try_from(varsize_any_exhdr(jsonb)).unwrap_or(i32::MAX);
            CStr::from_ptr(pg_sys::JsonbToCString(std::ptr::null_mut(), &raw mut (*jsonb.cast::<pg_sys::Jsonb>()).root, size)).to_bytes()
        }
    }

    /// As it lies, behind the header of its length.
    pub(crate) fn bytes(self) -> &'a [u8] {
        // SAFETY: so long the datum says that it is, wherever it was before.
        unsafe {
            let datum = pg_sys::pg_detoast_datum_packed(self.datum);
            slice::from_raw_parts(vardata_any(datum).cast(), varsize_any_exhdr(datum))
        }
    }

    /// Its value as the core reads it.
    ///
    /// # Errors
    /// `too_large`.
    pub(crate) fn value(self) -> Result<Value<'a>, Violations> {
        self.value_at_most(MAX_BYTES)
    }

    /// As [`Jsonb::value`], of a text of at most `limit` bytes.
    pub(crate) fn value_at_most(self, limit: usize) -> Result<Value<'a>, Violations> {
        numbers::parsed(self.text(), limit)
    }

    /// What a scorecard needs of the assessment that it is: read where it lies, or by its text where anything is wrong or unusual.
    pub(crate) fn read(self, scorer: &Scorer) -> Result<(Subject, Sheet), Violations> {
        self.walk(scorer).map_or_else(|| scorer.read(&self.value()?), Ok)
    }

    /// The scorecard of the assessment that it is.
    pub(crate) fn card(self, scorer: &Scorer) -> Result<Scorecard, Violations> {
        self.read(scorer).and_then(|(subject, sheet)| scorer.card(&subject, &sheet))
    }

    /// The same as [`Jsonb::read`], if it can be read where it lies.
    pub(crate) fn walk(self, scorer: &Scorer) -> Option<(Subject, Sheet)> {
        let bytes = self.bytes();
        // A text is refused above a size. It is at most six times as long, where all is escaped, and punctuation.
        if bytes.len() > MAX_BYTES / 8 { None } else { scorer.skim(&mut Walk::container(bytes)?) }
    }
}

impl_sql_translatable!(Jsonb<'_>, "jsonb");

// SAFETY: the argument is declared `jsonb`, and what is made of it lies in the memory of the call.
unsafe impl<'fcx> ArgAbi<'fcx> for Jsonb<'fcx> {
    unsafe fn unbox_arg_unchecked(arg: Arg<'_, 'fcx>) -> Self {
        // SAFETY: the caller says that it is such a datum and not null.
        unsafe {
            let datum: pg_sys::Datum = arg.unbox_arg_using_from_datum().unwrap_or(pg_sys::Datum::null());
            Jsonb { datum: datum.cast_mut_ptr(), of: PhantomData }
        }
    }
}

/// JSON text that goes out as `jsonb`.
pub(crate) struct JsonbText(pub(crate) String);

impl_sql_translatable!(JsonbText, "jsonb");

// SAFETY: the datum is what the server's own input function makes of the text.
unsafe impl BoxRet for JsonbText {
    unsafe fn box_into<'fcx>(self, fcinfo: &mut FcInfo<'fcx>) -> Datum<'fcx> {
        let text = CString::new(self.0).unwrap_or_default();
        // SAFETY: `jsonb_in` takes one `cstring`.
        match unsafe { direct_function_call_as_datum(pg_sys::jsonb_in, &[Some(text.as_ptr().into())]) } {
            // SAFETY: it is a `jsonb` in the memory of the call.
            Some(datum) => unsafe { fcinfo.return_raw_datum(datum) },
            None => fcinfo.return_null(),
        }
    }
}

/// A `jsonb` that goes out as it was written.
pub(crate) struct JsonbBytes(pub(crate) Vec<u8>);

impl_sql_translatable!(JsonbBytes, "jsonb");

// SAFETY: `write` makes what the server's own input function would make.
unsafe impl BoxRet for JsonbBytes {
    unsafe fn box_into<'fcx>(self, fcinfo: &mut FcInfo<'fcx>) -> Datum<'fcx> {
        let size = self.0.len().saturating_add(pg_sys::VARHDRSZ);
        // SAFETY: the server gives so many bytes in the memory of the call, or ends the call with an error. It gives no more than a gigabyte.
        unsafe {
            let varlena = pg_sys::palloc(size).cast::<pg_sys::varlena>();
            set_varsize_4b(varlena, i32::try_from(size).unwrap_or_default());
            self.0.as_ptr().copy_to_nonoverlapping(varlena.cast::<u8>().add(pg_sys::VARHDRSZ), self.0.len());
            fcinfo.return_raw_datum(pg_sys::Datum::from(varlena))
        }
    }
}
