//! What calamine would keep in memory of the parts of an XLSX, before it reads them.
//!
//! It holds all shared texts, formats and links at once, and copies names into each of them: `<xf/>`, five bytes, becomes a format of some
//! hundreds, with the name of its font. So each part is walked by the same parser, and every element of which something is kept is spent.

use std::io::{self, BufReader, Read};
use std::mem::size_of;

use calamine::{Borders, Fill, Font, Sheet, Style};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::budget::{Budget, Limit, Passed};

/// What the allocator and the tables of a hash map take beside an entry.
const ENTRY: usize = 64;

/// Walks the parts of one workbook.
pub(super) struct Scale<'a> {
    budget: &'a Budget,
    /// How many sheets the parts list.
    sheets: usize,
    /// The longest link: each sheet keeps a copy of its own.
    longest_link: usize,
}

impl<'a> Scale<'a> {
    pub(super) fn new(budget: &'a Budget) -> Scale<'a> {
        Scale { budget, sheets: 0, longest_link: 0 }
    }

    /// Reads a part to its end. What is no XML is only unpacked: calamine gives up where this walk does.
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
                // The longest character, in UTF-8.
                Ok(Event::GeneralRef(_)) => self.show(4, &mut walk)?,
                Ok(Event::Eof) => return Ok(()),
                Err(quick_xml::Error::Io(error)) => return Err(io::Error::new(error.kind(), error)),
                Err(_) => return io::copy(&mut xml.into_inner(), &mut io::sink()).map(drop),
                _ => {}
            }
        }
    }

    /// What the parts take together.
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

    /// Text of a cell, a shared text or a name is put together piece by piece.
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

/// Where the walk through one part is.
struct Walk {
    /// The longest name of a font or code of a number format so far: each format below may keep a copy of its own.
    longest_name: usize,
    /// The text of the element that is open, if it shows any.
    shown: Option<Shown>,
}

/// A text that is put together.
struct Shown {
    so_far: usize,
    /// How many bytes are kept of each: none of a cell, which goes by; two where the text may grow to twice the room.
    kept: usize,
}

impl Walk {
    fn shows(&mut self, kept: usize) {
        self.shown = Some(Shown { so_far: 0, kept });
    }
}

/// True of elements whose text is put together.
fn shows(name: &str) -> bool {
    matches!(name, "si" | "c" | "definedName")
}

/// How many shared texts a part says it has, for which calamine makes room; read without care for quotes, so that no spelling hides it.
fn announced(element: &str) -> usize {
    let Some((_, rest)) = element.split_once("uniqueCount") else { return 0 };
    let numbers = rest.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.map(|digits| digits.parse().unwrap_or(usize::MAX)).max().unwrap_or(0)
}
