//! Points and levels of an assessment as a row of their own type, made without any text between.

use std::ffi::c_char;
use std::ptr;

use pgrx::callconv::{BoxRet, FcInfo};
use pgrx::datum::Datum;
use pgrx::impl_sql_translatable;
use pgrx::pg_sys::panic::{ErrorReport, ErrorReportable};
use pgrx::prelude::*;
use thuocdo_core::{GroupLevel, Lang, Level, Levels, Points};

use crate::jsonb::Jsonb;
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;
use crate::setting::lang;

/// The types of the columns below. Whoever adds one adds it to the type by a step of `ALTER EXTENSION … UPDATE` too.
const COLUMNS: [pg_sys::Oid; 7] =
    [pg_sys::NUMERICARRAYOID, pg_sys::NUMERICARRAYOID, pg_sys::INT2ARRAYOID, pg_sys::INT2ARRAYOID, pg_sys::INT2OID, pg_sys::INT2OID, pg_sys::BOOLOID];

extension_sql!(
    r"
CREATE TYPE thuocdo_levels AS (
    score_low numeric(9, 2)[],
    score_high numeric(9, 2)[],
    level_low smallint[],
    level_high smallint[],
    overall_low smallint,
    overall_high smallint,
    eligible boolean
);
COMMENT ON TYPE thuocdo_levels IS
    'Points and levels of an assessment. Lists have one entry for each group, in the order of the framework; low and high differ where answers are missing.';
",
    name = "thuocdo_levels_type"
);

/// Points and levels of an assessment: of each group, and of the school as a whole.
#[pg_extern(immutable, strict, parallel_safe, cost = 120, requires = ["thuocdo_levels_type"])]
fn thuocdo_levels(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'")) -> Answer<LevelsRow> {
    let scorers = scorers(framework)?;
    let (_, sheet) = assessment.read(scorers.local()).map_err(refused)?;
    scorers.local().levels(&sheet).map(LevelsRow).map_err(refused)
}

/// A row of the type `thuocdo_levels`.
struct LevelsRow(Levels);

impl_sql_translatable!(LevelsRow, "thuocdo_levels");

// SAFETY: the values are those of `COLUMNS`, and the row is made only if its type has these.
unsafe impl BoxRet for LevelsRow {
    unsafe fn box_into<'fcx>(self, fcinfo: &mut FcInfo<'fcx>) -> Datum<'fcx> {
        let LevelsRow(levels) = self;
        let (groups, overall) = (levels.groups(), levels.overall());
        // SAFETY: the call is one of the server's.
        let descriptor = unsafe { descriptor(fcinfo) }.unwrap_or_report();
        let mut values: [pg_sys::Datum; COLUMNS.len()] = [
            points(groups, |group| group.score.low),
            points(groups, |group| group.score.high),
            numbers(groups, |group| group.level.low),
            numbers(groups, |group| group.level.high),
            number(overall.low),
            number(overall.high),
            levels.eligible().into(),
        ];
        let mut nulls = [false; COLUMNS.len()];
        // SAFETY: the descriptor is of as many columns as both arrays have, and of the types of the values.
        unsafe {
            let tuple = pg_sys::heap_form_tuple(descriptor, values.as_mut_ptr(), nulls.as_mut_ptr());
            fcinfo.return_raw_datum(pg_sys::HeapTupleHeaderGetDatum((*tuple).t_data))
        }
    }
}

/// What the rows of the type that the function returns look like at present: the type may be altered while the server runs, by an update of
/// the extension for one, and this library is then not the one that the type is of.
///
/// # Safety
/// The call is one that the server made.
unsafe fn descriptor(fcinfo: &FcInfo<'_>) -> Answer<pg_sys::TupleDesc> {
    // SAFETY: `flinfo` lives as long as its place in the statement. Nothing else of ours uses `fn_extra`, which holds a number here and is
    // never followed. The server keeps its entry of a type for the life of the backend, and the descriptor until the next message of a change,
    // which is not taken in before the row is made. A descriptor has as many attributes as it says.
    unsafe {
        let place = &mut *(*fcinfo.as_mut_ptr()).flinfo;
        if place.fn_extra.is_null() {
            let returned = pg_sys::get_func_rettype(place.fn_oid);
            place.fn_extra = ptr::without_provenance_mut(returned.to_u32() as usize);
        }
        let of_type = u32::try_from(place.fn_extra.addr()).unwrap_or_default();
        let flags = pg_sys::TYPECACHE_TUPDESC.cast_signed();
        let found = (*pg_sys::lookup_type_cache(of_type.into(), flags)).tupDesc;
        if !found.is_null() && fits(found) { Ok(found) } else { Err(altered()) }
    }
}

/// Whether a descriptor is of `COLUMNS` and of no others.
///
/// # Safety
/// It is a descriptor.
unsafe fn fits(descriptor: pg_sys::TupleDesc) -> bool {
    // SAFETY: it has as many attributes as it says.
    let of_type = |(nth, of): (usize, &pg_sys::Oid)| unsafe {
        let column = attribute(descriptor, nth);
        !(*column).attisdropped && (*column).atttypid == *of
    };
    // SAFETY: it is one.
    let count = unsafe { (*descriptor).natts };
    usize::try_from(count) == Ok(COLUMNS.len()) && COLUMNS.iter().enumerate().all(of_type)
}

/// The column of this number, from zero.
///
/// # Safety
/// The descriptor has that many.
unsafe fn attribute(descriptor: pg_sys::TupleDesc, nth: usize) -> *const pg_sys::FormData_pg_attribute {
    #[cfg(not(feature = "pg18"))]
    // SAFETY: the caller says so.
    unsafe {
        (*descriptor).attrs.as_ptr().add(nth)
    }
    #[cfg(feature = "pg18")]
    // SAFETY: the caller says so.
    unsafe {
        pg_sys::TupleDescAttr(descriptor, nth.try_into().unwrap_or_default())
    }
}

fn altered() -> ErrorReport {
    let (message, hint) = match lang() {
        Lang::Vi => (
            "kiểu thuocdo_levels không phải của phiên bản thư viện này",
            "Hãy kết nối lại để nạp thư viện mới, hoặc chạy ALTER EXTENSION thuocdo UPDATE. Không tự thêm hay bớt cột của kiểu này.",
        ),
        Lang::En => (
            "the type thuocdo_levels is not that of this version of the library",
            "Connect again to load the new library, or run ALTER EXTENSION thuocdo UPDATE. Add no column to this type and drop none.",
        ),
    };
    ErrorReport::new(PgSqlErrorCode::ERRCODE_DATATYPE_MISMATCH, message, "thuocdo").set_hint(hint)
}

fn number(level: Level) -> pg_sys::Datum {
    i16::from(level.get()).into()
}

fn numbers(groups: &[GroupLevel], of: impl Fn(&GroupLevel) -> Level) -> pg_sys::Datum {
    array(groups.iter().map(|group| number(of(group))), pg_sys::INT2OID, 2, true, b's')
}

fn points(groups: &[GroupLevel], of: impl Fn(&GroupLevel) -> Points) -> pg_sys::Datum {
    array(groups.iter().map(|group| numeric(of(group))), pg_sys::NUMERICOID, -1, false, b'i')
}

/// A list of values of a type of this length and alignment.
fn array(values: impl Iterator<Item = pg_sys::Datum>, of: pg_sys::Oid, length: i32, by_value: bool, align: u8) -> pg_sys::Datum {
    let mut values: Vec<pg_sys::Datum> = values.collect();
    let count = values.len().try_into().unwrap_or_default();
    // Some processors' `char` has a sign and others' has none.
    let align = c_char::try_from(align).unwrap_or_default();
    // SAFETY: there are so many values; the server copies them.
    unsafe { pg_sys::construct_array(values.as_mut_ptr(), count, of, length, by_value, align).into() }
}

/// Points as `numeric` with two decimals, exactly.
fn numeric(points: Points) -> pg_sys::Datum {
    #[cfg(not(feature = "pg13"))]
    // SAFETY: hundredths divided by 10².
    unsafe {
        pg_sys::int64_div_fast_to_numeric(points.hundredths().into(), 2).into()
    }
    #[cfg(feature = "pg13")]
    {
        let text = format!("{}.{:02}", points.hundredths() / 100, points.hundredths() % 100);
        pgrx::AnyNumeric::try_from(text.as_str()).ok().and_then(pgrx::IntoDatum::into_datum).unwrap_or(pg_sys::Datum::null())
    }
}
