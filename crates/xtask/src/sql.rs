//! What the engines of SQL without types of ours are asked alike: the corpus, a list of statements, the README.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::c::{Case, cases, unhex};
use crate::readme;

/// An engine under test.
pub(crate) struct Engine<'a> {
    /// Runs a script whose statements stand on a line each.
    pub(crate) told: &'a dyn Fn(&str) -> Result<Told, String>,
    /// A text of SQL, whatever bytes it has.
    pub(crate) literal: fn(&[u8]) -> String,
    /// The bytes of the value `$c` in hexadecimal.
    pub(crate) hex: &'static str,
    /// What stands between the columns of a row.
    pub(crate) between: char,
    /// The room that an error has for a message, in bytes, where it is cut.
    pub(crate) room: Option<usize>,
}

/// Statements that every engine refuses alike, as in [`Engine::table`].
const REFUSED: [(&str, &str); 5] = [
    ("select thuocdo_score('{}');", "!"),
    ("select thuocdo_score('{}', 'none');", "!toàn bộ nội dung: không có sẵn bộ chỉ số “none”; có sẵn: moet-4725-2022 (unknown_framework)"),
    ("select thuocdo_score('{}', 'none', 'en');", "!/: no framework `none` is shipped; there is moet-4725-2022 (unknown_framework)"),
    ("select thuocdo_score('{}', '[]');", "!"),
    ("select thuocdo_score('{}', 'moet-4725-2022', 'fr');", "!"),
];

/// What a script prints and what it is told is wrong, by the number of the line, from 1.
pub(crate) struct Told {
    pub(crate) printed: String,
    pub(crate) errors: BTreeMap<usize, String>,
}

impl Told {
    /// What a client printed, and the lines of its errors: `begun` is the number and the message that a line begins with, and a line without goes
    /// on with the last error.
    pub(crate) fn of<'l>(
        printed: Vec<u8>,
        errors: impl Iterator<Item = &'l str>,
        begun: impl Fn(&'l str) -> Option<(&'l str, &'l str)>,
    ) -> Result<Told, String> {
        let mut told = Told { printed: String::from_utf8(printed).map_err(|error| error.to_string())?, errors: BTreeMap::new() };
        for line in errors {
            if let Some((number, message)) = begun(line).and_then(|(number, message)| Some((number.parse().ok()?, message))) {
                told.errors.insert(number, message.to_owned());
            } else {
                let mut last = told.errors.last_entry().ok_or(line)?;
                last.get_mut().push('\n');
                last.get_mut().push_str(line);
            }
        }
        Ok(told)
    }
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

/// The argument `framework` of a case.
fn framework(case: &Case) -> String {
    if case.overlays.is_empty() {
        return case.framework.clone();
    }
    let base = if case.framework.starts_with('{') { case.framework.clone() } else { format!("\"{}\"", case.framework) };
    format!("[{base},{}]", case.overlays.join(","))
}

impl Engine<'_> {
    /// Runs the corpus, and says how many cases there were. What C's hosts are handed goes in, and the same bytes come out.
    pub(crate) fn corpus(&self) -> Result<(), String> {
        let cases = cases()?;
        let asked: Vec<(&Case, &str)> = cases.iter().filter_map(|case| Some((case, call(case)?))).collect();
        let mut script = String::new();
        for (key, (case, call)) in (1..).zip(&asked) {
            let call = call
                .replace("$i", &(self.literal)(&case.input))
                .replace("$w", &(self.literal)(case.word.as_bytes()))
                .replace("$f", &(self.literal)(framework(case).as_bytes()))
                .replace("$l", &format!("'{}'", case.lang));
            writeln!(script, "select {key}, {};", self.hex.replace("$c", &call)).map_err(|error| error.to_string())?;
        }
        let Told { printed, errors } = (self.told)(&script)?;
        let answer = |line: &str| -> Option<(usize, Vec<u8>)> {
            let (key, answer) = line.split_once(self.between)?;
            Some((key.parse().ok()?, unhex(answer)?))
        };
        let answers: BTreeMap<usize, Vec<u8>> = printed.lines().filter_map(answer).collect();
        let mut faults = Vec::new();
        for (key, (case, call)) in (1..).zip(&asked) {
            let is_right = match (answers.get(&key), errors.get(&key)) {
                (Some(answer), None) => !case.is_refused && answer == case.expected.as_bytes(),
                (None, Some(message)) if case.is_refused => self.says(case, message)?,
                _ => false,
            };
            if !is_right {
                let answer = answers.get(&key).map(|answer| String::from_utf8_lossy(answer));
                faults.push(format!(
                    "{} ({call}, {})\n  expected: {}\n  found: {answer:?} {:?}",
                    case.name,
                    case.lang,
                    case.expected,
                    errors.get(&key)
                ));
            }
        }
        println!("  {} cases, {} calls; the others take lines or a table, which are rows here", cases.len(), asked.len());
        if faults.is_empty() && asked.len() > 1_000 { Ok(()) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
    }

    /// Whether a message tells the violations of a case, as many as have room.
    fn says(&self, case: &Case, message: &str) -> Result<bool, String> {
        let wanted = case.lines()?;
        let mut found: Vec<&str> = message.lines().collect();
        let is_cut = self.room.is_some_and(|room| message.len() + 16 > room) && message.ends_with('…');
        if is_cut {
            // Of the last line the beginning alone is there.
            found.pop();
        }
        let is_alike = |(wanted, found): (&String, &&str)| if case.lang == "vi" { found.ends_with(wanted.as_str()) } else { wanted == found };
        Ok((is_cut || wanted.len() == found.len()) && wanted.iter().zip(&found).all(is_alike))
    }

    /// Runs [`REFUSED`] and more statements, each with what it prints, worked out by hand; a text that begins with `!` is how the statement is
    /// refused.
    pub(crate) fn table(&self, table: &[(&str, &str)]) -> Result<(), String> {
        let table = [&REFUSED, table].concat();
        let mut script = String::new();
        for (number, (statement, _)) in table.iter().enumerate() {
            // Each statement is followed by a mark, since many print nothing.
            writeln!(script, "{statement}\nselect 'done {number}';").map_err(|error| error.to_string())?;
        }
        let Told { printed, errors } = (self.told)(&script)?;
        let mut rest = printed.as_str();
        for (number, (statement, wanted)) in table.iter().enumerate() {
            let (found, after) = rest.split_once(&format!("done {number}\n")).ok_or_else(|| format!("{statement}: no answer\n{printed}"))?;
            rest = after;
            let found = match errors.get(&(2 * number + 1)) {
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

    /// Runs the blocks of SQL of a README behind `before`, and compares what they print with the blocks of text. What the engine loads by
    /// itself is left out.
    pub(crate) fn page(&self, page: &str, before: &str) -> Result<(), String> {
        let [script, wanted] = ["sql", "text"].map(|language| readme::blocks(page, language).map(|blocks| blocks.join("\n")));
        let script = script?;
        let statements: Vec<&str> = script.lines().filter(|line| !line.starts_with(".load")).collect();
        let Told { printed, errors } = (self.told)(&format!("{before}{}\n", statements.join("\n")))?;
        let told = errors.values().fold(printed, |text, error| text + error + "\n");
        let (told, wanted) = (told.trim_end(), wanted?);
        if told == wanted { Ok(()) } else { Err(format!("{page}\n  shows:\n{wanted}\n  prints:\n{told}")) }
    }
}
