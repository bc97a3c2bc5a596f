//! The parts of a scorecard as people read them.

use anstyle::{AnsiColor, Style};
use comfy_table::Color;
use thuocdo::{Framework, Lang, Level, Points, Range, Scorecard};

/// The name of the school.
pub(super) fn name(card: &Scorecard) -> Option<&str> {
    card.institution.as_ref()?.name.as_deref()
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
