//! Points and levels as people read them.

use anstyle::{AnsiColor, Style};
use comfy_table::Color;
use thuocdo::{Framework, Lang, Level, Points, Range, Scorecard, Words};

use crate::words::Word;

/// How good a level is, as a colour of lines.
pub(crate) fn hue(framework: &Framework, level: Range<Level>) -> Style {
    ansi(framework, level).on_default().bold()
}

/// How good a level is, as a colour of cells.
pub(crate) fn colour(framework: &Framework, level: Range<Level>) -> Color {
    match ansi(framework, level) {
        AnsiColor::Green => Color::DarkGreen,
        AnsiColor::Red => Color::DarkRed,
        AnsiColor::Yellow => Color::DarkYellow,
        _ => Color::DarkCyan,
    }
}

fn ansi(framework: &Framework, level: Range<Level>) -> AnsiColor {
    let top = framework.levels.last().map(|top| top.level);
    if !level.is_exact() {
        AnsiColor::Cyan
    } else if Some(level.low) == top {
        AnsiColor::Green
    } else if level.low.get() == 1 {
        AnsiColor::Red
    } else {
        AnsiColor::Yellow
    }
}

/// `78`, or `66–76`.
pub(crate) fn points(score: Range<Points>, lang: Lang) -> String {
    if score.is_exact() { score.low.text(lang) } else { format!("{}–{}", score.low.text(lang), score.high.text(lang)) }
}

/// `3`, or `2–3`.
pub(crate) fn level(level: Range<Level>) -> String {
    if level.is_exact() { level.low.to_string() } else { format!("{}–{}", level.low, level.high) }
}

/// `Mức độ 3 (Đáp ứng tốt)`, or `Mức độ 2–3 (chưa xác định)`.
pub(crate) fn level_in_words(words: &Words<'_>, range: Range<Level>, lang: Lang) -> String {
    let text = if range.is_exact() { words.level(range) } else { Word::LevelUndetermined.say(lang, &[("level", &level(range))]) };
    capital(&text)
}

/// Whether a level may be recognised: it may, nothing stands in the way of one that nobody recognises, or it may not.
pub(crate) fn sign(card: &Scorecard) -> char {
    match (card.recognition.eligible, card.is_recognisable()) {
        (false, _) => '✗',
        (true, false) => '–',
        (true, true) => '✓',
    }
}

/// With its first letter large, where a sentence of the catalogue stands alone.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
