//! Which counts are not told, so that none that is too small is told or can be computed.
//!
//! A table of levels has a row for each value of a breakdown, a column for each level, and totals of both; it is what it is told to be
//! plus what is hidden. A hidden count can be computed exactly when no other numbers fit in its place: when no ring of hidden counts
//! leads through it round which one school can be moved, adding to one count and taking from the next, while each that is known not to
//! be zero stays above it. So rings are looked for, and further counts hidden until every small one lies on one.

use super::tally::Tally;

/// What is hidden of one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Hidden {
    pub(super) cells: Vec<bool>,
    pub(super) count: bool,
    pub(super) eligible: bool,
}

impl Hidden {
    fn nothing(tally: &Tally) -> Hidden {
        Hidden { cells: vec![false; tally.cells.len()], count: false, eligible: false }
    }

    /// With zeros: what is not above zero cannot be told from it.
    fn everything(tally: &Tally) -> Hidden {
        Hidden { cells: vec![true; tally.cells.len()], count: true, eligible: true }
    }

    /// What is hidden of the totals: a small count, and the next smallest beside it as long as the sum of both gives it away.
    pub(super) fn of_total(all: &Tally, width: usize, least: u32) -> Hidden {
        if is_small(all.count, least) {
            return Hidden::everything(all);
        }
        let mut hidden = Hidden::nothing(all);
        hidden.cells = all.cells.chunks(width).flat_map(|table| of_sum(table, least)).collect();
        hidden.eligible = of_sum(&eligibility(all), least).contains(&true);
        hidden
    }
}

fn is_small(count: u32, least: u32) -> bool {
    count > 0 && count < least
}

/// Those that are eligible, and those that are not: a table of two columns.
fn eligibility(tally: &Tally) -> [u32; 2] {
    [tally.eligible, tally.count.saturating_sub(tally.eligible)]
}

/// Which of the counts of a known sum are hidden: small ones, and others in ascending order until there are two that have more than one
/// school each on the whole. Where all of them have just one, zeros are hidden too: then no count is known to be above zero.
fn of_sum(counts: &[u32], least: u32) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| is_small(*count, least)).collect();
    loop {
        let sum = counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).fold(0_u32, |sum, (count, _)| sum.saturating_add(*count));
        let number = hidden.iter().filter(|hidden| **hidden).count();
        let is_open = number > 1 && usize::try_from(sum).is_ok_and(|sum| sum > number);
        let next = counts.iter().zip(&mut hidden).filter(|(count, hidden)| **count > 0 && !**hidden).min_by_key(|(count, _)| **count);
        match next {
            _ if number == 0 || is_open => return hidden,
            Some((_, next)) => *next = true,
            None => return vec![true; counts.len()],
        }
    }
}

/// What is hidden of each row of one breakdown.
pub(super) fn hidden(all: &Tally, rows: &[&Tally], width: usize, least: u32) -> Vec<Hidden> {
    let total = Hidden::of_total(all, width, least);
    if total.count {
        return rows.iter().map(|row| Hidden::everything(row)).collect();
    }
    let counts: Vec<u32> = rows.iter().map(|row| row.count).collect();
    let gone = whole_rows(&counts, least);
    let mut hidden: Vec<Hidden> =
        rows.iter().zip(&gone).map(|(row, gone)| if *gone { Hidden::everything(row) } else { Hidden::nothing(row) }).collect();
    for start in (0..all.cells.len()).step_by(width.max(1)) {
        let columns = start..start.saturating_add(width);
        let of = |tally: &Tally| tally.cells.get(columns.clone()).unwrap_or_default().to_vec();
        let totals = total.cells.get(columns.clone()).unwrap_or_default();
        let table = Table::new(rows.iter().map(|row| of(row)).collect(), &gone, &of(all), totals, least).protected();
        for (row, cells) in hidden.iter_mut().zip(table) {
            row.cells.get_mut(columns.clone()).unwrap_or_default().iter_mut().zip(cells).for_each(|(hidden, cell)| *hidden = cell);
        }
    }
    let pairs = rows.iter().map(|row| eligibility(row).to_vec()).collect();
    let table = Table::new(pairs, &gone, &eligibility(all), &[total.eligible; 2], least).protected();
    for (row, cells) in hidden.iter_mut().zip(table) {
        row.eligible = cells.contains(&true);
    }
    hidden
}

/// Which rows are hidden whole: those that are small, and others in ascending order, until there are two that are not small together.
fn whole_rows(counts: &[u32], least: u32) -> Vec<bool> {
    let mut hidden = of_sum(counts, least);
    loop {
        let sum = counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).fold(0_u32, |sum, (count, _)| sum.saturating_add(*count));
        let next = counts.iter().zip(&mut hidden).filter(|(_, hidden)| !**hidden).min_by_key(|(count, _)| **count);
        match next {
            Some((_, next)) if is_small(sum, least) => *next = true,
            _ => return hidden,
        }
    }
}

/// A count of a table, total or not.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    count: u32,
    is_hidden: bool,
    /// That it is hidden says that it is not zero.
    is_above_zero: bool,
}

impl Cell {
    /// Whether it could be one less, for all that is told.
    fn can_fall(self) -> bool {
        self.is_hidden && self.count > u32::from(self.is_above_zero)
    }
}

/// A table of one breakdown with its totals: those of the rows in the last column, those of the columns in the last row. A total is the
/// sum of the others, so along a ring it moves the other way; what stands in the corner is both, and known.
struct Table {
    /// How many ways lead from a column to another: through a row where the first can give one school to the second.
    ways: Vec<Vec<u32>>,
    least: u32,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    fn new(rows: Vec<Vec<u32>>, gone: &[bool], totals: &[u32], hidden_totals: &[bool], least: u32) -> Table {
        let width = totals.len();
        let shown = |count| Cell { count, is_hidden: false, is_above_zero: false };
        let row = |(counts, gone): (Vec<u32>, &bool)| {
            let cell = |count: &u32| Cell { count: *count, is_hidden: *gone || is_small(*count, least), is_above_zero: !gone };
            let total = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
            counts.iter().map(cell).chain([Cell { count: total, is_hidden: *gone, is_above_zero: true }]).collect()
        };
        let hides_zeros = totals.iter().zip(hidden_totals).any(|(count, is_hidden)| *is_hidden && *count == 0);
        let sums = totals.iter().zip(hidden_totals);
        let sums = sums.map(|(count, is_hidden)| Cell { count: *count, is_hidden: *is_hidden, is_above_zero: !hides_zeros });
        let all = totals.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
        let mut rows: Vec<Vec<Cell>> = rows.into_iter().zip(gone).map(row).collect();
        rows.push(sums.chain([shown(all)]).collect());
        let width = width.saturating_add(1);
        let mut table = Table { ways: vec![vec![0; width]; width], least, rows };
        for row in 0..table.rows.len() {
            table.note_ways(row, true);
        }
        table
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or_default()
    }

    fn height(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    fn width(&self) -> usize {
        self.ways.len().saturating_sub(1)
    }

    /// Totals move against the others.
    fn is_total(&self, row: usize, column: usize) -> bool {
        (row == self.height()) != (column == self.width())
    }

    /// Whether a school can leave the column in this row.
    fn gives(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        if self.is_total(row, column) { cell.is_hidden } else { cell.can_fall() }
    }

    /// Whether a school can come to the column in this row.
    fn takes(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        if self.is_total(row, column) { cell.can_fall() } else { cell.is_hidden }
    }

    fn is_way(&self, row: usize, from: usize, to: usize) -> bool {
        from != to && self.gives(row, from) && self.takes(row, to)
    }

    /// Counts the ways through a row, or takes them back.
    fn note_ways(&mut self, row: usize, comes: bool) {
        for from in 0..=self.width() {
            for to in 0..=self.width() {
                if self.is_way(row, from, to)
                    && let Some(count) = self.ways.get_mut(from).and_then(|ways| ways.get_mut(to))
                {
                    *count = if comes { count.saturating_add(1) } else { count.saturating_sub(1) };
                }
            }
        }
    }

    fn change(&mut self, row: usize, change: impl FnOnce(&mut Vec<Cell>)) {
        self.note_ways(row, false);
        if let Some(cells) = self.rows.get_mut(row) {
            change(cells);
        }
        self.note_ways(row, true);
    }

    /// Whether the count could be another, for all that is told: a ring leads through it, to it in its row and away in its column, or the
    /// other way round.
    fn is_safe(&self, row: usize, column: usize) -> bool {
        let others = || (0..=self.width()).filter(|other| *other != column);
        let can_grow = self.takes(row, column) && others().any(|from| self.gives(row, from) && self.leads(column, from, row));
        can_grow || (self.gives(row, column) && others().any(|to| self.takes(row, to) && self.leads(to, column, row)))
    }

    /// Whether ways lead from one column to another, none through `except`.
    fn leads(&self, from: usize, to: usize, except: usize) -> bool {
        let is_open = |from: usize, to: usize| {
            let ways = self.ways.get(from).and_then(|ways| ways.get(to)).copied().unwrap_or(0);
            ways > u32::from(self.is_way(except, from, to))
        };
        let mut seen = vec![false; self.ways.len()];
        let mut left = vec![from];
        while let Some(at) = left.pop() {
            if at == to {
                return true;
            }
            for (next, seen) in seen.iter_mut().enumerate() {
                if !*seen && is_open(at, next) {
                    *seen = true;
                    left.push(next);
                }
            }
        }
        false
    }

    /// Hides until no small count can be computed, and tells what is hidden of each row but the totals. Hiding makes none less safe, so
    /// each is looked at once.
    fn protected(mut self) -> Vec<Vec<bool>> {
        for row in 0..self.rows.len() {
            for column in 0..self.width() {
                while self.is_at_risk(row, column) {
                    if !self.hide_beside(row, column) && !self.hide_zeros(row) {
                        break;
                    }
                }
            }
        }
        let width = self.width();
        self.rows.iter().take(self.height()).map(|cells| cells.iter().take(width).map(|cell| cell.is_hidden).collect()).collect()
    }

    fn is_at_risk(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        cell.is_hidden && is_small(cell.count, self.least) && !self.is_safe(row, column)
    }

    /// Hides one more count: the smallest of the row where it is alone there, else of the column where it is alone there, else of the row,
    /// the column, or anywhere.
    fn hide_beside(&mut self, row: usize, column: usize) -> bool {
        let in_row: Vec<(usize, usize)> = (0..self.width()).map(|other| (row, other)).collect();
        let in_column: Vec<(usize, usize)> = (0..self.height()).map(|other| (other, column)).collect();
        let is_alone = |places: &[(usize, usize)]| places.iter().filter(|(row, column)| self.cell(*row, *column).is_hidden).count() < 2;
        let orders = if !is_alone(&in_row) && is_alone(&in_column) { [&in_column, &in_row] } else { [&in_row, &in_column] };
        let shown =
            |(row, column): &&(usize, usize)| *row < self.height() && !self.cell(*row, *column).is_hidden && self.cell(*row, *column).count > 0;
        let smallest = |places: &[(usize, usize)]| places.iter().filter(shown).min_by_key(|(row, column)| self.cell(*row, *column).count).copied();
        let anywhere = || {
            let places: Vec<_> = (0..self.height()).flat_map(|row| (0..self.width()).map(move |column| (row, column))).collect();
            smallest(&places)
        };
        let Some((row, column)) = orders.iter().find_map(|places| smallest(places)).or_else(anywhere) else {
            return false;
        };
        self.change(row, |cells| {
            if let Some(cell) = cells.get_mut(column) {
                cell.is_hidden = true;
            }
        });
        true
    }

    /// Hides the zeros of a row too, so that none of its counts is known to be above zero: of this row, or of the next that shows any.
    fn hide_zeros(&mut self, row: usize) -> bool {
        let is_whole = |row: usize| self.rows.get(row).is_none_or(|cells| cells.iter().take(self.width()).all(|cell| !cell.is_above_zero));
        let Some(row) = [row].into_iter().chain(0..self.height()).find(|row| *row < self.height() && !is_whole(*row)) else {
            return false;
        };
        let width = self.width();
        self.change(row, |cells| {
            for cell in cells.iter_mut().take(width) {
                *cell = Cell { count: cell.count, is_hidden: true, is_above_zero: false };
            }
        });
        true
    }
}
