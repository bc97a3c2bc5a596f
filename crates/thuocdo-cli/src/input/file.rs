//! What kind of input a file is, and its bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use thuocdo::Lang;

use crate::args::InputFormat;
use crate::words::Word;

/// The longest text of one assessment that the core reads, in bytes.
pub(crate) const LONGEST: usize = thuocdo::json::MAX_BYTES;

/// How much is read at a time.
const BUFFER: usize = 1 << 16;
/// How a workbook begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a workbook of Excel 97–2003 begins, and one that a password protects.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";
/// How a text may begin.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file that has been opened and recognised.
pub(crate) struct Opened {
    /// Its name, as messages give it.
    pub(crate) name: String,
    pub(crate) format: InputFormat,
    /// All of its bytes, but for a byte order mark.
    pub(crate) reader: Box<dyn BufRead>,
    /// Its first line that does not begin with `#`.
    pub(crate) first_line: Vec<u8>,
}

/// What a text is that begins as JSON does, where neither its name nor the user tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unmarked {
    /// One assessment.
    Look,
    /// One a line, however broken the first, unless that is an opening brace alone: where a line out is asked for, a line comes in.
    Lines,
}

impl Unmarked {
    pub(crate) fn when(lines_are_asked_for: bool) -> Unmarked {
        if lines_are_asked_for { Unmarked::Lines } else { Unmarked::Look }
    }
}

/// True of the file name that means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file as messages name it.
pub(crate) fn name(path: &Path, lang: Lang) -> String {
    if is_stdin(path) { Word::StandardInput.say(lang).to_owned() } else { path.display().to_string() }
}

/// Opens a file and finds out what it is.
pub(crate) fn open(path: &Path, given: Option<InputFormat>, unmarked: Unmarked, lang: Lang) -> Result<Opened> {
    let format = given.or_else(|| by_ending(path));
    let name = name(path, lang);
    if is_stdin(path) {
        return recognise(name, Box::new(io::stdin().lock()), format, unmarked, lang);
    }
    let source = File::open(path).with_context(|| Word::CannotRead.with(lang, &[&name]))?;
    recognise(name, Box::new(source), format, unmarked, lang)
}

/// Finds out what a source is by its first line, unless that is known, and whether it is what it is said to be.
pub(super) fn recognise(name: String, mut source: Box<dyn Read>, known: Option<InputFormat>, unmarked: Unmarked, lang: Lang) -> Result<Opened> {
    let mut head = peek(&mut source).with_context(|| Word::CannotRead.with(lang, &[&name]))?;
    let format = known.unwrap_or_else(|| by_content(&head, unmarked));
    if head.starts_with(OLE) {
        bail!(Word::IsOldWorkbook.with(lang, &[&name]));
    }
    if format != InputFormat::Xlsx {
        if head.starts_with(ZIP) {
            bail!(Word::IsWorkbook.with(lang, &[&name]));
        }
        if is_utf16(&head) {
            bail!(Word::IsUtf16.with(lang, &[&name]));
        }
        if head.starts_with(BYTE_ORDER_MARK) {
            head.drain(..BYTE_ORDER_MARK.len());
        }
    }
    let first_line = first_line(&head).to_vec();
    let reader = Box::new(BufReader::with_capacity(BUFFER, Cursor::new(head).chain(source)));
    Ok(Opened { name, format, reader, first_line })
}

/// All bytes of a text, or one more than the core reads, so that it refuses the text as too large.
pub(crate) fn read_at_most(source: impl Read) -> io::Result<Vec<u8>> {
    bounded(source, LONGEST)
}

fn bounded(source: impl Read, longest: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(longest as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes of a text file, or of standard input, up to the limit of one assessment.
pub(crate) fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>> {
    bytes_at_most(path, LONGEST, lang)
}

/// As [`bytes`], up to a limit of its own.
pub(crate) fn bytes_at_most(path: &Path, longest: usize, lang: Lang) -> Result<Vec<u8>> {
    let read = if is_stdin(path) { bounded(io::stdin().lock(), longest) } else { File::open(path).and_then(|file| bounded(file, longest)) };
    read.with_context(|| Word::CannotRead.with(lang, &[&name(path, lang)]))
}

/// The first bytes, up to and with the first line that does not begin with `#`.
fn peek(source: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut chunk = vec![0; BUFFER];
    while head.len() <= LONGEST && !has_first_line(&head) {
        match source.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => head.extend_from_slice(chunk.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(head)
}

fn has_first_line(head: &[u8]) -> bool {
    head.split_inclusive(|&byte| byte == b'\n').any(|line| line.ends_with(b"\n") && !is_remark(line))
}

fn first_line(head: &[u8]) -> &[u8] {
    head.split(|&byte| byte == b'\n').find(|line| !is_remark(line)).unwrap_or_default()
}

/// True of a line above the header of a CSV: for people, blank, or the one in which Excel names the delimiter.
fn is_remark(line: &[u8]) -> bool {
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    let names_delimiter = line.len() <= 6 && line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep="));
    let is_blank = line.iter().all(|byte| byte.is_ascii_whitespace() || b",;".contains(byte));
    line.starts_with(b"#") || line.starts_with(b"\"#") || names_delimiter || is_blank
}

fn by_ending(path: &Path) -> Option<InputFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "json" => Some(InputFormat::Json),
        "ndjson" | "jsonl" => Some(InputFormat::Ndjson),
        "csv" | "tsv" => Some(InputFormat::Csv),
        "xlsx" => Some(InputFormat::Xlsx),
        _ => None,
    }
}

fn by_content(head: &[u8], unmarked: Unmarked) -> InputFormat {
    let line = first_line(head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head)).trim_ascii();
    if head.starts_with(ZIP) {
        InputFormat::Xlsx
    } else if line.starts_with(b"{") && line.ends_with(b"}") && line.len() > 1 {
        InputFormat::Ndjson
    } else if line.starts_with(b"{") || line.starts_with(b"[") || matches!(line, b"null" | b"true" | b"false") {
        if unmarked == Unmarked::Lines && line != b"{" { InputFormat::Ndjson } else { InputFormat::Json }
    } else {
        InputFormat::Csv
    }
}

/// True of the two byte order marks of UTF-16, and of Latin text without one.
fn is_utf16(head: &[u8]) -> bool {
    match head {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_tells_what_standard_input_is() {
        let look = |head: &[u8]| by_content(head, Unmarked::Look);
        assert_eq!(look(b"{\"answers\":{}}\n{"), InputFormat::Ndjson);
        assert_eq!(look(b"{\n \"answers\": {} }"), InputFormat::Json);
        assert_eq!(look(b"{}"), InputFormat::Ndjson);
        assert_eq!(look(b"\xef\xbb\xbf{\n}"), InputFormat::Json);
        assert_eq!(look(b"{bad\n{}"), InputFormat::Json);
        assert_eq!(look(b"null\n"), InputFormat::Json);
        assert_eq!(look(b"[1,\n2]"), InputFormat::Json);
        assert_eq!(look(b"# for people\nperiod,1.1\n"), InputFormat::Csv);
        assert_eq!(look(b"PK\x03\x04rest"), InputFormat::Xlsx);
    }

    #[test]
    fn where_lines_are_asked_for_each_line_is_one_in() {
        for head in [b"{bad\n".as_slice(), b"{bad,\n", b"null\n", b"["] {
            assert_eq!(by_content(head, Unmarked::Lines), InputFormat::Ndjson);
        }
        assert_eq!(by_content(b"PK\x03\x04rest", Unmarked::Lines), InputFormat::Xlsx);
        assert_eq!(by_content(b"{\n\"answers\": {} }", Unmarked::Lines), InputFormat::Json);
        assert_eq!(by_content(b"period,1.1\n", Unmarked::Lines), InputFormat::Csv);
    }

    #[test]
    fn utf_16_is_seen_with_and_without_its_mark() {
        assert!(is_utf16(b"\xff\xfep\0"));
        assert!(is_utf16(b"p\0e\0"));
        assert!(is_utf16(b"\0p\0e"));
        assert!(!is_utf16(b"pe"));
        assert!(!is_utf16("địa".as_bytes()));
        assert!(!is_utf16(b""));
    }
}
