//! Recognises the format of a file by its bytes.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;
use thuocdo::ViolationCode;

use crate::codes::TableCode;
use crate::fault::Fault;
use crate::words::Say;

/// The longest text of one assessment, and the longest row, in bytes.
pub const LONGEST: usize = thuocdo::json::MAX_BYTES;

/// The size of one read, in bytes.
const BUFFER: usize = 1 << 16;
/// A text may begin with it.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// The number of lines in which the reader looks for the delimiter.
const LINES: usize = 120;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// One assessment, or a list of them.
    Json,
    /// One assessment per line.
    Ndjson,
    /// A table or a form as text. The delimiter is a comma, a semicolon or a tab.
    Csv,
    /// A workbook: XLSX, XLS or ODS.
    Workbook,
}

impl FileFormat {
    /// The format by the ending of a file's name, in any case; ignores `.gz` after it.
    pub fn by_name(name: &str) -> Option<FileFormat> {
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "json" => Some(FileFormat::Json),
            "ndjson" | "jsonl" => Some(FileFormat::Ndjson),
            "csv" | "tsv" | "txt" => Some(FileFormat::Csv),
            "xlsx" | "xlsm" | "xls" | "ods" => Some(FileFormat::Workbook),
            _ => None,
        }
    }
}

/// How to read a text that begins like JSON, if neither its name nor the user decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unmarked {
    /// One assessment.
    #[default]
    Look,
    /// One assessment per line, even if the first line is broken, unless it is an opening brace alone: the caller wants one line out per
    /// line in.
    Lines,
}

/// A recognised file.
pub struct Opened<'f> {
    /// The recognised format.
    pub format: FileFormat,
    /// Its first lines.
    pub(crate) lines: Vec<u8>,
    /// All of its bytes, without a byte order mark.
    pub(crate) reader: Box<dyn BufRead + 'f>,
}

impl<'f> Opened<'f> {
    /// The beginning of the file: its first lines, or the first bytes of a workbook.
    pub fn head(&self) -> &[u8] {
        &self.lines
    }

    /// All bytes of the file, unpacked, without a byte order mark.
    pub fn into_reader(self) -> Box<dyn BufRead + 'f> {
        self.reader
    }
}

/// Recognises the format of a source by its first lines, unless it is known, and checks that the content matches. Unpacks gzip.
///
/// # Errors
/// A file that is clearly something else; the message names its format.
pub fn recognise<'f>(mut source: Box<dyn Read + 'f>, known: Option<FileFormat>, unmarked: Unmarked) -> Result<Opened<'f>, Fault> {
    let mut head = peek(&mut source).map_err(|error| read_failed(&error))?;
    if head.starts_with(b"\x1f\x8b") {
        let packed = BufReader::with_capacity(BUFFER, Cursor::new(head).chain(source));
        source = Box::new(MultiGzDecoder::new(packed));
        head = peek(&mut source).map_err(|_| Fault::new(TableCode::NotReadable, Say::BadGzip))?;
    }
    if head.is_empty() && known == Some(FileFormat::Workbook) {
        return Err(Fault::new(TableCode::NotReadable, Say::EmptyFile));
    }
    let found = Content::of(&head, unmarked);
    let format = match (known, found) {
        (_, Content::Foreign(say)) => return Err(Fault::new(TableCode::WrongFormat, Say::IsUnreadable).with("found", say)),
        (None | Some(FileFormat::Workbook), Content::Workbook(_)) => FileFormat::Workbook,
        (Some(known), Content::Workbook((say, ending))) => return Err(is_other(say, known, ending)),
        (Some(FileFormat::Workbook), Content::Text(format)) => return Err(is_other(of_format(format).0, FileFormat::Workbook, of_format(format).1)),
        // JSON is no table, and a table no JSON. The reader of the format finds other faults.
        (Some(FileFormat::Csv), Content::Text(format @ (FileFormat::Json | FileFormat::Ndjson))) => {
            return Err(is_other(of_format(format).0, FileFormat::Csv, of_format(format).1));
        }
        (Some(known @ FileFormat::Json), Content::Text(FileFormat::Csv)) if has_marks(&head) => return Err(is_other(Say::KindTable, known, ".csv")),
        (Some(known), Content::Text(_)) => known,
        (None, Content::Text(format)) => format,
    };
    if format != FileFormat::Workbook && head.starts_with(BYTE_ORDER_MARK) {
        head.drain(..BYTE_ORDER_MARK.len());
    }
    let lines = head.clone();
    let reader = Box::new(BufReader::with_capacity(BUFFER, Cursor::new(head).chain(source)));
    Ok(Opened { format, lines, reader })
}

/// The content of a file according to its first bytes.
enum Content {
    Text(FileFormat),
    Workbook((Say, &'static str)),
    /// A format that holds no assessments.
    Foreign(Say),
}

impl Content {
    fn of(head: &[u8], unmarked: Unmarked) -> Content {
        let has = |wanted: &[u8]| head.windows(wanted.len()).any(|window| window == wanted);
        let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head).trim_ascii_start();
        let lower: Vec<u8> = text.iter().take(100).map(u8::to_ascii_lowercase).collect();
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return if has(b"application/vnd.oasis.opendocument.spreadsheet") {
                Content::Workbook((Say::KindOds, ".ods"))
            } else if has(b"word/") || has(b"application/vnd.oasis.opendocument.text") {
                Content::Foreign(Say::KindDocument)
            } else {
                // The reader sees later whether it really is a workbook.
                Content::Workbook((Say::KindXlsx, ".xlsx"))
            };
        }
        if head.starts_with(b"\xd0\xcf\x11\xe0") {
            // The names in the container are UTF-16.
            let is_document = has(b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0");
            return if is_document { Content::Foreign(Say::KindDocument) } else { Content::Workbook((Say::KindXls, ".xls")) };
        }
        if head.starts_with(b"%PDF") {
            return Content::Foreign(Say::KindPdf);
        }
        if head.starts_with(b"\x89PNG") || head.starts_with(b"\xff\xd8\xff") {
            return Content::Foreign(Say::KindPicture);
        }
        if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
            return Content::Foreign(Say::KindHtml);
        }
        if lower.starts_with(b"<?xml") {
            return Content::Foreign(if has(b"application/vnd.oasis.opendocument.spreadsheet") { Say::KindFods } else { Say::KindXml });
        }
        if lower.starts_with(b"{\\rtf") {
            return Content::Foreign(Say::KindDocument);
        }
        if is_utf16(head) {
            return Content::Foreign(Say::KindUtf16);
        }
        if head.iter().take(1000).any(|byte| *byte == 0) {
            return Content::Foreign(Say::KindBinary);
        }
        Content::Text(of_text(text, unmarked))
    }
}

fn of_text(text: &[u8], unmarked: Unmarked) -> FileFormat {
    let line = text.split(|&byte| byte == b'\n').find(|line| !is_remark(line)).unwrap_or_default().trim_ascii();
    if line.starts_with(b"{") && line.ends_with(b"}") && line.len() > 1 {
        FileFormat::Ndjson
    } else if line.starts_with(b"{") || line.starts_with(b"[") || matches!(line, b"null" | b"true" | b"false") {
        if unmarked == Unmarked::Lines && line != b"{" && !line.starts_with(b"[") { FileFormat::Ndjson } else { FileFormat::Json }
    } else {
        FileFormat::Csv
    }
}

/// Whether a line is above the header of a CSV: a remark, a blank line, or the line in which Excel names the delimiter.
fn is_remark(line: &[u8]) -> bool {
    let names_delimiter = line.len() <= 6 && line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep="));
    let is_blank = line.iter().all(|byte| byte.is_ascii_whitespace() || b",;".contains(byte));
    line.starts_with(b"#") || line.starts_with(b"\"#") || names_delimiter || is_blank
}

/// Whether the first line has a delimiter.
fn has_marks(head: &[u8]) -> bool {
    let line = head.split(|&byte| byte == b'\n').find(|line| !is_remark(line)).unwrap_or_default();
    line.iter().any(|byte| b",;\t".contains(byte)) && !line.contains(&b'{')
}

const fn of_format(format: FileFormat) -> (Say, &'static str) {
    match format {
        FileFormat::Json => (Say::KindJson, ".json"),
        FileFormat::Ndjson => (Say::KindNdjson, ".ndjson"),
        FileFormat::Csv => (Say::KindTable, ".csv"),
        FileFormat::Workbook => (Say::KindXlsx, ".xlsx"),
    }
}

fn is_other(found: Say, wanted: FileFormat, ending: &str) -> Fault {
    Fault::new(TableCode::WrongFormat, Say::IsOther).with("found", found).with("wanted", of_format(wanted).0).with("ending", ending)
}

/// The first bytes, with some complete lines.
fn peek(source: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut chunk = vec![0; BUFFER];
    while head.len() <= LONGEST && !is_enough(&head) {
        match source.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => head.extend_from_slice(chunk.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(head)
}

/// Whether the bytes are enough to recognise the format: the beginning for JSON and workbooks, the first lines for a table.
fn is_enough(head: &[u8]) -> bool {
    let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head).trim_ascii_start();
    let Some(line) = text.split_inclusive(|&byte| byte == b'\n').find(|line| line.ends_with(b"\n") && !is_remark(line)) else {
        return head.len() >= BUFFER && !text.starts_with(b"#");
    };
    let is_binary = head.starts_with(b"PK") || head.contains(&0) || head.starts_with(b"\x1f\x8b");
    is_binary
        || line.trim_ascii_start().starts_with(b"{")
        || line.trim_ascii_start().starts_with(b"[")
        || text.split(|&byte| byte == b'\n').count() > LINES
        || head.len() >= BUFFER
}

/// Whether the text is UTF-16: with one of its two byte order marks, or Latin text without a mark.
fn is_utf16(head: &[u8]) -> bool {
    match head {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// The fault of a source that cannot be read.
pub(crate) fn read_failed(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::FileTooLarge {
        return Fault::of_core(ViolationCode::TooLarge, Say::RowTooLong);
    }
    if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) {
        return Fault::new(TableCode::NotReadable, Say::BadGzip);
    }
    let why = error.raw_os_error().map_or_else(|| format!("{:?}", error.kind()), |number| number.to_string());
    Fault::new(TableCode::NotReadable, Say::ReadFailed).with("why", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(head: &[u8]) -> FileFormat {
        of_text(head, Unmarked::Look)
    }

    #[test]
    fn the_first_line_tells_what_a_text_is() {
        assert_eq!(look(b"{\"answers\":{}}\n{"), FileFormat::Ndjson);
        assert_eq!(look(b"{\n \"answers\": {} }"), FileFormat::Json);
        assert_eq!(look(b"{}"), FileFormat::Ndjson);
        assert_eq!(look(b"{bad\n{}"), FileFormat::Json);
        assert_eq!(look(b"null\n"), FileFormat::Json);
        assert_eq!(look(b"[1,\n2]"), FileFormat::Json);
        assert_eq!(look(b"# for people\nperiod,1.1\n"), FileFormat::Csv);
    }

    #[test]
    fn where_lines_are_asked_for_each_line_is_one_in() {
        for head in [b"{bad\n".as_slice(), b"{bad,\n", b"null\n"] {
            assert_eq!(of_text(head, Unmarked::Lines), FileFormat::Ndjson);
        }
        assert_eq!(of_text(b"{\n\"answers\": {} }", Unmarked::Lines), FileFormat::Json);
        assert_eq!(of_text(b"[", Unmarked::Lines), FileFormat::Json);
        assert_eq!(of_text(b"period,1.1\n", Unmarked::Lines), FileFormat::Csv);
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

    #[test]
    fn what_is_no_table_is_named_for_what_it_is() {
        let named = |bytes: &'static [u8], known| {
            recognise(Box::new(bytes), known, Unmarked::Look).map(|opened| opened.format).map_err(|fault| fault.message(thuocdo::Lang::En))
        };
        assert!(named(b"%PDF-1.6", Some(FileFormat::Csv)).is_err_and(|said| said.contains("a PDF")));
        assert!(named(b"<!DOCTYPE html><p>", None).is_err_and(|said| said.contains("web page")));
        assert!(named(b"{\"answers\":{}}", Some(FileFormat::Csv)).is_err_and(|said| said.contains("this is NDJSON, not a CSV table")));
        assert!(named(b"period,1.1\n", Some(FileFormat::Json)).is_err_and(|said| said.contains("a CSV table")));
        assert!(named(b"PK\x03\x04", Some(FileFormat::Csv)).is_err_and(|said| said.contains(".xlsx")));
        assert_eq!(named(b"PK\x03\x04", None), Ok(FileFormat::Workbook));
        assert_eq!(named(b"{bad", Some(FileFormat::Ndjson)), Ok(FileFormat::Ndjson));
    }
}
