//! Mojibake: what a wrong encoding leaves behind in a text. A few patterns that Vietnamese never has: a text without any of them may still be wrong,
//! but one with them is.

use crate::shared::code::is_invisible;

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// UTF-8 that was read as Windows-1252 or Latin-1: `TrÆ°á»ng`.
    ReadTwice,
    /// TCVN3 (ABC), the fonts `.Vn…`, shown as Windows-1252: `Tr­êng TiÓu häc`.
    Tcvn3,
    /// VNI, shown as Windows-1252: `Tröôøng Tieåu hoïc`.
    Vni,
    /// Letters that some program did not know, each a question mark: `Tr??ng`.
    QuestionMarks,
    /// Characters that no text has: U+FFFD, controls, and what cannot be seen.
    Characters(Vec<char>),
}

/// What is wrong with a text, if anything. `is_name` says that it is a name, code or title: in addresses and notes a question mark may
/// stand before a letter.
pub(super) fn broken(text: &str, is_name: bool) -> Option<Broken> {
    if text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'?' || byte == b' ') {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let pattern = if is_read_twice(&letters) {
        Some(Broken::ReadTwice)
    } else if is_tcvn3(&letters) {
        Some(Broken::Tcvn3)
    } else if is_vni(&letters) {
        Some(Broken::Vni)
    } else {
        (is_name && has_question_marks(&letters)).then_some(Broken::QuestionMarks)
    };
    pattern.or_else(|| {
        let mut odd: Vec<char> = letters.into_iter().filter(|c| is_odd(*c)).collect();
        odd.sort_unstable();
        odd.dedup();
        (!odd.is_empty()).then_some(Broken::Characters(odd))
    })
}

/// Ends of lines and tabs belong to texts, and joiners to some scripts and to pictographs.
fn is_odd(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' | '\u{200c}' | '\u{200d}' => false,
        '\u{fffd}' => true,
        c => c.is_control() || is_invisible(c),
    }
}

/// The byte that a character stands for where bytes were read as Windows-1252, or, for those that this leaves out, as Latin-1.
fn byte(c: char) -> Option<u8> {
    /// 0x80 to 0x9F in Windows-1252; a blank where it has none.
    const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    match u8::try_from(c) {
        Ok(byte) => Some(byte),
        Err(_) => (0x80_u8..0xa0).zip(WINDOWS.chars()).find(|(_, known)| *known == c).map(|(byte, _)| byte),
    }
}

/// Two or three characters whose bytes are a letter of Vietnamese in UTF-8, or a sign that Vietnamese is typed with.
fn is_read_twice(letters: &[char]) -> bool {
    (0..letters.len()).any(|at| decoded(letters.get(at..).unwrap_or_default()).is_some_and(is_typed) && !is_only_quoted(letters, at))
}

/// The character that the bytes at the beginning are in UTF-8, if they are two or three.
fn decoded(letters: &[char]) -> Option<char> {
    // The first byte says how many there are. It is beyond those of Windows-1252.
    let count = match u8::try_from(*letters.first()?).ok()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => return None,
    };
    let mut bytes = [0; 3];
    for (byte_of, letter) in bytes.iter_mut().zip(letters.get(..count)?) {
        *byte_of = byte(*letter)?;
    }
    std::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()
}

/// A letter that Vietnamese has besides those of ASCII, one of its accents, a dash, a quote or an ellipsis.
fn is_typed(c: char) -> bool {
    matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
        || matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1ea0}'..='\u{1ef9}')
        || matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' | '–' | '—' | '‘'..='”' | '…')
}

/// `“XÃ”`, `XÃ…`, `XÃ²`: a word in capital letters that ends in Ã, with a sign behind it, is Vietnamese.
fn is_only_quoted(letters: &[char], at: usize) -> bool {
    let around = |step: isize| at.checked_add_signed(step).and_then(|at| letters.get(at)).copied();
    let is_capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    is_capital(around(-1)) && is_capital(around(0)) && around(1).is_some_and(|c| !c.is_alphabetic()) && !around(2).is_some_and(char::is_alphabetic)
}

/// The signs that TCVN3 has for letters where Windows-1252 has none. Left out are those that texts put between letters: `·`, `'`.
const SIGNS: &str = "¡¢£¤¥¦§¨©ª«¬®µ¶¸¹»¼½¾×÷";

/// A sign in the place of a letter: between two letters, `§` or `®` before one, as Đ and đ begin words, or one behind a letter that ends no
/// word of any language; a soft hyphen before `ê` and its like, as ươ is written; or a capital letter with an accent behind a small one, in a
/// word of such letters only.
fn is_tcvn3(letters: &[char]) -> bool {
    let around = |at: usize, step: isize| at.checked_add_signed(step).and_then(|at| letters.get(at)).copied();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    // Signs follow each other where two letters do: `§¨ng`.
    let is_part = |c: Option<char>| is_letter(c) || c.is_some_and(|c| SIGNS.contains(c));
    letters.iter().enumerate().any(|(at, c)| {
        let (before, after) = (around(at, -1), around(at, 1));
        match c {
            '§' | '®' => !is_part(before) && is_part(after) && is_letter(around(at, 2)),
            '\u{ad}' => is_letter(before) && matches!(after, Some('ê'..='î')),
            '¨' | '¬' | 'µ' | '¶' | '¸' => is_letter(before),
            // All signs are of Latin-1, and few letters of a text are: the search is for those.
            '¡'..='÷' if SIGNS.contains(*c) => is_letter(before) && is_letter(after) && !is_quote(letters, at),
            'À'..='Þ' => {
                let is_small = before.is_some_and(|before| before.is_ascii_lowercase());
                let goes_on = after.is_none_or(|after| !after.is_alphabetic() || after.is_lowercase());
                is_small && goes_on && is_latin_1(word(letters, at))
            }
            _ => false,
        }
    })
}

/// `the«word»` without blanks: a quote that opens is closed.
fn is_quote(letters: &[char], at: usize) -> bool {
    match letters.get(at) {
        Some('«') => letters.get(at..).unwrap_or_default().contains(&'»'),
        Some('»') => letters.get(..at).unwrap_or_default().contains(&'«'),
        _ => false,
    }
}

/// The letters round a place.
fn word(letters: &[char], at: usize) -> &[char] {
    let (before, behind) = letters.split_at(at);
    let start = before.iter().rposition(|c| !c.is_alphabetic()).map_or(0, |end| end.saturating_add(1));
    let length = behind.iter().position(|c| !c.is_alphabetic()).unwrap_or(behind.len());
    letters.get(start..at.saturating_add(length)).unwrap_or_default()
}

/// Vietnamese in Unicode has letters beyond these, so a word of these alone may come from a font of one byte a letter.
fn is_latin_1(word: &[char]) -> bool {
    word.iter().all(|c| u32::from(*c) < 0x100)
}

/// Two letters beside each other that no language of Europe, nor Vietnamese, puts so: VNI writes an accent as a letter behind the vowel.
fn is_vni(letters: &[char]) -> bool {
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let is_pair = |vowel: char, accent: char| match small(accent) {
        'ø' => matches!(small(vowel), 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö'),
        'å' => matches!(small(vowel), 'a' | 'e' | 'o'),
        'ä' => matches!(small(vowel), 'a' | 'o'),
        'û' => matches!(small(vowel), 'a' | 'u' | 'y' | 'ô' | 'ö'),
        'ï' | 'õ' | 'ù' => matches!(small(vowel), 'ô' | 'ö'),
        'ô' => small(vowel) == 'ö',
        _ => false,
    };
    letters.iter().zip(letters.iter().skip(1)).any(|(vowel, accent)| !accent.is_ascii() && is_pair(*vowel, *accent))
}

/// A question mark between small letters, or between capital ones; or two or more that begin a word.
fn has_question_marks(letters: &[char]) -> bool {
    let mut at = 0;
    while let Some(run) = letters.get(at..).and_then(|rest| rest.iter().position(|c| *c == '?')) {
        let start = at.saturating_add(run);
        let length = letters.get(start..).unwrap_or_default().iter().take_while(|c| **c == '?').count();
        at = start.saturating_add(length);
        let before = start.checked_sub(1).and_then(|place| letters.get(place)).copied().filter(|c| c.is_alphabetic());
        let after = letters.get(at).copied().filter(|c| c.is_alphabetic());
        match (before, after) {
            (Some(before), Some(after)) if after.is_lowercase() || before.is_uppercase() => return true,
            (None, Some(_)) if length > 1 => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As schools, communes and people are called, in the whole alphabet; invented or common.
    const NAMES: &[&str] = &[
        "Trường Tiểu học Nguyễn Thị Định",
        "Trường THCS & THPT Đinh Tiên Hoàng",
        "TRƯỜNG TIỂU HỌC HOÀ PHƯỢNG (CƠ SỞ 2)",
        "Trường PTDTBT THCS Lũng Cú",
        "Trường Phổ thông Dân tộc Nội trú Ea H'leo",
        "Trường Tiểu học Y Ngông Niê Kđăm",
        "Trường TH Kpă Klơng – xã Ia Đrăng",
        "Trường THPT N'Trang Lơng, huyện Đắk R’lấp",
        "Trường THCS Cư M’gar, Krông Búk, Bók Hùng",
        "Trường Mẫu giáo H'Drai – Ia H’Drai",
        "Trung tâm GDNN–GDTX Quỹ Nhất",
        "Trường Tiểu học Võ Thị Sáu — điểm trường bản Chiềng Ơn",
        "Trường Quốc tế Café Saigon École Française",
        "Lycée Français Alexandre Yersin, Zoë, Noël, Raphaël, Citroën, août, naïve",
        "Deutsche Schule Zürich, Köln, Straße, Übung, Ölmühle",
        "Curaçao, São Paulo, Åse, Møre, Færøyene, Málaga, El Niño, Þór",
        "“UBND XÃ”, “THỊ XÃ”, ‘XÃ’, XÃ…, XÃ – PHƯỜNG, XÃ², «má» và «bà»",
        "Phần mềm A® và B™, © 2023, § 5, 1/2 × 3, 20 °C, 50 m², 10 µm, x·y",
        "Đồng bằng; ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ đ",
        "ĐỒNG; ÀẢÃÁẠ ẰẲẴẮẶ ẦẨẪẤẬ ÈẺẼÉẸ ỀỂỄẾỆ ÌỈĨÍỊ ÒỎÕÓỌ ỒỔỖỐỘ ỜỞỠỚỢ ÙỦŨÚỤ ỪỬỮỨỰ ỲỶỸÝỴ",
        "Toán, Hoá học, Hoà Bình, Quý, Khuỷu, nguyễn, ngoéo, huơ, loã, oà",
        "Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c",
        "Có đạt không? Rồi",
        "学校 THCS, книга, đoàn 👨‍👩‍👧",
        "một dòng\nhai dòng\tba",
        "",
    ];

    #[test]
    fn names_are_never_taken_for_broken() {
        for name in NAMES {
            assert_eq!(broken(name, true), None, "{name}");
        }
    }

    /// Read twice by hand: each letter's bytes in UTF-8 as Windows-1252 shows them; of those it leaves out, controls.
    #[test]
    fn utf_8_read_as_another_encoding_is_seen() {
        for text in
            ["TrÆ°á»\u{9d}ng Tiá»ƒu há»\u{8d}c", "Tiá»\u{83}u há»c", "Äá»“ng ÄÄƒng", "vÃ\u{ad} dá»¥", "giÃ¡", "CÃ”NG", "Ã´", "Ä\u{90}Ã\u{a0}", "cÃ³"]
        {
            assert_eq!(broken(text, false), Some(Broken::ReadTwice), "{text:?}");
        }
    }

    /// `Trường Tiểu học Đồng Đăng`, `Nguyễn`, `Hiệp`, `Chí`: by the table of TCVN 5712:1993 (VN3) as Windows-1252 shows it.
    #[test]
    fn tcvn3_is_seen() {
        for text in ["Tr\u{ad}êng TiÓu häc §ång §¨ng", "Tr\u{ad}êng", "TiÓu häc", "§ång", "§¨ng", "NguyÔn", "HiÖp", "ChÝ", "®iÓm", "c¬ së", "x· ®¶o"]
        {
            assert_eq!(broken(text, false), Some(Broken::Tcvn3), "{text:?}");
        }
    }

    /// The same in VNI: the accent is a letter of its own behind the vowel.
    #[test]
    fn vni_is_seen() {
        for text in ["Tröôøng Tieåu hoïc Ñoàng Ñaêng", "Tröôøng", "TRÖÔØNG", "Tieåu", "xaõ Hoøa Bình"] {
            assert_eq!(broken(text, false), Some(Broken::Vni), "{text:?}");
        }
    }

    #[test]
    fn question_marks_in_the_place_of_letters_are_seen_in_names() {
        for text in ["Tr??ng Ti?u h?c", "Tr?ng", "??ng", "TR??NG"] {
            assert_eq!(broken(text, true), Some(Broken::QuestionMarks), "{text:?}");
        }
        for text in ["https://example.vn/a?b=1", "được chưa?rồi"] {
            assert_eq!(broken(text, false), None, "{text:?}");
        }
        for text in ["Có không?", "Vì sao ?", "(?)", "a ? b", "?x"] {
            assert_eq!(broken(text, true), None, "{text:?}");
        }
    }

    #[test]
    fn characters_that_no_text_has_are_named() {
        assert_eq!(broken("Tr\u{fffd}ng \u{7}", false), Some(Broken::Characters(vec!['\u{7}', '\u{fffd}'])));
        assert_eq!(broken("Hoa\u{200b} Sen\u{feff}", false), Some(Broken::Characters(vec!['\u{200b}', '\u{feff}'])));
        assert_eq!(broken("\u{85}", false), Some(Broken::Characters(vec!['\u{85}'])));
        assert_eq!(broken("Hoa \u{ad}Sen", false), Some(Broken::Characters(vec!['\u{ad}'])));
    }
}
