//! The language that results and errors are in.

use std::ffi::OsString;

use clap::ValueEnum;
use thuocdo::Lang;

/// The languages of results and errors: Vietnamese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Vi,
    En,
}

/// The language of the arguments, else of `THUOCDO_LANG`, else of the folder's settings, else of the locale. It is known before clap reads
/// the arguments, because help and usage errors are in it too.
pub(crate) fn asked_for(arguments: &[OsString], variable: impl Fn(&str) -> Option<OsString>, by_config: Option<Lang>) -> Lang {
    let of_tag = |tag: &str| Lang::ALL.into_iter().find(|lang| tag.to_ascii_lowercase().starts_with(lang.as_str()));
    let mut asked = None;
    let mut words = arguments.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let tag = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=").map(|tag| tag.to_owned().into()) };
        asked = tag.and_then(|tag| tag.parse().ok()).or(asked);
    }
    let said = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty());
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said).and_then(|locale| of_tag(&locale));
    asked.or_else(|| said("THUOCDO_LANG").and_then(|tag| of_tag(&tag))).or(by_config).or_else(locale).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], environment: &[(&str, &str)]) -> Lang {
        with(None, arguments, environment)
    }

    fn with(by_config: Option<Lang>, arguments: &[&str], environment: &[(&str, &str)]) -> Lang {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        asked_for(&arguments, |name| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()), by_config)
    }

    #[test]
    fn the_settings_come_behind_the_variable_and_before_the_locale() {
        assert_eq!(with(Some(Lang::En), &[], &[("LANG", "vi_VN.UTF-8")]), Lang::En);
        assert_eq!(with(Some(Lang::En), &[], &[("THUOCDO_LANG", "vi")]), Lang::Vi);
        assert_eq!(with(Some(Lang::En), &["thuocdo", "--lang", "vi"], &[]), Lang::Vi);
    }

    #[test]
    fn the_argument_comes_before_the_variable_and_that_before_the_locale() {
        let all = [("THUOCDO_LANG", "vi"), ("LC_ALL", "en_US.UTF-8"), ("LANG", "vi_VN.UTF-8")];
        assert_eq!(of(&["thuocdo", "score", "--lang", "en"], &all), Lang::En);
        assert_eq!(of(&["thuocdo", "--lang=en"], &all), Lang::En);
        assert_eq!(of(&["thuocdo", "--", "--lang=en"], &all), Lang::Vi);
        assert_eq!(of(&["thuocdo"], &all), Lang::Vi);
        assert_eq!(of(&["thuocdo"], &all[1..]), Lang::En);
        assert_eq!(of(&["thuocdo"], &all[2..]), Lang::Vi);
    }

    #[test]
    fn what_says_nothing_is_passed_over_and_other_languages_are_vietnamese() {
        assert_eq!(of(&[], &[("THUOCDO_LANG", ""), ("LC_ALL", ""), ("LANG", "en_GB")]), Lang::En);
        assert_eq!(of(&[], &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]), Lang::Vi);
        assert_eq!(of(&[], &[("LC_ALL", "fr_FR.UTF-8")]), Lang::Vi);
        assert_eq!(of(&["--lang", "fr"], &[]), Lang::Vi);
        assert_eq!(of(&[], &[]), Lang::Vi);
    }
}
