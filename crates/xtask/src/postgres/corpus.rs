//! The corpus in SQL: what every host is handed, through the functions, and the same bytes out.
//!
//! The cases are those of the C hosts (`bindings/c/hosts/README.md`). A result must be the same to the byte from a text door, and the same
//! `jsonb` from the others; a refusal is an SQL error whose detail tells the same violations, a line each.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::server::Server;
use crate::c::{Case, cases, hex, unhex};
use crate::run::{ran, target};

const DATABASE: &str = "corpus";

/// What a function said: a text, or the SQLSTATE and detail of its error.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    Text(String),
    Failed(String, String),
}

/// Runs the corpus, and says how many cases there were.
pub(super) fn corpus(server: &Server) -> Result<(), String> {
    let cases = cases()?;
    server.database(DATABASE)?;
    let (script, asked) = script(&cases)?;
    // As a file: psql would wait for its answers to be read before it reads on.
    let told = target().join("postgres/corpus.sql");
    fs::write(&told, script).map_err(|error| format!("{}: {error}", told.display()))?;
    let answers = answers(&ran(server.psql(DATABASE).args(["-At", "-f"]).arg(&told))?)?;
    let mut faults = Vec::new();
    for (key, (case, door)) in asked.iter().enumerate() {
        let said = answers.get(&key).ok_or_else(|| format!("{}: no answer", case.name))?;
        if let Err(fault) = door.judge(case, said) {
            faults.push(format!("{} ({}, {}): {fault}", case.name, case.entry, case.lang));
        }
    }
    let left_out = cases.iter().filter(|case| doors(case).is_empty()).count();
    println!("  {} cases, {} calls; {left_out} cases have no function: lines are rows here, and a string is no `numeric`", cases.len(), asked.len());
    if faults.is_empty() && !asked.is_empty() { Ok(()) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
}

/// How a result is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    /// To the byte.
    Text(&'static str),
    /// As JSON.
    Json(&'static str),
    /// Whether what was written is, to the byte, what the server reads of the text.
    Alike(&'static str),
    /// The levels that the scorecard says.
    Levels(&'static str),
}

/// A call of a case.
type Asked<'c> = (&'c Case, Door);

/// The calls of a case. `$f` is its framework, `$w` its word, `$i` its input, `$l` its language.
fn doors(case: &Case) -> Vec<Door> {
    match case.entry.as_str() {
        "score" => vec![
            Door::Text("thuocdo_score_json($i, $f)"),
            Door::Json("thuocdo_score($i::jsonb, $f)::text"),
            Door::Alike("tests.are_alike(thuocdo_score($i::jsonb, $f), tests.score_by_text($i::jsonb, $f))::text"),
            Door::Levels("to_jsonb(thuocdo_levels($i::jsonb, $f))::text"),
        ],
        "check" => vec![Door::Text("thuocdo_check_json($i, $f, $l)")],
        "explain" => vec![Door::Text("thuocdo_explain_json($i, $f, $l)")],
        // Points in a string are a `numeric` here; which strings are none, the server knows.
        "level" if case.input.starts_with(b"\"") && case.is_refused => Vec::new(),
        "level" => vec![Door::Text("thuocdo_level($w, btrim($i, '\"')::numeric, $f)::text")],
        "ask" => vec![Door::Text("thuocdo_ask_json($w, $i, $f, $l)"), Door::Json("thuocdo_ask($w, $i::jsonb, $f, $l)::text")],
        "schema" => vec![Door::Json("thuocdo_schema($i, $f, $l)::text")],
        "shipped" => vec![Door::Json("thuocdo_framework($i)::text")],
        "load" => vec![Door::Json("thuocdo_framework(thuocdo_framework_add($i))::text")],
        _ => Vec::new(),
    }
}

impl Door {
    const fn call(self) -> &'static str {
        match self {
            Door::Text(call) | Door::Json(call) | Door::Alike(call) | Door::Levels(call) => call,
        }
    }

    /// Whether what was said is what must be said.
    fn judge(self, case: &Case, said: &Said) -> Result<(), String> {
        let expected = &case.expected;
        let by_jsonb = !matches!(self, Door::Text(_)) && matches!(case.entry.as_str(), "score" | "ask");
        match said {
            // The server takes no such text, so the function never sees it: other bytes than UTF-8, a zero; and as `jsonb` no bad JSON either.
            Said::Failed(state, _) if state == "22021" && std::str::from_utf8(&case.input).map_or(true, |text| text.contains('\0')) => Ok(()),
            Said::Failed(state, _) if by_jsonb && ["22P02", "22P05", "54001"].contains(&state.as_str()) && !is_jsonb(&case.input) => Ok(()),
            // Nor is a total that is no number one of this function's.
            Said::Failed(state, _) if state == "22P02" && case.entry == "level" && case.is_refused => Ok(()),
            // A number beyond the doubles is none of JSON, and one of `jsonb`, which is told at its place.
            Said::Failed(state, detail)
                if by_jsonb && expected.contains("\"not_json\"") && state == "22023" && detail.contains("(points_out_of_range)") =>
            {
                Ok(())
            }
            // `jsonb` holds no key twice, and the last one counts.
            _ if by_jsonb && expected.contains("\"duplicate_key\"") => Ok(()),
            Said::Failed(state, detail) if case.is_refused => {
                // By `jsonb` a number is written otherwise, so a message is left out.
                let lines: Vec<String> = case.lines()?.into_iter().map(|line| if by_jsonb { place_and_code(&line) } else { line }).collect();
                let found =
                    if by_jsonb { detail.lines().map(place_and_code).collect() } else { detail.lines().map(str::to_owned).collect::<Vec<_>>() };
                let in_words = case.lang == "vi";
                let is_said = |(wanted, found): (&String, &String)| if in_words { found.ends_with(wanted) } else { wanted == found };
                let is_same = lines.len() == found.len() && lines.iter().zip(&found).all(is_said);
                if is_same && ["22023", "22032", "54000", "42704"].contains(&state.as_str()) {
                    return Ok(());
                }
                Err(format!("{state}\n  expected: {}\n  found: {}", lines.join("\n"), found.join("\n")))
            }
            Said::Text(found) if !case.is_refused && self.is_same(found, expected)? => Ok(()),
            _ => Err(format!("{}\n  expected: {expected}\n  found: {said:?}", self.call())),
        }
    }

    fn is_same(self, found: &str, expected: &str) -> Result<bool, String> {
        let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("{error}: {text}"));
        Ok(match self {
            Door::Text(_) => found == expected,
            Door::Alike(_) => found == "true",
            Door::Json(_) => parsed(found)? == parsed(expected)?,
            Door::Levels(_) => {
                let (found, card) = (parsed(found)?, parsed(expected)?);
                let groups = card["groups"].as_array().ok_or("no groups")?;
                let is_list = |name: &str, of: [&str; 2]| {
                    let list: Vec<Option<f64>> = groups.iter().map(|group| group[of[0]][of[1]].as_f64()).collect();
                    found[name].as_array().is_some_and(|found| found.iter().map(Value::as_f64).eq(list))
                };
                is_list("score_low", ["score", "low"])
                    && is_list("score_high", ["score", "high"])
                    && is_list("level_low", ["level", "low"])
                    && is_list("level_high", ["level", "high"])
                    && found["overall_low"] == card["overall"]["level"]["low"]
                    && found["overall_high"] == card["overall"]["level"]["high"]
                    && found["eligible"] == card["recognition"]["eligible"]
            }
        })
    }
}

/// Whether a text becomes `jsonb` at all: it is JSON, of no depth that ends the server's stack, and holds no zero.
fn is_jsonb(input: &[u8]) -> bool {
    serde_json::from_slice::<Value>(input).is_ok() && !String::from_utf8_lossy(input).contains("\\u0000")
}

fn place_and_code(line: &str) -> String {
    let (place, code) = (line.split(": ").next().unwrap_or_default(), line.rsplit(" (").next().unwrap_or_default());
    format!("{place} ({code}")
}

/// The SQL of all calls, and which call each key is of.
fn script(cases: &[Case]) -> Result<(String, Vec<Asked<'_>>), String> {
    let mut script = String::from(SETUP);
    let mut frameworks: BTreeMap<(&str, &[String]), usize> = BTreeMap::new();
    let mut asked = Vec::new();
    for case in cases {
        let known = frameworks.len();
        let framework = *frameworks.entry((&case.framework, &case.overlays)).or_insert(known);
        if framework == known {
            stored(&mut script, framework, case)?;
        }
        for door in doors(case) {
            let call = door.call().replace("$i", "convert_from($1, 'UTF8')").replace("$w", "$2").replace("$f", "$3").replace("$l", "$4");
            let told = writeln!(
                script,
                "select {}, tried($call${call}$call$, '\\x{}', '\\x{}', {framework}, '{}');",
                asked.len(),
                hex(&case.input),
                hex(case.word.as_bytes()),
                case.lang
            );
            told.map_err(|error| error.to_string())?;
            asked.push((case, door));
        }
    }
    Ok((script, asked))
}

/// Keeps the framework of a case under a number, by the functions that are for it.
fn stored(script: &mut String, number: usize, case: &Case) -> Result<(), String> {
    let mut name = if case.framework.starts_with('{') {
        format!("thuocdo_framework_add(convert_from('\\x{}', 'UTF8'))", hex(case.framework.as_bytes()))
    } else {
        format!("'{}'", case.framework)
    };
    for overlay in &case.overlays {
        name = format!("thuocdo_overlay_add({name}, convert_from('\\x{}', 'UTF8'))", hex(overlay.as_bytes()));
    }
    writeln!(script, "insert into frameworks select {number}, {name};").map_err(|error| error.to_string())
}

/// Each call is tried by itself, and answers with a text or with the state and detail of its error, in hexadecimal, since either may hold anything.
const SETUP: &str = "\
create extension thuocdo;
create table frameworks (number integer primary key, name text);
create function tried(call text, input bytea, word bytea, framework integer, lang text) returns text language plpgsql as $$
declare
    result text;
    state text;
    told text;
begin
    perform set_config('thuocdo.lang', lang, true);
    execute 'select ' || call into result
        using input, convert_from(word, 'UTF8'), (select name from frameworks where number = framework), lang;
    return 'T' || encode(convert_to(result, 'UTF8'), 'hex');
exception when others then
    get stacked diagnostics state = returned_sqlstate, told = pg_exception_detail;
    return 'E' || state || encode(convert_to(told, 'UTF8'), 'hex');
end
$$;
";

/// What was said, by the keys of the calls.
fn answers(rows: &str) -> Result<BTreeMap<usize, Said>, String> {
    let answer = |row: &str| -> Option<(usize, Said)> {
        let (key, said) = row.split_once('|')?;
        let text = |hex: &str| String::from_utf8(unhex(hex)?).ok();
        let said = match said.split_at_checked(1)? {
            ("T", hex) => Said::Text(text(hex)?),
            (_, failed) => failed.split_at_checked(5).and_then(|(state, hex)| Some(Said::Failed(state.to_owned(), text(hex)?)))?,
        };
        Some((key.parse().ok()?, said))
    };
    rows.lines().map(|row| answer(row).ok_or_else(|| format!("not an answer: {row}"))).collect()
}
