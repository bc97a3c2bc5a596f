//! Texts for people, in Vietnamese and English: languages, sentences, pointers in words, reports.
//!
//! Here are the languages, a text in both, and the macro `sentences!`. `place` puts a JSON Pointer into words, `names` lists the first of many
//! names, `shown` makes a text from outside fit to be shown. `report` is a text of blocks and tables, `help` explains a code further.

mod help;
mod names;
mod place;
mod report;
mod shown;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

pub use help::CodeHelp;
#[doc(hidden)]
pub use names::{More, first_names};
#[doc(hidden)]
pub use place::place;
pub use report::{Block, Column, Report, Table};
#[doc(hidden)]
pub use shown::is_hidden;
pub use shown::shown;

/// A language of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language there is.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The language tag: `vi` or `en`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language that a browser asks for in the header `Accept-Language`; Vietnamese if it asks for neither of the two.
    ///
    /// ```
    /// use thuocdo::Lang;
    /// assert_eq!(Lang::of_accept_language("fr, en-GB;q=0.8, vi;q=0.5"), Lang::En);
    /// assert_eq!(Lang::of_accept_language(""), Lang::Vi);
    /// ```
    pub fn of_accept_language(header: &str) -> Lang {
        let wishes = header.split(',').filter_map(|wish| {
            let (tag, quality) = wish.split_once(";q=").unwrap_or((wish, "1"));
            let quality: f32 = quality.trim().parse().ok()?;
            Some((quality, tag.trim().parse::<Lang>().ok()?))
        });
        // Of two languages with the same quality the first one counts.
        let best = wishes.filter(|(quality, _)| *quality > 0.0).reduce(|best, wish| if wish.0 > best.0 { wish } else { best });
        best.map_or_else(Lang::default, |(_, lang)| lang)
    }

    /// The Vietnamese or the English half of a pair.
    pub const fn pick<T: Copy>(self, [vi, en]: [T; 2]) -> T {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Error: no messages in this language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the languages are `vi` and `en`")]
pub struct UnknownLang;

impl Serialize for Lang {
    /// The language tag.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// From a language tag; the region does not matter: `vi`, `en-GB`, `VI`.
    fn from_str(tag: &str) -> Result<Lang, UnknownLang> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.as_str().eq_ignore_ascii_case(language)).ok_or(UnknownLang)
    }
}

/// A title or text of a framework in both languages. Only an overlay may leave out one of them; it is then empty, and the other one stands
/// in for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Text {
    /// English.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub en: String,
    /// Vietnamese.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"\S")))]
    pub vi: String,
}

impl Text {
    /// A text that is written in one language only.
    pub fn only(lang: Lang, text: impl Into<String>) -> Text {
        match lang {
            Lang::Vi => Text { en: String::new(), vi: text.into() },
            Lang::En => Text { en: text.into(), vi: String::new() },
        }
    }

    /// The text in one language; where it is not written in that language, the text in the other one.
    pub fn get(&self, lang: Lang) -> &str {
        let [own, other] = match lang {
            Lang::Vi => [&self.vi, &self.en],
            Lang::En => [&self.en, &self.vi],
        };
        if own.is_empty() { other } else { own }
    }

    /// Whether the text is written in this language.
    pub const fn is_in(&self, lang: Lang) -> bool {
        match lang {
            Lang::Vi => !self.vi.is_empty(),
            Lang::En => !self.en.is_empty(),
        }
    }

    /// The text in both languages: where it is not written in one, it has the words of the other.
    pub(crate) fn in_both_languages(&self) -> Text {
        Text { en: self.get(Lang::En).to_owned(), vi: self.get(Lang::Vi).to_owned() }
    }

    /// The text, made safe to show by [`shown`]: any person may write a framework.
    pub fn shown(&self, lang: Lang) -> Cow<'_, str> {
        shown(self.get(lang))
    }
}

impl Serialize for Text {
    /// An object with the languages in which the text is written.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = [("en", &self.en), ("vi", &self.vi)].into_iter().filter(|(_, text)| !text.is_empty());
        serializer.collect_map(written)
    }
}

/// A remark beside figures, such as a note or the place of a source: in both languages, or one plain text for both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Remark {
    /// In both languages.
    Both(Text),
    /// As one text.
    Plain(String),
}

impl Remark {
    /// The text in one language, or the plain text.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Remark::Both(text) => text.get(lang),
            Remark::Plain(text) => text,
        }
    }

    /// As [`Text::in_both_languages`]; a plain text stays plain.
    pub(crate) fn in_both_languages(&self) -> Remark {
        match self {
            Remark::Both(text) => Remark::Both(text.in_both_languages()),
            Remark::Plain(text) => Remark::Plain(text.clone()),
        }
    }

    /// The text, made safe to show by [`shown`]: any person may write a framework.
    pub fn shown(&self, lang: Lang) -> Cow<'_, str> {
        shown(self.get(lang))
    }
}

impl Default for Remark {
    fn default() -> Remark {
        Remark::Plain(String::new())
    }
}

/// Fills the `{places}` of a template of [`sentences!`](crate::sentences) from `params`.
#[doc(hidden)]
pub fn fill(template: &str, params: &[(&str, &dyn fmt::Display)]) -> String {
    render(template, |name| params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string()))
}

/// Whether two texts can be one sentence in both languages: each one line without a final stop, in composed letters (NFC), and with the
/// same `{places}`. The user's text is in “ ” in Vietnamese, and in backticks in English.
#[doc(hidden)]
pub fn is_pair(vi: &str, en: &str) -> bool {
    let is_sentence = |text: &str| {
        let is_accent = |c| matches!(c, '\u{300}'..='\u{36f}');
        !text.trim().is_empty() && !text.ends_with('.') && !text.contains('\n') && !text.contains(is_accent)
    };
    is_sentence(vi) && is_sentence(en) && !vi.contains('`') && places_of(vi) == places_of(en)
}

/// A program's word that occurs unexplained in a sentence: neither in brackets nor in quotes after its name for people.
#[doc(hidden)]
pub fn unaided<'t>(text: &'t str, vocabulary: &[&str]) -> Option<&'t str> {
    let mut depth = 0_u32;
    let is_bare = |letter: char| {
        match letter {
            '(' | '“' => depth = depth.saturating_add(1),
            ')' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 0 || !(letter.is_alphanumeric() || letter == '_')
    };
    text.split(is_bare).find(|word| vocabulary.contains(word))
}

/// The names between braces.
fn places_of(template: &str) -> BTreeSet<&str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// The sentences of one module, Vietnamese and English side by side, so that nobody can forget one. Each `{place}` has a name. The macro
/// also makes a test that both languages have the same places.
///
/// ```
/// use thuocdo::Lang;
/// thuocdo::sentences! {
///     /// What is said of schools.
///     pub enum Say {
///         Counted: "có {count} trường", "there are {count} schools";
///     }
/// }
/// assert_eq!(Say::Counted.say(Lang::En, &[("count", &3)]), "there are 3 schools");
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! sentences {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($sentence:ident: $vi:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name { $(#[doc = $en] $sentence),+ }

        #[cfg(test)]
        #[test]
        #[expect(non_snake_case, reason = "named as the sentences, of which a module may have two lists")]
        fn $name() {
            $(assert!($crate::text::is_pair($vi, $en), "{}: {} / {}", stringify!($sentence), $vi, $en);)+
        }

        impl $name {
            /// The sentence with empty places.
            $vis const fn template(self, lang: $crate::Lang) -> &'static str {
                match (self, lang) { $(($name::$sentence, $crate::Lang::Vi) => $vi, ($name::$sentence, $crate::Lang::En) => $en),+ }
            }

            /// The sentence with filled places.
            $vis fn say(self, lang: $crate::Lang, params: &[(&str, &dyn std::fmt::Display)]) -> String {
                $crate::text::fill(self.template(lang), params)
            }
        }
    };
}

/// Fills the `{places}` of a template, each made safe by [`shown`]. A place without a value stays visible, so that a mistake is seen.
pub(crate) fn render(template: &str, param: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(template.len().saturating_mul(2));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some(value) = param(name) {
            out.push_str(&shown(&value));
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The text with a large first letter, at the beginning of a line.
#[doc(hidden)]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A count with a mark between thousands: `27.005` in Vietnamese, `27,005` in English.
#[doc(hidden)]
pub fn grouped(count: u64, lang: Lang) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len().saturating_mul(2));
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && digits.len().saturating_sub(nth).is_multiple_of(3) {
            text.push(lang.pick(['.', ',']));
        }
        text.push(digit);
    }
    text
}

/// A number, as it is written with a point, with the decimal sign of a language.
#[doc(hidden)]
pub fn decimal(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

/// The text with a small first letter, for the middle of a sentence.
pub(crate) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The longest part of a user's text that a message repeats, in characters.
const EXCERPT: usize = 80;

/// The beginning of a user's text, short enough for a message.
pub(crate) fn excerpt(text: &str) -> String {
    let mut out: String = text.chars().take(EXCERPT).collect();
    if text.chars().nth(EXCERPT).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Lang, grouped};

    #[test]
    fn thousands_are_parted_as_the_language_does() {
        let told = [7, 256, 1_000, 27_005, 1_234_567].map(|number| grouped(number, Lang::Vi));
        assert_eq!(told, ["7", "256", "1.000", "27.005", "1.234.567"]);
        assert_eq!(grouped(27_005, Lang::En), "27,005");
    }
}
