//! Schools over three years, written and rewritten by many clients: afterwards every row is there, and counts and sums are those that
//! plain arithmetic gives.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::same;
use super::server::Server;
use crate::run::{ran, text};

/// Read as the plain data that it is.
const FRAMEWORK: &str = "crates/thuocdo/frameworks/moet-4725-2022.json";

/// So many schools, each over three years: 11 clients × so many transactions × 5 schools, each once.
#[derive(Clone, Copy)]
pub(super) struct Load {
    transactions: u32,
}

/// All schools of Vietnam, which are 27,005.
pub(super) const COUNTRY: Load = Load { transactions: 491 };
/// Enough for many clients to meet.
pub(super) const SOME: Load = Load { transactions: 20 };

const YEARS: u32 = 3;
const CLIENTS: u32 = 11;

/// What a transaction does first: five schools that no other has.
const CHUNK: &str = "select nextval('load.chunk') * 5 as first\n\\gset\n";
/// Answers are quarters of points, every fiftieth is missing; a tenth of the schools does not meet condition 1.2, of a tenth 2.2 is unknown.
const INSERT: &str = "\
insert into load.assessments (school, year, document)
select n, y, jsonb_build_object(
    'conditions', jsonb_build_object('1.1', true, '1.2', n % 10 <> 3, '2.1', true, '2.2', case when n % 10 <> 7 then true end),
    'answers', (select jsonb_object_agg(code, (n * 7 + y * 13 + i * 31 + n / 97) % (4 * max + 1) * 0.25) from load.indicators where (n + i) % 50 <> 0))
from generate_series(:first::integer, :first::integer + 4) as n, generate_series(0, 2) as y;
";
/// A new answer to the first indicator.
const UPDATE: &str = "\
update load.assessments set document = jsonb_set(document, '{answers,1.3.1}', to_jsonb((school * 11 + year * 5) % 25 * 0.25))
where school between :first::integer and :first::integer + 4;
";

impl Load {
    const fn schools(self) -> u32 {
        CLIENTS * self.transactions * 5
    }

    /// Writes them all.
    pub(super) fn inserted(self, server: &Server, database: &str) -> Result<(), String> {
        let figures = Figures::of_framework()?;
        let mut rows = String::new();
        for (i, indicator) in figures.indicators.iter().enumerate() {
            let _ = write!(rows, "{}('{}', {i}, {})", if i == 0 { "" } else { ", " }, indicator.code, indicator.max);
        }
        server.sql(
        database,
        &format!(
            "create extension if not exists thuocdo; create schema load; create sequence load.chunk minvalue 0; \
             create table load.indicators (code text primary key, i integer not null, max integer not null); insert into load.indicators values {rows}; \
             create table load.assessments (school integer, year integer, document jsonb not null, \
             levels thuocdo_levels generated always as (thuocdo_levels(document)) stored, primary key (school, year))"
        ),
    )?;
        self.pgbench(server, database, INSERT)?;
        same("after inserting", &found(server, database)?, &figures.expected(self.schools(), |n, y, i| figures.drawn(n, y, i)))
    }

    /// Rewrites them all.
    pub(super) fn scored_again(self, server: &Server, database: &str) -> Result<(), String> {
        let figures = Figures::of_framework()?;
        server.sql(database, "alter sequence load.chunk restart")?;
        self.pgbench(server, database, UPDATE)?;
        let answer = |n: u32, y: u32, i: usize| if i == 0 { Some((n * 11 + y * 5) % 25 * 25) } else { figures.drawn(n, y, i) };
        same("after updating", &found(server, database)?, &figures.expected(self.schools(), answer))
    }

    fn pgbench(self, server: &Server, database: &str, script: &str) -> Result<(), String> {
        let file = std::env::temp_dir().join(format!("thuocdo-load-{}.sql", std::process::id()));
        let told = |error| format!("{}: {error}", file.display());
        fs::write(&file, format!("{CHUNK}{script}")).map_err(told)?;
        let (clients, transactions) = (CLIENTS.to_string(), self.transactions.to_string());
        let mut command = server.client("pgbench", database);
        command.args(["-n", "-M", "prepared", "-j", "2", "-c", &clients, "-t", &transactions, "-f"]).arg(&file);
        let report = ran(&mut command);
        fs::remove_file(&file).map_err(told)?;
        let all = format!("number of transactions actually processed: {0}/{0}", CLIENTS * self.transactions);
        report.and_then(|report| if report.contains(&all) { Ok(()) } else { Err(report) })
    }
}

/// What is counted and added up: rows, points in hundredths of both groups at both ends, how many stand at each level of each group at its low
/// end and at its high end, and of the whole, and how many are eligible.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counted {
    rows: u64,
    points: [[u64; 2]; 2],
    levels: [[[u64; 3]; 2]; 2],
    overall: [[u64; 3]; 2],
    eligible: u64,
}

/// Counted by the server, of what it stored.
fn found(server: &Server, database: &str) -> Result<Counted, String> {
    let mut columns = vec!["count(*)".to_owned()];
    for group in 1..=2 {
        columns.extend(["low", "high"].map(|end| format!("sum((levels).score_{end}[{group}] * 100)::bigint")));
    }
    let level = |of: String| (1..=3).map(move |level| format!("count(*) filter (where {of} = {level})"));
    for group in 1..=2 {
        columns.extend(["low", "high"].into_iter().flat_map(|end| level(format!("(levels).level_{end}[{group}]"))));
    }
    columns.extend(["low", "high"].into_iter().flat_map(|end| level(format!("(levels).overall_{end}"))));
    columns.push("count(*) filter (where (levels).eligible)".to_owned());
    let line = server.sql(database, &format!("select {} from load.assessments", columns.join(", ")))?;
    let mut numbers = line.trim().split('|').map(|number| number.parse().unwrap_or(u64::MAX));
    let mut next = || numbers.next().unwrap_or(u64::MAX);
    Ok(Counted {
        rows: next(),
        points: [[next(), next()], [next(), next()]],
        levels: std::array::from_fn(|_| std::array::from_fn(|_| std::array::from_fn(|_| next()))),
        overall: std::array::from_fn(|_| std::array::from_fn(|_| next())),
        eligible: next(),
    })
}

/// The indicators as the framework lists them; nothing else of it is used here.
struct Figures {
    indicators: Vec<Indicator>,
}

struct Indicator {
    code: String,
    group: usize,
    /// In whole points.
    max: u32,
}

impl Figures {
    fn of_framework() -> Result<Self, String> {
        let framework: Value = serde_json::from_str(&text(FRAMEWORK)?).map_err(|error| format!("{FRAMEWORK}: {error}"))?;
        let list = |of: &Value, key: &str| of[key].as_array().cloned().unwrap_or_default();
        let mut indicators = Vec::new();
        for (group, of) in list(&framework, "groups").iter().enumerate() {
            for indicator in list(of, "criteria").iter().flat_map(|criterion| list(criterion, "indicators")) {
                let code = indicator["code"].as_str().unwrap_or_default().to_owned();
                let max = indicator["max"].as_u64().and_then(|max| u32::try_from(max).ok()).ok_or_else(|| format!("{code}: no whole points"))?;
                indicators.push(Indicator { code, group, max });
            }
        }
        Ok(Self { indicators })
    }

    /// The answer of a school in hundredths, as the text above has it.
    fn drawn(&self, school: u32, year: u32, i: usize) -> Option<u32> {
        let number = u32::try_from(i).ok()?;
        let max = self.indicators.get(i)?.max;
        (!(school + number).is_multiple_of(50)).then(|| (school * 7 + year * 13 + number * 31 + school / 97) % (4 * max + 1) * 25)
    }

    /// Counted by plain arithmetic: under 50 points level 1, up to 75 level 2, above level 3.
    fn expected(&self, schools: u32, answer: impl Fn(u32, u32, usize) -> Option<u32>) -> Counted {
        let level = |hundredths: u32| if hundredths < 5000 { 0 } else { 1 + usize::from(hundredths > 7500) };
        let mut counted = Counted::default();
        for (school, year) in (0..schools).flat_map(|school| (0..YEARS).map(move |year| (school, year))) {
            let mut points = [[0; 2]; 2];
            for (i, indicator) in self.indicators.iter().enumerate() {
                let said = answer(school, year, i);
                points[indicator.group][0] += said.unwrap_or(0);
                points[indicator.group][1] += said.unwrap_or(indicator.max * 100);
            }
            let levels = points.map(|ends| ends.map(level));
            counted.rows += 1;
            for end in 0..2 {
                for group in 0..2 {
                    counted.points[group][end] += u64::from(points[group][end]);
                    counted.levels[group][end][levels[group][end]] += 1;
                }
                counted.overall[end][levels[0][end].min(levels[1][end])] += 1;
            }
            let is_open = levels.iter().any(|[low, high]| low != high);
            counted.eligible += u64::from(!is_open && school % 10 != 3 && school % 10 != 7);
        }
        counted
    }
}
