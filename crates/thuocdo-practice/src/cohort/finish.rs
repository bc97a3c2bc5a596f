//! From what was counted to what is told.

use std::cmp::Reverse;

use thuocdo::{Code, Decimal, InstitutionType};

use super::quantiles::quantiles;
use super::suppress::{Hidden, hidden};
use super::tally::{Rows, Shape, Tally};
use super::{Cohort, CohortReport, GroupLevels, LevelCount, LevelCounts, MissingPoints, Row};
use crate::Register;

pub(super) fn report(cohort: Cohort, register: Option<&Register>) -> CohortReport {
    let Cohort { all, by_authority, by_period, by_stream, by_type, came, missing, open, scores, shape, suppress_under, .. } = cohort;
    let least = suppress_under.unwrap_or(0);
    let breakdown = |rows: Rows| {
        let rows = rows.into_rows();
        let tallies: Vec<&Tally> = rows.iter().map(|(_, tally)| tally).collect();
        let hidden = hidden(&all, &tallies, shape.width(), least);
        // Of as many schools as there are rows each row has one, and its name tells so.
        if hidden.iter().all(|hidden| hidden.count) && usize::try_from(all.count).is_ok_and(|count| count == rows.len()) {
            return Vec::new();
        }
        rows.iter().zip(&hidden).map(|((value, tally), hidden)| row(value.clone(), tally, hidden, &shape)).collect::<Vec<_>>()
    };
    let mut by_type = breakdown(by_type);
    by_type.sort_by_key(|row| InstitutionType::WORDS.iter().position(|(word, _)| Some(*word) == row.value.as_deref()).unwrap_or(usize::MAX));
    let (by_authority, by_period, by_stream) = (breakdown(by_authority), breakdown(by_period), breakdown(by_stream));
    let total = row(None, &all, &Hidden::of_total(&all, shape.width(), least), &shape);
    CohortReport {
        by_authority,
        by_period,
        by_stream,
        by_type,
        count: total.count,
        eligible: total.eligible,
        eligible_at_lowest: suppress_under.is_none().then_some(all.at_lowest),
        framework: cohort.framework,
        groups: total.groups,
        missing_points: missing_points(&shape, &missing, all.count, least),
        other_framework: cohort.other_framework,
        overall: total.overall,
        passed_over: cohort.passed_over,
        quantiles: shape.groups.iter().zip(scores).zip(open).map(|((code, scores), open)| quantiles(code.clone(), scores, open, least)).collect(),
        register: register.filter(|_| suppress_under.is_none()).map(|register| came.finish(register)),
        suppress_under,
    }
}

/// A row without what is hidden of it.
fn row(value: Option<String>, tally: &Tally, hidden: &Hidden, shape: &Shape) -> Row {
    let cells: Vec<Option<u32>> = tally.cells.iter().zip(&hidden.cells).map(|(count, is_hidden)| (!is_hidden).then_some(*count)).collect();
    let mut tables = cells.chunks(shape.width()).map(|table| {
        let levels = shape.levels.iter().zip(table).map(|(level, count)| LevelCount { count: *count, level: *level }).collect();
        LevelCounts { levels, undetermined: table.last().copied().flatten() }
    });
    let groups = shape.groups.iter().zip(tables.by_ref());
    let group = |(code, LevelCounts { levels, undetermined }): (&Code, _)| GroupLevels { code: code.clone(), levels, undetermined };
    Row {
        count: (!hidden.count).then_some(tally.count),
        eligible: (!hidden.eligible).then_some(tally.eligible),
        groups: groups.map(group).collect(),
        overall: tables.next().unwrap_or_default(),
        value,
    }
}

/// The most first; of equals in the order of the framework. What is unlocated stands behind: a rank is advice, and nobody can act on it.
fn missing_points(shape: &Shape, missing: &[(u64, u32)], count: u32, least: u32) -> Vec<MissingPoints> {
    let indicators = shape.indicators.iter().zip(&shape.unlocated).zip(missing);
    let mut order: Vec<_> = indicators.map(|((code, unlocated), (points, schools))| (*unlocated, code, *points, *schools)).collect();
    order.sort_by_key(|(unlocated, _, points, _)| (*unlocated, Reverse(*points)));
    let is_few = |schools: u32| schools > 0 && schools < least;
    let told = |(_, code, points, schools): (bool, &Code, u64, u32)| {
        // That all but a few lack points says of the few that they do not.
        let tells = !is_few(schools) && !is_few(count.saturating_sub(schools));
        let points = i128::from(points);
        MissingPoints {
            code: code.clone(),
            mean: tells.then(|| Decimal::rounded(points, i128::from(count).saturating_mul(100))),
            schools: tells.then_some(schools),
            total: tells.then(|| Decimal::rounded(points, 100)),
        }
    };
    order.into_iter().map(told).collect()
}
