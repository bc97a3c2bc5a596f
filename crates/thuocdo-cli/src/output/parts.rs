//! The parts of a scorecard as people read them.

use anstyle::{AnsiColor, Style};
use comfy_table::Color;
use thuocdo::text::capital;
use thuocdo::{Framework, Group, Lang, Level, Points, Range, Scorecard, Words};

use crate::words::Word;

/// The name of the school.
pub(super) fn name(card: &Scorecard) -> Option<&str> {
    card.institution.as_ref()?.name.as_deref()
}

/// `Nhóm 1 · Chuyển đổi số trong dạy, học`
pub(super) fn group_title(group: &Group, lang: Lang) -> String {
    Word::GroupTitle.say(lang, &[("code", &group.code), ("title", &group.title.shown(lang))])
}

/// A text in the colour of a level.
pub(super) fn painted(framework: &Framework, level: Range<Level>, text: &str) -> String {
    let style = level_style(framework, level);
    format!("{style}{text}{style:#}")
}

/// The style of a level: bold, in its colour.
pub(super) fn level_style(framework: &Framework, level: Range<Level>) -> Style {
    ansi(framework, level).on_default().bold()
}

/// The colour of a level in a table.
pub(super) fn colour(framework: &Framework, level: Range<Level>) -> Color {
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
pub(super) fn points(score: Range<Points>, lang: Lang) -> String {
    score.text(|end| end.text(lang))
}

/// `Mức độ 3 (Đáp ứng tốt)`, or `Mức độ 2–3 (chưa xác định)`.
pub(super) fn level_in_words(words: &Words<'_>, range: Range<Level>, lang: Lang) -> String {
    let text = if range.is_exact() { words.level(range) } else { Word::LevelUndetermined.say(lang, &[("level", &range)]) };
    capital(&text)
}

/// ✓ if the level may be recognised, ✗ if something stands in the way, – if nothing does but the level is the lowest, which nobody recognises.
pub(super) fn sign(card: &Scorecard) -> char {
    match (card.recognition.eligible, card.is_recognisable()) {
        (false, _) => '✗',
        (true, false) => '–',
        (true, true) => '✓',
    }
}
