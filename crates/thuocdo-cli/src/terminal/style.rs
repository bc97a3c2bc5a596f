//! How text stands out for people.

use anstyle::{AnsiColor, Style};

/// Headings.
pub(crate) const TITLE: Style = Style::new().bold();
/// Remarks.
pub(crate) const ASIDE: Style = Style::new().dimmed();
/// What is wrong.
pub(crate) const ALARM: Style = AnsiColor::Red.on_default().bold();
/// Where something is wrong.
pub(crate) const PLACE: Style = Style::new().bold();
