//! What a cell says of who is assessed, when and by whom.

use std::borrow::Cow;

use super::{Cell, folded};
use crate::assessment::{InstitutionType, Stream};
use crate::json::Value;
use crate::text::Lang;

/// What the cells of a column that holds no facts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A day.
    Date,
    /// A code or a name: any text.
    Name,
    /// Self or external.
    Stream,
    /// A kind of institution.
    Type,
}

impl Who {
    /// Every such column: its name, and the place in an assessment of what it says, as a JSON Pointer.
    pub const COLUMNS: [(&'static str, &'static str, Who); 6] = [
        ("institution.code", "/institution/code", Who::Name),
        ("institution.name", "/institution/name", Who::Name),
        ("institution.type", "/institution/type", Who::Type),
        ("period", "/period", Who::Name),
        ("stream", "/stream", Who::Stream),
        ("assessed_on", "/assessed_on", Who::Date),
    ];

    /// The words that it takes, each with what people call it; none where it takes any text, or a day.
    pub fn words(self, lang: Lang) -> Vec<(&'static str, &'static str)> {
        match self {
            Who::Type => InstitutionType::WORDS.iter().map(|(word, kind)| (*word, kind.name(lang))).collect(),
            Who::Stream => Stream::WORDS.iter().map(|(word, stream)| (*word, stream.name(lang))).collect(),
            Who::Date | Who::Name => Vec::new(),
        }
    }

    /// The cell as an assessment says it.
    ///
    /// ```
    /// use thuocdo::cell::{Cell, Who};
    /// use thuocdo::json::Value;
    /// let value = |who: Who, cell| Cell::text(cell).map(|cell| who.value(cell));
    /// assert_eq!(value(Who::Type, "tiểu  học"), Some(Value::Text("primary".into())));
    /// assert_eq!(value(Who::Date, "5/9/2023"), Some(Value::Text("2023-09-05".into())));
    /// ```
    pub fn value(self, cell: Cell<'_>) -> Value<'_> {
        match (self, cell) {
            // Codes are opaque texts; a spreadsheet may have made a number of one.
            (Who::Name, Cell::Number(number)) => Value::Text(number.to_string().into()),
            (Who::Stream | Who::Type, Cell::Text(text)) => {
                let wanted = folded(&text);
                let others = InstitutionType::WORDS.iter().flat_map(|(word, kind)| kind.other_names().iter().map(|name| (*word, *name)));
                let others = others.filter(|_| self == Who::Type);
                let known = Lang::ALL.into_iter().flat_map(|lang| self.words(lang)).chain(others).find(|(_, name)| folded(name) == wanted);
                Value::Text(known.map_or(text, |(word, _)| Cow::Borrowed(word)))
            }
            (Who::Date, Cell::Text(text)) => Value::Text(day_first(&text).map_or(text, Cow::Owned)),
            (_, cell) => cell.value(),
        }
    }
}

/// `12/10/2023`, as people in Vietnam write 12 October, as `2023-10-12`.
fn day_first(text: &str) -> Option<String> {
    let mut parts = text.split(['/', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, least: usize, most: usize| (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = parts.next().is_none() && digits(day, 1, 2) && digits(month, 1, 2) && digits(year, 4, 4);
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Number;

    fn value(who: Who, text: &str) -> Value<'_> {
        Cell::text(text).map_or(Value::Null, |cell| who.value(cell))
    }

    #[test]
    fn days_come_before_months() {
        assert_eq!(value(Who::Date, "5/9/2023"), Value::Text("2023-09-05".into()));
        assert_eq!(value(Who::Date, "2023-09-05"), Value::Text("2023-09-05".into()));
        assert_eq!(value(Who::Date, "30/2/2023"), Value::Text("2023-02-30".into()));
    }

    #[test]
    fn a_code_that_a_spreadsheet_made_a_number_is_a_text_again() {
        for number in [Number::from_f64(310_042.0), Number::from(310_042_u64)] {
            assert_eq!(Who::Name.value(Cell::Number(number)), Value::Text("310042".into()));
        }
    }

    #[test]
    fn kinds_of_institutions_are_known_by_their_short_names() {
        let names = [("TH", "primary"), ("thcs", "lower_secondary"), ("THPT", "upper_secondary"), ("GDTX", "continuing")];
        for (name, word) in names.into_iter().chain(["Phổ thông có nhiều cấp học", "Nhiều cấp học", "liên cấp"].map(|name| (name, "multi_level")))
        {
            assert_eq!(value(Who::Type, name), Value::Text(word.into()), "{name}");
        }
        assert_eq!(value(Who::Stream, "TH"), Value::Text("TH".into()));
    }

    #[test]
    fn words_are_known_in_both_languages_and_others_stay() {
        for text in ["external", "Đánh giá ngoài", "ĐÁNH GIÁ NGOÀI", "external assessment"] {
            assert_eq!(value(Who::Stream, text), Value::Text("external".into()), "{text}");
        }
        assert_eq!(value(Who::Stream, "ai đó"), Value::Text("ai đó".into()));
        assert_eq!(Who::Type.value(Cell::Bool(true)), Value::Bool(true));
    }
}
