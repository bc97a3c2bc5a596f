//! All forms of a folder in one file, with the file and the sheet of each.

use std::fmt::Write as _;

use thuocdo::{Answer, Assessment, Evidence, Fact, Framework, Lang, Stream, canonical};
use thuocdo_tables::{AboutColumn, FRAMEWORK, Takes, XlsxError, columns};

use crate::folder::{Folder, Form};
use crate::sheet::{self, Sheet, SheetCell, SheetColumn, SheetTable};
use crate::words::Say;

thuocdo::words! {
    /// How a table of forms is laid out.
    #[derive(Default)]
    pub enum Layout {
        /// A row for each answer, with its note and its evidence.
        Long = "long",
        /// A row for each form, with a column for each condition and indicator. It has no place for notes and evidence.
        #[default]
        Wide = "wide",
    }
}

/// The forms of a folder, to be written as one file.
///
/// A form that does not say who assessed or of which period it is gets the stream and the school year that the name of its folder or file has;
/// so the file says of each form what the folder says.
#[derive(Clone, Debug)]
pub struct Gathered<'f> {
    forms: Vec<(&'f Form, Assessment)>,
    framework: &'f Framework,
}

impl<'f> Gathered<'f> {
    /// The forms of a folder, in the order in which they were read; those of one stream only, if one is asked for.
    pub fn of(folder: &'f Folder, framework: &'f Framework, stream: Option<Stream>) -> Gathered<'f> {
        let forms = folder.forms.iter().filter(|form| stream.is_none_or(|stream| form.stream == stream));
        Gathered { forms: forms.map(|form| (form, form.said())).collect(), framework }
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no form.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Whether a wide table would lose a note or evidence.
    pub fn has_evidence(&self) -> bool {
        let of_answer = |answer: &Answer| answer.note.is_some() || !answer.evidence.is_empty();
        self.forms.iter().any(|(_, assessment)| {
            assessment.answers.values().any(of_answer)
                || assessment.conditions.values().any(|condition| condition.note.is_some() || !condition.evidence.is_empty())
        })
    }

    /// An assessment a line, beside the file, the line and the sheet that it comes from, as canonical JSON:
    /// `{"assessment":{…},"file":"tu-danh-gia/01.xlsx","sheet":"Phiếu"}`. Every reader of files takes such a line for its assessment.
    pub fn ndjson(&self) -> String {
        self.forms.iter().map(|(form, assessment)| line_of(form, assessment)).collect()
    }

    /// The table as CSV; see [`sheet::csv`] for its marks.
    pub fn csv(&self, layout: Layout, lang: Lang) -> String {
        sheet::csv(&self.sheet(layout, lang), lang)
    }

    /// The table as a workbook.
    ///
    /// # Errors
    ///
    /// More rows than a sheet can hold.
    pub fn xlsx(&self, layout: Layout, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        sheet::workbook(&[self.sheet(layout, lang)], None, lang)
    }

    fn sheet(&self, layout: Layout, lang: Lang) -> Sheet {
        let table = match layout {
            Layout::Wide => self.wide(lang),
            Layout::Long => self.long(lang),
        };
        let title = Say::Forms.template(lang).to_owned();
        Sheet { is_alarm: false, name: title.clone(), remarks: Vec::new(), tables: vec![table], title }
    }

    /// The columns that say which form a row is of.
    fn about(lang: Lang) -> Vec<SheetColumn> {
        let of_place = [SheetColumn::new(Say::File.template(lang), 36), SheetColumn::new(Say::Sheet.template(lang), 16)];
        let framework = SheetColumn::new(FRAMEWORK, 18);
        let about = AboutColumn::ALL.iter().map(|(_, _, about)| SheetColumn::new(about.title(lang), 18));
        of_place.into_iter().chain([framework]).chain(about).collect()
    }

    fn about_cells(form: &Form, assessment: &Assessment, lang: Lang) -> Vec<SheetCell> {
        let institution = assessment.institution.as_ref();
        let about = AboutColumn::ALL.iter().map(|(_, _, about)| match about {
            AboutColumn::Code => SheetCell::some(institution.and_then(|institution| institution.code.as_ref())),
            AboutColumn::Name => SheetCell::some(institution.and_then(|institution| institution.name.as_ref())),
            AboutColumn::Type => {
                institution.and_then(|institution| institution.kind).map_or(SheetCell::Blank, |kind| SheetCell::text(kind.name(lang)))
            }
            AboutColumn::Period => SheetCell::some(assessment.period.as_ref()),
            AboutColumn::Stream => assessment.stream.map_or(SheetCell::Blank, |stream| SheetCell::text(stream.name(lang))),
            AboutColumn::Date => SheetCell::day(assessment.assessed_on),
        });
        let place = [SheetCell::text(form.at.file.clone()), SheetCell::some(form.at.sheet.as_ref())];
        place.into_iter().chain([SheetCell::some(assessment.framework.as_ref())]).chain(about).collect()
    }

    /// The codes of the framework, in order.
    fn codes(&self) -> Vec<String> {
        columns(self.framework).into_iter().filter(|column| matches!(column.takes, Takes::Fact(_))).map(|column| column.name).collect()
    }

    fn wide(&self, lang: Lang) -> SheetTable {
        let codes = self.codes();
        let facts = codes.iter().map(|code| SheetColumn::new(code, 8));
        let rows = self.forms.iter().map(|(form, assessment)| {
            let mut cells = Gathered::about_cells(form, assessment, lang);
            cells.extend(codes.iter().map(|code| fact_cell(assessment, code, lang)));
            cells
        });
        SheetTable { columns: Gathered::about(lang).into_iter().chain(facts).collect(), heading: None, rows: rows.collect() }
    }

    fn long(&self, lang: Lang) -> SheetTable {
        let own = [(Say::Code, 10), (Say::Answer, 10), (Say::Note, 30), (Say::Evidence, 40)];
        let columns = Gathered::about(lang).into_iter().chain(own.map(|(say, width)| SheetColumn::new(say.template(lang), width)));
        let codes = self.codes();
        let mut rows = Vec::new();
        for (form, assessment) in &self.forms {
            for code in &codes {
                let (note, evidence) = beside(assessment, code);
                let fact = fact_cell(assessment, code, lang);
                if fact == SheetCell::Blank && note.is_none() && evidence.is_empty() {
                    continue;
                }
                let mut cells = Gathered::about_cells(form, assessment, lang);
                let lines: Vec<String> = evidence.iter().map(line).collect();
                cells.extend([SheetCell::text(code), fact, SheetCell::some(note), SheetCell::text(lines.join("\n"))]);
                rows.push(cells);
            }
        }
        SheetTable { columns: columns.collect(), heading: None, rows }
    }
}

/// A form as a line of NDJSON, with where it stands.
fn line_of(form: &Form, assessment: &Assessment) -> String {
    let mut line = format!("{{\"assessment\":{},\"file\":{}", assessment.to_json(), canonical(&form.at.file));
    for (key, value) in [("line", form.at.line.map(|line| line.to_string())), ("sheet", form.at.sheet.as_ref().map(canonical))] {
        if let Some(value) = value {
            let _ = write!(line, ",\"{key}\":{value}");
        }
    }
    line + "}\n"
}

/// The fact of a code as a person types it.
fn fact_cell(assessment: &Assessment, code: &str, lang: Lang) -> SheetCell {
    let met = |met: bool| SheetCell::text(if met { Say::Met } else { Say::Unmet }.template(lang));
    if let Some(condition) = assessment.conditions.get(code) {
        return condition.met.map_or(SheetCell::Blank, met);
    }
    match assessment.answers.get(code).and_then(|answer| answer.fact) {
        Some(Fact::Points(points)) => SheetCell::number(points),
        Some(Fact::Met(is_met)) => met(is_met),
        Some(Fact::Count(count)) => SheetCell::number(count.get()),
        Some(Fact::Share(share)) => SheetCell::text(format!("{}/{}", share.part().get(), share.whole().get())),
        // The kinds of facts may grow; each that does gets its text here.
        _ => SheetCell::Blank,
    }
}

fn beside<'a>(assessment: &'a Assessment, code: &str) -> (Option<&'a String>, &'a [Evidence]) {
    if let Some(condition) = assessment.conditions.get(code) {
        return (condition.note.as_ref(), &condition.evidence);
    }
    assessment.answers.get(code).map_or((None, &[]), |answer| (answer.note.as_ref(), &answer.evidence))
}

/// A piece of evidence on one line: its title, with its address if that is not in the title.
fn line(piece: &Evidence) -> String {
    let title = piece.title.split_whitespace().collect::<Vec<_>>().join(" ");
    match &piece.uri {
        Some(uri) if !title.contains(uri.as_str()) => format!("{title} {uri}"),
        _ => title,
    }
}
