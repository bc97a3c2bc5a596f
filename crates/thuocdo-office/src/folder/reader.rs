//! Reads the files of a folder one after the other, and keeps what is in them.

use std::convert::Infallible;
use std::io::{BufRead, Read};
use std::path::Path;

use thuocdo::json::Value;
use thuocdo::text::place;
use thuocdo::{Assessment, Input, Lang, LocalScorer, Stream, Violation, Violations};
use thuocdo_practice::process::Case;
use thuocdo_tables::{Cells, Fault, FileFormat, Halt, Ledger, Opened, Reading, Record, Tables, Unmarked, recognise};

use super::codes::FolderCode;
use super::content::{Content, FileRead, Folder, Form, Place, RefusedRow};
use super::events::{EVENTS, events, of_case};
use super::names::Hints;
use crate::register::{REGISTER, RegisterRefused, register, register_of};
use crate::words::Say;

/// Reads the files of a folder. Of each it keeps the assessments, institutions and events, and what is refused; never the file itself.
///
/// ```
/// use thuocdo::{Framework, Lang, LocalScorer, Scorer};
/// use thuocdo_office::folder::{Content, FolderReader};
///
/// let scorers = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let mut reader = FolderReader::new(&scorers, None, Lang::Vi);
/// reader.file("danh-sach.csv", Box::new("mã;tên;cấp học\n31-0042;Trường Tiểu học A (ví dụ giả định);TH\n".as_bytes()));
/// reader.file("dgn/01.csv", Box::new("mã trường;năm học;1.3.1\n31-0042;2026-2027;5,5\n".as_bytes()));
/// let folder = reader.finish();
/// assert_eq!(folder.register.map(|register| register.institutions().len()), Some(1));
/// assert_eq!(folder.forms[0].stream, thuocdo::Stream::External);
/// assert_eq!(folder.files[1].content, Content::Assessments);
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Debug)]
pub struct FolderReader<'s> {
    folder: Folder,
    lang: Lang,
    reading: Reading<'s>,
    /// The file of the register.
    register_in: Option<String>,
    scorers: &'s LocalScorer,
}

/// What was read of one file so far.
struct Progress<'p> {
    file: &'p str,
    hints: Hints,
    read: u32,
    refused: u32,
}

impl<'s> FolderReader<'s> {
    /// Nothing read yet. `filled_by` is the id of the framework by which tables without a column for it were filled in; sentences are in
    /// `lang`.
    pub fn new(scorers: &'s LocalScorer, filled_by: Option<&'s str>, lang: Lang) -> FolderReader<'s> {
        FolderReader { folder: Folder::default(), lang, reading: Reading::new(scorers, filled_by), register_in: None, scorers }
    }

    /// Reads one more file. `path` is its path within the folder. A file that cannot be read is refused, and keeps no other from being read;
    /// one whose ending is not that of a table or of JSON is passed over.
    pub fn file(&mut self, path: &str, source: Box<dyn Read + '_>) {
        let mut progress = Progress { file: path, hints: Hints::of(path), read: 0, refused: 0 };
        // A text is mostly a note.
        let lower = path.to_ascii_lowercase();
        let is_note = Path::new(lower.trim_end_matches(".gz")).extension().is_some_and(|ending| ending == "txt");
        let content = match FileFormat::by_name(path).filter(|_| !is_note) {
            None => Content::Other,
            known => match recognise(source, known, Unmarked::Look) {
                Ok(opened) => self.opened(opened, &mut progress),
                Err(fault) => {
                    self.refuse_file(&mut progress, &[fault]);
                    Content::Assessments
                }
            },
        };
        let Progress { file, read, refused, .. } = progress;
        self.folder.files.push(FileRead { content, file: file.to_owned(), read, refused });
    }

    /// Notes a file that the caller could not open, with the reason.
    pub fn unreadable(&mut self, path: &str, message: String) {
        let at = Place { file: path.to_owned(), ..Place::default() };
        self.folder.refused.push(RefusedRow { at, code: "not_readable".to_owned(), message, ..RefusedRow::default() });
        self.folder.files.push(FileRead { file: path.to_owned(), refused: 1, ..FileRead::default() });
    }

    /// A register that does not come from the folder. Those in the folder are refused then.
    pub fn set_register(&mut self, name: &str, register: thuocdo_practice::Register) {
        self.folder.register = Some(register);
        self.register_in = Some(name.to_owned());
    }

    /// Everything that was read so far.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Everything that was read.
    pub fn finish(self) -> Folder {
        self.folder
    }

    fn opened(&mut self, opened: Opened<'_>, progress: &mut Progress<'_>) -> Content {
        match opened.format {
            FileFormat::Json | FileFormat::Ndjson => match json_content(opened.head()) {
                Content::Cases => {
                    self.cases(opened, progress);
                    Content::Cases
                }
                Content::Register => {
                    let read = register(opened);
                    self.take_register(read, progress);
                    Content::Register
                }
                Content::Assessments => {
                    let tables = Tables::open(opened);
                    self.forms(tables, progress);
                    Content::Assessments
                }
                other => other,
            },
            FileFormat::Csv | FileFormat::Workbook => self.tables(opened, progress),
        }
    }

    /// Reads the ledgers of a file of tables, then its assessments.
    fn tables(&mut self, opened: Opened<'_>, progress: &mut Progress<'_>) -> Content {
        let found = Tables::open(opened).map_err(|fault| vec![fault]).and_then(|tables| tables.ledgers(&[&EVENTS, &REGISTER], Some(&self.reading)));
        let (ledgers, rest) = match found {
            Ok(found) => found,
            Err(faults) => {
                self.refuse_file(progress, &faults);
                return Content::Assessments;
            }
        };
        let mut content = None;
        for ledger in &ledgers {
            let of_ledger =
                if std::ptr::eq(ledger.kind, &raw const REGISTER) { self.register_ledger(ledger, progress) } else { self.events(ledger, progress) };
            content = content.or(Some(of_ledger));
        }
        let Some(rest) = rest else { return content.unwrap_or_default() };
        let (read, refused) = (progress.read, self.folder.refused.len());
        self.forms(Ok(rest), progress);
        if content.is_some() && progress.read == read {
            // Sheets beside a register that hold no form are the user's own.
            let is_no_form = |row: &RefusedRow| matches!(row.code.as_str(), "no_form" | "no_header");
            if self.folder.refused.get(refused..).is_some_and(|rows| rows.iter().all(is_no_form)) {
                let added = self.folder.refused.len().saturating_sub(refused);
                self.folder.refused.truncate(refused);
                progress.refused = progress.refused.saturating_sub(u32::from(added > 0));
            }
        }
        content.unwrap_or(Content::Assessments)
    }

    fn register_ledger(&mut self, ledger: &Ledger, progress: &mut Progress<'_>) -> Content {
        self.take_register(register_of(ledger).map_err(RegisterRefused::Table), progress);
        Content::Register
    }

    fn take_register(&mut self, read: Result<thuocdo_practice::Register, RegisterRefused>, progress: &mut Progress<'_>) {
        if let Some(first) = self.register_in.clone() {
            let message = Say::SecondRegister.say(self.lang, &[("first", &first)]);
            self.refuse(progress, Place::default(), FolderCode::SecondRegister.as_str(), message);
            return;
        }
        match read {
            Ok(register) => {
                progress.read = progress.read.saturating_add(count(register.institutions().len()));
                self.register_in = Some(progress.file.to_owned());
                self.folder.register = Some(register);
            }
            Err(RegisterRefused::Table(faults)) => self.refuse_file(progress, &faults),
            Err(RegisterRefused::Json(violations)) => {
                let rows = violations.iter().map(|violation| self.row(progress.file, None, violation, None)).collect();
                self.refuse_rows(progress, rows);
            }
        }
    }

    fn events(&mut self, ledger: &Ledger, progress: &mut Progress<'_>) -> Content {
        let (mut found, faults) = events(ledger, progress.file);
        progress.read = progress.read.saturating_add(count(found.len()));
        self.folder.events.append(&mut found);
        for fault in &faults {
            self.refuse_file(progress, std::slice::from_ref(fault));
        }
        Content::Events
    }

    /// Reads the events of cases: of one as JSON, or of one a line.
    fn cases(&mut self, opened: Opened<'_>, progress: &mut Progress<'_>) {
        let is_of_lines = opened.format == FileFormat::Ndjson;
        let mut source = opened.into_reader();
        // With one byte more than the limit, the case is refused as too large.
        let longest = u64::try_from(Case::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        for line in 1_u64.. {
            let mut text = Vec::new();
            let mut part = source.by_ref().take(longest);
            let read = if is_of_lines { part.read_until(b'\n', &mut text) } else { part.read_to_end(&mut text) };
            if !matches!(read, Ok(1..)) {
                return;
            }
            if text.trim_ascii().is_empty() {
                continue;
            }
            let at = Place { file: progress.file.to_owned(), line: is_of_lines.then_some(line), sheet: None };
            match Case::from_json(&text) {
                Ok(case) => {
                    progress.read = progress.read.saturating_add(1);
                    self.folder.events.append(&mut of_case(&case, &at));
                }
                Err(violations) => {
                    let rows = violations.iter().map(|violation| self.row(progress.file, Some(&at), violation, None)).collect();
                    self.refuse_rows(progress, rows);
                }
            }
        }
    }

    fn forms(&mut self, tables: Result<Tables<'_>, Fault>, progress: &mut Progress<'_>) {
        let tables = match tables {
            Ok(tables) => tables,
            Err(fault) => return self.refuse_file(progress, &[fault]),
        };
        let mut kept: Vec<Result<Form, Vec<RefusedRow>>> = Vec::new();
        let mut visit = |record: &Record<'_>| {
            kept.push(self.record(record, progress));
            Ok::<(), Infallible>(())
        };
        let read = tables.assessments(&self.reading, &mut visit, &mut || Ok(()));
        for found in kept {
            match found {
                Ok(form) => {
                    progress.read = progress.read.saturating_add(1);
                    self.folder.forms.push(form);
                }
                Err(rows) => self.refuse_rows(progress, rows),
            }
        }
        match read {
            Ok(_) => {}
            Err(Halt::Faults(faults)) => self.refuse_file(progress, &faults),
            Err(Halt::Visitor(never)) => match never {},
        }
    }

    /// One form, or why it is refused.
    fn record(&self, record: &Record<'_>, progress: &Progress<'_>) -> Result<Form, Vec<RefusedRow>> {
        let at = Place { file: progress.file.to_owned(), line: record.is_one_of_many.then_some(record.line), sheet: record.sheet.map(str::to_owned) };
        let input = match record.facts {
            Ok(input) => input,
            Err(faults) => return Err(faults.iter().map(|fault| self.fault_row(at.clone(), fault)).collect()),
        };
        let assessment = self.scorers.local().assessment(input).map_err(|violations| self.rows(&at, record.cells, input, &violations))?;
        let (institution, name) = (assessment.institution_code().map(str::to_owned), name_of(&assessment));
        let refuse = |code: FolderCode, cell: Option<String>, message: String| {
            let (institution, name) = (institution.clone(), name.clone());
            vec![RefusedRow { at: at.clone(), cell, code: code.as_str().to_owned(), institution, message, name }]
        };
        if assessment.answers.values().all(|answer| answer.fact.is_none()) && assessment.conditions.values().all(|condition| condition.met.is_none())
        {
            return Err(refuse(FolderCode::BlankForm, None, Say::BlankForm.template(self.lang).to_owned()));
        }
        let cell_of = |violation: &Violation| record.cells.and_then(|cells| cells.tell(violation, self.lang)).map(|note| note.cell);
        if let (Some(said), Some(named)) = (assessment.stream, progress.hints.stream.filter(|named| Some(*named) != assessment.stream)) {
            let cell = cell_of(&Violation::missing_field("/stream", "stream"));
            let message = Say::OtherStreamInName.say(self.lang, &[("said", &said.name(self.lang)), ("named", &named.name(self.lang))]);
            return Err(refuse(FolderCode::OtherStreamInName, cell, message));
        }
        let stream = assessment.stream.or(progress.hints.stream).unwrap_or(Stream::SelfAssessment);
        let code_cell = cell_of(&Violation::missing_field("/institution/code", "institution.code"));
        let period_cell = cell_of(&Violation::missing_field("/period", "period"));
        Ok(Form { assessment, at, code_cell, period_cell, period_named: progress.hints.period.clone(), stream })
    }

    /// A row for each violation of a form.
    fn rows(&self, at: &Place, cells: Option<&dyn Cells>, input: Input<'_>, violations: &Violations) -> Vec<RefusedRow> {
        let value = input.value().ok();
        let field = |field: &str| {
            let Value::Object(entries) = value.as_deref()? else { return None };
            let (_, institution) = entries.iter().find(|(key, _)| key == "institution")?;
            let Value::Object(fields) = institution else { return None };
            match fields.iter().find(|(key, _)| key == field)? {
                (_, Value::Text(text)) if !text.trim().is_empty() => Some(text.to_string()),
                _ => None,
            }
        };
        let (institution, name) = (field("code"), field("name"));
        let row = |violation: &Violation| RefusedRow {
            institution: institution.clone(),
            name: name.clone(),
            ..self.row(&at.file, Some(at), violation, cells)
        };
        violations.iter().map(row).collect()
    }

    fn row(&self, file: &str, at: Option<&Place>, violation: &Violation, cells: Option<&dyn Cells>) -> RefusedRow {
        let at = at.cloned().unwrap_or_else(|| Place { file: file.to_owned(), ..Place::default() });
        let note = cells.and_then(|cells| cells.tell(violation, self.lang));
        let message = match &note {
            Some(note) => note.message.clone(),
            None if violation.at().is_empty() => violation.message(self.lang),
            None => format!("{}: {}", place(violation.at(), self.lang), violation.message(self.lang)),
        };
        RefusedRow { at, cell: note.map(|note| note.cell), code: violation.code().as_str().to_owned(), message, ..RefusedRow::default() }
    }

    fn fault_row(&self, at: Place, fault: &Fault) -> RefusedRow {
        let cell = fault.cell().map(str::to_owned);
        RefusedRow { at, cell, code: fault.code().to_owned(), message: fault.message(self.lang), ..RefusedRow::default() }
    }

    fn refuse_file(&mut self, progress: &mut Progress<'_>, faults: &[Fault]) {
        let at = Place { file: progress.file.to_owned(), ..Place::default() };
        let rows = faults.iter().map(|fault| self.fault_row(at.clone(), fault)).collect();
        self.refuse_rows(progress, rows);
    }

    fn refuse(&mut self, progress: &mut Progress<'_>, at: Place, code: &str, message: String) {
        let at = Place { file: progress.file.to_owned(), ..at };
        self.refuse_rows(progress, vec![RefusedRow { at, code: code.to_owned(), message, ..RefusedRow::default() }]);
    }

    /// Notes what is wrong with one thing.
    fn refuse_rows(&mut self, progress: &mut Progress<'_>, rows: Vec<RefusedRow>) {
        progress.refused = progress.refused.saturating_add(1);
        self.folder.refused.extend(rows);
    }
}

fn name_of(assessment: &Assessment) -> Option<String> {
    assessment.institution.as_ref()?.name.clone()
}

/// How many, as a number of a list.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What a JSON text holds, by its first lines: the keys of its first object tell. A list holds assessments.
fn json_content(head: &[u8]) -> Content {
    let keys = keys(head);
    let has = |wanted: &[&str]| keys.iter().any(|key| wanted.contains(&key.as_str()));
    if has(&["institutions", "changes"]) {
        Content::Register
    } else if has(&["events"]) {
        Content::Cases
    } else if has(&["answers", "conditions", "assessed_on", "stream", "evidence"])
        || !has(&["format", "events", "id", "deadlines", "groups", "digest"])
    {
        Content::Assessments
    } else {
        // A framework, an overlay, a calendar, a scorecard, a certificate.
        Content::Other
    }
}

/// The keys of the first object in a text, as far as the text goes.
fn keys(text: &[u8]) -> Vec<String> {
    let mut keys = Vec::new();
    let (mut depth, mut objects) = (0_u32, 0_u32);
    let mut string: Option<Vec<u8>> = None;
    let mut is_escaped = false;
    let mut last = Vec::new();
    for byte in text {
        if let Some(letters) = &mut string {
            match byte {
                _ if is_escaped => {
                    is_escaped = false;
                    letters.push(*byte);
                }
                b'\\' => is_escaped = true,
                b'"' => last = string.take().unwrap_or_default(),
                _ => letters.push(*byte),
            }
            continue;
        }
        match byte {
            b'"' => string = Some(Vec::new()),
            b'{' | b'[' => {
                depth = depth.saturating_add(1);
                if *byte == b'{' && objects == 0 {
                    objects = depth;
                }
            }
            b'}' | b']' => {
                if depth == objects && objects > 0 {
                    break;
                }
                depth = depth.saturating_sub(1);
            }
            b':' if depth == objects => keys.push(String::from_utf8_lossy(&last).into_owned()),
            _ => {}
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_json_text_tell_what_it_holds() {
        for (text, content) in [
            (r#"{ "institutions": [ { "code": "1" } ] }"#, Content::Register),
            (r#"{"changes":[],"institutions":["#, Content::Register),
            (r#"{"institution":{"code":"1"},"answers":{}"#, Content::Assessments),
            (r#"[ { "conditions": {}, "answers": {} }"#, Content::Assessments),
            (r#"{"events":[{"act":"plan"}],"format":1"#, Content::Cases),
            (r#"{"deadlines":[],"scope":"x"}"#, Content::Other),
            ("{bad", Content::Assessments),
        ] {
            assert_eq!(json_content(text.as_bytes()), content, "{text}");
        }
        assert_eq!(keys(br#"{"a\"b": {"c": 1}, "d": ["e"]}"#), ["a\"b", "d"]);
    }
}
