//! Days, as people write them.

use thuocdo_core::Date;
use thuocdo_core::json::{Reader, Value};
use thuocdo_office::year;

use crate::door::{Fault, entry};

fn date(text: &[u8]) -> Result<Date, Fault> {
    Ok(Reader::read(&Value::Text(String::from_utf8_lossy(text)))?)
}

#[unsafe(no_mangle)]
extern "C" fn day_text(lang: u32) -> i32 {
    entry(lang, |[day], lang| Ok(date(&day)?.text(lang)))
}

/// The school year of a day.
#[unsafe(no_mangle)]
extern "C" fn school_year() -> i32 {
    entry(0, |[day], _| Ok(year::school_year(date(&day)?)))
}
