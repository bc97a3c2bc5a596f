//! Rows per second of `thuocdo_levels` over a stored table, beside the same sums and levels by other hands, in one run.

use std::time::Instant;

use super::server::{Server, Session};
use crate::run::{ran, root};

const DATABASE: &str = "bench";
/// In each, every work has its turn.
const ROUNDS: usize = 9;
/// Our work, then the peers: the view of it, what it is, and at least so many times its rate that is promised.
const OURS: &str = "ours";
const PEERS: [(&str, &str, Option<f64>); 5] = [
    ("by_key", "SQL over jsonb, a `->>` for each answer", Some(2.0)),
    ("by_rows", "SQL over jsonb, answers as rows", Some(2.0)),
    ("by_key_floats", "SQL over jsonb, in floats", None),
    ("by_plpgsql", "PL/pgSQL", None),
    ("by_columns", "SQL over plain numeric columns", None),
];

/// Measures, and prints the table.
pub(crate) fn bench(server: &Server) -> Result<(), String> {
    server.database(DATABASE)?;
    for file in ["tables.sql", "peers.sql"] {
        ran(server.psql(DATABASE).arg("-f").arg(root().join("bindings/postgres/benches").join(file)))?;
    }
    let mut session = server.session(DATABASE)?;
    // One process, and no compiler that comes in between: all works are alike in that.
    session.rows("set max_parallel_workers_per_gather = 0; set jit = off")?;
    let views: Vec<&str> = [OURS].into_iter().chain(PEERS.iter().map(|(view, ..)| *view)).collect();
    agree(&mut session, &views)?;
    let count: f64 = session.rows("select count(*) from documents")?.parse().map_err(|error| format!("{error}"))?;
    let mut times = vec![Vec::new(); views.len()];
    for round in 0..ROUNDS {
        let mut turn: Vec<usize> = (0..views.len()).collect();
        if round % 2 == 1 {
            turn.reverse();
        }
        for work in turn {
            times[work].push(timed(&mut session, views[work])?);
        }
    }
    println!("\n| beside | its rows a second | ours | ratio | goal |\n|---|---:|---:|---:|---:|");
    let ours = median(times[0].clone());
    for ((_, what, goal), theirs) in PEERS.iter().zip(&times[1..]) {
        let ratio = median(theirs.iter().zip(&times[0]).map(|(theirs, ours)| theirs / ours).collect());
        let goal = goal.map_or_else(String::new, |goal| format!("≥ {goal}, {}", if ratio >= goal { "met" } else { "missed" }));
        println!("| {what} | {:.0} | {:.0} | {ratio:.2} | {goal} |", count / median(theirs.clone()), count / ours);
    }
    calls(&mut session)
}

/// Calls that are timed over the same rows, behind what reads a row.
const CALLS: [&str; 9] = [
    "document",
    "document::text",
    "thuocdo_valid(document)",
    "thuocdo_check(document)",
    "thuocdo_levels(document)",
    "thuocdo_score(document)",
    "thuocdo_score_json(document::text)",
    // Here the server reads the text of the card.
    "thuocdo_score_json(document::text)::jsonb",
    "thuocdo_explain(document)",
];

/// How long a call takes, less the reading of a row.
fn calls(session: &mut Session) -> Result<(), String> {
    const ROWS: u32 = 10_000;
    session.rows(&format!("create temporary table few as select document from documents limit {ROWS}; analyze few"))?;
    let mut times = vec![Vec::new(); CALLS.len()];
    for _ in 0..ROUNDS {
        for (times, call) in times.iter_mut().zip(CALLS) {
            let begun = Instant::now();
            session.rows(&format!("select count({call}) from few"))?;
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    println!("\n| call | µs |\n|---|---:|");
    let times: Vec<f64> = times.into_iter().map(|times| median(times) * 1e6 / f64::from(ROWS)).collect();
    for (call, time) in CALLS.iter().zip(&times).skip(1) {
        println!("| `{call}` | {:.1} |", time - times[0]);
    }
    Ok(())
}

/// Nothing is measured where a peer finds other points or levels for any row.
fn agree(session: &mut Session, views: &[&str]) -> Result<(), String> {
    let mut answers = Vec::new();
    for view in views {
        let row = "s1::numeric(9, 2) || ' ' || s2::numeric(9, 2) || ' ' || l1 || ' ' || l2 || ' ' || overall";
        answers.push(session.rows(&format!("select count(*), md5(string_agg({row}, ',')) from {view}"))?);
    }
    match views.iter().zip(&answers).find(|(_, answer)| **answer != answers[0]) {
        Some((view, answer)) => Err(format!("{view} finds {answer}, {} finds {}", views[0], answers[0])),
        None => Ok(()),
    }
}

/// How many seconds it takes to read a view through.
fn timed(session: &mut Session, view: &str) -> Result<f64, String> {
    let begun = Instant::now();
    session.rows(&format!("select sum(s1), sum(s2), sum(l1), sum(l2), sum(overall) from {view}"))?;
    Ok(begun.elapsed().as_secs_f64())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
