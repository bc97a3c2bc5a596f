//! Where results are written, and the texts that callers own until they free them.

use std::ffi::c_char;
use std::mem::{ManuallyDrop, MaybeUninit};
use std::ptr;

/// Where a result is written: memory of the caller that may hold anything before.
pub(crate) type Out<'a, T> = Option<&'a mut MaybeUninit<T>>;

/// A text that belongs to the caller until the caller frees it, with a NUL behind it that its length does not count.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct Buffer {
    ptr: *mut c_char,
    len: usize,
}

impl Default for Buffer {
    fn default() -> Buffer {
        Buffer { ptr: ptr::null_mut(), len: 0 }
    }
}

impl From<String> for Buffer {
    fn from(text: String) -> Buffer {
        let len = text.len();
        let text = ManuallyDrop::new(terminated(text));
        Buffer { ptr: text.as_ptr().cast_mut().cast(), len }
    }
}

impl From<&str> for Buffer {
    fn from(text: &str) -> Buffer {
        text.to_owned().into()
    }
}

/// The bytes with a NUL behind them.
fn terminated(text: String) -> Box<[u8]> {
    let mut bytes = text.into_bytes();
    bytes.reserve_exact(1);
    bytes.push(0);
    bytes.into_boxed_slice()
}

impl Buffer {
    /// Where the text is, and its length.
    pub(crate) const fn parts(&self) -> (*const c_char, usize) {
        (self.ptr, self.len)
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        if !self.ptr.is_null() {
            // SAFETY: a pointer that is not NULL is one of `terminated`, with the length without its NUL.
            drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(self.ptr.cast::<u8>(), self.len + 1)) });
        }
    }
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_buffer_free(buffer: Option<&mut Buffer>) {
    // What it was is dropped; what is left may be freed again.
    buffer.map(std::mem::take);
}
