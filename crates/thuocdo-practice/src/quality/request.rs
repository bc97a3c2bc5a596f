//! The questions `quality` and `quality_batch`.

use thuocdo::json::{AnyValue, Fields, Read, Reader, Value};
use thuocdo::{Scorer, Violations};

use super::batch::quality;
use super::options::QualityOptions;
use super::result::Quality;
use super::submission::entry;
use crate::shared::fields::Documents;

/// `{ "submission": …, "as_of"?: date, "stale_after_days"?: n }`
#[derive(Debug, Default)]
struct One(QualityOptions);

/// `{ "submissions": […], "as_of"?: date, "stale_after_days"?: n, "window"?: points }`
#[derive(Debug, Default)]
struct Many(QualityOptions);

impl Read for One {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<One> {
        let mut fields = reader.object(value, &["as_of", "stale_after_days", "submission"])?;
        let AnyValue = fields.required("submission");
        Some(One(options(&mut fields)))
    }
}

impl Read for Many {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Many> {
        let mut fields = reader.object(value, &["as_of", "stale_after_days", "submissions", "window"])?;
        let _: Option<Documents> = fields.optional("submissions");
        let options = options(&mut fields);
        Some(Many(QualityOptions { window: fields.optional("window").unwrap_or(options.window), ..options }))
    }
}

impl Read for QualityOptions {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<QualityOptions> {
        let mut fields = reader.object(value, &["as_of", "stale_after_days", "window"])?;
        let options = options(&mut fields);
        Some(QualityOptions { window: fields.optional("window").unwrap_or(options.window), ..options })
    }
}

fn options(fields: &mut Fields<'_, '_>) -> QualityOptions {
    // A limit needs the day from which it counts; without it the limit would have no effect, unseen.
    if fields.has("stale_after_days") && !fields.has("as_of") {
        fields.missing("as_of");
    }
    QualityOptions { as_of: fields.optional("as_of"), stale_after_days: fields.optional("stale_after_days"), ..QualityOptions::default() }
}

/// The answer to `quality`.
pub(crate) fn quality_value(scorer: &Scorer, request: &Value<'_>) -> Result<Quality, Violations> {
    let One(options) = Reader::read::<One>(request)?;
    Ok(quality(scorer, entry(request, "submission").unwrap_or(&Value::Null), options))
}

/// The options of a request `quality_batch`.
pub(crate) fn batch_options(request: &Value<'_>, violations: &mut Violations) -> QualityOptions {
    let (read, refused) = Reader::whole::<Many>(request);
    violations.take_in("", refused);
    read.map_or_else(QualityOptions::default, |Many(options)| options)
}
