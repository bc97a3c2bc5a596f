//! The order of Vietnamese names: a ă â b c d đ e ê … o ô ơ … u ư …, and of equal letters without a tone first, then with the tones huyền,
//! hỏi, ngã, sắc, nặng.
//!
//! This is the order of Unicode's CLDR for Vietnamese, with numbers by their value. `icu_collator` knows it too, but would bring about a
//! megabyte of data for all languages into every binding.

use std::cmp::Ordering;
use std::iter::Peekable;

use unicode_normalization::UnicodeNormalization;

/// Compares two names as a Vietnamese list has them: `Đ` after `D`, `số 2` before `số 10`. Capital letters and small ones count alike,
/// unless nothing else differs.
///
/// ```
/// let mut names = ["Trường Đông", "Trường Dương", "Trường Ê", "Trường Em"];
/// names.sort_by(|a, b| thuocdo_practice::by_name(a, b));
/// assert_eq!(names, ["Trường Dương", "Trường Đông", "Trường Em", "Trường Ê"]);
/// ```
pub fn by_name(a: &str, b: &str) -> Ordering {
    let ((letters_a, tones_a), (letters_b, tones_b)) = (key(a), key(b));
    letters_a.cmp(&letters_b).then_with(|| tones_a.cmp(&tones_b)).then_with(|| a.cmp(b))
}

/// A piece of a name, without tone and case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// White space and signs stand before everything else, so that a short word is before one that begins with it.
    Gap,
    /// A whole number: how many digits it has without zeros in front, and the digits.
    Number(usize, String),
    /// A letter, and the mark that makes another one of it: â is a and 2.
    Letter(char, u8),
}

/// The pieces of a name, and the tone of each letter.
fn key(name: &str) -> (Vec<Piece>, Vec<u8>) {
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    let mut rest = name.chars().flat_map(char::to_lowercase).nfd().peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() {
            letters.push(number(c, &mut rest));
        } else if c.is_alphanumeric() {
            let (base, mut mark) = if c == 'đ' { ('d', 1) } else { (c, 0) };
            let mut tone = 0;
            while let Some(sign) = rest.next_if(|sign| is_mark(*sign)) {
                match sign {
                    '\u{306}' => mark = 1,
                    '\u{302}' => mark = 2,
                    '\u{31b}' => mark = 3,
                    _ => tone = of_tone(sign),
                }
            }
            letters.push(Piece::Letter(base, mark));
            tones.push(tone);
        } else if letters.last() != Some(&Piece::Gap) {
            letters.push(Piece::Gap);
        }
    }
    (letters, tones)
}

fn number(first: char, rest: &mut Peekable<impl Iterator<Item = char>>) -> Piece {
    let mut digits = String::from(first);
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    let digits = digits.trim_start_matches('0').to_owned();
    Piece::Number(digits.len(), digits)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The place of a tone, in the order of the Vietnamese alphabet.
const fn of_tone(sign: char) -> u8 {
    match sign {
        '\u{300}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' => 4,
        '\u{323}' => 5,
        _ => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each list is in order already; reversed and sorted it must come back.
    fn is_in_order(names: &[&str]) {
        let mut sorted: Vec<&str> = names.iter().rev().copied().collect();
        sorted.sort_by(|a, b| by_name(a, b));
        assert_eq!(sorted, names);
    }

    #[test]
    fn letters_are_in_the_order_of_the_alphabet() {
        is_in_order(&[
            "an", "ăn", "ân", "bo", "ca", "da", "đa", "em", "êm", "ga", "hoa", "in", "kê", "la", "ma", "na", "om", "ôm", "ơn", "pa", "qua", "ra",
            "sa", "ta", "u", "ư", "va", "xa", "y",
        ]);
    }

    #[test]
    fn tones_count_only_where_all_letters_are_equal() {
        is_in_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        is_in_order(&["Hòa An", "Hoa Bình", "Hòa Bình"]);
        // The tone is told after the mark of the letter: ấ is â with a tone, and comes before b.
        is_in_order(&["a", "ạ", "ă", "ặ", "â", "ấ", "b"]);
    }

    #[test]
    fn numbers_are_by_value_and_case_counts_last() {
        is_in_order(&["THCS số 2", "THCS số 10", "THCS số 010 B"]);
        is_in_order(&["Phường Đa", "phường đa", "Phường Đà"]);
        is_in_order(&["UBND xã An", "UBND xã An Bình", "UBND xã Ân"]);
    }

    #[test]
    fn a_name_is_the_same_composed_or_not() {
        assert_eq!(key("Đà Nẵng"), key("Đa\u{300} Na\u{306}\u{303}ng"));
    }
}
