//! What we call of DuckDB: the table of functions that it hands over, and the few things that we make of it.

use std::ffi::{CStr, CString, c_char, c_void};
use std::marker::PhantomData;
use std::mem::{MaybeUninit, offset_of};
use std::process::abort;
use std::ptr;
use std::slice;
use std::sync::OnceLock;

use libduckdb_sys as ffi;

/// The version of DuckDB's interface that we ask for. Later ones keep the places of its functions.
pub(crate) const VERSION: &CStr = c"v1.2.0";

static TABLE: OnceLock<ffi::duckdb_ext_api_v1> = OnceLock::new();

/// Calls a function of the table.
macro_rules! duckdb {
    ($name:ident($($argument:expr),* $(,)?)) => {
        (crate::api::table().$name.unwrap_or_else(|| std::process::abort()))($($argument),*)
    };
}
pub(crate) use duckdb;

/// Copies the table, which DuckDB lends for the call alone.
///
/// # Safety
///
/// `table` is one of the version asked for, or of a later one.
pub(crate) unsafe fn keep(table: *const ffi::duckdb_ext_api_v1) {
    // The last function that we call. What stands behind those of our version is not there in an older DuckDB.
    const KNOWN: usize = offset_of!(ffi::duckdb_ext_api_v1, duckdb_register_aggregate_function_set) + size_of::<usize>();
    let mut own = MaybeUninit::<ffi::duckdb_ext_api_v1>::zeroed();
    // SAFETY: as above; functions that are not copied are `None`.
    let own = unsafe {
        ptr::copy_nonoverlapping(table.cast::<u8>(), own.as_mut_ptr().cast::<u8>(), KNOWN);
        own.assume_init()
    };
    // A second database of the process hands over the same functions.
    let _ = TABLE.set(own);
}

/// The table. Nothing of ours runs before it is there.
pub(crate) fn table() -> &'static ffi::duckdb_ext_api_v1 {
    TABLE.get().unwrap_or_else(|| abort())
}

/// The version of this DuckDB, such as `v2.0.1`.
pub(crate) fn version() -> String {
    // SAFETY: DuckDB's own text, which it keeps.
    unsafe { CStr::from_ptr(duckdb!(duckdb_library_version())) }.to_string_lossy().into_owned()
}

/// A text for DuckDB, up to its first NUL.
pub(crate) fn c_text(text: &str) -> CString {
    CString::new(text.split('\0').next().unwrap_or_default()).unwrap_or_default()
}

/// A text that DuckDB made for us, which is given back.
///
/// # Safety
///
/// `text` comes from a function whose texts the caller frees.
pub(crate) unsafe fn own_text(text: *mut c_char) -> String {
    // SAFETY: as above.
    unsafe {
        let own = CStr::from_ptr(text).to_string_lossy().into_owned();
        duckdb!(duckdb_free(text.cast::<c_void>()));
        own
    }
}

/// The types that we tell apart, as DuckDB keeps their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An argument may have any type.
    Any,
    Blob,
    Bool,
    Decimal,
    Enum,
    F32,
    F64,
    I8,
    I16,
    I32,
    I64,
    I128,
    Null,
    Struct,
    Text,
    U8,
    U16,
    U32,
    U64,
    Other,
}

impl Kind {
    const NUMBERS: [(Kind, ffi::DUCKDB_TYPE); 19] = [
        (Kind::Any, ffi::DUCKDB_TYPE_DUCKDB_TYPE_ANY),
        (Kind::Blob, ffi::DUCKDB_TYPE_DUCKDB_TYPE_BLOB),
        (Kind::Bool, ffi::DUCKDB_TYPE_DUCKDB_TYPE_BOOLEAN),
        (Kind::Decimal, ffi::DUCKDB_TYPE_DUCKDB_TYPE_DECIMAL),
        (Kind::Enum, ffi::DUCKDB_TYPE_DUCKDB_TYPE_ENUM),
        (Kind::F32, ffi::DUCKDB_TYPE_DUCKDB_TYPE_FLOAT),
        (Kind::F64, ffi::DUCKDB_TYPE_DUCKDB_TYPE_DOUBLE),
        (Kind::I8, ffi::DUCKDB_TYPE_DUCKDB_TYPE_TINYINT),
        (Kind::I16, ffi::DUCKDB_TYPE_DUCKDB_TYPE_SMALLINT),
        (Kind::I32, ffi::DUCKDB_TYPE_DUCKDB_TYPE_INTEGER),
        (Kind::I64, ffi::DUCKDB_TYPE_DUCKDB_TYPE_BIGINT),
        (Kind::I128, ffi::DUCKDB_TYPE_DUCKDB_TYPE_HUGEINT),
        (Kind::Null, ffi::DUCKDB_TYPE_DUCKDB_TYPE_SQLNULL),
        (Kind::Struct, ffi::DUCKDB_TYPE_DUCKDB_TYPE_STRUCT),
        (Kind::Text, ffi::DUCKDB_TYPE_DUCKDB_TYPE_VARCHAR),
        (Kind::U8, ffi::DUCKDB_TYPE_DUCKDB_TYPE_UTINYINT),
        (Kind::U16, ffi::DUCKDB_TYPE_DUCKDB_TYPE_USMALLINT),
        (Kind::U32, ffi::DUCKDB_TYPE_DUCKDB_TYPE_UINTEGER),
        (Kind::U64, ffi::DUCKDB_TYPE_DUCKDB_TYPE_UBIGINT),
    ];

    fn of(number: ffi::DUCKDB_TYPE) -> Kind {
        Kind::NUMBERS.iter().find(|(_, own)| *own == number).map_or(Kind::Other, |(kind, _)| *kind)
    }
}

/// A type of DuckDB, given back in the end.
#[derive(Debug)]
pub(crate) struct Type(ffi::duckdb_logical_type);

impl Drop for Type {
    fn drop(&mut self) {
        // SAFETY: it is ours.
        unsafe { duckdb!(duckdb_destroy_logical_type(&raw mut self.0)) };
    }
}

impl Type {
    /// A type without parameters.
    pub(crate) fn plain(kind: Kind) -> Type {
        let number = Kind::NUMBERS.iter().find(|(own, _)| *own == kind).map_or(ffi::DUCKDB_TYPE_DUCKDB_TYPE_INVALID, |(_, number)| *number);
        // SAFETY: any number is allowed.
        Type(unsafe { duckdb!(duckdb_create_logical_type(number)) })
    }

    pub(crate) fn decimal(width: u8, scale: u8) -> Type {
        // SAFETY: as above.
        Type(unsafe { duckdb!(duckdb_create_decimal_type(width, scale)) })
    }

    pub(crate) fn list(of: &Type) -> Type {
        // SAFETY: a type of ours.
        Type(unsafe { duckdb!(duckdb_create_list_type(of.0)) })
    }

    pub(crate) fn of_struct(fields: &[(&str, Type)]) -> Type {
        let names: Vec<CString> = fields.iter().map(|(name, _)| c_text(name)).collect();
        let mut names: Vec<*const c_char> = names.iter().map(|name| name.as_ptr()).collect();
        let mut types: Vec<ffi::duckdb_logical_type> = fields.iter().map(|(_, of)| of.0).collect();
        // SAFETY: as many names as types.
        Type(unsafe { duckdb!(duckdb_create_struct_type(types.as_mut_ptr(), names.as_mut_ptr(), types.len() as u64)) })
    }

    pub(crate) fn kind(&self) -> Kind {
        // SAFETY: a type of ours.
        Kind::of(unsafe { duckdb!(duckdb_get_type_id(self.0)) })
    }

    /// Of a decimal: what its numbers are kept as, and its scale.
    pub(crate) fn decimals(&self) -> (Kind, u8) {
        // SAFETY: as above.
        unsafe { (Kind::of(duckdb!(duckdb_decimal_internal_type(self.0))), duckdb!(duckdb_decimal_scale(self.0))) }
    }

    /// Of an enum: what its numbers are kept as, and its words.
    pub(crate) fn words(&self) -> (Kind, Vec<String>) {
        // SAFETY: as above; words are numbered from 0.
        unsafe {
            let words = (0..u64::from(duckdb!(duckdb_enum_dictionary_size(self.0))))
                .map(|word| own_text(duckdb!(duckdb_enum_dictionary_value(self.0, word))));
            (Kind::of(duckdb!(duckdb_enum_internal_type(self.0))), words.collect())
        }
    }

    /// Of a struct: the names of its fields.
    pub(crate) fn names(&self) -> Vec<String> {
        // SAFETY: as above; fields are numbered from 0.
        unsafe {
            let fields = duckdb!(duckdb_struct_type_child_count(self.0));
            (0..fields).map(|field| own_text(duckdb!(duckdb_struct_type_child_name(self.0, field)))).collect()
        }
    }

    pub(crate) const fn as_ptr(&self) -> ffi::duckdb_logical_type {
        self.0
    }
}

/// Rows of a column of DuckDB, flat, for the time of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vector<'c> {
    of: ffi::duckdb_vector,
    call: PhantomData<&'c ()>,
}

impl<'c> Vector<'c> {
    /// # Safety
    ///
    /// The vector is DuckDB's, and lives as long as the call.
    pub(crate) const unsafe fn new(of: ffi::duckdb_vector) -> Vector<'c> {
        Vector { of, call: PhantomData }
    }

    pub(crate) fn of_type(self) -> Type {
        // SAFETY: the vector lives.
        Type(unsafe { duckdb!(duckdb_vector_get_column_type(self.of)) })
    }

    /// A field of a struct.
    pub(crate) fn field(self, field: usize) -> Vector<'c> {
        // SAFETY: as above.
        Vector { of: unsafe { duckdb!(duckdb_struct_vector_get_child(self.of, field as u64)) }, call: PhantomData }
    }

    /// What stands in the lists of a column of lists, which get room for `count` entries.
    pub(crate) fn entries(self, count: usize) -> Vector<'c> {
        // SAFETY: as above. There is no way on where there is no memory.
        unsafe {
            let _ = duckdb!(duckdb_list_vector_reserve(self.of, count as u64));
            let _ = duckdb!(duckdb_list_vector_set_size(self.of, count as u64));
            Vector { of: duckdb!(duckdb_list_vector_get_child(self.of)), call: PhantomData }
        }
    }

    /// The numbers of the first rows.
    ///
    /// # Safety
    ///
    /// `T` is what the type of the column keeps, and there are as many rows.
    pub(crate) unsafe fn numbers<T>(self, rows: usize) -> &'c [T] {
        if rows == 0 {
            return &[];
        }
        // SAFETY: as above.
        unsafe { slice::from_raw_parts(duckdb!(duckdb_vector_get_data(self.of)).cast::<T>(), rows) }
    }

    /// Room for the numbers of the first rows of a column of results.
    ///
    /// # Safety
    ///
    /// As [`Vector::numbers`]; nobody else has this column.
    pub(crate) unsafe fn room<T>(self, rows: usize) -> &'c mut [T] {
        if rows == 0 {
            return &mut [];
        }
        // SAFETY: as above.
        unsafe { slice::from_raw_parts_mut(duckdb!(duckdb_vector_get_data(self.of)).cast::<T>(), rows) }
    }

    /// A bit for each row, set where it is not NULL; `None` where no row is.
    pub(crate) fn valid(self, rows: usize) -> Option<&'c [u64]> {
        // SAFETY: the vector lives, and its bits are whole words.
        unsafe {
            let bits = duckdb!(duckdb_vector_get_validity(self.of));
            (!bits.is_null()).then(|| slice::from_raw_parts(bits, rows.div_ceil(64)))
        }
    }

    /// Makes a row of a column of results NULL.
    pub(crate) fn set_null(self, row: usize) {
        // SAFETY: as above; the bits are there once they may be written to.
        unsafe {
            duckdb!(duckdb_vector_ensure_validity_writable(self.of));
            duckdb!(duckdb_validity_set_row_invalid(duckdb!(duckdb_vector_get_validity(self.of)), row as u64));
        }
    }

    /// Writes the text of a row of a column of results.
    pub(crate) fn set_text(self, row: usize, text: &str) {
        // SAFETY: as above; DuckDB copies the text.
        unsafe { duckdb!(duckdb_vector_assign_string_element_len(self.of, row as u64, text.as_ptr().cast::<c_char>(), text.len() as u64)) };
    }
}

/// A number of 128 bits, which stands in two halves: nothing says that it is aligned as Rust's is.
pub(crate) fn wide(of: &ffi::duckdb_hugeint) -> i128 {
    i128::from(of.upper) << 64 | i128::from(of.lower)
}

/// The text of a row. A short one stands in the value itself.
pub(crate) fn text(of: &ffi::duckdb_string_t) -> &[u8] {
    // SAFETY: DuckDB's own form: the length comes first in both.
    unsafe {
        let length = of.value.inlined.length as usize;
        let begin = if length <= 12 { (&raw const of.value.inlined.inlined).cast::<u8>() } else { of.value.pointer.ptr.cast::<u8>() };
        slice::from_raw_parts(begin, length)
    }
}
