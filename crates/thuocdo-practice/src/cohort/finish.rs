//! From what was counted to the report.

use std::cmp::Reverse;

use thuocdo::{Code, Decimal, InstitutionType};

use super::count::Cohort;
use super::counts::{Counts, Rows, Shape};
use super::quantiles::quantiles;
use super::result::{CohortReport, CohortRow, GroupLevels, LevelCount, LevelCounts, MissingPoints};
use crate::Register;
use crate::shared::alphabet::by_name;

impl Cohort {
    /// The report of all that was counted. With a register it also compares the forms that came with the institutions there are.
    pub fn finish(mut self, register: Option<&Register>) -> CohortReport {
        self.settle();
        report(self, register)
    }
}

fn report(cohort: Cohort, register: Option<&Register>) -> CohortReport {
    let Cohort { all, by_authority, by_period, by_stream, by_type, coverage, missing, open, scores, shape, .. } = cohort;
    let breakdown = |rows: Rows| rows.into_rows().into_iter().map(|(value, counts)| row(value, &counts, &shape)).collect::<Vec<_>>();
    let mut by_type = breakdown(by_type);
    by_type.sort_by_key(|row| InstitutionType::WORDS.iter().position(|(word, _)| Some(*word) == row.value.as_deref()).unwrap_or(usize::MAX));
    let (mut by_authority, by_period, by_stream) = (breakdown(by_authority), breakdown(by_period), breakdown(by_stream));
    // As in a published list; those without authority stay last.
    by_authority.sort_by(|a, b| match (&a.value, &b.value) {
        (Some(a), Some(b)) => by_name(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    let total = row(None, &all, &shape);
    CohortReport {
        by_authority,
        by_period,
        by_stream,
        by_type,
        count: total.count,
        eligible: total.eligible,
        eligible_at_lowest: all.at_lowest,
        framework: cohort.framework,
        groups: total.groups,
        missing_points: missing_points(&shape, &missing, all.count),
        other_framework: cohort.other_framework,
        overall: total.overall,
        passed_over: cohort.passed_over,
        quantiles: shape.groups.iter().zip(scores).zip(open).map(|((code, scores), open)| quantiles(code.clone(), scores, open)).collect(),
        register: register.map(|register| coverage.finish(register)),
    }
}

fn row(value: Option<String>, counts: &Counts, shape: &Shape) -> CohortRow {
    let mut tables = counts.cells.chunks(shape.width()).map(|table| {
        let levels = shape.levels.iter().zip(table).map(|(level, count)| LevelCount { count: *count, level: *level }).collect();
        LevelCounts { levels, undetermined: table.last().copied().unwrap_or_default() }
    });
    let groups = shape.groups.iter().zip(tables.by_ref());
    let group = |(code, LevelCounts { levels, undetermined }): (&Code, _)| GroupLevels { code: code.clone(), levels, undetermined };
    CohortRow {
        count: counts.count,
        eligible: counts.eligible,
        groups: groups.map(group).collect(),
        overall: tables.next().unwrap_or_default(),
        value,
    }
}

/// The most first; of equals in the order of the framework. What is unlocated comes last: a rank is advice, and nobody can act on unlocated points.
fn missing_points(shape: &Shape, missing: &[(u64, u32)], count: u32) -> Vec<MissingPoints> {
    let indicators = shape.indicators.iter().zip(&shape.unlocated).zip(missing);
    let mut order: Vec<_> = indicators.map(|((code, unlocated), (points, schools))| (*unlocated, code, *points, *schools)).collect();
    order.sort_by_key(|(unlocated, _, points, _)| (*unlocated, Reverse(*points)));
    let of_one = |(_, code, points, schools): (bool, &Code, u64, u32)| {
        let points = i128::from(points);
        MissingPoints {
            code: code.clone(),
            mean: Decimal::rounded(points, i128::from(count).saturating_mul(100)),
            schools,
            total: Decimal::rounded(points, 100),
        }
    };
    order.into_iter().map(of_one).collect()
}
