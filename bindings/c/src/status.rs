//! What a call returns, and which ABI this is.

use std::ffi::{CStr, c_char};

/// Raised whenever a program compiled against an older header could be misled.
pub(crate) const ABI_VERSION: u32 = 1;

macro_rules! statuses {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal, $word:literal;)+) => {
        /// How a call ended.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(i32)]
        pub(crate) enum Status {
            $($(#[doc = $doc])+ $name = $number,)+
        }

        impl Status {
            /// Each one with its number and its word; the header has the words in capitals.
            #[cfg(test)]
            pub(crate) const ALL: &'static [(&'static str, i32)] = &[$(($word, $number)),+];

            /// Its word.
            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Status::$name => $word),+ }
            }
        }
    };
}

statuses! {
    /// It was done.
    Ok = 0, "ok";
    /// The core refuses what was given.
    Refused = 1, "refused";
    /// A pointer is NULL that must not be.
    NullArgument = 2, "null_argument";
    /// A length that no memory has.
    BadLength = 3, "bad_length";
    /// A number that is none of the header's constants.
    BadOption = 4, "bad_option";
    /// An Arrow stream that cannot be read.
    BadStream = 5, "bad_stream";
    /// A fault of ours: a panic was caught.
    Panicked = 6, "panicked";
    /// A function of the caller ended the call.
    Stopped = 7, "stopped";
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_abi_version() -> u32 {
    ABI_VERSION
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_version() -> *const c_char {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => c"",
    };
    VERSION.as_ptr()
}
