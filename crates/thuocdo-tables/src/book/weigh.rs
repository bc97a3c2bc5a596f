//! Estimates the memory that calamine will need for the parts of an XLSX, before calamine reads them.
//!
//! calamine holds all shared texts, formats and links at once, and copies names into each of them: `<xf/>` has five bytes, but becomes a
//! format of some hundreds, with the name of its font. So this code walks each part with the same parser, and spends memory for every
//! stored element.

use std::io::{self, BufReader, Read};
use std::mem::size_of;

use calamine::{Borders, Fill, Font, Sheet, Style};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::budget::{Budget, Limit, Passed};

/// The overhead of the allocator and of a hash map for one entry, in bytes.
const ENTRY: usize = 64;

/// Walks the parts of one workbook.
pub(super) struct Scale<'a> {
    budget: &'a Budget,
    /// The number of sheets in the parts.
    sheets: usize,
    /// The longest link, in bytes. Each sheet stores its own copy.
    longest_link: usize,
}

impl<'a> Scale<'a> {
    pub(super) fn new(budget: &'a Budget) -> Scale<'a> {
        Scale { budget, sheets: 0, longest_link: 0 }
    }

    /// Reads a part to its end. A part that is not XML is only unpacked: calamine fails at the same point as this walk.
    pub(super) fn weigh(&mut self, part: impl Read) -> io::Result<()> {
        let mut xml = Reader::from_reader(BufReader::new(part));
        let config = xml.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        let mut walk = Walk { longest_name: 0, shown: None };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.start(&element, &mut walk)?,
                Ok(Event::End(element)) if shows(element.local_name().as_ref()) => walk.shown = None,
                Ok(Event::Text(text)) => self.show(text.len(), &mut walk)?,
                Ok(Event::CData(text)) => self.show(text.len(), &mut walk)?,
                // The longest character has four bytes in UTF-8.
                Ok(Event::GeneralRef(_)) => self.show(4, &mut walk)?,
                Ok(Event::Eof) => return Ok(()),
                Err(quick_xml::Error::Io(error)) => return Err(io::Error::new(error.kind(), error)),
                Err(_) => return io::copy(&mut xml.into_inner(), &mut io::sink()).map(drop),
                _ => {}
            }
        }
    }

    /// Spends the memory of all parts together.
    pub(super) fn finish(self) -> Result<(), Passed> {
        self.keep(self.sheets.saturating_mul(self.longest_link))
    }

    fn start(&mut self, element: &BytesStart<'_>, walk: &mut Walk) -> Result<(), Passed> {
        let own = element.len() + ENTRY;
        match element.local_name().as_ref() {
            "sst" => self.keep(announced(element).saturating_mul(size_of::<String>())),
            "c" => {
                walk.shows(0);
                Ok(())
            }
            "si" => {
                walk.shows(2);
                self.keep(2 * size_of::<String>() + ENTRY)
            }
            "definedName" => {
                walk.shows(2);
                self.keep(4 * size_of::<String>() + own)
            }
            "numFmt" | "name" => {
                walk.longest_name = walk.longest_name.max(element.len());
                self.keep(4 * size_of::<String>() + own)
            }
            "font" => self.keep(2 * size_of::<Font>()),
            "fill" => self.keep(2 * size_of::<Fill>()),
            "border" => self.keep(2 * size_of::<Borders>()),
            "xf" => self.keep(2 * (size_of::<Style>() + walk.longest_name) + ENTRY),
            "Relationship" => {
                self.longest_link = self.longest_link.max(element.len());
                self.keep(6 * size_of::<String>() + 2 * own)
            }
            "sheet" => {
                self.sheets += 1;
                self.keep(2 * (size_of::<Sheet>() + 2 * size_of::<String>()) + 2 * own)
            }
            _ => Ok(()),
        }
    }

    /// Counts a piece of the text of a cell, a shared text or a name.
    fn show(&self, bytes: usize, walk: &mut Walk) -> Result<(), Passed> {
        let Some(Shown { so_far, kept }) = &mut walk.shown else { return Ok(()) };
        *so_far += bytes;
        self.budget.check(Limit::Cell, *so_far as u64)?;
        self.keep(*kept * bytes)
    }

    fn keep(&self, bytes: usize) -> Result<(), Passed> {
        self.budget.spend(Limit::Memory, bytes as u64)
    }
}

/// The state of the walk through one part.
struct Walk {
    /// The longest name of a font or code of a number format so far, in bytes. Each later format may store its own copy.
    longest_name: usize,
    /// The text of the open element, if it has one.
    shown: Option<Shown>,
}

/// A text during assembly.
struct Shown {
    so_far: usize,
    /// The bytes stored per byte of text: 0 for a cell, whose text is dropped; 2 where the buffer may grow to twice its size.
    kept: usize,
}

impl Walk {
    fn shows(&mut self, kept: usize) {
        self.shown = Some(Shown { so_far: 0, kept });
    }
}

/// Whether the text of an element is assembled.
fn shows(name: &str) -> bool {
    matches!(name, "si" | "c" | "definedName")
}

/// The number of shared texts that a part announces; calamine allocates room for them. The search ignores quotes, so that no spelling hides
/// it.
fn announced(element: &str) -> usize {
    let Some((_, rest)) = element.split_once("uniqueCount") else { return 0 };
    let numbers = rest.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.map(|digits| digits.parse().unwrap_or(usize::MAX)).max().unwrap_or(0)
}
