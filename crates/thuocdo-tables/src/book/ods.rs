//! Reads ODS as a stream of XML events. calamine reads ODS too, but it does not distinguish a percentage from a number, does not report
//! merged cells, and allocates every cell that a hostile file repeats.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use thuocdo::json::Number;

use super::budget::{Budget, Limit, Spending};
use super::xlsx::iso_day;
use super::{Broken, Cells, LONGEST_TITLE, Merged, Sheet, keep, mark_merged, text, unvalued};
use crate::cell::{Cell, Odd};

/// The most rows and columns that a sheet has.
const MOST: u32 = 1 << 20;

pub(super) fn sheets(bytes: &[u8], budget: &Budget) -> Result<Vec<Sheet>, Broken> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    budget.spend(Limit::Parts, archive.len() as u64)?;
    let manifest = archive.by_name("META-INF/manifest.xml").map(|mut part| {
        let mut text = String::new();
        let _ = std::io::Read::read_to_string(&mut std::io::Read::take(&mut part, 1 << 20), &mut text);
        text
    });
    if manifest.is_ok_and(|text| text.contains("encryption-data")) {
        return Err(Broken("a password protects it".to_owned()));
    }
    let part = archive.by_name("content.xml")?;
    let mut xml = Reader::from_reader(BufReader::new(Spending { inner: part, budget, limit: Limit::Content }));
    xml.config_mut().check_end_names = false;
    xml.config_mut().expand_empty_elements = true;
    let mut walk = Walk { budget, hidden: Vec::new(), style: None, sheets: Vec::new(), open: None, depth: 0 };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) => walk.start(&element)?,
            Event::End(element) => walk.end(element.name().as_ref())?,
            Event::Text(piece) => walk.text(&piece.xml10_content())?,
            Event::CData(piece) => walk.text(&piece.xml10_content())?,
            Event::GeneralRef(piece) => {
                let named = match piece.resolve_char_ref()? {
                    Some(c) => Some(c.to_string()),
                    None => quick_xml::escape::resolve_predefined_entity(&piece).map(str::to_owned),
                };
                walk.text(&named.unwrap_or_default())?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(walk.sheets)
}

/// The state of the walk through the content.
struct Walk<'b> {
    budget: &'b Budget,
    /// The styles of hidden tables.
    hidden: Vec<String>,
    /// The style whose properties follow.
    style: Option<String>,
    sheets: Vec<Sheet>,
    open: Option<Open>,
    /// The depth within notes, drawings and tables in cells.
    depth: u32,
}

/// The open sheet.
struct Open {
    title: String,
    is_seen: bool,
    cells: Cells,
    merged: Vec<Merged>,
    row: u32,
    column: u32,
    /// The number of repetitions of the open row, and its cells.
    repeats: u32,
    in_row: Vec<(u32, Cell<'static>)>,
    cell: Option<OpenCell>,
}

/// The open cell.
struct OpenCell {
    repeats: u32,
    kind: String,
    value: String,
    is_formula: bool,
    shown: String,
    paragraphs: u32,
}

impl Walk<'_> {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Broken> {
        let name = element.name();
        let name = name.as_ref();
        if self.depth > 0 {
            self.depth += u32::from(is_aside(name));
            return Ok(());
        }
        match name {
            "style:style" => self.style = attribute(element, "style:name"),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hidden.extend(self.style.clone());
            }
            "table:table" if self.open.is_none() => {
                self.budget.spend(Limit::Sheets, 1)?;
                let style = attribute(element, "table:style-name").unwrap_or_default();
                let title = attribute(element, "table:name").unwrap_or_default().chars().take(LONGEST_TITLE).collect();
                let is_seen = !self.hidden.contains(&style);
                self.open = Some(Open {
                    title,
                    is_seen,
                    cells: Cells::new(),
                    merged: Vec::new(),
                    row: 0,
                    column: 0,
                    repeats: 1,
                    in_row: Vec::new(),
                    cell: None,
                });
            }
            "table:table-row" => {
                if let Some(open) = &mut self.open {
                    open.repeats = repeats(element, "table:number-rows-repeated");
                    open.column = 0;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element),
            "text:p" => {
                if let Some(cell) = self.open.as_mut().and_then(|open| open.cell.as_mut()) {
                    if cell.paragraphs > 0 {
                        cell.shown.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" | "text:tab" => self.text(" ")?,
            "text:line-break" => self.text("\n")?,
            other if is_aside(other) => self.depth = 1,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let Some(open) = &mut self.open else { return };
        let value = ["office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"]
            .into_iter()
            .find_map(|name| attribute(element, name));
        let error = attribute(element, "calcext:value-type").filter(|kind| kind == "error");
        let kind = error.or_else(|| attribute(element, "office:value-type")).unwrap_or_default();
        let spans = ["table:number-rows-spanned", "table:number-columns-spanned"].map(|name| repeats(element, name));
        if spans != [1, 1] {
            let first = (open.row, open.column);
            open.merged.push([first, (first.0.saturating_add(spans[0] - 1), first.1.saturating_add(spans[1] - 1))]);
        }
        open.cell = Some(OpenCell {
            repeats: repeats(element, "table:number-columns-repeated"),
            kind,
            value: value.unwrap_or_default(),
            is_formula: attribute(element, "table:formula").is_some(),
            shown: String::new(),
            paragraphs: 0,
        });
    }

    fn text(&mut self, piece: &str) -> Result<(), Broken> {
        if let Some(cell) = self.open.as_mut().and_then(|open| open.cell.as_mut()).filter(|cell| self.depth == 0 && cell.paragraphs > 0) {
            cell.shown.push_str(piece);
            self.budget.check(Limit::Cell, cell.shown.len() as u64)?;
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Broken> {
        if self.depth > 0 {
            self.depth -= u32::from(is_aside(name));
            return Ok(());
        }
        match name {
            "style:style" => self.style = None,
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(open) = &mut self.open else { return Ok(()) };
                let Some(cell) = open.cell.take() else { return Ok(()) };
                let found = cell.content();
                if let Some(found) = found {
                    for column in (open.column..).take(cell.repeats as usize) {
                        self.budget.spend(Limit::Cells, 1)?;
                        open.in_row.push((column, found.clone()));
                    }
                }
                open.column = open.column.saturating_add(cell.repeats).min(MOST);
            }
            "table:table-row" => {
                let Some(open) = &mut self.open else { return Ok(()) };
                let cells = std::mem::take(&mut open.in_row);
                if !cells.is_empty() {
                    for row in (open.row..).take(open.repeats as usize) {
                        for (column, cell) in &cells {
                            keep(&mut open.cells, (row, *column), Some(cell.clone()), self.budget)?;
                        }
                    }
                }
                open.row = open.row.saturating_add(open.repeats).min(MOST);
            }
            "table:table" => {
                if let Some(mut open) = self.open.take().filter(|open| open.is_seen) {
                    mark_merged(&mut open.cells, &open.merged, self.budget)?;
                    self.sheets.push(Sheet { title: open.title, cells: open.cells });
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl OpenCell {
    /// The cell as a person sees it; `None` if it is blank.
    fn content(&self) -> Option<Cell<'static>> {
        let number = || self.value.parse::<f64>().ok().map(Number::from_f64);
        let odd = |odd| Some(Cell::Odd(odd, self.shown.trim().to_owned().into()));
        match self.kind.as_str() {
            // A code keeps the leading zeros that its format displays.
            "float" | "currency" if is_padded(&self.shown) => text(&self.shown),
            "float" | "currency" if self.shows_another_number() => odd(Odd::Format),
            "float" | "currency" => number().map(Cell::Number),
            "percentage" => odd(Odd::Percent(self.value.parse().unwrap_or(f64::NAN))),
            "date" => Some(iso_day(&self.value)),
            "time" => odd(Odd::Time),
            "boolean" => Some(Cell::Bool(self.value == "true")),
            "error" => odd(Odd::Error),
            "" if self.is_formula => Some(unvalued()),
            _ if self.paragraphs == 0 => text(&self.value),
            _ => text(&self.shown),
        }
    }
}

impl OpenCell {
    /// Whether the displayed digits are those of another number, such as `5` for 5000 in thousands. Rounded decimals do not count.
    fn shows_another_number(&self) -> bool {
        let shown = self.shown.trim();
        let is_plain = !shown.is_empty() && shown.bytes().all(|byte| byte.is_ascii_digit());
        is_plain && shown.parse::<f64>().ok().zip(self.value.parse::<f64>().ok()).is_some_and(|(shown, value)| (shown - value).abs() >= 1.0)
    }
}

/// Whether a whole number is displayed with leading zeros: `01000701`.
fn is_padded(shown: &str) -> bool {
    shown.len() > 1
        && shown.starts_with('0')
        && shown.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && shown.bytes().any(|byte| byte != b'0')
}

/// Whether an element in a cell has text that does not belong to the cell.
fn is_aside(name: &str) -> bool {
    matches!(name, "office:annotation" | "draw:frame" | "table:shapes" | "office:forms" | "draw:custom-shape" | "text:ruby-text")
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn repeats(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, MOST)
}
