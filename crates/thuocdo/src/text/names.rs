//! The first names of a list, for a sentence that has no room for all.

use super::Lang;

crate::sentences! {
    /// What the names are of, and how a sentence says how many more there are.
    pub enum More {
        Codes: "{names} và {count} mã khác", "{names} and {count} more";
        Files: "{names} và {count} tệp khác", "{names} and {count} more files";
        Forms: "{names} và {count} phiếu khác", "{names} and {count} more forms";
        Institutions: "{names} và {count} cơ sở khác", "{names} and {count} more";
        Places: "{names} và {count} chỗ khác", "{names} and {count} more";
    }
}

/// The names in a row; if there are more than `most`, the first ones and how many more there are: `1.3.1, 1.3.2 và 4 mã khác`.
pub fn first_names<N: AsRef<str>>(names: &[N], most: usize, more: More, lang: Lang) -> String {
    let first = names.iter().take(most).map(N::as_ref).collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(most) {
        Some(count @ 1..) => more.say(lang, &[("names", &first), ("count", &count)]),
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_the_first_ones_and_counts_the_others() {
        let codes = ["1.1", "1.2", "2.1"];
        assert_eq!(first_names(&codes, 3, More::Codes, Lang::Vi), "1.1, 1.2, 2.1");
        assert_eq!(first_names(&codes, 2, More::Codes, Lang::Vi), "1.1, 1.2 và 1 mã khác");
        assert_eq!(first_names(&codes, 1, More::Files, Lang::En), "1.1 and 2 more files");
        assert_eq!(first_names::<&str>(&[], 1, More::Files, Lang::En), "");
    }
}
