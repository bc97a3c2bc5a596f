//! Blocks that several papers share.

use crate::paper::{Block, Paragraph, Span};

/// A line of its own.
pub(super) fn line(text: impl AsRef<str>) -> Block {
    Block::Paragraph(Paragraph::new([Span::new(text)]))
}

/// Running text.
pub(super) fn running(text: impl AsRef<str>) -> Block {
    Block::Paragraph(Paragraph::running([Span::new(text)]))
}

/// A heading.
pub(super) fn heading(text: impl AsRef<str>) -> Block {
    Block::Heading(vec![Span::new(text)])
}

/// A ground on which a paper stands, before its first sentence.
pub(super) fn ground(text: impl AsRef<str>) -> Block {
    Block::Paragraph(Paragraph::running([Span::italic(text)]))
}

/// A remark: small, in italics.
pub(super) fn note(text: impl AsRef<str>) -> Block {
    Block::Paragraph(Paragraph::new([Span::italic(text)]).small())
}

/// A line to write on by hand.
pub(super) fn dots() -> Block {
    Block::Paragraph(Paragraph::new([Span::blank(34)]))
}
