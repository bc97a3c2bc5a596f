//! One assessment a line, in constant memory however long the file or a line of it.

use std::io::{self, BufRead};

use anyhow::{Context, Result};
use thuocdo::Lang;

use super::file::{LONGEST, Opened};
use super::{Facts, Record, Visitor};
use crate::words::Word;

/// Hands each line to the visitor; blank lines are passed over, but counted.
pub(crate) fn read(file: Opened, lang: Lang, visitor: &mut dyn Visitor) -> Result<()> {
    let Opened { name, mut reader, .. } = file;
    let mut text = Vec::new();
    let mut line = 0;
    loop {
        visitor.pause()?;
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk.with_context(|| Word::CannotRead.with(lang, &[&name]))?,
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
            // A line that lies whole in the buffer is not copied.
            let whole = if text.is_empty() { head } else { extended(&mut text, head) };
            hand(&name, line, whole, visitor)?;
            text.clear();
        }
        extended(&mut text, rest);
        reader.consume(taken);
    }
    hand(&name, line + 1, &text, visitor)
}

/// Keeps at most one byte more than the core reads: enough for it to refuse the line as too large.
fn extended<'a>(text: &'a mut Vec<u8>, more: &[u8]) -> &'a [u8] {
    let room = (LONGEST + 1).saturating_sub(text.len());
    text.extend_from_slice(more.get(..room).unwrap_or(more));
    text
}

fn hand(name: &str, line: u64, text: &[u8], visitor: &mut dyn Visitor) -> Result<()> {
    if text.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    visitor.record(&Record { file: name, line, is_one_of_many: true, facts: Facts::Text(text), cells: None })
}
