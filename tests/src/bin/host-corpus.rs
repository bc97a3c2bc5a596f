//! Writes the corpus as hosts read it: what goes in and what must come out, so that they need no parser of JSON. `bindings/c/hosts/README.md`
//! describes the file. `host-corpus FILE` writes it and prints `N cases`; `host-corpus card FILE` prints the scorecard of one assessment.
//! `host-corpus tables FOLDER` writes the workbooks that `tests/vectors/tables/cases.json` describes, named after the number of their case.
//!
//! What must come out is what the doors of the core answer in this process. That those are right is shown elsewhere, by vectors worked out by
//! hand; here it is shown that a host gets the same bytes.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use thuocdo::json::{Reader, Value};
use thuocdo::{Framework, Lang, LocalScorer, Overlay, Points, Scorer, Violations};
use thuocdo_oracle::corpus::{self, Subject, Vector};
use thuocdo_practice::Collector;
use thuocdo_practice::json::Question;
use thuocdo_practice::schema::{names, schema_for};
use thuocdo_tests::rows::{row_of, rows};
use thuocdo_tests::workbooks::{ods, xlsx};
use thuocdo_tests::{FRAMEWORKS, answer, check, explanation, score};

const SHIPPED: &str = "moet-4725-2022";

/// A school whose name is spelled both ways: each letter whole, and each mark a letter of its own.
const NAMES: [(&str, &str); 2] = [
    ("a name of whole letters (NFC)", "Tr\u{1b0}\u{1edd}ng Ti\u{1ec3}u h\u{1ecd}c Hoa Ph\u{1b0}\u{1ee3}ng"),
    ("a name of letters and marks (NFD)", "Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c Hoa Phu\u{31b}o\u{31b}\u{323}ng"),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["card", file] => fs::read(file).map_err(|error| format!("{file}: {error}")).and_then(|text| card(&text)),
        ["tables", folder] => tables(folder.as_ref()).map(|cases| format!("{cases} cases")),
        [file] => write(file.as_ref()).map(|cases| format!("{cases} cases")),
        _ => Err("host-corpus FILE, host-corpus card FILE, or host-corpus tables FOLDER".to_owned()),
    };
    match done {
        Ok(line) => println!("{line}"),
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The scorecard of a text by the shipped framework.
fn card(assessment: &[u8]) -> Result<String, String> {
    let scorer = made(SHIPPED, &[])?;
    Ok(score(scorer.local(), assessment, Lang::Vi))
}

/// Writes the workbooks of the corpus of tables into a folder, and says how many cases have one.
fn tables(folder: &Path) -> Result<usize, String> {
    let failed = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/tables/cases.json");
    let text = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).map_err(|error| failed(&path, &error))?;
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    let mut count = 0;
    for (number, case) in cases.iter().enumerate() {
        let Some(sheets) = case["sheets"].as_array() else { continue };
        for (kind, bytes) in [("xlsx", xlsx(sheets)), ("ods", ods(sheets))] {
            let file = folder.join(format!("{number}.{kind}"));
            fs::write(&file, bytes).map_err(|error| failed(&file, &error))?;
        }
        count += 1;
    }
    Ok(count)
}

/// One call: what goes in, and what must come out.
struct Case {
    /// The vector's name.
    name: String,
    entry: &'static str,
    lang: Lang,
    /// The id of a shipped framework, or a file; empty where the entry makes a scorer itself.
    framework: String,
    /// The files that are laid on it, in order.
    overlays: Vec<String>,
    /// The group of `level`, the question of `ask` and `collect`; else empty.
    word: String,
    input: Vec<u8>,
    is_refused: bool,
    /// The result, or the JSON of its violations.
    expected: String,
}

/// One framework with overlays, and all that is asked of it.
struct Of<'a> {
    framework: &'a str,
    overlays: &'a [String],
    cases: &'a mut Vec<Case>,
}

impl Of<'_> {
    /// What the entry answers; the text door's refusals are told apart by the violations behind them.
    fn case(&mut self, name: &str, entry: &'static str, lang: Lang, word: &str, input: &[u8], outcome: &Result<String, Violations>) {
        self.cases.push(Case {
            name: name.to_owned(),
            entry,
            lang,
            framework: if is_file(self.framework) { corpus::framework_text(self.framework) } else { self.framework.to_owned() },
            overlays: self.overlays.iter().map(|overlay| corpus::overlay_text(overlay)).collect(),
            word: word.to_owned(),
            input: input.to_owned(),
            is_refused: outcome.is_err(),
            expected: outcome.clone().unwrap_or_else(|violations| violations.refusal(lang).to_json()),
        });
    }
}

fn netstring(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(format!("{}:", bytes.len()).as_bytes());
    out.extend_from_slice(bytes);
    out.push(b',');
}

/// Whether a framework is one of the corpus: a shipped one is named by its id.
fn is_file(framework: &str) -> bool {
    Path::new(framework).extension().is_some()
}

/// The scorer of a framework of the corpus, or a shipped one, with overlays of the corpus.
fn made(framework: &str, overlays: &[String]) -> Result<LocalScorer, String> {
    let loaded = if is_file(framework) { Framework::from_json(corpus::framework_text(framework).as_bytes()) } else { Framework::shipped(framework) };
    let scorer = loaded.and_then(Scorer::new).map(LocalScorer::new);
    let laid = overlays.iter().fold(scorer, |scorer, overlay| scorer?.with(&Overlay::from_json(corpus::overlay_text(overlay).as_bytes())?));
    laid.map_err(|violations| format!("{framework}: {violations}"))
}

/// A text door's answer as a result or the violations that it tells.
fn told(text: String, refused: Option<Violations>) -> Result<String, Violations> {
    refused.map_or(Ok(text), Err)
}

/// Writes the cases as a file, and says how many there are.
fn write(path: &Path) -> Result<usize, String> {
    let cases = cases()?;
    let mut bytes = Vec::new();
    for case in &cases {
        let mut overlays = Vec::new();
        case.overlays.iter().for_each(|overlay| netstring(&mut overlays, overlay.as_bytes()));
        let (name, entry, lang, framework) = (case.name.as_bytes(), case.entry.as_bytes(), case.lang.as_str().as_bytes(), case.framework.as_bytes());
        let status = if case.is_refused { b"1" } else { b"0" };
        for field in [name, entry, lang, framework, &overlays, case.word.as_bytes(), &case.input, status, case.expected.as_bytes()] {
            netstring(&mut bytes, field);
        }
    }
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(cases.len())
}

/// Every case. Those of one framework and its overlays come one after the other.
fn cases() -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut vectors = corpus::vectors();
    vectors.sort_by(|a, b| a.framework.cmp(&b.framework));
    for vector in &vectors {
        match vector.subject {
            Subject::Assessment => assessment(&mut cases, &vector.framework, &vector.id, &vector.bytes())?,
            Subject::Framework => framework(&mut cases, vector),
            Subject::Level => level(&mut cases, vector)?,
        }
    }
    for (name, school) in NAMES {
        let text = format!(r#"{{"institution":{{"name":"{school}"}},"conditions":{{"{school}":true}},"answers":{{}}}}"#);
        assessment(&mut cases, SHIPPED, name, text.as_bytes())?;
        let text = format!(r#"{{"institution":{{"name":"{school}"}},"conditions":{{}},"answers":{{}}}}"#);
        assessment(&mut cases, SHIPPED, name, text.as_bytes())?;
    }
    lines(&mut cases, &vectors)?;
    schemas(&mut cases)?;
    requests(&mut cases)?;
    numbers(&mut cases, &vectors)?;
    Ok(cases)
}

fn assessment(cases: &mut Vec<Case>, framework: &str, name: &str, input: &[u8]) -> Result<(), String> {
    let scorer = made(framework, &[])?;
    let scorer = scorer.local();
    let refused = || scorer.score_to_json(input).err();
    let mut of = Of { framework, overlays: &[], cases };
    for lang in Lang::ALL {
        of.case(name, "score", lang, "", input, &told(score(scorer, input, lang), refused()));
        of.case(name, "check", lang, "", input, &Ok(check(scorer, input, lang)));
        of.case(name, "explain", lang, "", input, &told(explanation(scorer, input, lang), refused()));
    }
    Ok(())
}

/// A framework file, or an id that is asked for.
fn framework(cases: &mut Vec<Case>, vector: &Vector) {
    let is_id = vector.edits.is_some() && !is_file(&vector.framework) && Framework::shipped_ids().all(|id| id != vector.framework);
    let (entry, input) = if is_id { ("shipped", vector.framework.clone().into_bytes()) } else { ("load", vector.bytes()) };
    let loaded = if is_id { Framework::shipped(&vector.framework) } else { Framework::from_json(&input) };
    let outcome = loaded.and_then(Scorer::new).map(|scorer| scorer.framework().to_json());
    Of { framework: "", overlays: &[], cases }.case(&vector.id, entry, Lang::En, "", &input, &outcome);
}

fn level(cases: &mut Vec<Case>, vector: &Vector) -> Result<(), String> {
    let scorer = made(&vector.framework, &[])?;
    let input = vector.input.as_ref().ok_or("a level without its points")?;
    let (group, points) = (input["group"].as_str().unwrap_or_default(), input["points"].to_string());
    let read = Value::parse(points.as_bytes()).and_then(|points| Reader::read::<Points>(&points));
    let outcome = read.and_then(|points| scorer.local().level(group, points)).map(|level| level.to_string());
    Of { framework: &vector.framework, overlays: &[], cases }.case(&vector.id, "level", Lang::Vi, group, points.as_bytes(), &outcome);
    Ok(())
}

/// All assessments that are one line, as lines: answered as a whole, and handed over line by line.
fn lines(cases: &mut Vec<Case>, vectors: &[Vector]) -> Result<(), String> {
    let of_shipped = vectors.iter().filter(|vector| vector.subject == Subject::Assessment && vector.framework == SHIPPED);
    let lines: Vec<Vec<u8>> = of_shipped.map(Vector::bytes).filter(|bytes| !bytes.contains(&b'\n')).collect();
    let text = lines.join(b"\r\n".as_slice());
    let answers = Ok(made(SHIPPED, &[])?.local().score_lines(&text, Lang::Vi));
    let mut of = Of { framework: SHIPPED, overlays: &[], cases };
    for entry in ["ndjson", "stream"] {
        of.case("all assessments, a line each", entry, Lang::Vi, "", &text, &answers);
    }
    Ok(())
}

fn schemas(cases: &mut Vec<Case>) -> Result<(), String> {
    let scorer = made(SHIPPED, &[])?;
    for name in names().chain(["no-such-schema"]) {
        let outcome = schema_for(name, scorer.local().framework(), Lang::Vi).map(|schema| schema.to_string());
        Of { framework: SHIPPED, overlays: &[], cases }.case(name, "schema", Lang::Vi, "", name.as_bytes(), &outcome);
    }
    Ok(())
}

/// A request of many documents taken apart: itself without its lists, then the list and the text of each document. What must come is what the
/// whole request is answered with, or what is told of the first part that is refused. Nothing of a question of few documents, and of a request
/// that holds no lists of documents.
fn collected(
    question: Question,
    scorer: &LocalScorer,
    request: &[u8],
    whole: Result<String, Violations>,
    lang: Lang,
) -> Option<(Vec<u8>, Result<String, Violations>)> {
    const LISTS: [&str; 5] = ["scorecards", "recognised", "submissions", "self", "external"];
    let Ok(serde_json::Value::Object(mut request)) = serde_json::from_slice(request) else { return None };
    if !question.takes_many() || LISTS.iter().any(|list| request.get(*list).is_some_and(|documents| !documents.is_array())) {
        return None;
    }
    let lists: Vec<(&str, Vec<serde_json::Value>)> =
        LISTS.iter().filter_map(|list| Some((*list, request.remove(*list)?.as_array()?.clone()))).collect();
    if lists.is_empty() {
        return None;
    }
    let rest = serde_json::Value::Object(request).to_string();
    let mut parts = Vec::new();
    netstring(&mut parts, rest.as_bytes());
    let mut collector = Collector::from_json(question, scorer, rest.as_bytes());
    for (list, documents) in &lists {
        for document in documents {
            let document = document.to_string();
            netstring(&mut parts, list.as_bytes());
            netstring(&mut parts, document.as_bytes());
            collector = collector.and_then(|mut collector| {
                collector.add_json(list, document.as_bytes())?;
                Ok(collector)
            });
        }
    }
    // Parsed on the way, a key that was said twice is said once, and no fault any more.
    Some((parts, collector.map(|collector| whole.unwrap_or_else(|_| collector.finish().to_json(lang)))))
}

fn requests(cases: &mut Vec<Case>) -> Result<(), String> {
    let mut requests = corpus::requests();
    requests.sort_by(|a, b| (&a.framework, &a.overlays).cmp(&(&b.framework, &b.overlays)));
    for request in &requests {
        let scorer = made(&request.framework, &request.overlays)?;
        let question = Question::named(&request.question).map_err(|violations| violations.to_string())?;
        let input = request.bytes();
        let refused = Value::parse(&input).and_then(|value| thuocdo_practice::json::ask(question, &scorer, &value)).err();
        let mut of = Of { framework: &request.framework, overlays: &request.overlays, cases };
        for lang in Lang::ALL {
            let outcome = told(answer(question, &scorer, &input, lang), refused.clone());
            of.case(&request.id, "ask", lang, &request.question, &input, &outcome);
            if let Some((parts, outcome)) = collected(question, &scorer, &input, outcome, lang) {
                of.case(&request.id, "collect", lang, &request.question, &parts, &outcome);
            }
        }
    }
    Ok(())
}

/// Rows of numbers, a line each, and what the scorecards of the same facts say.
fn numbers(cases: &mut Vec<Case>, vectors: &[Vector]) -> Result<(), String> {
    let province = "province-invented.json".to_owned();
    let overlays = [vec![province.clone()], vec![province, "commune-invented.json".to_owned()]];
    let bare = FRAMEWORKS.iter().map(|framework| (*framework, Vec::new()));
    for (framework, overlays) in bare.chain(overlays.into_iter().map(|overlays| (SHIPPED, overlays))) {
        let made = made(framework, &overlays)?;
        let scorer = made.local();
        let mut rows = rows(scorer, 200);
        if overlays.is_empty() {
            let of_framework = vectors.iter().filter(|vector| vector.subject == Subject::Assessment && vector.framework == framework);
            rows.extend(of_framework.filter_map(|vector| scorer.assessment(&*vector.bytes()).ok()).map(|assessment| row_of(&assessment)));
        }
        let input: Vec<String> = rows.iter().map(thuocdo_tests::rows::Row::text).collect();
        let expected: Vec<String> = rows.iter().map(|row| row.expected(scorer)).collect();
        let mut of = Of { framework, overlays: &overlays, cases };
        of.case("rows of numbers", "rows", Lang::Vi, "", input.join("\n").as_bytes(), &Ok(expected.join("\n")));
        for lang in Lang::ALL {
            let refused = scorer.number_place("1.99").map(|_| String::new());
            of.case("a code without a place", "rows", lang, "", b"1.99=1", &refused);
        }
    }
    Ok(())
}
