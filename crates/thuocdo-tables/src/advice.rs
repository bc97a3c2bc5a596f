//! Advice on a refused cell: its content, what the column accepts, and what the author probably meant.

use std::fmt::Display;

use thuocdo::json::Number;
use thuocdo::text::{decimal, shown};
use thuocdo::{Date, Framework, Lang, Points};

use crate::about::{AboutColumn, SchoolYear, school_year};
use crate::cell::{Cell, NOTHING, Odd, folded, seen, unmarked};
use crate::fact::FactKind;
use crate::number::{Written, written};
use crate::words::SayCell as Say;

/// The kind of a column, which decides what its cells accept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Takes {
    /// Who is assessed, when, or by whom.
    About(AboutColumn),
    /// The id of the framework.
    Framework,
    /// The fact of a condition or indicator.
    Fact(FactKind),
    /// One half of a share: its part or its whole.
    Half,
}

impl Takes {
    /// What a person may write there, in words.
    pub fn accepts(self, framework: &Framework, lang: Lang) -> String {
        let say = match self {
            Takes::About(about) => return accepts_about(about, lang),
            Takes::Framework => return Say::TakesFramework.say(lang, &[("id", &framework.id)]),
            Takes::Fact(FactKind::Met) => Say::TakesMet,
            Takes::Fact(FactKind::Points(max)) => {
                return Say::TakesPoints.say(lang, &[("max", &max.text(lang)), ("example", &an_example(max).text(lang))]);
            }
            Takes::Fact(FactKind::Share) => Say::TakesShare,
            Takes::Fact(FactKind::Count) | Takes::Half => Say::TakesCount,
        };
        say.template(lang).to_owned()
    }
}

/// What a cell says and what to write instead, where a row is refused for it and its place is told beside: `“5,5 điểm”: chỉ ghi số, từ 0 đến 6`.
pub fn said_of(takes: Takes, found: Option<&Cell<'_>>, framework: &Framework, lang: Lang) -> String {
    in_row(found.map(|found| excerpt(&found.show(lang))).as_deref(), &instead(takes, found, framework, lang), lang)
}

/// What a cell says, and what to write instead.
pub(crate) fn in_row(found: Option<&str>, instead: &str, lang: Lang) -> String {
    match found {
        Some(found) => Say::InRow.say(lang, &[("found", &found), ("accepts", &instead)]),
        None => Say::BlankInRow.say(lang, &[("accepts", &instead)]),
    }
}

/// What to write instead of what a cell says: what it accepts, and what the author probably meant.
pub(crate) fn instead(takes: Takes, found: Option<&Cell<'_>>, framework: &Framework, lang: Lang) -> String {
    let accepts = takes.accepts(framework, lang);
    match found.and_then(|found| advice(takes, found, lang)) {
        Some(advice) => format!("{accepts}; {advice}"),
        None => accepts,
    }
}

/// The longest part of a user's text that a message repeats, in characters.
const LONGEST_EXCERPT: usize = 60;

/// The beginning of a user's text.
pub(crate) fn excerpt(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_EXCERPT).collect();
    let more = if text.chars().nth(LONGEST_EXCERPT).is_some() { "…" } else { "" };
    short + more
}

/// What a person may write in a column about the assessment, in words.
pub(crate) fn accepts_about(about: AboutColumn, lang: Lang) -> String {
    let say = match about {
        AboutColumn::Code => Say::TakesCode,
        AboutColumn::Name => Say::TakesText,
        AboutColumn::Period => Say::TakesPeriod,
        AboutColumn::Date => Say::TakesDay,
        AboutColumn::Stream | AboutColumn::Type => {
            let words: Vec<String> = about.words(lang).into_iter().map(|(_, name)| quoted(name, lang)).collect();
            return Say::TakesWords.say(lang, &[("words", &words.join(", "))]);
        }
    };
    say.template(lang).to_owned()
}

pub(crate) fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("“{text}”"),
        Lang::En => format!("\"{text}\""),
    }
}

/// Example points below a maximum, with decimals.
fn an_example(max: Points) -> Points {
    let five = Points::from_hundredths(525);
    let half = Points::from_hundredths(max.hundredths() / 2);
    five.filter(|five| *five <= max).or(half).unwrap_or(max)
}

/// What the author probably meant, or what to write instead; `None` if that is unclear.
pub(crate) fn advice(takes: Takes, cell: &Cell<'_>, lang: Lang) -> Option<String> {
    let parts: Vec<String> = [of_cell(takes, cell, lang), of_text(takes, cell, lang)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Advice from the kind of the cell in the spreadsheet.
fn of_cell(takes: Takes, cell: &Cell<'_>, lang: Lang) -> Option<String> {
    let say = match cell {
        Cell::Day(day) => {
            let format =
                if matches!(takes, Takes::Fact(FactKind::Points(_) | FactKind::Count) | Takes::Half) { Say::FormatNumber } else { Say::FormatText };
            let typed = match takes {
                Takes::Fact(FactKind::Points(max)) => points_of_day(day, max).map(|points| perhaps(&points, lang)),
                _ => None,
            };
            return Some(
                [Some(Say::Day.say(lang, &[("format", &format.template(lang))])), typed].into_iter().flatten().collect::<Vec<_>>().join("; "),
            );
        }
        Cell::Odd(Odd::Dated(number), _) => {
            let format = Say::Day.say(lang, &[("format", &Say::FormatNumber.template(lang))]);
            let number = Number::from_f64(*number).to_string();
            let typed = match takes {
                Takes::Fact(FactKind::Points(max)) => number.parse::<Points>().is_ok_and(|points| points <= max),
                Takes::Fact(FactKind::Count) | Takes::Half => true,
                _ => return Some(Say::Day.say(lang, &[("format", &Say::FormatText.template(lang))])),
            };
            return Some(if typed { format!("{format}; {}", perhaps(&number, lang)) } else { format });
        }
        Cell::Odd(Odd::Percent(share), shown) => {
            return Some(match takes {
                Takes::Fact(FactKind::Points(max)) => part_of(shown, *share, max, lang).unwrap_or_else(|| Say::Percent.template(lang).to_owned()),
                _ => Say::Percent.template(lang).to_owned(),
            });
        }
        Cell::Odd(Odd::Time, _) => Say::Time,
        Cell::Odd(Odd::Format, _) => Say::Format,
        Cell::Odd(Odd::Error, _) => Say::Error,
        Cell::Odd(Odd::Unvalued, _) => Say::Unvalued,
        Cell::Odd(Odd::Rounded, _) => Say::Rounded,
        Cell::Odd(Odd::Merged, _) => Say::Merged,
        Cell::Number(number) if number.is_rounded() && matches!(takes, Takes::About(_)) => Say::Rounded,
        _ => return None,
    };
    Some(say.template(lang).to_owned())
}

/// Advice from the text of the cell.
fn of_text(takes: Takes, cell: &Cell<'_>, lang: Lang) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    let text = seen(text);
    if takes == Takes::About(AboutColumn::Code) && text.starts_with('#') {
        return Some(Say::Remark.template(lang).to_owned());
    }
    if let (Takes::About(AboutColumn::Date), Some(day)) = (takes, a_day(&text)) {
        return Some(Say::Perhaps.say(lang, &[("value", &day)]));
    }
    if let (Takes::About(AboutColumn::Period), Some(SchoolYear::Unclear(year))) = (takes, school_year(&text)) {
        return Some(Say::Perhaps.say(lang, &[("value", &year)]));
    }
    let is_of_no_level = |text: &str| ["ptdt", "noi tru", "ban tru"].iter().any(|kind| unmarked(text).contains(kind));
    if takes == Takes::About(AboutColumn::Type) && is_of_no_level(&text) {
        return Some(Say::NoLevel.template(lang).to_owned());
    }
    let Takes::Fact(kind) = takes else {
        return odd_letters(&text, lang).or_else(|| if takes == Takes::Half { two_ways(&text, lang) } else { None });
    };
    let word = folded(&text);
    if NOTHING.contains(&word.as_str()) || word == "không đánh giá" {
        return Some(Say::NoExemption.template(lang).to_owned());
    }
    let probably = match kind {
        FactKind::Points(max) => two_ways(&text, lang).filter(|_| fits_both(&text, max)).or_else(|| points(&text, max, lang)),
        FactKind::Count => two_ways(&text, lang).or_else(|| the_number(&text).map(|number| perhaps(&number, lang))),
        FactKind::Share => share(&text, lang),
        FactKind::Met => None,
    };
    probably.or_else(|| odd_letters(&text, lang))
}

fn perhaps(value: &str, lang: Lang) -> String {
    Say::Perhaps.say(lang, &[("value", &decimal(value, lang))])
}

/// The points of which a spreadsheet made a day: 4.5 of the fourth of May.
fn points_of_day(day: &str, max: Points) -> Option<String> {
    let mut parts = day.split('-').skip(1).map(|part| part.trim_start_matches('0'));
    let (month, day) = (parts.next()?, parts.next()?);
    let points = format!("{day}.{month}");
    points.parse::<Points>().is_ok_and(|points| points <= max).then_some(points)
}

/// The day in a text with three numbers, such as `ngày 20 tháng 4 năm 2027` or `20-4-27`.
fn a_day(text: &str) -> Option<String> {
    let numbers: Vec<u32> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [day, month, year] = *numbers.as_slice() else { return None };
    let year = if year < 100 { 2000 + year } else { year };
    // The calendar has it, unlike 31/4.
    format!("{year:04}-{month:02}-{day:02}").parse::<Date>().ok()?;
    (1000..=9999).contains(&year).then(|| format!("{day}/{month}/{year}"))
}

/// `1.000`: 1000 or 1?
fn two_ways(text: &str, lang: Lang) -> Option<String> {
    let Written::TwoWays { thousands, decimal: fraction } = written(text) else { return None };
    let short = fraction.trim_end_matches('0').trim_end_matches('.').to_owned();
    let fraction = decimal(&fraction, lang);
    Some(Say::TwoWays.say(lang, &[("thousands", &thousands), ("decimal", &fraction), ("short", &decimal(&short, lang))]))
}

/// Whether the larger of two readings is within the maximum, so that the author may have meant either.
fn fits_both(text: &str, max: Points) -> bool {
    matches!(written(text), Written::TwoWays { thousands, .. } if thousands.parse::<Points>().is_ok_and(|points| points <= max))
}

/// Advice on `75%`, `7,5/10` and `6 điểm` in a cell of points.
fn points(text: &str, max: Points, lang: Lang) -> Option<String> {
    if let Some((part, whole)) = text.split_once('/') {
        let (part, whole) = (plain(part)?, plain(whole.trim_end_matches(|c: char| !c.is_ascii_digit()))?);
        return part_of(text, part / whole, max, lang);
    }
    if let Some(percent) = text.strip_suffix('%') {
        return part_of(text, plain(percent)? / 100.0, max, lang);
    }
    let number = the_number(text)?;
    let is_taken = number.parse::<Points>().is_ok_and(|points| points <= max);
    is_taken.then(|| perhaps(&number, lang))
}

/// Advice on `1.000/1.200`, and on a part above its whole.
fn share(text: &str, lang: Lang) -> Option<String> {
    let (part, whole) = text.split_once('/')?;
    let (part, whole) = (part.trim(), whole.trim());
    if let Some(said) = two_ways(part, lang).or_else(|| two_ways(whole, lang)) {
        return Some(said);
    }
    let is_above = plain(part)? > plain(whole)?;
    is_above.then(|| Say::PartAboveWhole.say(lang, &[("part", &part as &dyn Display), ("whole", &whole)]))
}

/// The points for a share of the maximum; `None` if they are not points.
fn part_of(shown: &str, share: f64, max: Points, lang: Lang) -> Option<String> {
    if !(0.0..=1.0).contains(&share) {
        return None;
    }
    let hundredths = (share * f64::from(max.hundredths())).round();
    // At most the maximum, which fits a u32.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the maximum")]
    let points = Points::from_hundredths(hundredths as u32)?;
    let shown = shown.trim().replace('%', " %").replace("  %", " %");
    Some(Say::PerhapsPart.say(lang, &[("shown", &shown as &dyn Display), ("max", &max.text(lang)), ("value", &points.text(lang))]))
}

/// A number without marks or words.
fn plain(text: &str) -> Option<f64> {
    match written(text.trim()) {
        Written::Plain(plain) => plain.parse().ok(),
        _ => None,
    }
}

/// The only number in a text with words, such as `6 điểm`.
fn the_number(text: &str) -> Option<String> {
    let mut numbers =
        text.split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).map(|part| part.trim_matches([',', '.'])).filter(|part| !part.is_empty());
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    match written(only) {
        Written::Plain(plain) if only != text => Some(plain.into_owned()),
        _ => None,
    }
}

/// Letters that do not occur in Vietnamese text, with their code points: `U+00D0`.
pub(crate) fn odd_letters(text: &str, lang: Lang) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let is_usual = |c: char| {
        let mut parts = std::iter::once(c).nfd();
        let base = parts.next().unwrap_or(c);
        let is_mark = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{302}' | '\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}');
        (base.is_ascii() && !base.is_ascii_control() && parts.all(is_mark)) || is_mark(c) || "đĐ–—“”‘’…×÷·\u{a0}✓✔✗✘".contains(c)
    };
    let mut odd: Vec<char> = text.chars().filter(|c| !is_usual(*c)).collect();
    odd.dedup();
    if odd.is_empty() {
        return None;
    }
    let named: Vec<String> = odd.iter().take(3).map(|c| format!("{} (U+{:04X})", shown(&c.to_string()), *c as u32)).collect();
    Some(Say::OddLetter.say(lang, &[("letters", &named.join(", "))]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(takes: Takes, text: &str, lang: Lang) -> String {
        advice(takes, &Cell::Text(text.into()), lang).unwrap_or_default()
    }

    fn max(hundredths: u32) -> Takes {
        Takes::Fact(FactKind::Points(Points::from_hundredths(hundredths).expect("points")))
    }

    #[test]
    fn what_was_probably_meant_is_worked_out() {
        for (text, wanted) in [
            ("6 điểm", "có phải 6?"),
            ("5,5đ", "có phải 5,5?"),
            ("75%", "75 % của 7 là 5,25"),
            ("75 %", "75 % của 7 là 5,25"),
            ("7,5/10", "7,5/10 của 7 là 5,25"),
            ("24/32", "24/32 của 7 là 5,25"),
            ("24/32 giáo viên", "24/32 giáo viên của 7 là 5,25"),
            ("-", "bộ chỉ số không có quy định “không áp dụng”; chưa có số liệu thì để trống"),
            ("N/A", "bộ chỉ số không có quy định “không áp dụng”; chưa có số liệu thì để trống"),
            ("33/32", ""),
            ("80 điểm", ""),
            ("5 hoặc 6", ""),
            ("5 х", "có phải 5?"),
        ] {
            assert_eq!(said(max(700), text, Lang::Vi), wanted, "{text}");
        }
        let count = Takes::Fact(FactKind::Count);
        assert_eq!(said(count, "1.000", Lang::En), "it can be read as 1000 or as 1.000: type 1000 for the first, 1 for the second");
        assert_eq!(said(count, "12 phòng", Lang::Vi), "có phải 12?");
        let share = Takes::Fact(FactKind::Share);
        assert_eq!(said(share, "33/32", Lang::Vi), "số đạt 33 lớn hơn tổng số 32");
        assert!(said(share, "1.000/1.200", Lang::Vi).contains("1000"));
    }

    #[test]
    fn a_day_in_words_and_points_that_became_a_day_are_told() {
        for (text, wanted) in [
            ("ngày 20 tháng 4 năm 2027", "có phải 20/4/2027?"),
            ("20-4-27", "có phải 20/4/2027?"),
            ("4/20/2027", ""),
            ("31/4/2027", ""),
            ("29-2-27", ""),
            ("29-2-28", "có phải 29/2/2028?"),
            ("tháng 4 năm 2027", ""),
        ] {
            assert_eq!(said(Takes::About(AboutColumn::Date), text, Lang::Vi), wanted, "{text}");
        }
        let of_day = |takes| advice(takes, &Cell::Day("2027-05-04".into()), Lang::Vi).unwrap_or_default();
        assert_eq!(of_day(max(600)), "Excel đã đổi thành ngày; đổi định dạng ô thành Số rồi gõ lại; có phải 4,5?");
        assert_eq!(of_day(max(400)), "Excel đã đổi thành ngày; đổi định dạng ô thành Số rồi gõ lại");
        // The fourth day that Excel has, at noon: the cell holds 4.5.
        let dated = |takes| advice(takes, &Cell::Odd(Odd::Dated(4.5), "04/01/1900".into()), Lang::Vi).unwrap_or_default();
        assert_eq!(dated(max(600)), "Excel đã đổi thành ngày; đổi định dạng ô thành Số rồi gõ lại; có phải 4,5?");
        assert_eq!(dated(max(400)), "Excel đã đổi thành ngày; đổi định dạng ô thành Số rồi gõ lại");
    }

    #[test]
    fn a_kind_of_school_that_says_no_level_is_asked_for_it() {
        let kind = Takes::About(AboutColumn::Type);
        for text in ["PTDTNT", "Dân tộc nội trú", "truong ban tru"] {
            assert_eq!(said(kind, text, Lang::Vi), "tên này chưa nói trường có cấp học nào", "{text}");
        }
        assert_eq!(said(kind, "Mầm non", Lang::Vi), "");
    }

    #[test]
    fn odd_letters_are_named() {
        let met = Takes::Fact(FactKind::Met);
        // A Cyrillic letter among Latin ones.
        assert_eq!(said(met, "đạtх", Lang::Vi), "có ký tự lạ х (U+0445)");
        assert_eq!(said(met, "aðt", Lang::En), "it holds odd characters: ð (U+00F0)");
        for usual in ["đạt rồi", "ĐẠT", "chưa rõ – hỏi lại", "Trường Tiểu học số 1"] {
            assert_eq!(odd_letters(usual, Lang::Vi), None, "{usual}");
        }
    }
}
