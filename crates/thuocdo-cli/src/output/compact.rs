//! A row a school, aligned without knowing what comes next, so that a stream of any length takes no memory. No name and no code is cut: a
//! text that is longer than its column goes on below.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::Style;
use thuocdo::text::shown;
use thuocdo::{BlockerCode, Framework, Lang, Level, Range, Scorecard, Verdict};
use unicode_width::UnicodeWidthStr;

use super::parts::{level_style, name, painted, points};
use crate::terminal::stdout::line_width;
use crate::terminal::{TITLE, aside, in_cell, path, plain, title};
use crate::words::Word;

/// The widths of columns.
const CODE: usize = 12;
const SCORE: usize = 11;
/// A level in words, as `mức độ 2–3`.
const LEVEL: usize = 10;
/// Points and level of a group in one cell, as `72–80 (2–3)`.
const GROUP: usize = 15;
/// The level of the whole as a number.
const OVERALL: usize = 7;
/// Room for what stands in the way of recognition.
const RECOGNITION: usize = 11;
/// The narrowest and the widest that names may become.
const NAME: (usize, usize) = (16, 60);
/// The narrowest that code and name together may become.
const WHO: usize = 22;

/// How a row is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// A line, however long: nobody told how wide it may be.
    Endless,
    /// Code and name in columns of their own, levels in words.
    Wide { name: usize },
    /// Code and name in one column, levels as numbers.
    Narrow { who: usize },
    /// Code and name in a line of their own, the figures below.
    Stacked,
}

impl Layout {
    fn of(line: Option<usize>, groups: usize) -> Layout {
        let Some(line) = line else { return Layout::Endless };
        let wide = CODE + 1 + (2 + SCORE + 2 + LEVEL) * groups + 2 + LEVEL + 2 + RECOGNITION;
        let narrow = (2 + GROUP) * groups + 2 + OVERALL + 2 + RECOGNITION;
        if line >= wide + NAME.0 {
            Layout::Wide { name: (line - wide).min(NAME.1) }
        } else if line >= narrow + WHO {
            Layout::Narrow { who: line - narrow }
        } else {
            Layout::Stacked
        }
    }
}

/// Lines of a table.
pub(super) struct Lines<'a> {
    framework: &'a Framework,
    lang: Lang,
    layout: Layout,
    names_files: bool,
    count: u64,
    /// How many have a level that may be recognised.
    recognisable: u64,
    /// How many meet every condition but are at the lowest level, which nobody recognises.
    lowest: u64,
    /// How many schools have each overall level.
    overall: BTreeMap<(Level, Level), u64>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(framework: &'a Framework, lang: Lang, names_files: bool) -> Lines<'a> {
        let layout = Layout::of(line_width(), framework.groups.len());
        Lines { framework, lang, layout, names_files, count: 0, recognisable: 0, lowest: 0, overall: BTreeMap::new() }
    }

    /// The row of a school, which came from `place`; before the first one, the header.
    pub(super) fn write(&mut self, out: &mut dyn Write, card: &Scorecard, place: &str) -> io::Result<()> {
        if self.count == 0 {
            self.header(out)?;
        }
        self.count += 1;
        let overall = card.overall.level;
        *self.overall.entry((overall.low, overall.high)).or_default() += 1;
        if card.recognition.eligible {
            *(if card.is_recognisable() { &mut self.recognisable } else { &mut self.lowest }) += 1;
        }
        let (code, name) = (card.institution_code().unwrap_or("–"), name(card).unwrap_or("–"));
        let (code, name) = (shown(code).into_owned(), shown(name).into_owned());
        let place = if self.names_files { place } else { "" };
        let who = || format!("{code} · {name}");
        match self.layout {
            Layout::Endless => {
                let mut cells = vec![Cell::text(code, CODE).tight(), Cell::text(name, NAME.1)];
                self.figures(&mut cells, card);
                cells.push(Cell::text(self.recognition(card), RECOGNITION));
                cells.push(Cell::text(place.to_owned(), 0));
                line(out, &cells)
            }
            Layout::Wide { name: width } => {
                let mut cells = vec![Cell::wrapped(&code, CODE).tight(), Cell::wrapped(&name, width)];
                self.figures(&mut cells, card);
                cells.push(Cell::wrapped(&self.recognition(card), RECOGNITION));
                line(out, &cells)?;
                of_file(out, place)
            }
            Layout::Narrow { who: width } => {
                let mut cells = vec![Cell::wrapped(&who(), width)];
                for group in &card.groups {
                    let text = format!("{} ({})", points(group.score, self.lang), group.level);
                    cells.push(Cell::text(text, GROUP).right().painted(level_style(self.framework, group.level)));
                }
                cells.push(Cell::text(overall.to_string(), OVERALL).painted(level_style(self.framework, overall)));
                cells.push(Cell::wrapped(&self.recognition(card), RECOGNITION));
                line(out, &cells)?;
                of_file(out, place)
            }
            Layout::Stacked => {
                title(out, &who())?;
                of_file(out, place)?;
                let mut parts = Vec::new();
                for (group, known) in card.groups.iter().zip(&self.framework.groups) {
                    let head = Word::Group.say(self.lang, &[("code", &known.code)]);
                    let text = format!("{head}: {} ({})", points(group.score, self.lang), self.level(group.level));
                    parts.push(painted(self.framework, group.level, &text));
                }
                let head = Word::OverallShort.template(self.lang);
                parts.push(painted(self.framework, overall, &format!("{head}: {}", self.level(overall))));
                parts.push(self.recognition(card));
                plain(out, &format!("  {}", parts.join(" · ")))
            }
        }
    }

    /// Points and level of each group, and the level of the whole, in columns of their own.
    fn figures(&self, cells: &mut Vec<Cell>, card: &Scorecard) {
        for group in &card.groups {
            cells.push(Cell::text(points(group.score, self.lang), SCORE).right());
            cells.push(Cell::text(self.level(group.level), LEVEL).painted(level_style(self.framework, group.level)));
        }
        let overall = card.overall.level;
        cells.push(Cell::text(self.level(overall), LEVEL).painted(level_style(self.framework, overall)));
    }

    /// The sign of recognition, and what stands in its way.
    fn recognition(&self, card: &Scorecard) -> String {
        let blockers = card.recognition.blockers.iter().map(|blocker| match blocker.code {
            BlockerCode::LevelUndetermined => Word::OfGroup.say(self.lang, &[("code", &blocker.at)]),
            _ => blocker.at.to_string(),
        });
        let blockers: Vec<String> = blockers.collect();
        format!("{} {}", Verdict::of(card).sign(), blockers.join(", ")).trim_end().to_owned()
    }

    fn header(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let head = |word: Word, width| Cell::text(word.template(lang).to_owned(), width).painted(TITLE);
        let mut cells = Vec::new();
        match self.layout {
            Layout::Stacked => return Ok(()),
            Layout::Narrow { who } => {
                let both = format!("{} · {}", Word::Code.template(lang), Word::Institution.template(lang));
                cells.push(Cell::text(both, who).painted(TITLE));
                for group in &self.framework.groups {
                    cells.push(Cell::text(Word::GroupWithLevel.say(lang, &[("code", &group.code)]), GROUP).right().painted(TITLE));
                }
                cells.push(head(Word::OverallShort, OVERALL));
            }
            Layout::Wide { .. } | Layout::Endless => {
                let name = if let Layout::Wide { name } = self.layout { name } else { NAME.1 };
                cells.extend([head(Word::Code, CODE).tight(), head(Word::Institution, name)]);
                for group in &self.framework.groups {
                    cells.push(Cell::text(Word::Group.say(lang, &[("code", &group.code)]), SCORE).right().painted(TITLE));
                    cells.push(Cell::text(String::new(), LEVEL));
                }
                cells.push(head(Word::OverallShort, LEVEL));
            }
        }
        cells.push(head(Word::Recognition, RECOGNITION));
        if self.layout == Layout::Endless && self.names_files {
            cells.push(head(Word::File, 0));
        }
        line(out, &cells)
    }

    /// What the columns mean, and how many schools there were at which level.
    pub(super) fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let levels: Vec<String> = self.overall.iter().map(|(&(low, high), count)| format!("{count} {}", self.level(Range { high, low }))).collect();
        writeln!(out)?;
        title(out, &Word::Counted.say(lang, &[("count", &self.count), ("levels", &levels.join(", ")), ("eligible", &self.recognisable)]))?;
        if self.lowest > 0 {
            title(out, &Word::CountedLowest.say(lang, &[("count", &self.lowest)]))?;
        }
        let number = |level: Level| Word::LevelNumber.say(lang, &[("level", &level)]);
        let meanings = self.framework.levels.iter().map(|meaning| format!("{}: {}", number(meaning.level), meaning.name.shown(lang)));
        let meanings: Vec<String> = meanings.collect();
        aside(out, &meanings.join(" · "))?;
        for group in &self.framework.groups {
            aside(out, &group.heading(lang))?;
        }
        if self.framework.overall_note(lang).is_some() {
            aside(out, Word::OverallNote.template(lang))?;
        }
        aside(out, Word::BlockersNote.template(lang))
    }

    fn level(&self, range: Range<Level>) -> String {
        Word::LevelNumber.say(self.lang, &[("level", &range)])
    }
}

/// A cell of a row: its lines, and how they stand in the column.
struct Cell {
    lines: Vec<(String, Style)>,
    width: usize,
    is_right: bool,
    /// The blanks behind the column.
    gap: usize,
}

impl Cell {
    /// A line that is not broken; if it is wider than the column, the next column begins later.
    fn text(text: String, width: usize) -> Cell {
        Cell { lines: vec![(text, Style::new())], width, is_right: false, gap: 2 }
    }

    /// Lines that the column holds.
    fn wrapped(text: &str, width: usize) -> Cell {
        Cell { lines: in_cell(text, width).into_iter().map(|line| (line, Style::new())).collect(), width, is_right: false, gap: 2 }
    }

    fn right(mut self) -> Cell {
        self.is_right = true;
        self
    }

    /// Only one blank behind the column.
    fn tight(mut self) -> Cell {
        self.gap = 1;
        self
    }

    fn painted(mut self, style: Style) -> Cell {
        self.lines.iter_mut().for_each(|(_, of)| *of = style);
        self
    }
}

/// The file of a school, on a line of its own: in a column its name would be broken inside of words.
fn of_file(out: &mut dyn Write, place: &str) -> io::Result<()> {
    if place.is_empty() { Ok(()) } else { path(out, place) }
}

/// Writes the cells of a row side by side, without blanks at the end.
fn line(out: &mut dyn Write, cells: &[Cell]) -> io::Result<()> {
    let height = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
    for nth in 0..height {
        let mut line = String::new();
        // Blanks are written only before a text that follows.
        let mut blanks = 0;
        for cell in cells {
            let Some((text, style)) = cell.lines.get(nth).filter(|(text, _)| !text.is_empty()) else {
                blanks += cell.width + cell.gap;
                continue;
            };
            let padding = cell.width.saturating_sub(text.width());
            let (before, after) = if cell.is_right { (padding, 0) } else { (0, padding) };
            line.push_str(&" ".repeat(blanks + before));
            let _ = write!(line, "{style}{text}{style:#}");
            blanks = after + cell.gap;
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[Cell]) -> String {
        let mut out = Vec::new();
        line(&mut out, cells).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn two_groups_fit_into_80_columns_with_code_and_name_in_one() {
        // 80 − 2 × (2 + 15) − (2 + 7) − (2 + 11)
        assert_eq!(Layout::of(Some(80), 2), Layout::Narrow { who: 24 });
        assert_eq!(Layout::of(Some(60), 2), Layout::Stacked);
        // 12 + 1 + 2 × (2 + 11 + 2 + 10) + (2 + 10) + (2 + 11) = 88 beside the name.
        assert_eq!(Layout::of(Some(103), 2), Layout::Narrow { who: 47 });
        assert_eq!(Layout::of(Some(104), 2), Layout::Wide { name: 16 });
        assert_eq!(Layout::of(Some(120), 2), Layout::Wide { name: 32 });
        assert_eq!(Layout::of(None, 2), Layout::Endless);
    }

    #[test]
    fn what_is_longer_than_its_column_goes_on_below_and_no_line_ends_in_blanks() {
        let cells = [Cell::wrapped("Trường Tiểu học An Lạc", 12), Cell::text("78".to_owned(), 5).right(), Cell::wrapped("✗ 1.1, 1.2", 6)];
        assert_eq!(written(&cells), "Trường Tiểu      78  ✗ 1.1,\nhọc An Lạc           1.2\n");
        assert_eq!(written(&[Cell::wrapped("a", 3), Cell::text(String::new(), 4)]), "a\n");
    }

    #[test]
    fn decomposed_letters_take_one_column() {
        let cells = [Cell::text("mu\u{31b}\u{301}c".to_owned(), 5), Cell::text("x".to_owned(), 1)];
        assert_eq!(written(&cells), "mu\u{31b}\u{301}c    x\n");
    }
}
