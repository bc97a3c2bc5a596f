//! The interface of user-defined functions, as MariaDB's and MySQL's `mysql.h` have it.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::slice;

/// `STRING_RESULT`: the server hands an argument over as a text.
const TEXT: c_int = 0;

/// `UDF_ARGS`.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Args {
    count: c_uint,
    types: *mut c_int,
    values: *mut *mut c_char,
    lengths: *mut c_ulong,
    maybe_null: *mut c_char,
    attributes: *mut *mut c_char,
    attribute_lengths: *mut c_ulong,
    extension: *mut c_void,
}

/// `UDF_INIT`.
#[repr(C)]
#[derive(Debug)]
pub(crate) struct Init {
    maybe_null: bool,
    decimals: c_uint,
    max_length: c_ulong,
    /// What the function keeps between its calls.
    kept: *mut c_void,
    const_item: bool,
    extension: *mut c_void,
}

/// A text is at most as long as `MEDIUMTEXT` holds.
const LONGEST: c_ulong = (1 << 24) - 1;

impl Init {
    /// Keeps a value between the calls of a function, whose answer may be NULL or a long text.
    pub(crate) fn keep<T>(&mut self, value: T) {
        self.maybe_null = true;
        self.max_length = LONGEST;
        self.kept = Box::into_raw(Box::new(value)).cast();
    }

    /// What is kept.
    ///
    /// # Safety
    ///
    /// `init` is the server's; [`Init::keep`] kept a value of this type, and it is not forgotten yet.
    pub(crate) unsafe fn kept<'s, T>(init: *mut Init) -> &'s mut T {
        // SAFETY: as above.
        unsafe { &mut *(*init).kept.cast::<T>() }
    }

    /// What every `…_deinit` does: forgets what is kept.
    ///
    /// # Safety
    ///
    /// As [`Init::kept`], once.
    pub(crate) unsafe fn forget<T>(init: *mut Init) {
        // SAFETY: it was made of a box, and nothing comes after this call.
        unsafe { drop(Box::from_raw((*init).kept.cast::<T>())) };
    }
}

impl Args {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        usize::try_from(self.count).unwrap_or_default()
    }

    /// Asks for every argument as a text; numbers come as their digits. For `init` alone.
    ///
    /// # Safety
    ///
    /// The server made them.
    pub(crate) unsafe fn want_texts(&mut self) {
        if self.count > 0 {
            // SAFETY: the server has a type for each argument.
            unsafe { slice::from_raw_parts_mut(self.types, self.len()) }.fill(TEXT);
        }
    }

    /// The bytes of each argument; nothing of NULL, and, in `init`, of what is not constant.
    ///
    /// # Safety
    ///
    /// The server made them, and they live for as long as the call.
    pub(crate) unsafe fn texts(&self) -> impl Iterator<Item = Option<&[u8]>> {
        (0..self.len()).map(|place| {
            // SAFETY: the server has a value and a length for each argument, also of NULL.
            let (value, length) = unsafe { (*self.values.add(place), *self.lengths.add(place)) };
            // SAFETY: a value that is not NULL has so many bytes.
            (!value.is_null()).then(|| unsafe { slice::from_raw_parts(value.cast::<u8>(), usize::try_from(length).unwrap_or_default()) })
        })
    }
}
