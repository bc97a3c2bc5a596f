//! Enums of words: each variant has a stable word for JSON, and a name in Vietnamese and English.

use crate::text::Lang;

/// An enum of stable words, made by `words!`.
pub trait Word: Copy + 'static {
    /// Every variant with its stable word.
    const WORDS: &'static [(&'static str, Self)];

    /// The stable word, as in JSON.
    fn as_str(self) -> &'static str;

    /// The name for people, or the stable word if it has no name.
    fn name(self, lang: Lang) -> &'static str;

    /// The variant with this stable word.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
    }
}

/// Error: the text is none of the enum's stable words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of the words that are accepted here")]
pub struct UnknownWord;

/// Makes an enum of words. Each variant has a stable word for JSON and, if people use it, a name in Vietnamese and English.
/// ```
/// thuocdo::words! {
///     /// A season.
///     #[derive(Default)]
///     pub enum Season {
///         /// The warm one.
///         #[default]
///         Summer = "summer" ("mùa hè", "summer"),
///         /// The cold one.
///         Winter = "winter" ("mùa đông", "winter"),
///     }
/// }
/// assert_eq!(Season::Winter.as_str(), "winter");
/// assert_eq!(Season::Winter.name(thuocdo::Lang::Vi), "mùa đông");
/// assert_eq!("summer".parse(), Ok(Season::Summer));
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! words {
    (@names $word:literal) => { [$word, $word] };
    (@names $word:literal $vi:literal, $en:literal) => { [$vi, $en] };
    ($(#[$($meta:tt)*])* $vis:vis enum $name:ident { $($(#[$($of_variant:tt)*])* $variant:ident = $word:literal $(($vi:literal, $en:literal))?,)+ }) => {
        $(#[$($meta)*])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$($of_variant)*])* $variant,)+
        }

        impl $name {
            /// Every variant with its stable word.
            $vis const WORDS: &'static [(&'static str, $name)] = &[$(($word, $name::$variant)),+];

            /// The stable word, as in JSON.
            $vis const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The name for people, or the stable word if it has no name.
            $vis const fn name(self, lang: $crate::Lang) -> &'static str {
                lang.pick(match self { $($name::$variant => $crate::words!(@names $word $($vi, $en)?)),+ })
            }
        }

        impl $crate::Word for $name {
            const WORDS: &'static [(&'static str, $name)] = $name::WORDS;

            fn as_str(self) -> &'static str {
                $name::as_str(self)
            }

            fn name(self, lang: $crate::Lang) -> &'static str {
                $name::name(self, lang)
            }
        }

        impl ::std::fmt::Display for $name {
            /// The stable word.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad($name::as_str(*self))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            /// From the stable word.
            fn from_str(word: &str) -> Result<$name, $crate::UnknownWord> {
                <$name as $crate::Word>::of(word).ok_or($crate::UnknownWord)
            }
        }

        impl $crate::private::Serialize for $name {
            /// The stable word.
            fn serialize<S: $crate::private::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($name::as_str(*self))
            }
        }

        $crate::words_schema!($name, [$([$($meta)*])*], $($word [$([$($of_variant)*])*],)+);
    };
}

/// The JSON Schema of `words!`: a string that is one of the words, each with its doc comment.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
#[doc(hidden)]
macro_rules! words_schema {
    (@doc [doc = $line:literal]) => { $line };
    (@doc [$($other:tt)*]) => { "" };
    ($name:ident, [$($meta:tt)*], $($word:literal [$($of_variant:tt)*],)+) => {
        impl $crate::private::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut $crate::private::schemars::SchemaGenerator) -> $crate::private::schemars::Schema {
                $crate::private::schema_of_words(
                    &[$($crate::words_schema!(@doc $meta)),*],
                    &[$(($word, &[$($crate::words_schema!(@doc $of_variant)),*])),+],
                )
            }
        }
    };
}

/// No schema without the feature `schema`.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
#[doc(hidden)]
macro_rules! words_schema {
    ($($any:tt)*) => {};
}

/// A string that is one of some words, each with the lines of its doc comment.
#[doc(hidden)]
#[cfg(feature = "schema")]
pub fn schema_of_words(about: &[&str], words: &[(&str, &[&str])]) -> schemars::Schema {
    let lines = |lines: &[&str]| lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let variants = words.iter().map(|(word, doc)| serde_json::json!({ "description": lines(doc), "type": "string", "const": word }));
    schemars::json_schema!({ "description": lines(about), "oneOf": variants.collect::<Vec<_>>() })
}
