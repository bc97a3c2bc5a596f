//! `thuocdo serve` from outside: the corpus over HTTP and as lines, its README, its client for .NET.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::c::{Case, cases};
use crate::run::{Steps, path_text, printed, ran, root, search_path, target};
use crate::{debian, python, rust};

const README: &str = "crates/thuocdo-serve/README.md";
const CLIENTS: &str = "crates/thuocdo-serve/clients";
const MONO: [(&str, &str); 3] =
    [("mcs", "mono-mcs"), ("mono", "mono-runtime"), ("/usr/lib/mono/4.5/System.Net.Http.dll", "libmono-system-net-http4.0-cil")];

/// Everything of the server that the command's own tests leave out.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    rust::build(steps)?;
    steps.run_own("the corpus over HTTP, and as lines", corpus)?;
    steps.run_own("the README of the server prints what it shows", page)?;
    if debian::wanted(steps, "the client for .NET", &MONO) {
        steps.run_own("the client for .NET asks a server", client)?;
    }
    if steps.goes_deep("OpenAPI against the server, by schemathesis") {
        fuzzed(steps)?;
    }
    Ok(())
}

fn program() -> PathBuf {
    target().join("debug/thuocdo")
}

/// A server on a port of its own; it ends with this value.
struct Server {
    address: String,
    child: Child,
}

impl Server {
    fn start(options: &[String]) -> Result<Server, String> {
        let mut command = Command::new(program());
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(options).env("THUOCDO_CONFIG", "").stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("thuocdo serve: {error}"))?;
        let mut line = String::new();
        let said = child.stderr.take().map(|said| BufReader::new(said).read_line(&mut line));
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(';').next()).map(str::to_owned);
        match (said, address) {
            (Some(Ok(_)), Some(address)) => Ok(Server { address, child }),
            _ => Err(format!("thuocdo serve says {line}")),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a case is asked: its path, whether its answer is JSON by its name, and its body. Nothing for what a server is not asked.
fn asked(case: &Case) -> Option<(String, Vec<u8>)> {
    let path = match case.entry.as_str() {
        "score" | "check" | "explain" => case.entry.clone(),
        "ask" => format!("ask/{}", case.word),
        "level" => {
            let points = std::str::from_utf8(&case.input).ok()?;
            return Some(("level".to_owned(), format!("{{\"group\":{},\"points\":{points}}}", Value::from(case.word.as_str())).into_bytes()));
        }
        _ => return None,
    };
    Some((path, case.input.clone()))
}

/// Whether an answer is what a case expects. A level's points have a place of their own here.
fn is_right(case: &Case, is_refused: bool, answer: &str) -> bool {
    let expected = if case.entry == "level" { case.expected.replace("\"at\":\"\"", "\"at\":\"/points\"") } else { case.expected.clone() };
    // C answers `check` with a list; here one that is not empty is a refusal.
    (case.entry == "check" || case.is_refused == is_refused) && (answer == expected || answer == case.expected)
}

/// The cases of each framework, with the options of its server: those files are written out.
fn by_framework(cases: &[Case]) -> Result<BTreeMap<Vec<String>, Vec<&Case>>, String> {
    let folder = target().join("serve");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    let mut servers: BTreeMap<Vec<String>, Vec<&Case>> = BTreeMap::new();
    for case in cases.iter().filter(|case| asked(case).is_some()) {
        let texts = std::iter::once(&case.framework).filter(|text| text.starts_with('{')).chain(&case.overlays);
        for text in texts {
            let file = folder.join(format!("{}.json", names.len()));
            if !names.contains_key(text.as_str()) {
                fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
                names.insert(text, path_text(&file));
            }
        }
        let file_of = |text: &String| names.get(text.as_str()).unwrap_or(text).clone();
        let overlays = case.overlays.iter().flat_map(|text| ["--overlay".to_owned(), file_of(text)]);
        servers.entry(["--framework".to_owned(), file_of(&case.framework)].into_iter().chain(overlays).collect()).or_default().push(case);
    }
    Ok(servers)
}

/// The corpus over HTTP and as lines: what C's hosts are handed goes in, and the same bytes come out.
fn corpus() -> Result<(), String> {
    let cases = cases()?;
    let (mut count, mut in_lines, mut faults) = (0, 0, Vec::new());
    for (options, cases) in by_framework(&cases)? {
        let server = Server::start(&options)?;
        for case in &cases {
            let Some((path, body)) = asked(case) else { continue };
            let (status, answer) = post(&server.address, &path, &case.lang, &body)?;
            count += 1;
            if !is_right(case, status != 200, &answer) {
                faults.push(format!("{} (/{path}, {}, {status})\n  expected: {}\n  found: {answer}", case.name, case.lang, case.expected));
            }
        }
        in_lines += lines(&options, &cases, &mut faults)?;
    }
    println!("  {} cases, {count} over HTTP, {in_lines} as lines; the others take lines or a table, or are of frameworks", cases.len());
    if faults.is_empty() && count > 1_000 && in_lines > 1_000 { Ok(()) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
}

/// The same cases as lines of one process, but those whose input is no JSON, which no line can hold.
fn lines(options: &[String], cases: &[&Case], faults: &mut Vec<String>) -> Result<usize, String> {
    let (mut text, mut sent) = (Vec::new(), Vec::new());
    for case in cases {
        let Some((path, body)) = asked(case) else { continue };
        // What is no value, or goes as deep as a value may, has no place in a line.
        let is_value = serde_json::from_slice(&body).is_ok_and(|value| depth(&value) < 64);
        if is_value {
            let mut head = String::new();
            write!(head, "{{\"id\":{},\"do\":\"{path}\",\"lang\":\"{}\",\"input\":", sent.len(), case.lang).map_err(|error| error.to_string())?;
            text.extend_from_slice(head.as_bytes());
            text.extend(body.iter().map(|byte| if *byte == b'\n' || *byte == b'\r' { b' ' } else { *byte }));
            text.extend_from_slice(b"}\n");
            sent.push(*case);
        }
    }
    let file = target().join("serve/lines.ndjson");
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::write(&file, text).map_err(failed)?;
    let input = fs::File::open(&file).map_err(failed)?;
    let answers = printed(
        "thuocdo serve --stdio",
        Command::new(program()).args(["serve", "--stdio"]).args(options).env("THUOCDO_CONFIG", "").stdin(input).output(),
    )?;
    for ((number, case), answer) in sent.iter().enumerate().zip(answers.lines()) {
        let result = format!("{{\"id\":{number},\"result\":");
        let refused = format!("{{\"id\":{number},");
        let (is_refused, found) = match (answer.strip_prefix(&result).and_then(|rest| rest.strip_suffix('}')), answer.strip_prefix(&refused)) {
            (Some(result), _) => (false, result.to_owned()),
            (None, Some(rest)) => (true, format!("{{{rest}")),
            (None, None) => (true, answer.to_owned()),
        };
        if !is_right(case, is_refused, &found) {
            faults.push(format!("{} (a line, {})\n  expected: {}\n  found: {answer}", case.name, case.lang, case.expected));
        }
    }
    let count = answers.lines().count();
    if count == sent.len() { Ok(count) } else { Err(format!("{} lines in, {count} out", sent.len())) }
}

/// How deep a value is nested.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

/// The status and the body of the answer to one request.
fn post(address: &str, path: &str, lang: &str, body: &[u8]) -> Result<(u16, String), String> {
    let failed = |error: std::io::Error| format!("/{path}: {error}");
    let mut stream = TcpStream::connect(address).map_err(failed)?;
    let head = format!(
        "POST /{path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nAccept: application/json\r\nAccept-Language: {lang}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    // A server that refuses a body for its length may not read it all.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(failed)?;
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| format!("/{path}: {answer}"))?;
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body).to_owned();
    Ok((status, body))
}

/// Runs what the README shows; `localhost:4725` is the server of the test there.
fn page() -> Result<(), String> {
    let server = Server::start(&[])?;
    let path = std::iter::once(target().join("debug")).chain(search_path());
    let path = std::env::join_paths(path).map_err(|error| error.to_string())?;
    let blocks = crate::readme::blocks(README, "console")?;
    let mut count = 0;
    for shown in blocks.iter().flat_map(|block| block.strip_prefix("$ ").unwrap_or(block).split("\n$ ")) {
        let (command, expected) = shown.split_once('\n').unwrap_or((shown, ""));
        if command == "thuocdo serve" {
            continue;
        }
        let script = command.replace("localhost:4725", &server.address);
        let found = printed(command, Command::new("sh").args(["-c", &script]).current_dir(root()).env("PATH", &path).output())?;
        if found.trim_end_matches('\n') != expected {
            return Err(format!("{README}: {command}\n  shows:\n{expected}\n  prints:\n{found}"));
        }
        count += 1;
    }
    if count > 8 { Ok(()) } else { Err(format!("{README} shows {count} commands")) }
}

/// Compiles the client, and has it ask for schools, good and bad.
fn client() -> Result<(), String> {
    let program = target().join("serve/levels.exe");
    let sources = ["Levels.cs", "Thuocdo.cs"].map(|name| path_text(&root().join(CLIENTS).join(name)));
    let out = format!("-out:{}", path_text(&program));
    ran(Command::new("mcs").args(["-langversion:7", "-warnaserror", &out]).args(sources).arg("-r:System.Net.Http"))?;
    let server = Server::start(&[])?;
    // 1.3.1 has at most 6 points; the name is as long as bytes and characters differ.
    let rows = [
        ("VD-01", r#"{"institution":{"code":"VD-01","name":"Trường Tiểu học Ế"},"conditions":{},"answers":{"1.3.1":6}}"#, r#""low":6}"#),
        ("VD-02", r#"{"conditions":{},"answers":{"1.3.1":7}}"#, r#""code":"points_out_of_range""#),
        ("VD-03", "", r#""code":"not_json""#),
    ];
    // More than one request.
    let sent: Vec<_> = rows.iter().cycle().take(2_500).collect();
    let lines: Vec<String> = sent.iter().map(|(code, assessment, _)| format!("{code}\t{assessment}\n")).collect();
    let file = target().join("serve/schools.tsv");
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::write(&file, lines.concat()).map_err(failed)?;
    let input = fs::File::open(&file).map_err(failed)?;
    let address = format!("http://{}", server.address);
    let answers = printed("levels.exe", Command::new("mono").arg(&program).arg(&address).stdin(input).output())?;
    let is_right = |((code, _, wanted), line): (&&(&str, &str, &str), &str)| {
        line.split_once('\t').is_some_and(|(found, answer)| found == *code && answer.contains(wanted))
    };
    if answers.lines().count() == sent.len() && sent.iter().zip(answers.lines()).all(is_right) {
        Ok(())
    } else {
        Err(answers.lines().take(6).collect::<Vec<_>>().join("\n"))
    }
}

/// Requests that schemathesis makes of the `OpenAPI` document: no answer but those that the document has, and none of status 500.
fn fuzzed(steps: &mut Steps) -> Result<(), String> {
    let venv = "target/serve/venv";
    python::venv::environment(steps, venv, &[root().join("crates/thuocdo-serve/tests/requirements.txt")])?;
    let server = Server::start(&[])?;
    let program = path_text(&root().join(venv).join("bin/schemathesis"));
    let document = format!("http://{}/openapi.json", server.address);
    // It cannot write lines. Our schemas say the shape of an input, and not all that must hold between its parts, so what follows them may be refused.
    steps.run(
        &program,
        &[
            "run",
            &document,
            "--checks",
            "all",
            "--exclude-checks",
            "positive_data_acceptance,negative_data_rejection",
            "--exclude-path",
            "/levels",
            "--exclude-path",
            "/scores",
            "--max-examples",
            "50",
        ],
    )
}
