//! Finds the meaning of a name: of a column, or of a row in a form.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use thuocdo::{Framework, LocalScorer};

use crate::about::AboutColumn;
use crate::cell::folded;
use crate::claims::{ClaimColumn, Claims};
use crate::fact::FactKind;

/// The column that names the framework of a row.
pub const FRAMEWORK: &str = "framework";

/// The condition or indicator of a fact, by position in the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A condition.
    Condition(usize),
    /// An indicator.
    Indicator(usize),
}

impl Place {
    /// The list of an assessment that holds the fact.
    pub const fn list(self) -> &'static str {
        match self {
            Place::Condition(_) => "conditions",
            Place::Indicator(_) => "answers",
        }
    }
}

/// A code of the framework, with the kind of its facts.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The code.
    pub code: String,
    /// The kind of fact in its cells.
    pub kind: FactKind,
    /// The condition or indicator, by position.
    pub place: Place,
    /// Its title in each language, folded.
    titles: [String; 2],
}

impl Asked {
    /// The JSON Pointer of its facts in an assessment. Codes have no character that a pointer escapes.
    pub fn pointer(&self) -> String {
        format!("/{}/{}", self.place.list(), self.code)
    }
}

/// The meaning of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnName {
    /// No name.
    Blank,
    /// Who is assessed, when and by whom: an index in [`AboutColumn::ALL`].
    About(usize),
    /// The id of the framework.
    Framework,
    /// A result, if the reader looks for results.
    Claim(ClaimColumn),
    /// A fact, or half of a share: an index in [`Names::asked`].
    Fact(usize, Half),
    /// A mistyped code: the text in place of the code.
    Mistyped(String),
    /// A name with a code, whose column cannot be read as that code's.
    Unread(String),
    /// A remark about a fact, such as its note or maximum; or any other column.
    Other,
}

/// The part of a fact that a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// All of it.
    Both,
    /// The part of a share.
    Part,
    /// The whole of a share.
    Whole,
}

/// The names of a framework's columns.
#[derive(Clone, Debug)]
pub struct Names {
    asked: Vec<Asked>,
    by_code: HashMap<String, usize>,
    claims: Option<Claims>,
    headings: HashMap<&'static str, usize>,
    /// Codes of indicators that use another kind of fact than in the national framework.
    refined: BTreeSet<String>,
    framework: String,
    requires_evidence: bool,
}

impl Names {
    /// The names of the local framework.
    pub fn new(scorers: &LocalScorer) -> Names {
        let local = scorers.local().framework();
        let mut names = Names::of(local);
        let national: BTreeMap<String, FactKind> =
            Names::of(scorers.national().framework()).asked.into_iter().map(|asked| (asked.code, asked.kind)).collect();
        names.refined = names
            .asked
            .iter()
            .filter(|asked| national.get(&asked.code).is_some_and(|kind| std::mem::discriminant(kind) != std::mem::discriminant(&asked.kind)))
            .map(|asked| asked.code.clone())
            .collect();
        names
    }

    /// The names of one framework, in its order: in each group the conditions, then the indicators.
    pub fn of(framework: &Framework) -> Names {
        let mut asked = Vec::new();
        let (mut conditions, mut indicators) = (0, 0);
        for group in &framework.groups {
            for condition in &group.conditions {
                let titles = [&condition.title.vi, &condition.title.en].map(|title| folded(title));
                asked.push(Asked { code: condition.code.to_string(), kind: FactKind::Met, place: Place::Condition(conditions), titles });
                conditions += 1;
            }
            for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators) {
                let titles = [&indicator.title.vi, &indicator.title.en].map(|title| folded(title));
                let kind = FactKind::of(indicator, framework.rule_of(indicator));
                asked.push(Asked { code: indicator.code.to_string(), kind, place: Place::Indicator(indicators), titles });
                indicators += 1;
            }
        }
        let by_code = asked.iter().enumerate().map(|(index, asked)| (asked.code.clone(), index)).collect();
        let headings = AboutColumn::ALL
            .iter()
            .enumerate()
            .flat_map(|(index, (name, _, about))| about.headings().iter().copied().chain([*name]).map(move |heading| (heading, index)));
        Names {
            asked,
            by_code,
            claims: None,
            headings: headings.collect(),
            refined: BTreeSet::new(),
            framework: framework.id.clone(),
            requires_evidence: framework.requires_evidence(),
        }
    }

    /// The same names, and those of results of the groups of a framework. A column `case` is then that of a code.
    #[must_use]
    pub fn with_claims(mut self, framework: &Framework) -> Names {
        self.claims = Some(Claims::of(framework));
        self.headings.extend(["case", "case_id"].map(|heading| (heading, 0)));
        self
    }

    /// The results that the reader looks for.
    pub(crate) fn claims(&self) -> Option<&Claims> {
        self.claims.as_ref()
    }

    /// Every code, in order.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// The id of the framework.
    pub fn framework(&self) -> &str {
        &self.framework
    }

    /// Whether any answer needs evidence. A row of a table has no place for it.
    pub fn requires_evidence(&self) -> bool {
        self.requires_evidence
    }

    /// Codes of indicators that use another kind of fact than in the national framework. A table with one of them must name its framework.
    pub fn refined(&self) -> &BTreeSet<String> {
        &self.refined
    }

    /// The index of a code, in any case.
    pub fn index(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).or_else(|| self.by_code.get(&code.trim().to_ascii_lowercase())).copied()
    }

    /// Finds the meaning of a name.
    pub fn recognise(&self, name: &str) -> ColumnName {
        if let Some(index) = self.by_code.get(name.trim()) {
            return ColumnName::Fact(*index, Half::Both);
        }
        if let Some(claim) = self.claims.as_ref().and_then(|claims| claims.recognise(name)) {
            return ColumnName::Claim(claim);
        }
        let name = half_width(&folded(name));
        if name.is_empty() {
            return ColumnName::Blank;
        }
        if name == FRAMEWORK || name == "bộ chỉ số" {
            return ColumnName::Framework;
        }
        let bare = name.split_once('(').map_or(name.as_str(), |(before, _)| before.trim_end());
        if let Some(index) = self.headings.get(bare.trim_end_matches([':', '*', ' '])) {
            return ColumnName::About(*index);
        }
        self.half(&name).unwrap_or_else(|| self.code_in(&name))
    }

    /// A half of a share: `1.4.1.part`, `1.4.1.whole`.
    fn half(&self, name: &str) -> Option<ColumnName> {
        let (code, half) = match (name.strip_suffix(".part"), name.strip_suffix(".whole")) {
            (Some(code), _) => (code, Half::Part),
            (_, Some(code)) => (code, Half::Whole),
            _ => return None,
        };
        let index = *self.by_code.get(code)?;
        (self.asked.get(index)?.kind == FactKind::Share).then_some(ColumnName::Fact(index, half))
    }

    /// Finds a code in a name: at its beginning, after words such as `TC` and before the title, or elsewhere.
    fn code_in(&self, name: &str) -> ColumnName {
        let (token, rest) = code_and_rest(without_leads(name));
        if let Some(&index) = self.by_code.get(token) {
            return self.with_title(index, rest);
        }
        if self.is_like_a_code(token) && !rest.starts_with('_') {
            return ColumnName::Mistyped(token.to_owned());
        }
        if let Some(code) = self.made_a_date(name) {
            return ColumnName::Unread(code);
        }
        if self.other_spelling(name).is_some() {
            return ColumnName::Mistyped(name.to_owned());
        }
        // The names of several columns: another delimiter splits this table.
        if name.contains([';', '\t']) {
            return ColumnName::Other;
        }
        let is_code_part = |c: char| c.is_ascii_alphanumeric() || c == '.';
        let held = name.split(|c| !is_code_part(c)).map(|word| word.trim_matches('.')).find(|word| self.by_code.contains_key(*word));
        match held {
            Some(code) if !is_remark(name) => ColumnName::Unread(code.to_owned()),
            _ => ColumnName::Other,
        }
    }

    /// Reads the text after a code: nothing, the title, a half of a share, or a remark.
    fn with_title(&self, index: usize, rest: &str) -> ColumnName {
        let Some(asked) = self.asked.get(index) else { return ColumnName::Other };
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || ".:-–—_()[]/|".contains(c));
        let is_title = |title: &String| title.starts_with(rest) || (!title.is_empty() && rest.starts_with(title.as_str()));
        if rest.is_empty() || asked.titles.iter().any(is_title) {
            return ColumnName::Fact(index, Half::Both);
        }
        if asked.kind == FactKind::Share {
            match rest {
                "part" | "số đạt" | "tử số" | "phần" => return ColumnName::Fact(index, Half::Part),
                "whole" | "tổng số" | "mẫu số" | "tổng" => return ColumnName::Fact(index, Half::Whole),
                _ => {}
            }
        }
        if is_remark(rest) {
            ColumnName::Other
        } else if rest.bytes().any(|byte| byte.is_ascii_digit()) {
            // Another year, or a range of codes: the content of the column is unclear.
            ColumnName::Unread(asked.code.clone())
        } else {
            ColumnName::Fact(index, Half::Both)
        }
    }

    /// Whether a name looks like a mistyped code. Either it has the form of a code with several parts, and its first part is that of some
    /// code: `1.3.9` where there is `1.3.1`. Or it is all digits and dots, as some code is: `3.1.1` where there is `2.4`. `population.2024`
    /// is neither.
    fn is_like_a_code(&self, name: &str) -> bool {
        let is_written_like_one = name.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let Some((first, _)) = name.split_once('.').filter(|_| is_written_like_one) else { return false };
        let is_digits = |code: &str| code.contains('.') && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        self.asked.iter().any(|asked| asked.code.split_once('.').is_some_and(|(own, _)| own == first) || (is_digits(name) && is_digits(&asked.code)))
    }

    /// The code in another spelling, with other marks or with letters that look like digits: `1-3-1`, `1,3,1`, `l.3.1`.
    pub(crate) fn other_spelling(&self, name: &str) -> Option<String> {
        let marks: String = name.split(['-', ',', '_', '/', ' ', '.']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
        let digits = marks.replace(['l', 'i'], "1").replace('o', "0");
        [marks, digits].into_iter().find(|spelling| self.by_code.contains_key(spelling))
    }

    /// The code that a spreadsheet turned into a date: `01/03/2001` was `1.3.1`, with the day or the month first.
    pub(crate) fn made_a_date(&self, name: &str) -> Option<String> {
        let day = name.split_whitespace().next()?;
        let parts: Vec<u32> = day.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let (year, [one, other]) = match *parts.as_slice() {
            [one, other, year] if year >= 1000 => (year, [one, other]),
            [year, other, one] if year >= 1000 => (year, [one, other]),
            _ => return None,
        };
        let codes = [[one, other], [other, one]].map(|[first, second]| format!("{first}.{second}.{}", year % 100));
        codes.into_iter().find(|code| self.by_code.contains_key(code))
    }
}

/// Letters, digits and marks as wide as a Chinese letter, as some keyboards write them, in their usual width: `１.３.１` is 1.3.1.
fn half_width(name: &str) -> String {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    };
    name.chars().map(narrow).collect()
}

/// The name without the words that people write before a code.
fn without_leads(name: &str) -> &str {
    const LEADS: [&str; 16] = [
        "tc",
        "tiêu chí",
        "điểm",
        "điểm số",
        "điểm tự chấm",
        "điểm tự đánh giá",
        "mục",
        "chỉ số",
        "chỉ tiêu",
        "đk",
        "điều kiện",
        "điều kiện bắt buộc",
        "mã",
        "câu",
        "indicator",
        "condition",
    ];
    let mut rest = name.trim_start_matches(['(', '[', '"', '\'', ' ']);
    // At most three: `Điểm tiêu chí số 1.3.1`.
    for _ in 0..3 {
        // A program's name, such as `indicator.1.3.1.score.low`, is no heading.
        let behind = LEADS.iter().filter_map(|lead| rest.strip_prefix(lead)).filter(|behind| behind.starts_with([' ', ':'])).map(str::len).min();
        let Some(len) = behind else { break };
        rest = rest.get(rest.len() - len..).unwrap_or_default().trim_start_matches([' ', ':', '-', '(', '[']);
    }
    rest
}

/// Splits off a beginning with the form of a code, without a dot at its end.
fn code_and_rest(name: &str) -> (&str, &str) {
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(name.len());
    let (token, rest) = name.split_at_checked(end).unwrap_or((name, ""));
    // If a word continues, its letters are not part of the code.
    if rest.starts_with(char::is_alphanumeric) {
        return ("", name);
    }
    (token.trim_end_matches('.'), rest)
}

/// Whether a name announces a remark about a fact, and not the fact itself.
fn is_remark(name: &str) -> bool {
    const REMARKS: [&str; 21] = [
        "ghi chú",
        "minh chứng",
        "nhận xét",
        "tối đa",
        "max",
        "note",
        "evidence",
        "remark",
        "năm trước",
        "kỳ trước",
        "lần trước",
        "cũ",
        "xếp loại",
        "mức",
        "giải thích",
        "lý do",
        "đề xuất",
        "chênh lệch",
        "link",
        "tỉ trọng",
        "trọng số",
    ];
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let text = format!(" {} ", words.join(" "));
    REMARKS.iter().any(|remark| text.contains(&format!(" {remark} ")))
}

#[cfg(test)]
mod tests {
    use thuocdo::Framework;

    use super::*;

    fn meaning(name: &str) -> String {
        let names = Names::of(&Framework::shipped("moet-4725-2022").expect("it is shipped"));
        match names.recognise(name) {
            ColumnName::Blank => "blank".to_owned(),
            ColumnName::About(index) => AboutColumn::ALL[index].0.to_owned(),
            ColumnName::Framework => FRAMEWORK.to_owned(),
            ColumnName::Fact(index, _) => names.asked()[index].code.clone(),
            ColumnName::Mistyped(code) => format!("mistyped {code}"),
            ColumnName::Unread(code) => format!("unread {code}"),
            ColumnName::Claim(_) => "claim".to_owned(),
            ColumnName::Other => "other".to_owned(),
        }
    }

    #[test]
    fn a_code_is_named_alone_or_with_its_title_as_people_write_it() {
        for name in [
            "1.3.1",
            " 1.3.1 ",
            "1.3.1.",
            "1.3.1 - Phần mềm dạy học trực tuyến trực tiếp",
            "1.3.1. Phần mềm",
            "1.3.1: phần mềm dạy trực tuyến",
            "TC 1.3.1",
            "Điểm 1.3.1",
            "Tiêu chí 1.3.1",
            "điểm tiêu chí 1.3.1",
            "Mục 1.3.1 (trực tuyến)",
            "1.3.1)",
            "1.3.1\u{200b}",
            "１.３.１",
            "Điểm １．３．１",
        ] {
            assert_eq!(meaning(name), "1.3.1", "{name}");
        }
        assert_eq!(meaning("ĐK 1.1"), "1.1");
        assert_eq!(meaning("2.X.1"), "2.x.1");
    }

    #[test]
    fn a_code_that_a_spreadsheet_made_a_day_of_is_told() {
        for name in ["01/03/2001", "1/3/2001", "2001-03-01", "2001-01-03 00:00:00", "3/1/2001"] {
            assert_eq!(meaning(name), "unread 1.3.1", "{name}");
        }
        for name in ["05/10/2023", "01/03/01", "2001", "01/03", "1/3/2001/5", "ngày 01/03/2001"] {
            assert_eq!(meaning(name), "other", "{name}");
        }
    }

    #[test]
    fn who_and_when_have_headings_in_both_languages() {
        for (name, column) in [
            ("Mã trường", "institution.code"),
            ("MÃ CƠ SỞ GIÁO DỤC", "institution.code"),
            ("Tên trường", "institution.name"),
            ("Loại hình", "institution.type"),
            ("Cấp học", "institution.type"),
            ("Kỳ", "period"),
            ("Năm học", "period"),
            ("Kỳ đánh giá (ví dụ năm học 2023-2024)", "period"),
            ("Hình thức", "stream"),
            ("Ngày đánh giá (ngày/tháng/năm)", "assessed_on"),
            ("institution.code", "institution.code"),
            ("Period", "period"),
            ("Framework", "framework"),
            ("Bộ chỉ số", "framework"),
        ] {
            assert_eq!(meaning(name), column, "{name}");
        }
    }

    #[test]
    fn a_mistyped_code_is_not_the_column_of_somebody_else() {
        for (name, code) in [
            ("1.3.9", "1.3.9"),
            ("3.1.1", "3.1.1"),
            ("1-3-1", "1-3-1"),
            ("1,3,1", "1,3,1"),
            ("l.3.1", "l.3.1"),
            ("1.3.9 - Phần mềm", "1.3.9"),
            ("1.3", "1.3"),
        ] {
            assert_eq!(meaning(name), format!("mistyped {code}"), "{name}");
        }
        for name in ["1.3.1 năm 2022", "Kết quả của 1.3.1", "1.3.1-1.3.5", "1.3.1 2022-2023"] {
            assert_eq!(meaning(name), "unread 1.3.1", "{name}");
        }
    }

    #[test]
    fn columns_of_others_go_along() {
        for name in [
            "STT",
            "Tổng điểm",
            "population.2024",
            "Ghi chú 1.3.1",
            "Minh chứng 1.3.1",
            "1.3.1 (điểm tối đa)",
            "1.3.1 năm trước",
            "Điểm tối đa 1.3.1",
            "group.1.score.low",
            "indicator.1.3.1.score.low",
            "Nhóm 1",
            "Phường",
            "5",
            "Ngày xuất: 02/10/2023",
        ] {
            assert_eq!(meaning(name), "other", "{name}");
        }
        assert_eq!(meaning(" "), "blank");
    }
}
