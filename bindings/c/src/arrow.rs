//! Batches: a stream of Arrow's C interface in, another out, scored as it is drawn from.

use std::mem;
use std::sync::Arc;

use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use thuocdo::Lang;
use thuocdo_columns::{BatchScorer, Options, PointsAs};

use crate::buffer::Out;
use crate::error::{ErrorOut, Fault};
use crate::guard::{caught, guarded};
use crate::scorer::{Scorer, of};
use crate::status::Status;

/// How points are given, by the header's numbers.
const POINTS: [PointsAs; 2] = [PointsAs::Decimal, PointsAs::Hundredths];

/// A stream as C sees it; without a release function where there is none.
#[repr(transparent)]
pub(crate) struct Stream(FFI_ArrowArrayStream);

impl Default for Stream {
    fn default() -> Stream {
        Stream(FFI_ArrowArrayStream::empty())
    }
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_score_arrow(
    scorer: Option<&Scorer>,
    input: Option<&mut Stream>,
    points: i32,
    lang: i32,
    out: Out<'_, Stream>,
    error: ErrorOut<'_>,
) -> Status {
    // Taken before anything can fail, so that its owner need not ask whether it was.
    let input = input.map(mem::take);
    guarded(lang, out, error, |lang| {
        let points_as = usize::try_from(points).ok().and_then(|points| POINTS.get(points)).copied();
        let points = points_as.ok_or(Fault::Option("points", points))?;
        let scorer = Arc::clone(of(scorer)?);
        let Stream(input) = input.ok_or(Fault::Null("input"))?;
        let batches = ArrowArrayStreamReader::try_new(input).map_err(|error| Fault::Stream(error.to_string()))?;
        let scorer = BatchScorer::new(scorer, &batches.schema(), Options { lang, points, ..Options::default() })?;
        Ok(Stream(FFI_ArrowArrayStream::new(Box::new(Scored { batches, scorer }))))
    })
}

/// The batches, each scored when it is asked for.
struct Scored {
    batches: ArrowArrayStreamReader,
    scorer: BatchScorer,
}

impl Iterator for Scored {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = caught(|| match self.batches.next() {
            None => Ok(None),
            Some(batch) => batch.and_then(|batch| self.scorer.score(&batch)).map(Some).map_err(|error| Fault::Stream(error.to_string())),
        });
        // Arrow hands the words on as a C string, and would panic over a NUL in them.
        next.map_err(|fault| ArrowError::ComputeError(fault.message(Lang::En).replace('\0', " "))).transpose()
    }
}

impl RecordBatchReader for Scored {
    fn schema(&self) -> SchemaRef {
        self.scorer.schema()
    }
}
