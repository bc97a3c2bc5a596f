//! Makes foreign text safe to show: no character in it can end a line, steer a terminal, change the direction of the text beside it, or be
//! invisible.

use std::borrow::Cow;

/// Writes out each character without a picture of its own: `\u{202e}`. Keeps letters and marks of every script, and pictographs. A second
/// call changes nothing.
///
/// ```
/// use thuocdo::text::shown;
/// assert_eq!(shown("a\nFATAL"), r"a\u{a}FATAL");
/// assert_eq!(shown("Trường Tiểu học"), "Trường Tiểu học");
/// ```
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    for c in text.chars() {
        if is_hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether a character is hidden: controls, ends of lines and paragraphs, marks of direction, and every other character without width that
/// Unicode asks programs to ignore (`Default_Ignorable_Code_Point`, interlinear annotation). The selectors U+FE00 to U+FE0F are not hidden,
/// since they only choose the picture of the character before them.
pub const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        for (text, wanted) in [
            ("a\0b", r"a\u{0}b"),
            ("a\nFATAL: b\r\n", r"a\u{a}FATAL: b\u{d}\u{a}"),
            ("\u{1b}[2J\u{7f}\u{85}\u{9b}", r"\u{1b}[2J\u{7f}\u{85}\u{9b}"),
            ("\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{61c}", r"\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{61c}"),
            ("\u{2028}\u{2029}", r"\u{2028}\u{2029}"),
            ("\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{3164}\u{e0041}", r"\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{3164}\u{e0041}"),
        ] {
            assert_eq!(shown(text), wanted);
            assert_eq!(shown(wanted), wanted);
        }
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "Trường Tiểu học Hoa Phượng",
            "Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c",
            "🏫 ❤\u{fe0f} 👍🏽",
            "学校 · школа “x” – y…",
            "a\u{a0}b",
        ] {
            assert!(matches!(shown(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
