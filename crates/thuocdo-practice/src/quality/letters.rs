//! Confusables (homoglyphs): letters of other scripts that look like Vietnamese ones, and stray characters in codes.

use std::collections::BTreeSet;

use unicode_normalization::is_nfc;
use unicode_script::{Script, UnicodeScript};

use crate::shared::code::is_invisible;

/// The characters of a code that have no business in one, each once.
pub(super) fn stray(code: &str) -> Vec<char> {
    if code.bytes().all(|byte| byte.is_ascii() && is_plain(byte.into())) {
        return Vec::new();
    }
    code.chars().filter(|c| !is_plain(*c)).collect::<BTreeSet<char>>().into_iter().collect()
}

const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '/')
}

/// Characters by their code points: `U+0430`.
pub(super) fn names(characters: &[char]) -> Vec<String> {
    characters.iter().take(SHOWN).map(|c| format!("U+{:04X}", u32::from(*c))).collect()
}

/// How many characters are named at most.
const SHOWN: usize = 10;

/// Whether a text is in normal form C.
pub(super) fn is_composed(text: &str) -> bool {
    text.is_ascii() || is_nfc(text)
}

/// The first word that mixes Latin letters with look-alikes, and those.
pub(super) fn mixed(text: &str) -> Option<(&str, Vec<char>)> {
    if text.is_ascii() || !text.chars().any(is_foreign) {
        return None;
    }
    text.split(|c: char| !belongs(c)).find_map(|word| {
        let foreign: BTreeSet<char> = word.chars().filter(|c| is_foreign(*c)).collect();
        // An eth is Latin itself, and stands for a đ wherever it stands.
        let is_mixed = word.chars().any(is_latin) || foreign.iter().copied().any(is_eth);
        (is_mixed && !foreign.is_empty()).then(|| (word, foreign.into_iter().collect()))
    })
}

/// Whether a character does not end a word: letters, digits, accents, and what cannot be seen.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c) || c.script() == Script::Inherited
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.script() == Script::Latin)
}

/// Letters that look like Vietnamese ones and are none.
fn is_foreign(c: char) -> bool {
    // Nearly all text is of these: Latin letters, accents, Vietnamese letters with two accents.
    if matches!(c, '\u{0}'..='\u{cf}' | '\u{1e00}'..='\u{1eff}') {
        return false;
    }
    is_eth(c) || (c >= '\u{370}' && matches!(c.script(), Script::Cyrillic | Script::Greek | Script::Armenian | Script::Cherokee | Script::Coptic))
}

/// Icelandic and African letters that look like `Đ` and `đ`, and that some converters of old Vietnamese encodings leave behind.
const fn is_eth(c: char) -> bool {
    matches!(c, 'Ð' | 'ð' | 'Ɖ' | 'ɖ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_ascii_letters_digits_and_four_signs() {
        assert_eq!(stray("31-0042_A.b/7"), []);
        assert_eq!(stray(" 31\u{200b}42\u{a0}\u{410} "), [' ', '\u{a0}', '\u{410}', '\u{200b}']);
    }

    #[test]
    fn words_of_one_script_are_not_mixed() {
        for text in ["", "Trường Tiểu học Hoa Phượng", "Đường Đê, số 5", "книга", "tiếng Nga: книга", "5 µg", "Tru\u{31b}o\u{300}ng", "学校 THCS"]
        {
            assert_eq!(mixed(text), None, "{text}");
        }
    }

    #[test]
    fn a_look_alike_among_latin_letters_is_seen() {
        assert_eq!(mixed("Trường \u{422}iểu học"), Some(("\u{422}iểu", vec!['\u{422}'])));
        assert_eq!(mixed("H\u{3bf}a"), Some(("H\u{3bf}a", vec!['\u{3bf}'])));
        // An accent or a character that cannot be seen does not part a word in two.
        assert_eq!(mixed("\u{422}\u{200b}ie\u{302}\u{309}u").map(|(_, foreign)| foreign), Some(vec!['\u{422}']));
    }

    #[test]
    fn an_eth_is_not_a_d_with_a_stroke() {
        for (text, letter) in [("Ðường", 'Ð'), ("ðường", 'ð'), ("Ɖ", 'Ɖ'), ("ɖ", 'ɖ')] {
            assert_eq!(mixed(text), Some((text, vec![letter])));
        }
        assert_eq!(mixed("Đường đê"), None);
    }
}
