//! Hints in the names of folders and files: self- or external assessment, last year, a school year.

use thuocdo::Stream;
use thuocdo_practice::Years;
use thuocdo_tables::unmarked;

/// What the path of a file says of the forms in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints {
    /// The period.
    pub(super) period: Option<NamedPeriod>,
    /// Who assessed.
    pub(super) stream: Option<Stream>,
}

/// The period of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NamedPeriod {
    /// The one before that which is looked at.
    Last,
    /// Such years.
    Of(Years),
}

impl Hints {
    /// The hints of a path within a folder. The name of the file counts first, then that of its folder, and so on upwards.
    pub(super) fn of(path: &str) -> Hints {
        let mut hints = Hints::default();
        for name in path.rsplit(['/', '\\']) {
            let words = plain(name);
            hints.stream = hints.stream.or_else(|| stream(&words));
            hints.period = hints.period.or_else(|| period(&words));
        }
        hints
    }
}

/// A text for comparison of names: without accents and marks, in small letters, with one space between its words. `Đánh giá ngoài`, composed
/// or not, and `danh-gia_ngoai` are the same.
pub(crate) fn plain(text: &str) -> String {
    unmarked(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The name of an institution for comparison: plain, without what stands in brackets behind it.
pub(crate) fn plain_name(name: &str) -> String {
    plain(name.split_once('(').map_or(name, |(before, _)| before))
}

/// Whether a text of plain words holds such words one after the other.
fn holds(words: &str, wanted: &str) -> bool {
    format!(" {words} ").contains(&format!(" {wanted} "))
}

fn stream(words: &str) -> Option<Stream> {
    let any = |wanted: &[&str]| wanted.iter().any(|wanted| holds(words, wanted));
    let is_external = any(&["danh gia ngoai", "danhgiangoai", "dgn", "doan danh gia", "external", "external assessment"]);
    let is_own = any(&["tu danh gia", "tudanhgia", "tdg", "tu cham", "tu cham diem", "self assessment", "self assessments"]) || words == "self";
    match (is_own, is_external) {
        (true, false) => Some(Stream::SelfAssessment),
        (false, true) => Some(Stream::External),
        // A name with both says nothing.
        _ => None,
    }
}

fn period(words: &str) -> Option<NamedPeriod> {
    let is_last = ["nam truoc", "namtruoc", "nam ngoai", "ky truoc", "last year", "nam hoc truoc"].iter().any(|wanted| holds(words, wanted));
    if is_last {
        return Some(NamedPeriod::Last);
    }
    let words: Vec<&str> = words.split(' ').collect();
    let years = |pair: &[&str]| match pair {
        [first, second] if first.len() == 4 && second.len() == 4 => Years::of(&format!("{first}-{second}")),
        _ => None,
    };
    words.windows(2).find_map(years).map(NamedPeriod::Of)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn names_are_the_same_with_and_without_accents_composed_and_not() {
        let composed = "Đánh giá ngoài";
        let apart: String = composed.nfd().collect();
        for name in [composed, apart.as_str(), "danh-gia-ngoai", "DANH_GIA_NGOAI", "02. Đánh  giá ngoài (đợt 1)"] {
            assert_eq!(Hints::of(&format!("{name}/Trường Tiểu học A.xlsx")).stream, Some(Stream::External), "{name}");
        }
        for name in ["ĐGN", "phieu-dgn", "Đoàn đánh giá", "external"] {
            assert_eq!(Hints::of(name).stream, Some(Stream::External), "{name}");
        }
        for name in ["Tự đánh giá", "tu-danh-gia", "TĐG", "Phiếu tự chấm", "self"] {
            assert_eq!(Hints::of(name).stream, Some(Stream::SelfAssessment), "{name}");
        }
        for name in ["Trường Tiểu học Nguyễn Du", "tự đánh giá và đánh giá ngoài", "Self School", "phiếu đánh giá"] {
            assert_eq!(Hints::of(name).stream, None, "{name}");
        }
    }

    #[test]
    fn the_name_nearest_to_the_form_counts() {
        assert_eq!(Hints::of("tu-danh-gia/01 ĐGN.xlsx").stream, Some(Stream::External));
        assert_eq!(Hints::of("ĐGN/đợt 1/01.xlsx").stream, Some(Stream::External));
    }

    #[test]
    fn a_school_year_or_last_year_may_stand_in_a_name() {
        let of = |path: &str| Hints::of(path).period;
        assert_eq!(of("Năm trước/01.xlsx"), Some(NamedPeriod::Last));
        assert_eq!(of("nam-truoc.csv"), Some(NamedPeriod::Last));
        assert_eq!(of("Năm học 2025-2026/01.xlsx"), Some(NamedPeriod::Of(Years { first: 2025, last: 2026 })));
        assert_eq!(of("NH2025_2026/01.xlsx"), None, "the year is part of a word");
        assert_eq!(of("2025–2026.xlsx"), Some(NamedPeriod::Of(Years { first: 2025, last: 2026 })));
        assert_eq!(of("2025-2027/31-0103.xlsx"), None);
    }
}
