//! What a message says beside its sentence: numbers, texts, points, days, and words with a name in each language.

use serde::{Serialize, Serializer};

use super::Term;
use crate::date::Date;
use crate::points::{Count, Points};
use crate::text::{self, Lang};
use crate::words::Word;

/// A parameter of a message. In JSON a number is a number and a word is stable; messages translate the word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param {
    /// A plain number.
    Number(u64),
    /// Text of the user or of the framework.
    Text(String),
    /// Several such texts.
    List(Vec<String>),
    /// Points.
    Points(Points),
    /// A word of the project.
    Word(Term),
    /// A word with a name for people.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Named(Named),
    /// Several such words.
    #[cfg_attr(feature = "schema", schemars(skip))]
    NamedList(Vec<Named>),
    /// A day.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Date(Date),
}

/// A stable word with its name for people. JSON holds the word; a Vietnamese message has the name first, then the word to type: `công bố
/// kết quả (publish)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    word: String,
    vi: String,
    en: String,
}

impl Named {
    /// A word, and its Vietnamese name, which begins small in the middle of a sentence.
    pub fn new(word: &str, vi: &str) -> Named {
        let vi = if vi == word { word.to_owned() } else { format!("{} ({word})", text::uncapital(vi)) };
        Named { word: word.to_owned(), vi, en: word.to_owned() }
    }

    /// A word for programs, and a complete phrase for people in each language.
    #[doc(hidden)]
    pub fn said(word: String, vi: String, en: String) -> Named {
        Named { word, vi, en }
    }

    /// A JSON Pointer: JSON holds the pointer, people read it in words.
    pub fn place(at: &str) -> Named {
        Named::said(at.to_owned(), text::place(at, Lang::Vi), text::place(at, Lang::En))
    }

    /// The stable word, as in JSON.
    pub fn as_str(&self) -> &str {
        &self.word
    }

    fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl<W: Word> From<W> for Named {
    fn from(word: W) -> Named {
        Named::new(word.as_str(), word.name(Lang::Vi))
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.word)
    }
}

impl Param {
    /// The parameter's text in a message, before [`shown`](crate::text::shown) makes it safe.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Param::Number(number) => number.to_string(),
            Param::Text(text) => text.clone(),
            Param::List(list) if list.is_empty() => "—".to_owned(),
            Param::List(list) => list.join(", "),
            Param::Points(points) => points.text(lang),
            Param::Word(word) => word.name(lang).to_owned(),
            Param::Named(named) => named.text(lang).to_owned(),
            Param::NamedList(list) => list.iter().map(|named| named.text(lang)).collect::<Vec<_>>().join(", "),
            Param::Date(date) => date.text(lang),
        }
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Param {
        Param::Text(text::excerpt(text))
    }
}

impl From<String> for Param {
    fn from(text: String) -> Param {
        Param::from(text.as_str())
    }
}

impl From<Points> for Param {
    fn from(points: Points) -> Param {
        Param::Points(points)
    }
}

impl From<Count> for Param {
    fn from(count: Count) -> Param {
        Param::Number(u64::from(count.get()))
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Param {
        Param::Number(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Param {
        Param::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<Term> for Param {
    fn from(word: Term) -> Param {
        Param::Word(word)
    }
}

impl From<Named> for Param {
    fn from(named: Named) -> Param {
        Param::Named(named)
    }
}

impl From<Vec<Named>> for Param {
    fn from(list: Vec<Named>) -> Param {
        Param::NamedList(list)
    }
}

impl From<Date> for Param {
    fn from(date: Date) -> Param {
        Param::Date(date)
    }
}

impl<T: AsRef<str>> From<Vec<T>> for Param {
    fn from(list: Vec<T>) -> Param {
        Param::List(list.iter().map(|text| text::excerpt(text.as_ref())).collect())
    }
}
