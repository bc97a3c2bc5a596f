//! A document that people print and sign, without the format of any program.
//!
//! [`Paper`] holds the parts in order: columns for head and signatures, headings, paragraphs, tables, bars, a QR code. It has two writers:
//! [`Paper::html`] makes one page that needs nothing but itself, [`Paper::docx`] a file for word processors. The same paper always makes the
//! same bytes.
//!
//! Every text in a paper is text: what looks like markup stays as it was written, and a character that cannot be seen is written out.

mod archive;
mod code;
mod docx;
mod files;
mod html;
mod markup;
mod measure;
mod report;
mod table;

use thuocdo::Lang;
use thuocdo::text::shown;

pub use code::Code;
pub use files::{PaperFiles, zipped};
pub use table::{Bar, Bars, Cell, Column, Kind, Row, Table};

/// A document to print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paper {
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// The small line at the foot.
    pub foot: String,
    /// Its language.
    pub lang: Lang,
    /// What a window or a list of files calls it.
    pub title: String,
}

impl Paper {
    /// Papers in one file, each on pages of its own that are numbered from 1; `None` of no paper. Language and foot are those of the first.
    pub fn together(papers: impl IntoIterator<Item = Paper>, title: &str) -> Option<Paper> {
        let mut papers = papers.into_iter();
        let mut first = papers.next()?;
        for paper in papers {
            first.blocks.push(Block::NextPaper);
            first.blocks.extend(paper.blocks);
        }
        Some(Paper { title: visible(title), ..first })
    }
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// Numbers as bars.
    Bars(Bars),
    /// A QR code, with lines beside it.
    Code(Code),
    /// Columns beside each other, such as the head of the paper or its signatures. They stay on one page.
    Columns(Columns),
    /// A heading of what follows; it stays with that on one page.
    Heading(Vec<Span>),
    /// A framed word on top, such as “DỰ THẢO”.
    Mark(String),
    /// What follows is another paper in the same file.
    NextPaper,
    /// What follows begins a new page.
    PageBreak,
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// The name of the paper, in the middle.
    Title(String),
}

/// Columns without borders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Columns {
    /// The columns, from left to right.
    pub columns: Vec<Vec<Line>>,
    /// How wide each is, beside the others.
    pub widths: Vec<u16>,
}

impl Columns {
    /// Columns of these widths, beside each other.
    pub fn new(widths: impl Into<Vec<u16>>, columns: impl Into<Vec<Vec<Line>>>) -> Columns {
        Columns { columns: columns.into(), widths: widths.into() }
    }
}

/// A line in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Line {
    /// A thin rule in the middle, so many percent of the column wide.
    Rule(u8),
    /// Room for so many lines, such as a signature.
    Space(u8),
    /// Words.
    Text(Paragraph),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paragraph {
    /// How its lines are set.
    pub align: Align,
    /// Whether it is written small, as notes are.
    pub is_small: bool,
    /// Its words.
    pub spans: Vec<Span>,
}

impl Paragraph {
    /// Words set from the left.
    pub fn new(spans: impl Into<Vec<Span>>) -> Paragraph {
        Paragraph { spans: spans.into(), ..Paragraph::default() }
    }

    /// Words in the middle.
    pub fn centred(spans: impl Into<Vec<Span>>) -> Paragraph {
        Paragraph { align: Align::Centre, ..Paragraph::new(spans) }
    }

    /// Words from margin to margin, the first line indented: running text of official papers. A text with a blank is ragged, since dots that
    /// move to the next line would tear the words apart.
    pub fn running(spans: impl Into<Vec<Span>>) -> Paragraph {
        let paragraph = Paragraph::new(spans);
        let has_blank = paragraph.spans.iter().any(|span| span.text.contains("……"));
        Paragraph { align: if has_blank { Align::Indented } else { Align::Running }, ..paragraph }
    }

    /// The same, written small.
    #[must_use]
    pub fn small(self) -> Paragraph {
        Paragraph { is_small: true, ..self }
    }
}

/// How lines are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// In the middle.
    Centre,
    /// From the left, with an indent in the first line.
    Indented,
    /// At the right margin.
    Right,
    /// From margin to margin, with an indent in the first line.
    Running,
    /// From the left.
    #[default]
    Start,
}

/// Words of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Span {
    /// In bold letters.
    pub is_bold: bool,
    /// In italics.
    pub is_italic: bool,
    /// The words, of which every character can be seen.
    pub text: String,
}

impl Span {
    /// Words as they are, made safe to show.
    pub fn new(text: impl AsRef<str>) -> Span {
        Span { text: visible(text.as_ref()), ..Span::default() }
    }

    /// Words in bold letters.
    pub fn bold(text: impl AsRef<str>) -> Span {
        Span { is_bold: true, ..Span::new(text) }
    }

    /// Words in italics.
    pub fn italic(text: impl AsRef<str>) -> Span {
        Span { is_italic: true, ..Span::new(text) }
    }

    /// Dots to write on by hand; on a line between the margins there is room for 34.
    pub fn blank(dots: u8) -> Span {
        Span::new(blank(dots))
    }
}

impl<T: AsRef<str>> From<T> for Span {
    fn from(text: T) -> Span {
        Span::new(text)
    }
}

/// Dots to write on by hand.
pub fn blank(dots: u8) -> String {
    "…".repeat(usize::from(dots))
}

/// The text with every character without a picture written out, as [`shown`] does, and the two that no XML may hold.
pub(crate) fn visible(text: &str) -> String {
    const FORBIDDEN: [char; 2] = ['\u{fffe}', '\u{ffff}'];
    let text = shown(text);
    if !text.contains(FORBIDDEN) {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if FORBIDDEN.contains(&c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}
