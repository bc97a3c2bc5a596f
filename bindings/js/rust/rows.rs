//! Rows of numbers: a school each, without a document between.

use std::fmt::Write as _;

use thuocdo_core::{GroupLevel, Levels, Scorer};

use crate::door::{Answer, entry};
use crate::framework::scorers;

/// What stands for a condition that nobody answered.
const UNKNOWN: u8 = 255;

/// The levels of rows: points as doubles, little-endian, NaN where there is no answer; conditions as bytes. Both row after row, in the order of
/// the framework.
///
/// The answer has columns one after the other. First 32-bit numbers, hundredths of points: for each group the low ends of all rows, then the
/// high ends. Then bytes: for each group the low ends and the high ends of the levels, then those of the whole institution, then whether nothing
/// blocks recognition. Beside it stands a JSON list of the rows that were refused, of which all numbers are 0.
#[unsafe(no_mangle)]
extern "C" fn levels(framework: u32, lang: u32) -> i32 {
    entry(lang, |[points, conditions], lang| {
        let scorers = scorers(framework);
        let scorer = scorers.local();
        let of = scorer.framework();
        let (indicators, asked) = (of.indicators().count(), of.conditions().count());
        let numbers: Vec<Option<f64>> =
            points.as_chunks().0.iter().map(|bytes| Some(f64::from_le_bytes(*bytes)).filter(|points| !points.is_nan())).collect();
        let marks: Vec<Option<bool>> = conditions.iter().map(|mark| (*mark != UNKNOWN).then_some(*mark == 1)).collect();
        let rows = numbers.len().checked_div(indicators).or(marks.len().checked_div(asked)).unwrap_or_default();
        let mut columns = Columns::new(scorer, rows);
        let mut sheet = scorer.blank();
        let mut refused = String::new();
        for row in 0..rows {
            let numbers = numbers.get(row * indicators..(row + 1) * indicators).unwrap_or_default();
            let marks = marks.get(row * asked..(row + 1) * asked).unwrap_or_default();
            match sheet.fill_row(numbers, marks).and_then(|()| scorer.levels(&sheet)) {
                Ok(levels) => columns.set(row, &levels),
                Err(violations) => {
                    let comma = if refused.is_empty() { "" } else { "," };
                    let _ = write!(refused, "{comma}{{\"row\":{row},\"violations\":{}}}", violations.to_json(lang));
                }
            }
        }
        Ok(Answer::Both(columns.bytes, format!("[{refused}]")))
    })
}

/// The columns of the answer.
struct Columns {
    bytes: Vec<u8>,
    groups: usize,
    rows: usize,
}

impl Columns {
    fn new(scorer: &Scorer, rows: usize) -> Columns {
        let groups = scorer.framework().groups.len();
        Columns { bytes: vec![0; rows * (groups * 2 * (4 + 1) + 3)], groups, rows }
    }

    fn set(&mut self, row: usize, levels: &Levels) {
        for (group, GroupLevel { level, score, .. }) in levels.groups().iter().enumerate() {
            for (end, points) in [score.low, score.high].into_iter().enumerate() {
                let at = ((group * 2 + end) * self.rows + row) * 4;
                if let Some(place) = self.bytes.get_mut(at..at + 4) {
                    place.copy_from_slice(&points.hundredths().to_le_bytes());
                }
            }
            self.mark(group * 2, row, level.low.get());
            self.mark(group * 2 + 1, row, level.high.get());
        }
        self.mark(self.groups * 2, row, levels.overall().low.get());
        self.mark(self.groups * 2 + 1, row, levels.overall().high.get());
        self.mark(self.groups * 2 + 2, row, u8::from(levels.eligible()));
    }

    /// Writes into one of the columns of bytes.
    fn mark(&mut self, column: usize, row: usize, value: u8) {
        let scores = self.groups * 2 * self.rows * 4;
        if let Some(place) = self.bytes.get_mut(scores + column * self.rows + row) {
            *place = value;
        }
    }
}
