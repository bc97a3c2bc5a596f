//! Lines for people, broken between words: a terminal breaks a long line inside of a word.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::Style;
use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, fill};
use unicode_width::UnicodeWidthStr;

use super::stdout::line_width;
use super::style::{ASIDE, TITLE};

/// Writes a heading.
pub(crate) fn title(out: &mut dyn Write, text: &str) -> io::Result<()> {
    write(out, TITLE, text)
}

/// Writes a remark.
pub(crate) fn aside(out: &mut dyn Write, text: &str) -> io::Result<()> {
    write(out, ASIDE, text)
}

/// Writes the path of a file as a remark, a little further in. It is broken between words and behind slashes.
pub(crate) fn path(out: &mut dyn Write, path: &str) -> io::Result<()> {
    writeln!(out, "{ASIDE}{}{ASIDE:#}", broken(&format!("  {path}"), line_width(), WordSeparator::Custom(behind_slashes)))
}

fn behind_slashes<'w>(line: &'w str) -> Box<dyn Iterator<Item = Word<'w>> + 'w> {
    Box::new(line.split_inclusive([' ', '/']).map(Word::from))
}

/// Writes a line of ordinary text.
pub(crate) fn plain(out: &mut dyn Write, text: &str) -> io::Result<()> {
    write(out, Style::new(), text)
}

/// Writes several lines of ordinary text, each broken by itself.
pub(crate) fn lines(out: &mut dyn Write, text: &str) -> io::Result<()> {
    text.split('\n').try_for_each(|line| plain(out, line))
}

fn write(out: &mut dyn Write, style: Style, text: &str) -> io::Result<()> {
    writeln!(out, "{style}{}{style:#}", wrapped(text, line_width()))
}

/// The line broken so that no part is wider than `width` columns, as far as its words allow. Each part after the first stands two columns
/// further in.
pub(super) fn wrapped(line: &str, width: Option<usize>) -> String {
    broken(line, width, WordSeparator::AsciiSpace)
}

fn broken(line: &str, width: Option<usize>, separator: WordSeparator) -> String {
    let Some(width) = width else { return line.to_owned() };
    let words = line.trim_start();
    let indent = &line[..line.len() - words.len()];
    let further_in = format!("{indent}  ");
    let options = Options::new(width).initial_indent(indent).subsequent_indent(&further_in);
    fill(words, options.break_words(false).word_separator(separator).word_splitter(WordSplitter::NoHyphenation))
}

/// The lines of a cell that is `width` columns wide: broken between words, and within a word only where it is wider than the cell, there behind
/// its hyphens if it has any.
pub(crate) fn in_cell(text: &str, width: usize) -> Vec<String> {
    let is_too_wide = text.split(' ').any(|word| word.width() > width);
    let splitter = if is_too_wide { WordSplitter::HyphenSplitter } else { WordSplitter::NoHyphenation };
    let options = Options::new(width).break_words(true).word_separator(WordSeparator::AsciiSpace).word_splitter(splitter);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_fits_stays_as_it_is() {
        assert_eq!(wrapped("  mức 3: Đáp ứng tốt", Some(20)), "  mức 3: Đáp ứng tốt");
        assert_eq!(wrapped("mức 3: Đáp ứng tốt", None), "mức 3: Đáp ứng tốt");
    }

    #[test]
    fn a_longer_one_is_broken_between_words_and_indented() {
        assert_eq!(wrapped("  mức 3: Đáp ứng tốt", Some(14)), "  mức 3: Đáp\n    ứng tốt");
    }

    #[test]
    fn decomposed_letters_take_one_column() {
        let decomposed = "mu\u{31b}\u{301}c 3: \u{110}a\u{301}p u\u{31b}\u{301}ng";
        assert_eq!(decomposed.width(), 14);
        assert_eq!(wrapped(decomposed, Some(14)), decomposed);
    }

    #[test]
    fn a_word_wider_than_the_line_stays_whole() {
        assert_eq!(wrapped("a institution.code b", Some(5)), "a\n  institution.code\n  b");
    }

    #[test]
    fn a_path_is_broken_behind_its_slashes() {
        let words = |path| broken(path, Some(20), WordSeparator::Custom(behind_slashes));
        assert_eq!(words("  tu-danh-gia/thang-5/01 Trường A.xlsx"), "  tu-danh-gia/\n    thang-5/01\n    Trường A.xlsx");
    }

    #[test]
    fn a_cell_holds_every_letter() {
        assert_eq!(in_cell("Trường Tiểu học", 7), ["Trường", "Tiểu", "học"]);
        assert_eq!(in_cell("3100001234 x", 4), ["3100", "0012", "34 x"]);
        assert_eq!(in_cell("SGD-HP-2026-0042", 12), ["SGD-HP-2026-", "0042"]);
    }
}
