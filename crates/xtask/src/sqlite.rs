//! The extension of SQLite, in the `sqlite3` of Debian: the corpus through its functions, what a table does with them, and its README.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::c::{Case, cases, hex, unhex};
use crate::run::{Steps, path_text, target};
use crate::{debian, readme, rust};

const README: &str = "bindings/sqlite/README.md";

/// Everything of the extension.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    if !debian::wanted(steps, "SQLite", &[("sqlite3", "sqlite3")]) {
        return Ok(());
    }
    rust::build(steps)?;
    steps.run_own("the corpus through SQLite's functions", corpus)?;
    steps.run_own("tables, indexes, NULL and what is refused", table)?;
    steps.run_own("the README of the extension prints what it shows", page)
}

/// The file that SQLite loads; it adds the ending itself.
fn library() -> PathBuf {
    target().join("debug/libthuocdo_sqlite")
}

/// What a script prints and what it is told is wrong, by the number of the line.
struct Told {
    printed: String,
    errors: BTreeMap<usize, String>,
}

/// Runs a script whose statements stand on a line each.
fn told(folder: &Path, script: &str) -> Result<Told, String> {
    let file = folder.join("script.sql");
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::create_dir_all(folder).map_err(failed)?;
    fs::write(&file, script).map_err(failed)?;
    let script = fs::File::open(&file).map_err(failed)?;
    let output = Command::new("sqlite3").args(["-batch", ":memory:"]).current_dir(folder).stdin(Stdio::from(script)).output().map_err(failed)?;
    let mut errors: BTreeMap<usize, String> = BTreeMap::new();
    let mut last = None;
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let begun = ["Runtime error near line ", "Parse error near line "].iter().find_map(|words| line.strip_prefix(words)?.split_once(": "));
        let numbered = begun.and_then(|(number, message)| Some((number.parse::<usize>().ok()?, message)));
        match (numbered, last) {
            (Some((number, message)), _) => {
                errors.insert(number, message.to_owned());
                last = Some(number);
            }
            (None, Some(number)) => {
                let message = errors.entry(number).or_default();
                message.push('\n');
                message.push_str(line);
            }
            (None, None) => return Err(line.to_owned()),
        }
    }
    Ok(Told { printed: String::from_utf8(output.stdout).map_err(|error| error.to_string())?, errors })
}

/// The call of a case. `$f` is its framework, `$w` its word, `$i` its input, `$l` its language.
fn call(case: &Case) -> Option<&'static str> {
    Some(match case.entry.as_str() {
        "score" => "thuocdo_score($i, $f, $l)",
        "check" => "thuocdo_check($i, $f, $l)",
        "explain" => "thuocdo_explain_json($i, $f, $l)",
        "level" => "thuocdo_level($w, $i, $f, $l)",
        "ask" => "thuocdo_ask($w, $i, $f, $l)",
        "schema" => "thuocdo_schema($i, $f, $l)",
        // Whatever else stands there is an id here, or a list of a framework and its overlays.
        "load" if !case.input.starts_with(b"{") => return None,
        "shipped" | "load" => "thuocdo_framework($i, $l)",
        _ => return None,
    })
}

/// A text of SQL, whatever bytes it has.
fn literal(bytes: &[u8]) -> String {
    format!("cast(x'{}' as text)", hex(bytes))
}

/// The argument `framework` of a case.
fn framework(case: &Case) -> String {
    if case.overlays.is_empty() {
        return case.framework.clone();
    }
    let base = if case.framework.starts_with('{') { case.framework.clone() } else { format!("\"{}\"", case.framework) };
    format!("[{base},{}]", case.overlays.join(","))
}

/// Runs the corpus, and says how many cases there were. What C's hosts are handed goes in, and the same bytes come out.
fn corpus() -> Result<(), String> {
    let cases = cases()?;
    let asked: Vec<(&Case, &str)> = cases.iter().filter_map(|case| Some((case, call(case)?))).collect();
    let mut script = format!(".load {}\n", library().display());
    // The first statement stands on the second line, so its key is 2.
    for (key, (case, call)) in (2..).zip(&asked) {
        let call = call
            .replace("$i", &literal(&case.input))
            .replace("$w", &literal(case.word.as_bytes()))
            .replace("$f", &literal(framework(case).as_bytes()))
            .replace("$l", &format!("'{}'", case.lang));
        writeln!(script, "select {key}, hex({call});").map_err(|error| error.to_string())?;
    }
    let Told { printed, errors } = told(&target().join("sqlite"), &script)?;
    let answer = |line: &str| -> Option<(usize, Vec<u8>)> {
        let (key, answer) = line.split_once('|')?;
        Some((key.parse().ok()?, unhex(answer)?))
    };
    let answers: BTreeMap<usize, Vec<u8>> = printed.lines().filter_map(answer).collect();
    let mut faults = Vec::new();
    for (key, (case, call)) in (2..).zip(&asked) {
        let is_right = match (answers.get(&key), errors.get(&key)) {
            (Some(answer), None) => !case.is_refused && answer == case.expected.as_bytes(),
            (None, Some(message)) if case.is_refused => {
                let wanted = case.lines()?;
                let found: Vec<&str> = message.lines().collect();
                wanted.len() == found.len()
                    && wanted.iter().zip(&found).all(|(wanted, found)| if case.lang == "vi" { found.ends_with(wanted) } else { wanted == found })
            }
            _ => false,
        };
        if !is_right {
            let answer = answers.get(&key).map(|answer| String::from_utf8_lossy(answer));
            faults.push(format!("{} ({call}, {})\n  expected: {}\n  found: {answer:?} {:?}", case.name, case.lang, case.expected, errors.get(&key)));
        }
    }
    println!("  {} cases, {} calls; the others take lines or a table, which are rows here", cases.len(), asked.len());
    if faults.is_empty() && !asked.is_empty() { Ok(()) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
}

/// Statements and what they print, worked out by hand; a line that begins with `!` is how the statement is refused.
const TABLE: [(&str, &str); 24] = [
    ("select thuocdo_score(null) is null, thuocdo_score('{}', null) is null, thuocdo_level(null, 75) is null;", "1|1|1"),
    ("select thuocdo_level('1', 75), thuocdo_level('1', 75.01), thuocdo_level(2, '49.99'), thuocdo_level('2', 50);", "2|3|1|2"),
    // A REAL is read as the shortest text that is this number.
    ("select thuocdo_level('1', 74.9 + 0.1), thuocdo_level('1', 75.005);", "!toàn bộ nội dung: “75.005” có quá hai chữ số thập phân"),
    ("select thuocdo_score('{}');", "!"),
    ("select thuocdo_score('{}', 'none');", "!toàn bộ nội dung: không có sẵn bộ chỉ số “none”; có sẵn: moet-4725-2022 (unknown_framework)"),
    ("select thuocdo_score('{}', 'none', 'en');", "!/: no framework `none` is shipped; there is moet-4725-2022 (unknown_framework)"),
    ("select thuocdo_score('{}', '[]');", "!"),
    ("select thuocdo_score('{}', 'moet-4725-2022', 'fr');", "!"),
    ("select thuocdo_score();", "!wrong number of arguments to function thuocdo_score()"),
    ("select thuocdo_score(cast(x'ff' as text));", "!"),
    ("select thuocdo_valid('{\"conditions\":{},\"answers\":{}}'), thuocdo_valid('{'), thuocdo_valid(x'7b');", "1|0|0"),
    (
        "create table schools(code text primary key, doc text, low integer generated always as (thuocdo_levels(doc) ->> '$.groups[0].level.low') stored, check (thuocdo_valid(doc)));",
        "",
    ),
    ("create index eligible on schools(thuocdo_eligible(doc));", ""),
    ("insert into schools(code, doc) values ('A', '{\"conditions\":{},\"answers\":{\"1.3.1\":6}}');", ""),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":\"4,5\"}}');", "!"),
    ("insert into schools(code, doc) values ('B', '{\"conditions\":{},\"answers\":{\"1.3.1\":4.5}}');", ""),
    ("select code, low, thuocdo_eligible(doc) from schools order by code;", "A|1|0\nB|1|0"),
    ("select thuocdo_cohort(doc) ->> 'count', thuocdo_cohort(doc, 'moet-4725-2022') ->> 'count' from schools;", "2|2"),
    ("select thuocdo_ask_many('cohort', '{}', 'scorecards', doc) ->> 'count' from schools;", "2"),
    ("select thuocdo_cohort(doc) is null, thuocdo_ask_many('cohort', '{}', 'scorecards', doc) is null from schools where 0;", "1|1"),
    ("select thuocdo_cohort(doc, 'moet-4725-2022', 'en') from (select '{\"conditions\":{},\"answers\":{\"9\":1}}' as doc);", "!"),
    ("select thuocdo_ask_many('nothing', '{}', 'scorecards', doc, 'moet-4725-2022', 'en') from schools;", "!"),
    ("select thuocdo_digest() = thuocdo_digest(thuocdo_framework()), thuocdo_digest('[' || thuocdo_framework() || ']') = thuocdo_digest();", "1|1"),
    (
        "select json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}', '{\"1\":2}')), json_valid(thuocdo_plan('{\"conditions\":{},\"answers\":{}}'));",
        "1|1",
    ),
];

/// What a table does with the functions, and what they refuse.
fn table() -> Result<(), String> {
    let mut script = format!(".load {}\n", library().display());
    for (number, (statement, _)) in TABLE.iter().enumerate() {
        // Each statement is followed by a mark, since many print nothing.
        writeln!(script, "{statement}\nselect 'done {number}';").map_err(|error| error.to_string())?;
    }
    let Told { printed, errors } = told(&target().join("sqlite"), &script)?;
    let mut rest = printed.as_str();
    for (number, (statement, wanted)) in TABLE.iter().enumerate() {
        let (found, after) = rest.split_once(&format!("done {number}\n")).ok_or_else(|| format!("{statement}: no answer\n{printed}"))?;
        rest = after;
        // Behind the line that loads the library, two lines for each statement.
        let found = match errors.get(&(2 * number + 2)) {
            Some(error) => format!("!{error}"),
            None => found.trim_end().to_owned(),
        };
        let is_right = match wanted.strip_prefix('!') {
            Some(refusal) => found.strip_prefix('!').is_some_and(|error| error.starts_with(refusal)),
            None => found == *wanted,
        };
        if !is_right {
            return Err(format!("{statement}\n  expected: {wanted}\n  found: {found}"));
        }
    }
    Ok(())
}

/// Runs the block of SQL, and compares what it prints with the block of text below it.
fn page() -> Result<(), String> {
    let folder = target().join("sqlite");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let [script, wanted] = ["sql", "text"].map(|language| readme::blocks(README, language).map(|blocks| blocks.join("\n")));
    let script = script?.replace("./libthuocdo_sqlite", &path_text(&library()));
    let Told { printed, errors } = told(&folder, &script)?;
    let told = errors.values().fold(printed, |text, error| text + error + "\n");
    let (told, wanted) = (told.trim_end(), wanted?);
    if told == wanted { Ok(()) } else { Err(format!("{README}\n  shows:\n{wanted}\n  prints:\n{told}")) }
}
