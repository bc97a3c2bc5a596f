//! Reads a block of rows from the columns: tallies of points, states of conditions, and the refused rows.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use thuocdo::json::Value;
use thuocdo::{ConditionState, Count, Fact as Said, Lang, Points, Range, Scorer, Share, Sheet, Violation, ViolationCode};
use thuocdo_tables::{Cell, Columns, FactColumn, FactKind, Header, Place, assessment, said_of, whole_number};

use crate::float;
use crate::plan::Plan;
use crate::read::{self, Reader};
use crate::tally::{BLOCK, Bits, WORDS, add, open, valid};

/// A block of rows. Its memory is used again for the next block.
pub(crate) struct Block {
    pub(crate) rows: usize,
    /// The tallies of each sum of the plan.
    pub(crate) tallies: Vec<Vec<u64>>,
    /// For each condition, by position: the rows in which it is met.
    pub(crate) met: Vec<Bits>,
    /// For each condition, by position: the rows in which it is unmet.
    pub(crate) unmet: Vec<Bits>,
    pub(crate) refused: Bits,
    pub(crate) refusals: Vec<Vec<Refused>>,
    /// Rows with a value that no loop over a column recognised.
    unsure: Bits,
}

/// A violation of a row, in words about the cell that it is in.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) at: String,
    pub(crate) code: &'static str,
    /// What the cell says; `None` if it is blank, or if the violation is about no cell.
    pub(crate) found: Option<String>,
    pub(crate) message: String,
}

/// The rules for reading blocks.
#[derive(Clone, Copy)]
pub(crate) struct Rules<'r> {
    pub(crate) header: &'r Header,
    pub(crate) plan: &'r Plan,
    pub(crate) scorer: &'r Scorer,
    /// The framework by which the table was filled in, if the table does not name one.
    pub(crate) filled_by: Option<&'r str>,
    pub(crate) lang: Lang,
}

impl Rules<'_> {
    fn refused<'c>(&self, violation: &Violation, cell: impl Fn(usize) -> Option<Cell<'c>>) -> Refused {
        let Rules { header, scorer, lang, .. } = *self;
        let index = header.column_at(violation.at());
        let found = index.and_then(cell);
        let message = match (index, violation.code()) {
            (None, _) | (_, ViolationCode::WrongFramework | ViolationCode::FrameworkNotNamed) => violation.message(lang),
            (Some(index), _) => said_of(header.takes(index), found.as_ref(), scorer.framework(), lang),
        };
        let found = found.map(|found| found.show(lang));
        Refused { at: violation.at().to_owned(), code: violation.code().as_str(), found, message }
    }
}

impl Block {
    pub(crate) fn new(rules: Rules<'_>) -> Block {
        let conditions = rules.scorer.framework().conditions().count();
        Block {
            rows: 0,
            tallies: vec![vec![0; BLOCK]; rules.plan.sums.len()],
            met: vec![[0; WORDS]; conditions],
            unmet: vec![[0; WORDS]; conditions],
            refused: [0; WORDS],
            refusals: Vec::new(),
            unsure: [0; WORDS],
        }
    }

    /// Reads the rows of these columns, at most one block.
    pub(crate) fn read(&mut self, rules: Rules<'_>, columns: &[ArrayRef], rows: usize) {
        self.rows = rows;
        self.unsure = [0; WORDS];
        self.refused = [0; WORDS];
        self.refusals.clear();
        for (tallies, blank) in self.tallies.iter_mut().zip(&rules.plan.sums) {
            tallies.fill(*blank);
        }
        self.met.fill([0; WORDS]);
        self.unmet.fill([0; WORDS]);
        for fact in &rules.header.facts {
            self.fact(rules, fact, columns);
        }
        self.named(rules, rules.header.framework.map(|named| columns[named].as_ref()));
        self.judge(rules, columns);
    }

    fn fact(&mut self, rules: Rules<'_>, fact: &FactColumn, columns: &[ArrayRef]) {
        match (fact.place, fact.columns) {
            (Place::Condition(position), Columns::One(index)) => self.condition(position, columns[index].as_ref()),
            (Place::Indicator(position), Columns::One(index)) => {
                let column = columns[index].as_ref();
                let tallies = &mut self.tallies[rules.plan.sum_of[position]][..self.rows];
                let is_added = match fact.kind {
                    FactKind::Points(max) => add_points(column, max, tallies, &mut self.unsure),
                    _ => false,
                };
                if let Some(cell) = read::reader(column).filter(|_| !is_added) {
                    self.cells(rules, position, |row| cell(row).map(|cell| fact.kind.fact(&cell)));
                }
            }
            (Place::Indicator(position), Columns::Two(part, whole)) => {
                if let Some((part, whole)) = read::reader(columns[part].as_ref()).zip(read::reader(columns[whole].as_ref())) {
                    self.cells(rules, position, |row| match (part(row), whole(row)) {
                        (None, None) => None,
                        (part, whole) => Some(share(part, whole)),
                    });
                }
            }
            (Place::Condition(_), Columns::Two(..)) => {}
        }
    }

    /// Adds an indicator cell by cell. `fact` returns nothing for blank cells, and no fact for cells that it does not understand.
    fn cells(&mut self, rules: Rules<'_>, position: usize, fact: impl Fn(usize) -> Option<Option<Said>>) {
        let open = rules.plan.open_of[position];
        let tallies = &mut self.tallies[rules.plan.sum_of[position]][..self.rows];
        for (row, tally) in tallies.iter_mut().enumerate() {
            let points = match fact(row) {
                None => Some(open),
                Some(fact) => {
                    let points = fact.and_then(|fact| rules.scorer.points(position, fact).ok().flatten());
                    points.map(|points| points.hundredths().into())
                }
            };
            match points {
                Some(points) => *tally = tally.wrapping_add(points),
                None => self.unsure[row / 64] |= 1 << (row % 64),
            }
        }
    }

    fn condition(&mut self, position: usize, column: &dyn Array) {
        let (met, unmet) = (&mut self.met[position], &mut self.unmet[position]);
        if let Some(column) = column.as_boolean_opt() {
            let values = column.values().bit_chunks();
            for (((met, unmet), value), valid) in met.iter_mut().zip(unmet).zip(values.iter_padded()).zip(valid(column.nulls())) {
                *met = value & valid;
                *unmet = !value & valid;
            }
            return;
        }
        let Some(cell) = read::reader(column) else { return };
        for row in 0..self.rows {
            let Some(cell) = cell(row) else { continue };
            let bits = match FactKind::Met.fact(&cell) {
                Some(Said::Met(true)) => &mut *met,
                Some(Said::Met(false)) => &mut *unmet,
                _ => &mut self.unsure,
            };
            bits[row / 64] |= 1 << (row % 64);
        }
    }

    /// Marks the rows that name another framework, or must name one and do not.
    fn named(&mut self, rules: Rules<'_>, column: Option<&dyn Array>) {
        let id = &*rules.scorer.framework().id;
        let is_other = rules.filled_by.is_some_and(|named| named != id) || !rules.header.unclear.is_empty();
        let cell = column.and_then(read::reader);
        if cell.is_none() && !is_other {
            return;
        }
        for row in 0..self.rows {
            let named = cell.as_ref().and_then(|cell| cell(row));
            let is_unsure = named.map_or(is_other, |named| named != Cell::Text(id.into()));
            if is_unsure {
                self.unsure[row / 64] |= 1 << (row % 64);
            }
        }
    }

    /// Lets the core check the unsure rows, each as an assessment.
    fn judge(&mut self, rules: Rules<'_>, columns: &[ArrayRef]) {
        if self.unsure == [0; WORDS] {
            return;
        }
        let readers: Vec<Option<Reader<'_>>> = columns.iter().map(|column| read::reader(column.as_ref())).collect();
        for row in 0..self.rows {
            let (word, bit) = (row / 64, 1_u64 << (row % 64));
            if self.unsure[word] & bit == 0 {
                continue;
            }
            for tallies in &mut self.tallies {
                tallies[row] = 0;
            }
            let cell = |index: usize| readers.get(index)?.as_ref()?(row);
            let (_, sheet, violations) = rules.scorer.examine(&assessment(rules.header, rules.filled_by, cell));
            if let Err(violations) = violations.or(()) {
                self.refused[word] |= bit;
                self.refusals.push(violations.iter().map(|violation| rules.refused(violation, cell)).collect());
            } else {
                self.take(rules, &sheet, row);
            }
        }
    }

    /// Copies a row from the core's sheet into the block.
    fn take(&mut self, rules: Rules<'_>, sheet: &Sheet, row: usize) {
        for (position, sum) in rules.plan.sum_of.iter().enumerate() {
            let Range { high, low } = sheet.score(position).unwrap_or_default();
            self.tallies[*sum][row] += u64::from(low.hundredths()) + open(high.saturating_sub(low).hundredths());
        }
        let (word, bit) = (row / 64, 1_u64 << (row % 64));
        for (position, (met, unmet)) in self.met.iter_mut().zip(&mut self.unmet).enumerate() {
            let state = sheet.state(position).unwrap_or_default();
            for (bits, wanted) in [(met, ConditionState::Met), (unmet, ConditionState::Unmet)] {
                bits[word] = if state == wanted { bits[word] | bit } else { bits[word] & !bit };
            }
        }
    }
}

/// The share of two cells; `None` if they are no share.
fn share(part: Option<Cell<'_>>, whole: Option<Cell<'_>>) -> Option<Said> {
    let count = |cell: Option<Cell<'_>>| -> Option<Count> {
        match whole_number(cell?) {
            Value::Number(number) => number.count(),
            _ => None,
        }
    };
    Share::new(count(part)?, count(whole)?).map(Said::Share)
}

/// Adds a column of numbers that are points themselves. Returns false, and does nothing, for other types; those are read cell by cell.
fn add_points(column: &dyn Array, max: Points, tallies: &mut [u64], unsure: &mut Bits) -> bool {
    fn of<T: ArrowPrimitiveType>(
        column: &dyn Array,
        max: Points,
        tallies: &mut [u64],
        unsure: &mut Bits,
        recognise: impl Fn(T::Native) -> (u64, bool),
    ) -> bool {
        let column = column.as_primitive::<T>();
        add(column.values(), column.nulls(), open(max.hundredths()), tallies, unsure, recognise);
        true
    }
    /// Whole numbers of `unit` hundredths. A negative one is refused like one above all maxima.
    macro_rules! whole {
        ($type:ty, $unit:expr) => {{
            let unit: u64 = $unit;
            let most = u64::from(max.hundredths()) / unit;
            of::<$type>(column, max, tallies, unsure, |value| {
                let value = u64::try_from(value).unwrap_or(u64::MAX);
                (value.wrapping_mul(unit), value <= most)
            })
        }};
    }
    match column.data_type() {
        DataType::Float64 => {
            let most = f64::from(max.hundredths());
            of::<Float64Type>(column, max, tallies, unsure, |value| float::of_double(value, most))
        }
        DataType::Float32 => {
            let most = float::most_of_single(max);
            of::<Float32Type>(column, max, tallies, unsure, |value| float::of_single(value, most))
        }
        DataType::Int8 => whole!(Int8Type, 100),
        DataType::Int16 => whole!(Int16Type, 100),
        DataType::Int32 => whole!(Int32Type, 100),
        DataType::Int64 => whole!(Int64Type, 100),
        DataType::UInt8 => whole!(UInt8Type, 100),
        DataType::UInt16 => whole!(UInt16Type, 100),
        DataType::UInt32 => whole!(UInt32Type, 100),
        DataType::UInt64 => whole!(UInt64Type, 100),
        &DataType::Decimal32(_, scale @ 0..=2) => whole!(Decimal32Type, [100, 10, 1][usize::from(scale.unsigned_abs())]),
        &DataType::Decimal64(_, scale @ 0..=2) => whole!(Decimal64Type, [100, 10, 1][usize::from(scale.unsigned_abs())]),
        &DataType::Decimal128(_, scale @ 0..=2) => whole!(Decimal128Type, [100, 10, 1][usize::from(scale.unsigned_abs())]),
        _ => false,
    }
}
