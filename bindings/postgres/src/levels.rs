//! Points and levels of an assessment as a row of their own type, made without any text between.

use std::ffi::c_char;
use std::ptr;

use pgrx::callconv::{BoxRet, FcInfo};
use pgrx::datum::Datum;
use pgrx::prelude::*;
use pgrx::{PgMemoryContexts, impl_sql_translatable};
use thuocdo_core::{GroupLevel, Level, Levels, Points};

use crate::jsonb::Jsonb;
use crate::refusal::{Answer, refused};
use crate::scorers::scorers;

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
#[pg_extern(immutable, strict, parallel_safe, requires = ["thuocdo_levels_type"])]
fn thuocdo_levels(assessment: Jsonb<'_>, framework: default!(&str, "'moet-4725-2022'")) -> Answer<LevelsRow> {
    let scorers = scorers(framework)?;
    let (_, sheet) = assessment.read(scorers.local()).map_err(refused)?;
    scorers.local().levels(&sheet).map(LevelsRow).map_err(refused)
}

/// A row of the type `thuocdo_levels`.
struct LevelsRow(Levels);

impl_sql_translatable!(LevelsRow, "thuocdo_levels");

// SAFETY: the function is declared to return the type, and the values are those of its columns, in their order.
unsafe impl BoxRet for LevelsRow {
    unsafe fn box_into<'fcx>(self, fcinfo: &mut FcInfo<'fcx>) -> Datum<'fcx> {
        let LevelsRow(levels) = self;
        let (groups, overall) = (levels.groups(), levels.overall());
        let mut values = [
            points(groups, |group| group.score.low),
            points(groups, |group| group.score.high),
            numbers(groups, |group| group.level.low),
            numbers(groups, |group| group.level.high),
            number(overall.low),
            number(overall.high),
            levels.eligible().into(),
        ];
        let mut nulls = [false; 7];
        // SAFETY: the descriptor is that of the type, and both arrays are as long as it.
        unsafe {
            let tuple = pg_sys::heap_form_tuple(descriptor(fcinfo), values.as_mut_ptr(), nulls.as_mut_ptr());
            fcinfo.return_raw_datum(pg_sys::HeapTupleHeaderGetDatum((*tuple).t_data))
        }
    }
}

/// What the rows of the type look like, looked up once for each place in a statement that calls the function.
///
/// # Safety
/// The call is one that the server made by a statement, so that it has room for what is kept.
unsafe fn descriptor(fcinfo: &FcInfo<'_>) -> pg_sys::TupleDesc {
    // SAFETY: `flinfo` lives as long as its place in the statement, and so does what lies in `fn_mcxt`. Nothing else of ours uses `fn_extra`.
    unsafe {
        let call = fcinfo.as_mut_ptr();
        let place = &mut *(*call).flinfo;
        if place.fn_extra.is_null() {
            let mut found = ptr::null_mut();
            PgMemoryContexts::For(place.fn_mcxt).switch_to(|_| {
                pg_sys::get_call_result_type(call, ptr::null_mut(), &raw mut found);
            });
            place.fn_extra = found.cast();
        }
        place.fn_extra.cast()
    }
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
