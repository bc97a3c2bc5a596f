//! Columns about the assessment itself: who is assessed, when and by whom.

use std::borrow::Cow;

use thuocdo::json::Value;
use thuocdo::{Date, InstitutionType, Lang, Stream};

use crate::cell::{Cell, folded, is_word, no_value, unmarked};
#[cfg(feature = "csv")]
use crate::words::Word;

/// The kind of a column that holds no facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AboutColumn {
    /// The code of an institution.
    Code,
    /// A day.
    Date,
    /// A name: any text.
    Name,
    /// A period, such as a school year.
    Period,
    /// Self or external.
    Stream,
    /// A kind of institution.
    Type,
}

impl AboutColumn {
    /// Every such column: its name, and the JSON Pointer of its value in an assessment.
    pub const ALL: [(&'static str, &'static str, AboutColumn); 6] = [
        (AboutColumn::Code.name(), "/institution/code", AboutColumn::Code),
        (AboutColumn::Name.name(), "/institution/name", AboutColumn::Name),
        (AboutColumn::Type.name(), "/institution/type", AboutColumn::Type),
        (AboutColumn::Period.name(), "/period", AboutColumn::Period),
        (AboutColumn::Stream.name(), "/stream", AboutColumn::Stream),
        (AboutColumn::Date.name(), "/assessed_on", AboutColumn::Date),
    ];

    /// The name of such a column in a table of codes.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            AboutColumn::Code => "institution.code",
            AboutColumn::Name => "institution.name",
            AboutColumn::Type => "institution.type",
            AboutColumn::Period => "period",
            AboutColumn::Stream => "stream",
            AboutColumn::Date => "assessed_on",
        }
    }

    /// The headings that people write over such a column, folded. The reader ignores a bracket after a heading.
    pub(crate) const fn headings(self) -> &'static [&'static str] {
        match self {
            AboutColumn::Code => &[
                "mã trường",
                "mã cơ sở giáo dục",
                "mã cơ sở",
                "mã csgd",
                "mã đơn vị",
                "mã định danh",
                "mã trường học",
                "code of the institution",
                "institution code",
                "school code",
                "institution_code",
            ],
            AboutColumn::Name => &[
                "tên trường",
                "tên cơ sở giáo dục",
                "tên cơ sở",
                "tên csgd",
                "tên đơn vị",
                "tên trường học",
                "cơ sở giáo dục",
                "trường",
                "name of the institution",
                "institution name",
                "school name",
                "school",
                "institution_name",
            ],
            AboutColumn::Type => &[
                "loại hình",
                "cấp học",
                "loại trường",
                "loại hình cơ sở giáo dục",
                "loại cơ sở giáo dục",
                "type of institution",
                "institution type",
                "school type",
                "institution_type",
            ],
            AboutColumn::Period => &["kỳ đánh giá", "kỳ", "kì", "kì đánh giá", "năm học", "năm đánh giá", "school year"],
            AboutColumn::Stream => &["hình thức đánh giá", "hình thức", "nguồn đánh giá", "who assesses"],
            AboutColumn::Date => &["ngày đánh giá", "ngày tự đánh giá", "ngày chấm", "day of the assessment", "assessed on", "assessment date"],
        }
    }

    /// The name for people.
    #[cfg(feature = "csv")]
    pub const fn title(self, lang: Lang) -> &'static str {
        let word = match self {
            AboutColumn::Code => Word::InstitutionCode,
            AboutColumn::Name => Word::InstitutionName,
            AboutColumn::Type => Word::InstitutionType,
            AboutColumn::Period => Word::PeriodName,
            AboutColumn::Stream => Word::StreamName,
            AboutColumn::Date => Word::AssessedOn,
        };
        word.template(lang)
    }

    /// The accepted words, each with its name for people; empty for a column of any text or of days.
    pub fn words(self, lang: Lang) -> Vec<(&'static str, &'static str)> {
        match self {
            AboutColumn::Type => InstitutionType::WORDS.iter().map(|(word, kind)| (*word, kind.name(lang))).collect(),
            AboutColumn::Stream => Stream::WORDS.iter().map(|(word, stream)| (*word, stream.name(lang))).collect(),
            AboutColumn::Code | AboutColumn::Date | AboutColumn::Name | AboutColumn::Period => Vec::new(),
        }
    }

    /// Other spellings of these words, folded.
    const fn other_words(self) -> &'static [(&'static str, &'static str)] {
        match self {
            AboutColumn::Type => &[
                ("primary", "cấp 1"),
                ("lower_secondary", "cấp 2"),
                ("upper_secondary", "cấp 3"),
                // The old name of a school with primary and lower secondary classes.
                ("multi_level", "ptcs"),
                ("multi_level", "phổ thông cơ sở"),
                ("continuing", "trung tâm gdtx"),
                ("continuing", "tt gdtx"),
                ("continuing", "gdnn-gdtx"),
                ("continuing", "tt gdnn-gdtx"),
                ("continuing", "trung tâm gdnn-gdtx"),
                ("continuing", "trung tâm giáo dục thường xuyên"),
                ("continuing", "trung tâm giáo dục nghề nghiệp-giáo dục thường xuyên"),
            ],
            AboutColumn::Stream => {
                &[("self", "tđg"), ("self", "tự chấm"), ("self", "tự chấm điểm"), ("external", "đgn"), ("external", "đoàn đánh giá ngoài")]
            }
            AboutColumn::Code | AboutColumn::Date | AboutColumn::Name | AboutColumn::Period => &[],
        }
    }

    /// The value of the cell in an assessment. A cell that cannot be a code or a period, such as a day that a spreadsheet made of one,
    /// becomes a list; the core then refuses it with its pointer.
    ///
    /// ```
    /// use thuocdo::json::Value;
    /// use thuocdo_tables::{AboutColumn, Cell};
    /// let value = |column: AboutColumn, cell| Cell::text(cell).map(|cell| column.value(cell));
    /// assert_eq!(value(AboutColumn::Type, "tiểu  học"), Some(Value::Text("primary".into())));
    /// assert_eq!(value(AboutColumn::Date, "5/9/2023"), Some(Value::Text("2023-09-05".into())));
    /// assert_eq!(value(AboutColumn::Period, "Năm học 2023 – 2024"), Some(Value::Text("2023-2024".into())));
    /// ```
    pub fn value(self, cell: Cell<'_>) -> Value<'_> {
        match (self, cell) {
            // A `#` begins a remark, and it is unclear whether the row counts.
            (AboutColumn::Code, Cell::Text(text)) if text.starts_with('#') => no_value(text),
            // Codes are opaque text. A spreadsheet may have turned one into a number.
            (AboutColumn::Code | AboutColumn::Name | AboutColumn::Period, Cell::Number(number)) => {
                let text = number.to_string();
                if number.is_rounded() { Cell::Odd(crate::Odd::Rounded, text.into()).value() } else { Value::Text(text.into()) }
            }
            (AboutColumn::Period, Cell::Text(text)) => match school_year(&text) {
                Some(SchoolYear::Of(year)) => Value::Text(year.into()),
                // 2026-2028 is no school year, and 26-27 might be a year and a month.
                Some(SchoolYear::Unclear(_)) => no_value(text),
                None => Value::Text(text),
            },
            (AboutColumn::Stream | AboutColumn::Type, Cell::Text(text)) => {
                let wanted = folded(&text);
                Value::Text(self.word(&wanted).or_else(|| self.kind_of_school(&wanted)).map_or(text, Cow::Borrowed))
            }
            (AboutColumn::Date, Cell::Text(text)) => Value::Text(day_first(&text).or_else(|| serial_day(&text)).map_or(text, Cow::Owned)),
            (AboutColumn::Date, Cell::Number(number)) => {
                serial_day(&number.to_string()).map_or_else(|| Cell::Number(number).value(), |day| Value::Text(day.into()))
            }
            (AboutColumn::Date, Cell::Day(day)) => Value::Text(day),
            (_, cell) => cell.value(),
        }
    }
}

impl AboutColumn {
    /// The word that a folded text is, or a spelling of.
    fn word(self, wanted: &str) -> Option<&'static str> {
        let names = || Lang::ALL.into_iter().flat_map(move |lang| self.words(lang));
        let short = || match self {
            AboutColumn::Type => {
                InstitutionType::WORDS.iter().flat_map(|(word, kind)| kind.other_names().iter().map(|name| (*word, *name))).collect()
            }
            _ => Vec::new(),
        };
        let itself = || self.words(Lang::En).into_iter().map(|(word, _)| (word, word));
        let all = names().chain(short()).chain(self.other_words().iter().copied()).chain(itself());
        all.into_iter().find(|(_, name)| is_word(wanted, name)).map(|(word, _)| word)
    }

    /// The kind of a school whose levels a folded text names: `trường th-thcs` has several. What kind of boarding school it is matters not.
    fn kind_of_school(self, wanted: &str) -> Option<&'static str> {
        if self != AboutColumn::Type {
            return None;
        }
        let mut tight = [" - ", " – "].iter().fold(wanted.to_owned(), |text, mark| text.replace(mark, "-"));
        loop {
            if let Some(word) = self.word(&tight) {
                return Some(word);
            }
            let behind = |school: &&str| tight.strip_prefix(*school).or_else(|| tight.strip_prefix(&*unmarked(school)))?.strip_prefix(' ');
            let Some(rest) = SCHOOLS.iter().find_map(behind) else { break };
            tight = rest.to_owned();
        }
        // Of `cấp 2-3` the second part is a number.
        let level = |part: &str| {
            let is_number = tight.starts_with('c') && matches!(part, "1" | "2" | "3");
            self.word(&if is_number { format!("cấp {part}") } else { part.to_owned() })
        };
        let parts = tight.replace(" và ", "&").replace(" va ", "&");
        let parts = parts.split(['&', '+', ',', ';', '/', '-', '–']).map(str::trim).filter(|part| !part.is_empty());
        let mut levels: Vec<&str> = parts.map(level).collect::<Option<_>>()?;
        levels.sort_unstable();
        levels.dedup();
        let is_of_schools = levels.iter().all(|level| matches!(*level, "primary" | "lower_secondary" | "upper_secondary"));
        (is_of_schools && levels.len() > 1).then_some("multi_level")
    }
}

/// What may stand before the levels of a school, folded: it says nothing of them.
const SCHOOLS: [&str; 7] = ["trường", "phổ thông dân tộc nội trú", "phổ thông dân tộc bán trú", "ptdtnt", "ptdtbt", "phổ thông", "liên cấp"];

/// Two years in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SchoolYear {
    /// A school year, as `2023-2024`.
    Of(String),
    /// Two years that are none, such as `2026-2028` or `26-27`, and the school year that begins with the first.
    Unclear(String),
}

/// The school year in any spelling, `2023-24`, `Năm học 2023–2024`, `2023/2024`; `None` if the text is not two years.
pub(crate) fn school_year(text: &str) -> Option<SchoolYear> {
    let folded = folded(text);
    let years =
        ["năm học", "nh", "school year"].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim_start_matches([':', ' ']).trim();
    let (first, second) = years.split_once(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '/' | '_'))?;
    let (first, second) = (first.trim_end(), second.trim_start());
    let is_year = |text: &str| matches!(text.len(), 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year(first) || !is_year(second) || second.len() > first.len() {
        return None;
    }
    let begins: u16 = if first.len() == 2 { format!("20{first}") } else { first.to_owned() }.parse().ok()?;
    let next = format!("{:04}", begins.checked_add(1)?);
    let year = format!("{begins:04}-{next}");
    let is_next = first.len() == 4 && next.ends_with(second);
    Some(if is_next { SchoolYear::Of(year) } else { SchoolYear::Unclear(year) })
}

/// A day with the day first, `12/10/2023`, as `2023-10-12`. Accepts `-` and `.` too, and drops a time after the day.
fn day_first(text: &str) -> Option<String> {
    let digits = |text: &str, least: usize, most: usize| (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((day, time)) = text.split_once(['T', ' '])
        && !time.is_empty()
        && time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'))
    {
        let is_iso = day.split('-').map(str::len).eq([4, 2, 2]);
        return day_first(day).or_else(|| is_iso.then(|| day.to_owned()));
    }
    let mut parts = text.split(['/', '-', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none() && digits(day, 1, 2) && digits(month, 1, 2) && digits(year, 4, 4);
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The day of a serial number of Excel's, which is what remains of a day whose cell lost its format: `45174` is 2023-09-05. Of 2000 to 2099 only.
fn serial_day(digits: &str) -> Option<String> {
    let serial: i32 = digits.parse().ok().filter(|serial| (36_526..=73_050).contains(serial))?;
    let before = Date::new(1899, 12, 30).ok()?;
    Some(Date::try_from(before.civil().checked_add(serial).ok()?).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use thuocdo::json::Number;

    use super::*;

    fn value(column: AboutColumn, text: &str) -> Value<'_> {
        Cell::text(text).map_or(Value::Null, |cell| column.value(cell))
    }

    #[test]
    fn days_come_before_months() {
        for (text, wanted) in [
            ("5/9/2023", "2023-09-05"),
            ("05.9.2023", "2023-09-05"),
            ("2023-09-05", "2023-09-05"),
            ("2023-09-05 00:00:00", "2023-09-05"),
            ("2023-09-05T00:00:00.000", "2023-09-05"),
            ("2023-09-05 07:30:00", "2023-09-05 07:30:00"),
            ("30/2/2023", "2023-02-30"),
            ("20-4-27", "20-4-27"),
            // Days since 1899-12-30, as spreadsheets count them.
            ("45174", "2023-09-05"),
            ("36526", "2000-01-01"),
            ("73050", "2099-12-31"),
            ("36525", "36525"),
            ("73051", "73051"),
            ("45174.5", "45174.5"),
            ("2023", "2023"),
        ] {
            assert_eq!(value(AboutColumn::Date, text), Value::Text(wanted.into()));
        }
        assert_eq!(AboutColumn::Date.value(Cell::Number(Number::from_f64(45_174.0))), Value::Text("2023-09-05".into()));
        assert_eq!(AboutColumn::Date.value(Cell::Number(Number::from_f64(45_174.5))), Cell::Number(Number::from_f64(45_174.5)).value());
    }

    #[test]
    fn a_code_that_a_spreadsheet_made_a_number_is_a_text_again_while_its_digits_are_whole() {
        for number in [Number::from_f64(310_042.0), Number::from(310_042_u64)] {
            assert_eq!(AboutColumn::Code.value(Cell::Number(number)), Value::Text("310042".into()));
        }
        for number in [7_912_345_678_901_235e1, 1e15, 1e22] {
            assert!(matches!(AboutColumn::Code.value(Cell::Number(Number::from_f64(number))), Value::List(_)), "{number}");
        }
        // In a column of whole numbers nothing was rounded.
        assert_eq!(AboutColumn::Code.value(Cell::Number(Number::from(79_123_456_789_012_345_u64))), Value::Text("79123456789012345".into()));
    }

    #[test]
    fn a_school_year_has_one_spelling() {
        for text in ["2023-2024", "2023–2024", "2023 - 2024", "2023/2024", "2023-24", "Năm học 2023-2024", "NH 2023 — 2024", "năm học: 2023-2024"]
        {
            assert_eq!(value(AboutColumn::Period, text), Value::Text("2023-2024".into()), "{text}");
        }
        for text in ["2023", "Học kỳ 1", "đợt 2", "202-2024", "năm học", "2023-10-05", "1-2"] {
            assert_eq!(value(AboutColumn::Period, text), Value::Text(text.into()), "{text}");
        }
        for text in ["2023-2025", "2023-23", "23-24", "Năm học 2024/2023", "2023-2023"] {
            assert!(matches!(value(AboutColumn::Period, text), Value::List(_)), "{text}");
        }
    }

    #[test]
    fn a_day_is_no_code_and_no_period() {
        for column in [AboutColumn::Code, AboutColumn::Period, AboutColumn::Name] {
            assert!(matches!(column.value(Cell::Day("2023-10-05".into())), Value::List(_)));
        }
        assert_eq!(AboutColumn::Date.value(Cell::Day("2023-10-05".into())), Value::Text("2023-10-05".into()));
    }

    #[test]
    fn a_code_that_begins_as_a_remark_does_is_none() {
        assert!(matches!(value(AboutColumn::Code, "#VD-01"), Value::List(_)));
        assert_eq!(value(AboutColumn::Name, "# 1"), Value::Text("# 1".into()));
    }

    #[test]
    fn a_school_of_several_levels_is_known_however_they_are_joined_and_one_whose_level_is_not_said_is_asked() {
        for text in [
            "TH-THCS",
            "TH, THCS",
            "TH và THCS",
            "TH - THCS",
            "TH & THCS",
            "TH+THCS",
            "TH/THCS/THPT",
            "THCS và THPT",
            "Tiểu học và THCS",
            "Tiểu học và Trung học cơ sở",
            "Liên cấp TH-THCS",
            "Trường liên cấp TH, THCS và THPT",
            "Cấp 2-3",
            "cấp 1, cấp 2",
            "PTCS",
            "Trường phổ thông cơ sở",
            "PTDTNT THCS&THPT",
            "TH va THCS",
            "tieu hoc va thcs",
            "truong lien cap TH-THCS",
        ] {
            assert_eq!(value(AboutColumn::Type, text), Value::Text("multi_level".into()), "{text}");
        }
        for (text, word) in [
            ("tieu hoc", "primary"),
            ("Trường THCS", "lower_secondary"),
            ("PTDTBT THCS", "lower_secondary"),
            ("TH, Tiểu học", "TH, Tiểu học"),
            ("GDNN-GDTX", "continuing"),
            ("GDNN - GDTX", "continuing"),
            ("Trung tâm GDNN – GDTX", "continuing"),
            ("PTDTNT", "PTDTNT"),
            ("Mầm non", "Mầm non"),
            ("MN-TH", "MN-TH"),
            ("THPT và GDTX", "THPT và GDTX"),
            ("2-3", "2-3"),
            // Wrong marks are no words without marks.
            ("tiêu hóc", "tiêu hóc"),
        ] {
            assert_eq!(value(AboutColumn::Type, text), Value::Text(word.into()), "{text}");
        }
    }

    #[test]
    fn no_two_words_are_one_without_their_marks() {
        for column in [AboutColumn::Type, AboutColumn::Stream] {
            let names = Lang::ALL.into_iter().flat_map(|lang| column.words(lang)).chain(column.other_words().iter().copied());
            for (word, name) in names {
                assert_eq!(column.word(&unmarked(name)), Some(word), "{name}");
            }
        }
    }

    #[test]
    fn words_are_known_in_both_languages_and_in_short_and_others_stay() {
        for text in ["external", "Đánh giá ngoài", "ĐÁNH GIÁ NGOÀI", "external assessment", "ĐGN"] {
            assert_eq!(value(AboutColumn::Stream, text), Value::Text("external".into()), "{text}");
        }
        for (text, word) in
            [("THCS", "lower_secondary"), ("TH", "primary"), ("Liên cấp", "multi_level"), ("GDTX", "continuing"), ("thpt", "upper_secondary")]
        {
            assert_eq!(value(AboutColumn::Type, text), Value::Text(word.into()), "{text}");
        }
        assert_eq!(value(AboutColumn::Stream, "ai đó"), Value::Text("ai đó".into()));
        assert_eq!(value(AboutColumn::Stream, "danh gia ngoai"), Value::Text("external".into()));
        assert_eq!(AboutColumn::Type.value(Cell::Bool(true)), Value::Bool(true));
    }
}
