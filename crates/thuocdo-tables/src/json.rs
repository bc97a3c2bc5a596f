//! Reads assessments in JSON in constant memory: one, a list, or one per line.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use thuocdo::Input;
use thuocdo::json::Value;

use crate::codes::TableCode;
use crate::fault::Fault;
use crate::open::{LONGEST, Opened, read_failed};
use crate::table::{Halt, Record, Visit};
use crate::words::Say;

/// Passes the one assessment of a file, or each entry of a list, to the visitor.
pub(crate) fn read<E>(file: Opened<'_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    let mut reader = file.reader;
    if first_byte(&mut reader).map_err(|error| read_failed(&error))? == Some(b'[') {
        return list(reader, visit);
    }
    let mut text = Vec::new();
    reader.take(LONGEST as u64 + 1).read_to_end(&mut text).map_err(|error| read_failed(&error))?;
    pass(&text, 1, false, visit)
}

/// Passes one assessment to the visitor, without what a line says beside it.
fn pass<E>(text: &[u8], line: u64, is_one_of_many: bool, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    let mut visit = |input: Input<'_>| visit(&Record { cells: None, facts: Ok(input), is_one_of_many, line, sheet: None }).map_err(Halt::Visitor);
    if says_where(text)
        && let Ok(Value::Object(members)) = Value::parse(text)
        && let Some(assessment) = beside_where(&members)
    {
        return visit(Input::Value(assessment));
    }
    visit(Input::Json(text))
}

/// The members that say where an assessment comes from.
const WHERE: [&str; 3] = ["file", "line", "sheet"];

/// Whether a text begins as one that says where its assessment comes from. No assessment has such a member.
fn says_where(text: &[u8]) -> bool {
    let Some(member) = text.trim_ascii_start().strip_prefix(b"{").and_then(|rest| rest.trim_ascii_start().strip_prefix(b"\"")) else {
        return false;
    };
    WHERE.iter().chain(&["assessment"]).any(|name| member.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.starts_with(b"\"")))
}

/// The assessment of `{"assessment":{…},"file":"01.xlsx","line":2,"sheet":"Phiếu"}`, of which one of the last three is enough. `None` for an
/// object of another kind.
fn beside_where<'v>(members: &'v [(Cow<'_, str>, Value<'v>)]) -> Option<&'v Value<'v>> {
    let mut names: Vec<&str> = members.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    names.dedup();
    let is_where = |name: &&str| WHERE.contains(name);
    if names.len() != members.len() || !names.iter().any(is_where) || !names.iter().all(|name| *name == "assessment" || is_where(name)) {
        return None;
    }
    members.iter().find(|(name, _)| name == "assessment").map(|(_, assessment)| assessment)
}

/// The first byte that is not white space, without consuming it.
fn first_byte(reader: &mut dyn BufRead) -> io::Result<Option<u8>> {
    loop {
        let chunk = reader.fill_buf()?;
        if chunk.is_empty() {
            return Ok(None);
        }
        if let Some(at) = chunk.iter().position(|byte| !byte.is_ascii_whitespace()) {
            return Ok(chunk.get(at).copied());
        }
        let blank = chunk.len();
        reader.consume(blank);
    }
}

/// Cuts a list at the commas between its entries, and passes each entry on unparsed, for the core to read. Passes any other text on as a
/// whole, so that the core finds its faults.
fn list<E>(reader: Box<dyn BufRead + '_>, visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    let mut text = Vec::new();
    let mut cut = Cut::default();
    let (mut line, mut begins, mut seen) = (1, 1, 0_u64);
    let mut hand = |text: &mut Vec<u8>, line: u64, is_last: bool, seen: &mut u64| {
        let is_blank = text.iter().all(u8::is_ascii_whitespace);
        if !(is_blank && is_last && *seen == 0) {
            *seen += 1;
            pass(text, line, true, &mut *visit)?;
        }
        text.clear();
        Ok::<(), Halt<E>>(())
    };
    for byte in reader.bytes() {
        let byte = byte.map_err(|error| read_failed(&error))?;
        match cut.step(byte) {
            Piece::Outside if byte == b'[' && cut.depth == 1 => begins = line,
            Piece::Outside if byte.is_ascii_whitespace() => {}
            Piece::Inside => {
                if text.is_empty() {
                    begins = line;
                }
                if !(text.is_empty() && byte.is_ascii_whitespace()) && text.len() <= LONGEST {
                    text.push(byte);
                }
            }
            Piece::Comma => hand(&mut text, begins, false, &mut seen)?,
            Piece::End => hand(&mut text, begins, true, &mut seen)?,
            // There is more text after the list.
            Piece::Outside => {
                text.push(byte);
                cut = Cut { is_behind: true, ..cut };
            }
        }
        line += u64::from(byte == b'\n');
    }
    if !cut.is_ended {
        // The file ends in the middle of the list, so the entry may be incomplete. The comma makes the core refuse it.
        text.push(b',');
    }
    if !text.is_empty() {
        return hand(&mut text, begins, false, &mut seen);
    }
    if seen == 0 { Err(Fault::new(TableCode::NoRows, Say::EmptyList).into()) } else { Ok(()) }
}

/// The part of a list that a byte belongs to.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each changes by itself, byte by byte")]
struct Cut {
    depth: u32,
    is_text: bool,
    is_escaped: bool,
    is_ended: bool,
    is_behind: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Before the list, its opening bracket, or after it.
    Outside,
    /// Part of an entry.
    Inside,
    /// Between two entries.
    Comma,
    /// The closing bracket.
    End,
}

impl Cut {
    fn step(&mut self, byte: u8) -> Piece {
        if self.is_behind {
            return Piece::Inside;
        }
        if self.is_ended {
            return Piece::Outside;
        }
        if self.is_text {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.is_text = false,
                _ => {}
            }
            return Piece::Inside;
        }
        match byte {
            b'"' => self.is_text = true,
            b'[' | b'{' => {
                self.depth += 1;
                if self.depth == 1 {
                    return Piece::Outside;
                }
            }
            b']' | b'}' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.is_ended = true;
                    return Piece::End;
                }
            }
            b',' if self.depth == 1 => return Piece::Comma,
            _ if self.depth == 0 => return Piece::Outside,
            _ => {}
        }
        Piece::Inside
    }
}

/// Passes each line to the visitor. Counts blank lines, but does not pass them on. Calls `pause` before it waits for more input.
pub(crate) fn lines<E>(file: Opened<'_>, visit: Visit<'_, E>, pause: &mut dyn FnMut() -> Result<(), E>) -> Result<(), Halt<E>> {
    let mut reader = file.reader;
    let mut text = Vec::new();
    let mut line = 0;
    loop {
        pause().map_err(Halt::Visitor)?;
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk.map_err(|error| read_failed(&error))?,
        };
        if chunk.is_empty() {
            break;
        }
        let taken = chunk.len();
        let mut rest = chunk;
        while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
            let (head, tail) = rest.split_at(end);
            rest = tail.get(1..).unwrap_or_default();
            line += 1;
            // Does not copy a line that is complete in the buffer.
            let whole = if text.is_empty() { head } else { extended(&mut text, head) };
            hand(line, whole, &mut *visit)?;
            text.clear();
        }
        extended(&mut text, rest);
        reader.consume(taken);
    }
    hand(line + 1, &text, visit)
}

/// Keeps at most one byte more than the core reads: enough for the core to refuse the line as too large.
fn extended<'a>(text: &'a mut Vec<u8>, more: &[u8]) -> &'a [u8] {
    let room = (LONGEST + 1).saturating_sub(text.len());
    text.extend_from_slice(more.get(..room).unwrap_or(more));
    text
}

fn hand<E>(line: u64, text: &[u8], visit: Visit<'_, E>) -> Result<(), Halt<E>> {
    if text.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    pass(text.strip_suffix(b"\r").unwrap_or(text), line, true, visit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_where_it_comes_from_is_opened() {
        let opened = |text: &str| {
            says_where(text.as_bytes()) && matches!(Value::parse(text.as_bytes()), Ok(Value::Object(members)) if beside_where(&members).is_some())
        };
        for text in [
            r#"{"assessment":{},"file":"a.xlsx"}"#,
            r#" { "sheet" : null, "line": 3, "file": "a.xlsx", "assessment": {} }"#,
            r#"{"assessment":{},"line":2}"#,
        ] {
            assert!(opened(text), "{text}");
        }
        for text in [
            // What a portal holds, of which the program that looks at data quality takes every member.
            r#"{"assessment":{},"updated_on":"2024-05-20"}"#,
            r#"{"assessment":{}}"#,
            r#"{"assessment":{},"file":"a.xlsx","claimed":{}}"#,
            r#"{"assessment":{},"file":"a.xlsx","file":"b.xlsx"}"#,
            r#"{"file":"a.xlsx","line":1,"scorecard":{}}"#,
            r#"{"answers":{},"conditions":{},"file":"a.xlsx"}"#,
            r#"["file"]"#,
            "",
        ] {
            assert!(!opened(text), "{text}");
        }
    }
}
