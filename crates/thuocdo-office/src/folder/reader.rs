//! Reads the files of a folder one after the other, and keeps what is in them.

use std::convert::Infallible;
use std::fmt;
use std::io::{BufRead, Read};
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use thuocdo::json::Value;
use thuocdo::text::place;
use thuocdo::{Assessment, Input, Lang, LocalScorer, Stream, Violation, Violations};
use thuocdo_practice::Register;
use thuocdo_practice::process::Case;
use thuocdo_tables::{Cells, Fault, FileFormat, Halt, Ledger, LedgerKind, Opened, Reading, Record, Tables, Unmarked, recognise};

use super::codes::FolderCode;
use super::content::{Content, FileRead, Folder, Form, Place, RefusedRow, SheetEvent};
use super::events::{EVENTS, events, is_of_acts, of_case};
use super::names::Hints;
use crate::register::{REGISTER, RegisterRead, RegisterRefused, register, register_of};
use crate::words::Say;

/// The endings of workbooks that are named for what they are, and not read.
const OTHER_SHEETS: [&str; 4] = ["fods", "xlsb", "numbers", "et"];

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
    files: FileReader<'s>,
    folder: Folder,
    /// The file of the register, and whether it is a sheet of events too.
    register_in: Option<(String, bool)>,
}

impl<'s> FolderReader<'s> {
    /// Nothing read yet. `filled_by` is the id of the framework by which tables without a column for it were filled in; sentences are in
    /// `lang`.
    pub fn new(scorers: &'s LocalScorer, filled_by: Option<&'s str>, lang: Lang) -> FolderReader<'s> {
        FolderReader { files: FileReader::new(scorers, filled_by, lang), folder: Folder::default(), register_in: None }
    }

    /// Reads one more file. `path` is its path within the folder. A file that cannot be read is refused, and keeps no other from being read;
    /// one whose ending is not that of a table or of JSON is passed over.
    pub fn file(&mut self, path: &str, source: Box<dyn Read + '_>) {
        let found = self.files.file(path, "", source);
        self.add(found);
    }

    /// Takes over what a [`FileReader`] found in one more file.
    pub fn add(&mut self, found: FileFound) {
        let FileFound { mut events, file: mut read, mut forms, mut refused, registers } = found;
        // Of several registers the first counts. What is refused of the others stands where it was found.
        let mut added: usize = 0;
        for FoundRegister { at, of_events, read: of_file } in registers {
            let rows = match (&self.register_in, of_file) {
                // What a sheet of events says of institutions counts only where no list of them does.
                (Some(_), _) if of_events => continue,
                (Some((first, false)), _) => {
                    let message = Say::SecondRegister.say(self.files.lang, &[("first", first)]);
                    let at = Place { file: read.file.clone(), ..Place::default() };
                    vec![RefusedRow { at, code: FolderCode::SecondRegister.as_str().to_owned(), message, ..RefusedRow::default() }]
                }
                (_, (register, rows)) => {
                    if let Some(register) = register {
                        read.read = read.read.saturating_add(count(register.institutions().len()));
                        self.register_in = Some((read.file.clone(), of_events));
                        self.folder.register = Some(register);
                    }
                    rows
                }
            };
            if rows.is_empty() {
                continue;
            }
            read.refused = read.refused.saturating_add(1);
            let at = at.saturating_add(added).min(refused.len());
            added = added.saturating_add(rows.len());
            drop(refused.splice(at..at, rows));
        }
        self.folder.events.append(&mut events);
        self.folder.files.push(read);
        self.folder.forms.append(&mut forms);
        self.folder.refused.append(&mut refused);
    }

    /// Notes a file that the caller could not open, with the reason.
    pub fn unreadable(&mut self, path: &str, message: String) {
        self.add(FileFound::unreadable(path, message));
    }

    /// A register that does not come from the folder. Those in the folder are refused then, and so is what is wrong with this one.
    pub fn set_register(&mut self, name: &str, read: RegisterRead) {
        let at = || Place { file: name.to_owned(), ..Place::default() };
        self.folder.refused.extend(read.faults.iter().map(|fault| self.files.fault_row(at(), fault)));
        self.folder.register = Some(read.register);
        self.register_in = Some((name.to_owned(), false));
    }

    /// Everything that was read so far.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Everything that was read.
    pub fn finish(self) -> Folder {
        self.folder
    }
}

/// Reads the files of a folder one by one, each by itself, so that several threads can read at once. [`FolderReader::add`] puts together what
/// they found, in the order of the files.
#[derive(Debug)]
pub struct FileReader<'s> {
    lang: Lang,
    reading: Reading<'s>,
    scorers: &'s LocalScorer,
}

/// What was found in one file.
#[derive(Debug, Default)]
pub struct FileFound {
    events: Vec<SheetEvent>,
    file: FileRead,
    forms: Vec<Form>,
    refused: Vec<RefusedRow>,
    registers: Vec<FoundRegister>,
}

/// A register, and what is wrong with it.
#[derive(Debug)]
struct FoundRegister {
    /// How many rows of the file were refused before it.
    at: usize,
    /// Whether the same sheet has events.
    of_events: bool,
    /// The register, if there is one, and what is wrong with it.
    read: (Option<Register>, Vec<RefusedRow>),
}

/// A file that is being read: what its names say, and what was found so far.
struct Reads<'p> {
    file: &'p str,
    found: FileFound,
    hints: Hints,
}

impl FileFound {
    /// A file that the caller could not open, with the reason.
    pub fn unreadable(path: &str, message: String) -> FileFound {
        let at = Place { file: path.to_owned(), ..Place::default() };
        let refused = vec![RefusedRow { at, code: "not_readable".to_owned(), message, ..RefusedRow::default() }];
        FileFound { file: FileRead { file: path.to_owned(), refused: 1, ..FileRead::default() }, refused, ..FileFound::default() }
    }
}

impl Reads<'_> {
    /// Notes what is wrong with one thing.
    fn refuse(&mut self, mut rows: Vec<RefusedRow>) {
        self.found.file.refused = self.found.file.refused.saturating_add(1);
        self.found.refused.append(&mut rows);
    }

    fn count(&mut self, more: usize) {
        self.found.file.read = self.found.file.read.saturating_add(count(more));
    }

    /// The place of the file as a whole.
    fn place(&self) -> Place {
        Place { file: self.file.to_owned(), ..Place::default() }
    }
}

impl<'s> FileReader<'s> {
    /// For files of a folder, as [`FolderReader::new`].
    pub fn new(scorers: &'s LocalScorer, filled_by: Option<&'s str>, lang: Lang) -> FileReader<'s> {
        FileReader { lang, reading: Reading::new(scorers, filled_by), scorers }
    }

    /// Reads a file, as [`FolderReader::file`] does. `within` is the name of the folder itself, whose hints count after those of the path; it may
    /// be empty.
    pub fn file(&self, path: &str, within: &str, source: Box<dyn Read + '_>) -> FileFound {
        let mut reads = Reads { file: path, found: FileFound::default(), hints: Hints::of(&format!("{within}/{path}")) };
        let content = self.content(source, &mut reads);
        let mut found = reads.found;
        found.file.content = content;
        path.clone_into(&mut found.file.file);
        found
    }

    fn content(&self, source: Box<dyn Read + '_>, reads: &mut Reads<'_>) -> Content {
        // A text is mostly a note.
        let lower = reads.file.to_ascii_lowercase();
        let ending = Path::new(lower.trim_end_matches(".gz")).extension().unwrap_or_default().to_string_lossy().into_owned();
        let known = FileFormat::by_name(&lower).filter(|_| ending != "txt");
        // A form in a format that nobody here reads is a form all the same: its school must not seem to have sent nothing.
        let is_of_sheets = OTHER_SHEETS.contains(&ending.as_str());
        if known.is_none() && !is_of_sheets {
            return Content::Other;
        }
        match recognise(source, known, Unmarked::Look) {
            Ok(opened) => self.opened(opened, reads),
            Err(fault) => {
                self.refuse_file(reads, &[fault]);
                Content::Assessments
            }
        }
    }

    fn opened(&self, opened: Opened<'_>, reads: &mut Reads<'_>) -> Content {
        match opened.format {
            FileFormat::Json | FileFormat::Ndjson => match json_content(opened.head()) {
                Content::Cases => {
                    self.cases(opened, reads);
                    Content::Cases
                }
                Content::Register => {
                    self.take_register(register(opened), false, reads);
                    Content::Register
                }
                Content::Assessments => {
                    self.forms(Tables::open(opened), reads);
                    Content::Assessments
                }
                other => other,
            },
            FileFormat::Csv | FileFormat::Workbook => self.tables(opened, reads),
        }
    }

    /// Reads the ledgers of a file of tables, then its assessments.
    fn tables(&self, opened: Opened<'_>, reads: &mut Reads<'_>) -> Content {
        let found = Tables::open(opened).map_err(|fault| vec![fault]).and_then(|tables| tables.ledgers(&[&EVENTS, &REGISTER], Some(&self.reading)));
        let (ledgers, rest) = match found {
            Ok(found) => found,
            Err(faults) => {
                self.refuse_file(reads, &faults);
                return Content::Assessments;
            }
        };
        let mut content = None;
        for of_sheet in ledgers.chunk_by(|one, next| one.sheet == next.sheet) {
            let of_kind = |kind: &'static LedgerKind| of_sheet.iter().find(|ledger| std::ptr::eq(ledger.kind, kind));
            let of_events = of_kind(&EVENTS);
            // A row that is an event is no institution, nor is one that says nothing but code and name beside its days.
            let is_list =
                |list: &&Ledger| of_events.is_none_or(|events| !is_of_acts(events) && ["type", "authority"].iter().any(|field| list.has(field)));
            let list = of_kind(&REGISTER).filter(is_list);
            let before = reads.found.events.len();
            if let Some(of_events) = of_events {
                self.events(of_events, list.is_some(), reads);
            }
            if let Some(list) = list {
                let has_events = reads.found.events.len() > before;
                self.take_register(register_of(list).map_err(RegisterRefused::Table), has_events, reads);
            }
            content = content.or(Some(if list.is_some() { Content::Register } else { Content::Events }));
        }
        let Some(rest) = rest else { return content.unwrap_or_default() };
        let (read, refused) = (reads.found.file.read, reads.found.refused.len());
        self.forms(Ok(rest), reads);
        if content.is_some() && reads.found.file.read == read {
            // Sheets beside a register that hold no form are the user's own.
            let is_no_form = |row: &RefusedRow| matches!(row.code.as_str(), "no_form" | "no_header");
            if reads.found.refused.get(refused..).is_some_and(|rows| rows.iter().all(is_no_form)) {
                let added = reads.found.refused.len().saturating_sub(refused);
                reads.found.refused.truncate(refused);
                reads.found.file.refused = reads.found.file.refused.saturating_sub(u32::from(added > 0));
            }
        }
        content.unwrap_or(Content::Assessments)
    }

    fn take_register(&self, read: Result<RegisterRead, RegisterRefused>, of_events: bool, reads: &mut Reads<'_>) {
        let at = reads.found.refused.len();
        let rows = |faults: &[Fault]| faults.iter().map(|fault| self.fault_row(reads.place(), fault)).collect();
        let read = match read {
            Ok(read) => (Some(read.register), rows(&read.faults)),
            Err(RegisterRefused::Table(faults)) => (None, rows(&faults)),
            Err(RegisterRefused::Json(violations)) => (None, violations.iter().map(|violation| self.row(&reads.place(), violation, None)).collect()),
        };
        reads.found.registers.push(FoundRegister { at, of_events, read });
    }

    /// The events of a ledger. A list of institutions whose columns hold no day only looks like one.
    fn events(&self, ledger: &Ledger, is_list: bool, reads: &mut Reads<'_>) {
        let (mut found, faults) = events(ledger, reads.file);
        if is_list && found.is_empty() {
            return;
        }
        reads.count(found.len());
        reads.found.events.append(&mut found);
        for fault in &faults {
            self.refuse_file(reads, std::slice::from_ref(fault));
        }
    }

    /// Reads the events of cases: of one as JSON, or of one a line.
    fn cases(&self, opened: Opened<'_>, reads: &mut Reads<'_>) {
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
            let at = Place { line: is_of_lines.then_some(line), ..reads.place() };
            match Case::from_json(&text) {
                Ok(case) => {
                    reads.count(1);
                    reads.found.events.append(&mut of_case(&case, &at));
                }
                Err(violations) => reads.refuse(violations.iter().map(|violation| self.row(&at, violation, None)).collect()),
            }
        }
    }

    fn forms(&self, tables: Result<Tables<'_>, Fault>, reads: &mut Reads<'_>) {
        let tables = match tables {
            Ok(tables) => tables,
            Err(fault) => return self.refuse_file(reads, &[fault]),
        };
        let mut visit = |record: &Record<'_>| {
            match self.record(record, reads) {
                Ok(form) => {
                    reads.count(1);
                    reads.found.forms.push(form);
                }
                Err(rows) => reads.refuse(rows),
            }
            Ok::<(), Infallible>(())
        };
        match tables.assessments(&self.reading, &mut visit, &mut || Ok(())) {
            Ok(_) => {}
            Err(Halt::Faults(faults)) => self.refuse_file(reads, &faults),
            Err(Halt::Visitor(never)) => match never {},
        }
    }

    /// One form, or why it is refused.
    fn record(&self, record: &Record<'_>, reads: &Reads<'_>) -> Result<Form, Vec<RefusedRow>> {
        let at = Place { line: record.is_one_of_many.then_some(record.line), sheet: record.sheet.map(str::to_owned), ..reads.place() };
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
        if let (Some(said), Some(named)) = (assessment.stream, reads.hints.stream.filter(|named| Some(*named) != assessment.stream)) {
            let cell = cell_of(&Violation::missing_field("/stream", "stream"));
            let message = Say::OtherStreamInName.say(self.lang, &[("said", &said.name(self.lang)), ("named", &named.name(self.lang))]);
            return Err(refuse(FolderCode::OtherStreamInName, cell, message));
        }
        let stream = assessment.stream.or(reads.hints.stream).unwrap_or(Stream::SelfAssessment);
        let code_cell = cell_of(&Violation::missing_field("/institution/code", "institution.code"));
        let period_cell = cell_of(&Violation::missing_field("/period", "period"));
        Ok(Form { assessment, at, code_cell, period_cell, period_named: reads.hints.period.clone(), stream })
    }

    /// A row for each violation of a form.
    fn rows(&self, at: &Place, cells: Option<&dyn Cells>, input: Input<'_>, violations: &Violations) -> Vec<RefusedRow> {
        let value = input.value().ok();
        let field = |field: &str| match value.as_deref()?.get("institution")?.get(field)? {
            Value::Text(text) if !text.trim().is_empty() => Some(text.to_string()),
            _ => None,
        };
        let (institution, name) = (field("code"), field("name"));
        let row = |violation: &Violation| RefusedRow { institution: institution.clone(), name: name.clone(), ..self.row(at, violation, cells) };
        violations.iter().map(row).collect()
    }

    fn row(&self, at: &Place, violation: &Violation, cells: Option<&dyn Cells>) -> RefusedRow {
        let note = cells.and_then(|cells| cells.tell(violation, self.lang));
        let message = match &note {
            Some(note) => note.message.clone(),
            None if violation.at().is_empty() => violation.message(self.lang),
            None => format!("{}: {}", place(violation.at(), self.lang), violation.message(self.lang)),
        };
        RefusedRow { at: at.clone(), cell: note.map(|note| note.cell), code: violation.code().as_str().to_owned(), message, ..RefusedRow::default() }
    }

    fn fault_row(&self, at: Place, fault: &Fault) -> RefusedRow {
        let cell = fault.cell().map(str::to_owned);
        RefusedRow { at, cell, code: fault.code().to_owned(), message: fault.message(self.lang), ..RefusedRow::default() }
    }

    fn refuse_file(&self, reads: &mut Reads<'_>, faults: &[Fault]) {
        let rows = faults.iter().map(|fault| self.fault_row(reads.place(), fault)).collect();
        reads.refuse(rows);
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
        || !has(&["format", "events", "id", "deadlines", "groups", "digest", "certificate", "scorecard"])
    {
        Content::Assessments
    } else {
        // A framework, an overlay, a calendar, a scorecard, a certificate, signed or not.
        Content::Other
    }
}

/// The keys of the first object in a text, as far as the text goes: the rest of the file is not there.
fn keys(text: &[u8]) -> Vec<String> {
    let mut keys = Vec::new();
    // The text mostly ends within the object, which is no fault here.
    let _ = Keys(&mut keys).deserialize(&mut serde_json::Deserializer::from_slice(text));
    keys
}

/// Collects the keys of an object, or of the first object in a list.
struct Keys<'k>(&'k mut Vec<String>);

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, or a list of objects")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            self.0.push(key);
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        list.next_element_seed(self).map(|_| ())
    }
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
            (r#"{"certificate":{"digest":"sha256:0"},"signature":{}}"#, Content::Other),
            (r#"{"file":"a.xlsx","line":1,"scorecard":{}}"#, Content::Other),
            (r#"{"assessment":{},"file":"a.xlsx"}"#, Content::Assessments),
            ("{bad", Content::Assessments),
        ] {
            assert_eq!(json_content(text.as_bytes()), content, "{text}");
        }
        assert_eq!(keys(br#"{"a\"b": {"c": 1}, "d": ["e"]}"#), ["a\"b", "d"]);
    }
}
