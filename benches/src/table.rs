//! The table of results, from what criterion wrote down.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use serde_json::Value;

use crate::{Failure, schools};

/// What a time is held to.
enum Goal {
    /// At most this many nanoseconds.
    Nanoseconds(f64),
    /// At most this many times the peer's time.
    Times(f64),
    /// Nothing was promised.
    None,
}

/// One line of the table: our bench, the peer's, and what they are called.
struct Row(&'static str, &'static str, &'static str, &'static str, Goal);

const ROWS: [Row; 25] = [
    Row("sheet → levels", "levels/thuocdo", "levels/bare_sums", "a bare loop over the numbers", Goal::Nanoseconds(100.0)),
    Row("assessment → levels", "typed/thuocdo_levels", "typed/datalogic", "datalogic-rs, sums and levels", Goal::None),
    Row("", "typed/thuocdo_levels", "typed/zen_expressions", "zen-expression, sums and levels", Goal::None),
    Row("", "typed/thuocdo_levels", "typed/cel", "cel, sums and levels", Goal::None),
    Row("", "typed/thuocdo_levels", "typed/zen_graph", "zen-engine, sums and levels", Goal::None),
    Row("assessment → scorecard", "typed/thuocdo_scorecard", "typed/zen_graph", "zen-engine, sums and levels", Goal::None),
    Row("JSON → levels", "json/thuocdo_levels", "json/datalogic", "datalogic-rs, sums and levels", Goal::Times(0.8)),
    Row("", "json/thuocdo_levels", "json/zen_expressions", "zen-expression, sums and levels", Goal::None),
    Row("", "json/thuocdo_levels", "json/cel", "cel, sums and levels", Goal::None),
    Row("", "json/thuocdo_levels", "json/zen_graph", "zen-engine, sums and levels", Goal::None),
    Row("JSON → scorecard", "json/thuocdo_scorecard", "json/thuocdo_two_passes", "the same in two passes, as where something is wrong", Goal::None),
    Row("", "json/thuocdo_scorecard", "json/serde_derived", "serde_json into the same type, derived", Goal::Times(1.3)),
    Row("", "json/thuocdo_scorecard", "json/serde_value", "serde_json into `Value`", Goal::None),
    Row("", "json/thuocdo_scorecard", "json/serde_bare", "serde_json into bare numbers", Goal::None),
    Row(
        "JSON → scorecard, with evidence",
        "evidence/thuocdo_scorecard",
        "evidence/thuocdo_assessment",
        "parsing into our assessment",
        Goal::Times(1.3),
    ),
    Row("", "evidence/thuocdo_scorecard", "evidence/serde_derived", "serde_json into the same type, derived", Goal::Times(1.3)),
    Row("", "evidence/thuocdo_scorecard", "evidence/serde_value", "serde_json into `Value`", Goal::None),
    Row("JSON → JSON", "json/thuocdo_json", "json/thuocdo_scorecard", "the same without writing", Goal::None),
    Row("", "json/thuocdo_json", "json/serde_value", "serde_json into `Value`", Goal::None),
    Row("27,005 schools, NDJSON → scorecards", "ndjson/thuocdo_scorecard", "ndjson/serde_value", "serde_json into `Value`", Goal::None),
    Row("27,005 schools, NDJSON → NDJSON", "ndjson/thuocdo_json", "ndjson/thuocdo_scorecard", "the same without writing", Goal::Nanoseconds(1e9)),
    Row("", "ndjson/thuocdo_json", "ndjson/serde_value", "serde_json into `Value`", Goal::None),
    Row(
        "27,005 schools × 3 years, NDJSON → quality, plans, cohort",
        "practice/thuocdo_practice",
        "practice/thuocdo_scorecards",
        "scoring them alone",
        Goal::Nanoseconds(2e9),
    ),
    Row("a million schools, columns → columns", "columns/thuocdo", "columns/bare_sums", "a bare loop over the columns", Goal::None),
    Row("", "columns/thuocdo_no_conditions", "columns/bare_sums", "a bare loop over the columns", Goal::None),
];

/// The rows of which both benches ran since `started`; empty when none did, as in a test run.
pub fn markdown(results: &Path, started: SystemTime) -> Result<String, Failure> {
    let mut table = String::new();
    for Row(work, ours, peer, against, goal) in ROWS {
        let (Some(our_time), Some(peer_time)) = (median(results, ours, started)?, median(results, peer, started)?) else {
            continue;
        };
        if table.is_empty() {
            table.push_str("\n| Work | thuocdo | beside | its time | ratio | goal |\n|---|---:|---|---:|---:|---:|\n");
        }
        let ratio = our_time / peer_time;
        let goal = verdict(&goal, our_time, ratio);
        writeln!(table, "| {work} | {} | {against} | {} | {ratio:.2} | {goal} |", time(our_time), time(peer_time))?;
    }
    if let Some(all) = median(results, "ndjson/thuocdo_json", started)? {
        writeln!(table, "\n{:.0} schools a second from NDJSON to NDJSON, on one core.", f64::from(schools::COUNTRY) * 1e9 / all)?;
    }
    Ok(table)
}

fn verdict(goal: &Goal, nanoseconds: f64, ratio: f64) -> String {
    let met = |met: bool| if met { "met" } else { "missed" };
    match *goal {
        Goal::Nanoseconds(most) => format!("≤ {}, {}", time(most), met(nanoseconds <= most)),
        Goal::Times(most) => format!("≤ {most}, {}", met(ratio <= most)),
        Goal::None => String::new(),
    }
}

/// The median of a bench in nanoseconds, if it ran since `started`.
fn median(results: &Path, bench: &str, started: SystemTime) -> Result<Option<f64>, Failure> {
    let file = results.join(bench).join("new/estimates.json");
    match fs::metadata(&file) {
        Ok(metadata) if metadata.modified()? >= started => {}
        _ => return Ok(None),
    }
    let estimates: Value = serde_json::from_slice(&fs::read(file)?)?;
    Ok(Some(estimates["median"]["point_estimate"].as_f64().ok_or("criterion wrote no median")?))
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{nanoseconds:.1} ns"),
        ..1e6 => format!("{:.2} µs", nanoseconds / 1e3),
        ..1e9 => format!("{:.1} ms", nanoseconds / 1e6),
        _ => format!("{:.2} s", nanoseconds / 1e9),
    }
}
