//! Which known word is nearest to one that was typed.

use thuocdo::Lang;
use thuocdo_practice::code_key;

use crate::words::Word;

/// The codes of institutions that were typed and are none of the known ones, each with a sentence that names the nearest.
pub(crate) fn unknown(typed: &[String], known: &[String], lang: Lang) -> Vec<(String, String)> {
    let is_known = |code: &&String| known.iter().any(|known| code_key(known) == code_key(code));
    let sentence = |code: &String| match nearest(code, known.iter().map(String::as_str)) {
        Some(near) => Word::NoSuchInstitutionNear.say(lang, &[("code", code), ("near", &near)]),
        None => Word::NoSuchInstitution.say(lang, &[("code", code)]),
    };
    typed.iter().filter(|code| !is_known(code)).map(|code| (code.clone(), sentence(code))).collect()
}

/// The known word that is nearest to a word, if any is near enough to be meant: at most every third letter differs.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    known.into_iter().map(|of| (distance(of, word), of)).filter(|(letters, of)| letters * 3 <= of.len().max(word.len())).min().map(|(_, of)| of)
}

/// How many letters must be changed, added or left out to make one word of another.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, a) in one.bytes().enumerate() {
        let mut above_left = n;
        let mut left = n + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(other.bytes()) {
            let best = (above_left + usize::from(a != b)).min(*cell + 1).min(left + 1);
            above_left = *cell;
            *cell = best;
            left = best;
        }
        row[0] = n + 1;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_counts_letters() {
        for (one, other, letters) in
            [("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "axc", 1), ("abcd", "bcd", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(one, other), letters, "{one} {other}");
        }
    }

    #[test]
    fn only_a_word_that_is_near_enough_is_meant() {
        let known = ["framework", "overlays", "language"];
        assert_eq!(nearest("overlay", known), Some("overlays"));
        assert_eq!(nearest("frmework", known), Some("framework"));
        assert_eq!(nearest("colour", known), None);
    }
}
