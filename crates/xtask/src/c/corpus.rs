//! The corpus as `host-corpus` writes it, read back for whoever asks its questions in another way.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::{corpus_file, folder};

/// One call: what goes in, and what must come out. `bindings/c/hosts/README.md` describes the file.
pub(crate) struct Case {
    /// The vector's name.
    pub(crate) name: String,
    pub(crate) entry: String,
    pub(crate) lang: String,
    /// The id of a shipped framework, or a file; empty where the entry makes a scorer itself.
    pub(crate) framework: String,
    /// The files that are laid on it, in order.
    pub(crate) overlays: Vec<String>,
    /// The group of `level`, the question of `ask` and `collect`; else empty.
    pub(crate) word: String,
    pub(crate) input: Vec<u8>,
    pub(crate) is_refused: bool,
    /// The result, or the JSON of its violations.
    pub(crate) expected: String,
}

impl Case {
    /// The lines that tell of its violations, as engines of SQL show them. In Vietnamese a place is told in words, which the tests of the core
    /// have, so the place is left out, and a line ends in what stands here.
    pub(crate) fn lines(&self) -> Result<Vec<String>, String> {
        let refusal: Value = serde_json::from_str(&self.expected).map_err(|error| format!("{error}: {}", self.expected))?;
        let violations = refusal["violations"].as_array().ok_or("no violations")?;
        let line = |violation: &Value| {
            let part = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
            let place = match part("at") {
                _ if self.lang == "vi" => String::new(),
                at if at.is_empty() => "/".to_owned(),
                at => written_out(&at),
            };
            format!("{place}: {} ({})", part("message"), part("code"))
        };
        Ok(violations.iter().map(line).collect())
    }
}

/// What would end a line, steer a terminal or hide, as the contract has it written out; of such, the corpus holds no others.
fn written_out(place: &str) -> String {
    let is_hidden = |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    place.chars().map(|c| if is_hidden(c) { format!("\\u{{{:x}}}", u32::from(c)) } else { c.to_string() }).collect()
}

/// Bytes as SQL reads them in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The bytes of a text in hexadecimal.
pub(crate) fn unhex(hex: &str) -> Option<Vec<u8>> {
    hex.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// Every case. Those of one framework and its overlays come one after the other.
pub(crate) fn cases() -> Result<Vec<Case>, String> {
    let path = folder().join("cases.netstrings");
    corpus_file(&path)?;
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let fields = netstrings(&bytes).ok_or("the corpus is no row of netstrings")?;
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string());
    let mut cases = Vec::new();
    for case in fields.as_chunks().0 {
        let [name, entry, lang, framework, overlays, word, input, status, expected] = *case;
        cases.push(Case {
            name: text(name)?,
            entry: text(entry)?,
            lang: text(lang)?,
            framework: text(framework)?,
            overlays: netstrings(overlays).ok_or("overlays are no row of netstrings")?.into_iter().map(text).collect::<Result<_, _>>()?,
            word: text(word)?,
            input: input.to_owned(),
            is_refused: status != b"0",
            expected: text(expected)?,
        });
    }
    Ok(cases)
}

/// The parts of a row of `<length>:<bytes>,`.
fn netstrings(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let colon = bytes.iter().position(|&byte| byte == b':')?;
        let length: usize = std::str::from_utf8(&bytes[..colon]).ok()?.parse().ok()?;
        let (part, rest) = bytes.get(colon + 1..)?.split_at_checked(length)?;
        parts.push(part);
        bytes = rest.strip_prefix(b",")?;
    }
    Some(parts)
}
