//! A line a school, aligned without knowing what comes next, so that a stream of any length takes no memory.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use thuocdo::text::shown;
use thuocdo::{BlockerCode, Framework, Lang, Level, Range, Scorecard};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::parts::{group_title, name, painted, points, sign};
use crate::terminal::stdout::line_width;
use crate::terminal::{aside, plain, title};
use crate::words::Word;

/// The widths of columns.
const CODE: usize = 12;
const SCORE: usize = 11;
/// The level of a group and of the whole, as `mức độ 2`.
const LEVELS: (usize, usize) = (8, 8);
/// The same as `2`, under a heading, on narrow terminals.
const NARROW_LEVELS: (usize, usize) = (6, 7);
/// Room for what stands in the way of recognition.
const RECOGNITION: usize = 11;
/// The narrowest and widest that names may become.
const NAME: (usize, usize) = (16, 60);

/// Lines of a table.
pub(super) struct Lines<'a> {
    framework: &'a Framework,
    lang: Lang,
    /// The width of names.
    name: usize,
    /// Whether there is room for codes.
    has_code: bool,
    /// The width of the level of a group, and of the whole.
    levels: (usize, usize),
    count: u64,
    /// How many have a level that may be recognised.
    recognisable: u64,
    /// How many meet every condition but are at the lowest level, which nobody recognises.
    lowest: u64,
    /// How many schools have each overall level.
    overall: BTreeMap<(Level, Level), u64>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(framework: &'a Framework, lang: Lang) -> Lines<'a> {
        let (name, has_code, levels) = widths(line_width(), framework.groups.len());
        Lines { framework, lang, name, has_code, levels, count: 0, recognisable: 0, lowest: 0, overall: BTreeMap::new() }
    }

    /// The line of a school; before the first one, the header.
    pub(super) fn write(&mut self, out: &mut dyn Write, card: &Scorecard) -> io::Result<()> {
        if self.count == 0 {
            self.header(out)?;
        }
        self.count += 1;
        let mut line = String::new();
        if self.has_code {
            line = format!("{} ", fit(card.institution_code().unwrap_or("–"), CODE));
        }
        line.push_str(&fit(name(card).unwrap_or("–"), self.name));
        let painted = |level, width| {
            let text = if self.has_word() { self.short(level) } else { level.to_string() };
            painted(self.framework, level, &padded(&text, width))
        };
        for group in &card.groups {
            let score = padded_left(&points(group.score, self.lang), SCORE);
            let _ = write!(line, "  {score}  {}", painted(group.level, self.levels.0));
        }
        let (overall, sign) = (card.overall.level, sign(card));
        let _ = write!(line, "  {}  {sign}", painted(overall, self.levels.1));
        *self.overall.entry((overall.low, overall.high)).or_default() += 1;
        if card.recognition.eligible {
            *(if card.is_recognisable() { &mut self.recognisable } else { &mut self.lowest }) += 1;
            return plain(out, &line);
        }
        let blockers = card.recognition.blockers.iter().map(|blocker| match blocker.code {
            BlockerCode::LevelUndetermined => Word::OfGroup.say(self.lang, &[("code", &blocker.at)]),
            _ => blocker.at.to_string(),
        });
        let blockers: Vec<String> = blockers.collect();
        plain(out, &format!("{line} {}", blockers.join(", ")))
    }

    fn header(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let mut line = String::new();
        if self.has_code {
            line = format!("{} ", padded(Word::Code.template(lang), CODE));
        }
        line.push_str(&padded(Word::Institution.template(lang), self.name));
        let level = padded(if self.has_word() { "" } else { Word::Level.template(lang) }, self.levels.0);
        for group in &self.framework.groups {
            let _ = write!(line, "  {}  {level}", padded_left(&Word::Group.say(lang, &[("code", &group.code)]), SCORE));
        }
        let overall = padded(Word::OverallShort.template(lang), self.levels.1);
        title(out, &format!("{line}  {overall}  {}", Word::Recognition.template(lang)))
    }

    /// Whether there is room for the word beside the number of a level.
    fn has_word(&self) -> bool {
        self.levels == LEVELS
    }

    /// What the columns mean, and how many schools there were at which level.
    pub(super) fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let levels: Vec<String> = self.overall.iter().map(|(&(low, high), count)| format!("{count} {}", self.short(Range { high, low }))).collect();
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
            aside(out, &group_title(group, lang))?;
        }
        if self.framework.overall_note(lang).is_some() {
            aside(out, Word::OverallNote.template(lang))?;
        }
        aside(out, Word::BlockersNote.template(lang))
    }

    fn short(&self, range: Range<Level>) -> String {
        Word::LevelNumber.say(self.lang, &[("level", &range)])
    }
}

/// What fits into a line: the width of names, whether there is room for codes, and the widths of levels.
fn widths(line: Option<usize>, groups: usize) -> (usize, bool, (usize, usize)) {
    let beside_name = |(group, whole)| (2 + SCORE + 2 + group) * groups + 2 + whole + 2 + RECOGNITION;
    let (wide, narrow) = (beside_name(LEVELS), beside_name(NARROW_LEVELS));
    let (name, has_code, levels) = match line {
        None => (NAME.1, true, LEVELS),
        Some(line) if line >= CODE + 1 + NAME.0 + wide => (line - wide - CODE - 1, true, LEVELS),
        Some(line) if line >= NAME.0 + wide => (line - wide, false, LEVELS),
        Some(line) => (line.saturating_sub(narrow), false, NARROW_LEVELS),
    };
    (name.clamp(NAME.0, NAME.1), has_code, levels)
}

/// Padded to a width, and on a terminal cut to it.
fn fit(text: &str, width: usize) -> String {
    let text = shown(text);
    if line_width().is_none() || text.width() <= width {
        return padded(&text, width);
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() + letter.width().unwrap_or(0) >= width {
            break;
        }
        cut.push(letter);
    }
    padded(&format!("{cut}…"), width)
}

/// Padded to a width in columns. `format!` counts characters, and a decomposed letter has two or three.
fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn padded_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_fit_into_80_columns_with_levels_as_numbers() {
        let (name, has_code, levels) = widths(Some(80), 2);
        assert_eq!((name, has_code, levels), (16, false, NARROW_LEVELS));
        // 16 + 2 × (2 + 11 + 2 + 6) + 2 + 7 + 2 + 11
        assert_eq!(name + 2 * (2 + SCORE + 2 + levels.0) + 2 + levels.1 + 2 + RECOGNITION, 80);
    }

    #[test]
    fn wider_lines_have_words_then_codes() {
        assert_eq!(widths(Some(85), 2), (16, false, LEVELS));
        assert_eq!(widths(Some(98), 2), (16, true, LEVELS));
        assert_eq!(widths(None, 2), (60, true, LEVELS));
    }
}
