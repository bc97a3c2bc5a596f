//! How the crates of this project say what a type reads, once.

/// Reads a struct field by field, each under its own name or one given with `as`. `?` marks what may be left out: a `value` is then an
/// `Option`, a `list` empty.
///
/// ```
/// use thuocdo::json::{Reader, Value};
/// #[derive(Default)]
/// struct Place { code: String, kind: Option<String>, near: Vec<String> }
/// thuocdo::record!(Place { code, kind as "type" ? value, near ? list });
///
/// let value = Value::parse(br#"{ "code": "31", "type": 7 }"#)?;
/// let (place, violations) = Reader::whole::<Place>(&value);
/// assert_eq!(place.unwrap_or_default().code, "31");
/// assert_eq!(violations.iter().next().map(|violation| violation.at()), Some("/type"));
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[macro_export]
macro_rules! record {
    ($type:ident { $($field:ident $(as $name:literal)? $(? $optional:ident)?),+ $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read<'v>(value: &'v $crate::json::Value<'v>, reader: &mut $crate::json::Reader<'v>) -> Option<Self> {
                let mut fields = reader.object(value, &[$($crate::record!(@name $field $($name)?)),+])?;
                Some($type { $($field: $crate::record!(@read fields, $crate::record!(@name $field $($name)?) $(, $optional)?)),+ })
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@read $fields:ident, $name:expr) => { $fields.required($name) };
    (@read $fields:ident, $name:expr, list) => { $fields.optional($name).unwrap_or_default() };
    (@read $fields:ident, $name:expr, value) => { $fields.optional($name) };
}

/// An enum of a few words, each with its stable form in JSON and, where people speak of it, what they call it in Vietnamese and English.
///
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
/// ```
#[macro_export]
macro_rules! words {
    (@names $word:literal) => { ($word, $word) };
    (@names $word:literal $vi:literal, $en:literal) => { ($vi, $en) };
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$of_variant:meta])* $variant:ident = $word:literal $(($vi:literal, $en:literal))?,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$of_variant])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one there is, with its stable word.
            $vis const WORDS: &'static [(&'static str, $name)] = &[$(($word, $name::$variant)),+];

            /// The stable word, as in JSON.
            $vis const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// What people call it; the stable word where they have no name for it.
            $vis const fn name(self, lang: $crate::Lang) -> &'static str {
                let (vi, en) = match self { $($name::$variant => $crate::words!(@names $word $($vi, $en)?)),+ };
                match lang {
                    $crate::Lang::Vi => vi,
                    $crate::Lang::En => en,
                }
            }
        }

        impl From<$name> for $crate::Named {
            fn from(word: $name) -> $crate::Named {
                $crate::Named::new(word.as_str(), word.name($crate::Lang::Vi))
            }
        }

        impl $crate::json::Read for $name {
            fn read<'v>(value: &'v $crate::json::Value<'v>, reader: &mut $crate::json::Reader<'v>) -> Option<Self> {
                $crate::json::word(value, reader, $name::WORDS)
            }
        }
    };
}
