//! Lines broken between words, for terminals, which break them anywhere.

use unicode_width::UnicodeWidthStr;

/// The line broken so that no part is wider than `width` columns, as far as its words allow; what follows the first part stands two
/// columns further in.
pub(crate) fn wrapped(line: &str, width: Option<usize>) -> String {
    let Some(width) = width.filter(|&width| line.width() > width) else { return line.to_owned() };
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let mut text = " ".repeat(indent);
    let mut column = indent;
    for (nth, word) in words.split(' ').enumerate() {
        if nth > 0 && column + 1 + word.width() > width {
            text.push('\n');
            text.push_str(&" ".repeat(indent + 2));
            column = indent + 2;
        } else if nth > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.width();
    }
    text
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
}
