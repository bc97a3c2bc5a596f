//! A line a school, aligned without knowing what comes next, so that a stream of any length takes no memory.

use std::collections::BTreeMap;
use std::io::{self, Write};

use thuocdo::text::shown;
use thuocdo::{BlockerCode, Framework, Lang, Level, Range, Scorecard, Standing};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::level::{hue, level, points, sign};
use crate::terminal::stdout::line_width;
use crate::terminal::{ASIDE, TITLE, wrapped};
use crate::words::Word;

/// The widths of columns.
const CODE: usize = 12;
const SCORE: usize = 11;
const LEVEL: usize = 8;
/// Room for what stands in the way of recognition.
const RECOGNITION: usize = 10;
/// The narrowest and widest that names may become.
const NAME: (usize, usize) = (18, 60);

/// Lines of a table.
pub(super) struct Lines<'a> {
    framework: &'a Framework,
    lang: Lang,
    /// The width of names.
    name: usize,
    /// Whether there is room for codes.
    has_code: bool,
    count: u64,
    /// Of how many a level may be recognised.
    recognisable: u64,
    /// Of how many nothing stands in the way, though nobody recognises their level.
    lowest: u64,
    /// How many schools have each overall level.
    overall: BTreeMap<(Level, Level), u64>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(framework: &'a Framework, lang: Lang) -> Lines<'a> {
        let groups = (2 + SCORE + 2 + LEVEL) * framework.groups.len();
        let others = groups + 2 + LEVEL + 2 + RECOGNITION;
        let (name, has_code) = match line_width() {
            Some(width) if width < CODE + 1 + NAME.0 + others => (width.saturating_sub(others), false),
            Some(width) => (width - others - CODE - 1, true),
            None => (NAME.1, true),
        };
        let name = name.clamp(NAME.0, NAME.1);
        Lines { framework, lang, name, has_code, count: 0, recognisable: 0, lowest: 0, overall: BTreeMap::new() }
    }

    /// The line of a school; before the first one, the header.
    pub(super) fn write(&mut self, out: &mut dyn Write, card: &Scorecard) -> io::Result<()> {
        if self.count == 0 {
            self.header(out)?;
        }
        self.count += 1;
        let institution = card.institution.as_ref();
        let code = institution.and_then(|school| school.code.as_deref()).unwrap_or("–");
        let name = institution.and_then(|school| school.name.as_deref()).unwrap_or("–");
        if self.has_code {
            write!(out, "{} ", fit(code, CODE))?;
        }
        write!(out, "{}", fit(name, self.name))?;
        for group in &card.groups {
            let style = hue(self.framework, group.level);
            let score = points(group.score, self.lang);
            write!(out, "  {}  {style}{}{style:#}", padded_left(&score, SCORE), padded(&self.short(group.level), LEVEL))?;
        }
        let overall = card.overall.level;
        let style = hue(self.framework, overall);
        write!(out, "  {style}{}{style:#}", padded(&self.short(overall), LEVEL))?;
        *self.overall.entry((overall.low, overall.high)).or_default() += 1;
        let sign = sign(card);
        if card.recognition.eligible {
            *(if card.is_recognisable() { &mut self.recognisable } else { &mut self.lowest }) += 1;
            return writeln!(out, "  {sign}");
        }
        let blockers = card.recognition.blockers.iter().map(|blocker| match blocker.code {
            BlockerCode::LevelUndetermined => Word::OfGroup.say(self.lang, &[("code", &blocker.at)]),
            _ => blocker.at.to_string(),
        });
        let blockers: Vec<String> = blockers.collect();
        writeln!(out, "  {sign} {}", blockers.join(", "))
    }

    fn header(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        write!(out, "{TITLE}")?;
        if self.has_code {
            write!(out, "{} ", padded(Word::Code.template(lang), CODE))?;
        }
        write!(out, "{}", padded(Word::Institution.template(lang), self.name))?;
        for group in &self.framework.groups {
            write!(out, "  {}  {}", padded_left(&Word::Group.say(lang, &[("code", &group.code)]), SCORE), padded("", LEVEL))?;
        }
        writeln!(out, "  {}  {}{TITLE:#}", padded(Word::OverallShort.template(lang), LEVEL), Word::Recognition.template(lang))
    }

    /// What the columns mean, and how many schools there were at which level.
    pub(super) fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        let levels: Vec<String> = self.overall.iter().map(|(&(low, high), count)| format!("{count} {}", self.short(Range { high, low }))).collect();
        let counted = Word::Counted.say(lang, &[("count", &self.count), ("levels", &levels.join(", ")), ("eligible", &self.recognisable)]);
        writeln!(out, "\n{TITLE}{counted}{TITLE:#}")?;
        if self.lowest > 0 {
            writeln!(out, "{TITLE}{}{TITLE:#}", Word::CountedLowest.say(lang, &[("count", &self.lowest)]))?;
        }
        let meanings: Vec<String> = self
            .framework
            .levels
            .iter()
            .map(|meaning| format!("{}: {}", Word::LevelNumber.say(lang, &[("level", &meaning.level)]), meaning.name.shown(lang)))
            .collect();
        writeln!(out, "{ASIDE}{}{ASIDE:#}", meanings.join(" · "))?;
        for group in &self.framework.groups {
            writeln!(out, "{ASIDE}{}{ASIDE:#}", Word::GroupTitle.say(lang, &[("code", &group.code), ("title", &group.title.shown(lang))]))?;
        }
        if self.framework.overall.basis.standing == Standing::Assumed {
            writeln!(out, "{ASIDE}{}{ASIDE:#}", wrapped(Word::OverallNote.template(lang), line_width()))?;
        }
        writeln!(out, "{ASIDE}{}{ASIDE:#}", Word::BlockersNote.template(lang))
    }

    fn short(&self, range: Range<Level>) -> String {
        Word::LevelNumber.say(self.lang, &[("level", &level(range))])
    }
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

/// `format!` pads by characters, of which a decomposed letter has two or three.
fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn padded_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}
