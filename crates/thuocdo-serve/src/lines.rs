//! The same questions without HTTP: a line of JSON comes, a line of JSON goes.

use std::io::{self, BufRead as _, BufReader, Read as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use thuocdo::json::{AnyValue, Read, Reader, Value};
use thuocdo::{Lang, Term, Violation, Violations, canonical};

use crate::limits::longest;
use crate::routes::{Route, Work};
use crate::service::Service;

/// What a line says around its input.
const AROUND: usize = 64 * 1024;

/// `{ "id": …, "do": "score", "input": …, "framework": …, "lang": "vi" }`; only `do` must be there.
#[derive(Debug, Default)]
struct Line {
    id: Option<Id>,
    /// The path of a question, such as `score` or `ask/cohort`.
    work: String,
    #[expect(dead_code, reason = "named here so that it is a known field; its value is taken as it stands")]
    input: Option<AnyValue>,
    framework: Option<String>,
    lang: Option<String>,
}

thuocdo::record!(Line { id ? value, work as "do", input ? value, framework ? value, lang ? value });

/// What the line is called by: a text or a number, given back as JSON.
#[derive(Debug)]
struct Id(String);

impl Read for Id {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Id> {
        match value {
            Value::Text(text) => Some(Id(canonical(text))),
            Value::Number(number) => Some(Id(number.to_string())),
            _ => reader.wrong_type(value, Term::String),
        }
    }
}

/// Answers each line with one line, in order, until the input ends. A blank line has no answer. `{"id":…,"result":…}` has the bytes that HTTP
/// answers; `{"id":…,"violations":[…]}` says what is wrong: with the line itself (`/do`, `/lang` …), or, where that is right, with its input.
/// A line that is longer than any request may be is passed over without being kept.
///
/// # Errors
///
/// Those of reading and writing.
pub fn answer_lines(service: &Service, lines: impl io::Read, mut out: impl Write, lang: Lang) -> io::Result<()> {
    let most = longest().saturating_add(AROUND);
    let mut lines = BufReader::new(lines);
    let mut line = Vec::new();
    loop {
        line.clear();
        // As long as a line may be, its end, and one byte more, by which a longer one is known.
        let taken = lines.by_ref().take(most as u64 + 3).read_until(b'\n', &mut line)?;
        if taken == 0 {
            return out.flush();
        }
        let is_whole = line.pop_if(|byte| *byte == b'\n').is_some();
        line.pop_if(|byte| *byte == b'\r');
        if !is_whole && line.len() > most {
            lines.skip_until(b'\n')?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        writeln!(out, "{}", answered(service, &line, most, lang))?;
        // Whoever waits for an answer has sent nothing more.
        if !lines.buffer().contains(&b'\n') {
            out.flush()?;
        }
    }
}

fn answered(service: &Service, line: &[u8], most: usize, lang: Lang) -> String {
    let value = match Value::parse_at_most(line, most) {
        Ok(value) => value,
        Err(refused) => return told("null", Err(refused), lang),
    };
    let (read, violations) = Reader::whole::<Line>(&value);
    let line = read.unwrap_or_default();
    let wanted =
        line.lang.as_deref().map_or(Ok(lang), |wanted| wanted.parse().map_err(|_| unknown("/lang", wanted, Lang::ALL.map(Lang::as_str).to_vec())));
    let lang = *wanted.as_ref().unwrap_or(&lang);
    let id = line.id.as_ref().map_or("null", |id| id.0.as_str());
    // A fault of the library ends its own line, and no other.
    let answer = || violations.or(()).and(wanted).and_then(|lang| work(service, &line, value.get("input"), lang));
    let answer = catch_unwind(AssertUnwindSafe(answer));
    answer.map_or_else(|_| format!("{{\"error\":\"failed\",\"id\":{id}}}"), |answer| told(id, answer, lang))
}

fn work(service: &Service, line: &Line, input: Option<&Value<'_>>, lang: Lang) -> Result<String, Violations> {
    let takes_one = |route: &&Route| !matches!(route.work, Work::Lines(_));
    let route = service.routes.iter().filter(takes_one).find(|route| route.name == line.work).ok_or_else(|| {
        let accepted = service.routes.iter().filter(takes_one).map(|route| route.name.as_str());
        unknown("/do", &line.work, accepted.collect())
    })?;
    let scorer = service.frameworks.named(line.framework.as_deref()).map_err(|unknown| unknown.within("/framework"))?;
    let input = input.ok_or_else(|| Violation::missing_field("/input", "input"))?;
    route.work.of_value(scorer, input, lang)
}

fn unknown(at: &str, found: &str, accepted: Vec<&str>) -> Violations {
    Violation::unknown_value(at, found, accepted).into()
}

fn told(id: &str, answer: Result<String, Violations>, lang: Lang) -> String {
    match answer {
        Ok(result) => format!("{{\"id\":{id},\"result\":{result}}}"),
        Err(violations) => format!("{{\"id\":{id},\"violations\":{}}}", violations.to_json(lang)),
    }
}
