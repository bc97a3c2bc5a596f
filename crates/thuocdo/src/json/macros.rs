//! Macros by which a type lists its JSON fields once, for both readers.

/// Reads a struct field by field, each under its own name or under the name after `as`. `?` marks a field that may be absent: an absent
/// `value` is `None`, an absent `list` is empty.
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
#[doc(hidden)]
macro_rules! record {
    ($type:ident $(<$($param:ident),+>)? { $($field:ident $(as $name:literal)? $(? $optional:ident)?),+ $(,)? }) => {
        impl $(<$($param: $crate::json::Read + Default),+>)? $type $(<$($param),+>)? {
            /// The names of the fields in JSON.
            const NAMES: &'static [&'static str] = &[$($crate::record!(@name $field $($name)?)),+];

            /// Reads each field of an object.
            fn of_fields(fields: &mut $crate::json::Fields<'_, '_>) -> Self {
                $type { $($field: $crate::record!(@read fields, $crate::record!(@name $field $($name)?) $(, $optional)?)),+ }
            }
        }

        impl $(<$($param: $crate::json::Read + Default),+>)? $crate::json::Read for $type $(<$($param),+>)? {
            fn read<'v>(value: &'v $crate::json::Value<'v>, reader: &mut $crate::json::Reader<'v>) -> Option<Self> {
                reader.object(value, Self::NAMES).map(|mut fields| Self::of_fields(&mut fields))
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@read $fields:ident, $name:expr) => { $fields.required($name) };
    (@read $fields:ident, $name:expr, list) => { $fields.optional($name).unwrap_or_default() };
    (@read $fields:ident, $name:expr, value) => { $fields.optional($name) };
}

/// Lists the fields for the quick reader too, which reads them from a [`Source`](crate::json::Source) in one pass. A helper's method reads
/// a field that is marked `via`:
///
/// `shape!(Place by Helper { code, near via near })` makes `Place::skim_by(source, &mut helper)`.
macro_rules! shape {
    ($type:ident $(<$($param:ident),+>)? { $($field:ident $(as $name:literal)? $(? $optional:ident)?),+ $(,)? }) => {
        $crate::record!($type $(<$($param),+>)? { $($field $(as $name)? $(? $optional)?),+ });

        impl $(<$($param: $crate::json::Skim),+>)? $crate::json::Skim for $type $(<$($param),+>)? {
            fn skim<S: $crate::json::Source>(source: &mut S) -> Option<Self> {
                $(let mut $field = None;)+
                source.object(|source, key| match key {
                    $($crate::record!(@name $field $($name)?) => $crate::json::once(&mut $field, $crate::json::shape!(@skim source $(, $optional)?)),)+
                    _ => None,
                })?;
                Some($type { $($field: $crate::json::shape!(@value $field $(, $optional)?)),+ })
            }

            fn pass<S: $crate::json::Source>(source: &mut S) -> Option<()> {
                $(let mut $field = None;)+
                source.object(|source, key| match key {
                    $($crate::record!(@name $field $($name)?) => {
                        $crate::json::once(&mut $field, $crate::json::shape!(@pass source, |whole: &Self| &whole.$field $(, $optional)?))
                    })+
                    _ => None,
                })?;
                $($crate::json::shape!(@there $field $(, $optional)?);)+
                Some(())
            }
        }
    };
    ($type:ident by $helper:ident { $($field:ident $(? $optional:ident)? $(via $via:ident)?),+ $(,)? }) => {
        $crate::record!($type { $($field $(? $optional)?),+ });

        impl $type {
            /// Reads the fields from a source, some of them with a helper. `None`: the JSON has a fault or an unusual form.
            pub(crate) fn skim_by<S: $crate::json::Source>(source: &mut S, helper: &mut impl $helper) -> Option<Self> {
                $(let mut $field = None;)+
                source.object(|source, key| match key {
                    $(stringify!($field) => $crate::json::once(&mut $field, $crate::json::shape!(@by source, helper $(, $optional)? $(, via $via)?)),)+
                    _ => None,
                })?;
                Some($type { $($field: $crate::json::shape!(@value $field $(, $optional)?)),+ })
            }
        }
    };
    (@by $source:ident, $helper:ident, via $via:ident) => { $helper.$via($source).map(|()| Default::default()) };
    (@by $source:ident, $helper:ident $(, $optional:ident)?) => { $crate::json::shape!(@skim $source $(, $optional)?) };
    (@skim $source:ident) => { $crate::json::Skim::skim($source) };
    (@skim $source:ident, value) => { $source.or_null($crate::json::Skim::skim) };
    (@skim $source:ident, list) => { $source.or_null($crate::json::Skim::skim) };
    (@value $field:ident) => { $field? };
    (@value $field:ident, value) => { $field.flatten() };
    (@value $field:ident, list) => { $field.flatten().unwrap_or_default() };
    (@pass $source:ident, $of:expr) => { $crate::json::pass_one($of, $source) };
    (@pass $source:ident, $of:expr, value) => { $source.or_null(|source| $crate::json::pass_some($of, source)) };
    (@pass $source:ident, $of:expr, list) => { $source.or_null(|source| $crate::json::pass_one($of, source)) };
    (@there $field:ident) => { $field? };
    (@there $field:ident, $optional:ident) => { let _: Option<Option<()>> = $field; };
}

pub(crate) use shape;
