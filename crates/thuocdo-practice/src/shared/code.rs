//! Codes of institutions, however they are typed.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A code as it is written: composed (NFC), without what cannot be seen, and without white space around; of white space within, one space.
pub(crate) fn written(code: &str) -> Cow<'_, str> {
    if is_plain(code) {
        return code.into();
    }
    let composed: String = code.chars().filter(|c| c.is_whitespace() || is_seen(*c)).nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// What all spellings of one code have in common: no white space, nothing that cannot be seen, composed, in small letters.
pub fn key(code: &str) -> Cow<'_, str> {
    if is_plain(code) && !code.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return code.into();
    }
    meant(code).to_lowercase().nfc().collect::<String>().into()
}

/// A code as it was meant: without white space, controls, and what cannot be seen. Letters stay what they are.
pub(crate) fn meant(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && is_seen(*c)).collect()
}

/// Whether a code is written in one way only, but for capital letters. Most are.
fn is_plain(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_seen(c: char) -> bool {
    !c.is_control() && !is_invisible(c)
}

/// Soft hyphen, zero-width characters, marks of direction, byte order mark.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_has_one_key_however_it_is_typed() {
        for typed in ["ĐÔ-1", "Đ\u{d4}-1", "ĐO\u{302}-1", " ĐÔ-1\u{a0}", "Đ\u{200b}Ô-1", "\u{feff}đô-1", "ĐÔ\u{ad} -1", "Đ\u{2003}Ô-1\n"]
        {
            assert_eq!(key(typed), "đô-1", "{typed:?}");
        }
        assert_ne!(key("A1"), key("\u{410}1"));
        assert_ne!(key("01"), key("1"));
    }

    #[test]
    fn a_code_is_written_composed_and_without_odd_blanks() {
        assert_eq!(written("31-0042"), "31-0042");
        assert_eq!(written("\u{a0} ĐO\u{302}\u{200b} \u{2009} 1\u{202e}\t"), "ĐÔ 1");
        assert_eq!(written(" \u{200b} "), "");
    }
}
