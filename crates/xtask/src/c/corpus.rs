//! The corpus as `host-corpus` writes it, read back for whoever asks its questions in another way.

use std::fs;

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
