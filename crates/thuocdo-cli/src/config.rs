//! `thuocdo.toml`: what holds for the commands of a folder, so that nobody types it again.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use clap::{Arg, Command};
use thuocdo::{Framework, Lang};
use toml::{Table, Value};

use crate::near::nearest;
use crate::words::Word;

/// The name of the file.
const NAME: &str = "thuocdo.toml";
/// The variable that names another file, or none if it is empty.
const VARIABLE: &str = "THUOCDO_CONFIG";
/// The keys that it may have.
const KEYS: [&str; 6] = ["framework", "overlays", "language", "register", "authority", "deadlines"];

/// What holds where nothing is typed. Paths are those of the file's folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Config {
    /// The language of results and messages.
    pub(crate) language: Option<Lang>,
    framework: Option<OsString>,
    overlays: Vec<OsString>,
    register: Option<OsString>,
    authority: Option<OsString>,
    deadlines: Option<Deadlines>,
}

/// The deadlines that hold.
#[derive(Debug, PartialEq, Eq)]
enum Deadlines {
    /// Those of the framework for a place.
    Scope(OsString),
    /// Those of a file.
    Calendar(OsString),
}

/// The settings that hold for these arguments: of the nearest file, upwards from the first folder or file that they name, else from the
/// working folder. Without a file nothing is set.
pub(crate) fn of(arguments: &[OsString], lang: Lang) -> Result<Config> {
    let file = match env::var_os(VARIABLE) {
        Some(file) if file.is_empty() => None,
        Some(file) => Some(PathBuf::from(file)),
        None => named(arguments).and_then(|folder| above(&folder)).or_else(|| env::current_dir().ok().and_then(|folder| above(&folder))),
    };
    let Some(file) = file else { return Ok(Config::default()) };
    let text = fs::read_to_string(&file).with_context(|| Word::CannotRead.say(lang, &[("file", &file.display())]))?;
    Config::read(&text, &file, lang)
}

/// The folder of the first input that the arguments name.
fn named(arguments: &[OsString]) -> Option<PathBuf> {
    let behind = arguments.iter().skip(1);
    let is_output = |word: &OsString| word == "-o" || word == "--output";
    let words = arguments.iter().zip(behind).skip(1).filter(|(before, word)| !is_output(before) && !word.as_encoded_bytes().starts_with(b"-"));
    let path = words.map(|(_, word)| Path::new(word)).find(|path| path.exists())?.canonicalize().ok()?;
    if path.is_dir() { Some(path) } else { path.parent().map(Path::to_owned) }
}

/// The nearest file of settings, from a folder upwards.
fn above(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file())
}

impl Config {
    fn read(text: &str, file: &Path, lang: Lang) -> Result<Config> {
        let name = file.display();
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
            anyhow::Error::msg(Word::ConfigNotToml.say(lang, &[("file", &name), ("line", &line), ("reason", &error.message())]))
        })?;
        let folder = file.parent().unwrap_or(Path::new(""));
        let mut config = Config::default();
        for (key, value) in &table {
            let text = || match value {
                Value::String(text) if !text.trim().is_empty() => Ok(text.as_str()),
                _ => bail!(Word::ConfigNotText.say(lang, &[("file", &name), ("key", key)])),
            };
            let path = |text: &str| folder.join(text).into_os_string();
            match key.as_str() {
                "framework" => {
                    let id = text()?;
                    let is_shipped = Framework::shipped_ids().any(|known| known == id);
                    config.framework = Some(if is_shipped { id.into() } else { path(id) });
                }
                "overlays" => {
                    let Value::Array(files) = value else { bail!(Word::ConfigNotList.say(lang, &[("file", &name), ("key", key)])) };
                    let files = files.iter().map(|file| file.as_str().map(path));
                    let Some(files) = files.collect() else { bail!(Word::ConfigNotList.say(lang, &[("file", &name), ("key", key)])) };
                    config.overlays = files;
                }
                "language" => {
                    let Ok(language) = text()?.parse() else { bail!(Word::ConfigNoLanguage.say(lang, &[("file", &name), ("language", &text()?)])) };
                    config.language = Some(language);
                }
                "register" => config.register = Some(path(text()?)),
                "authority" => config.authority = Some(text()?.into()),
                "deadlines" => {
                    let typed = text()?;
                    let is_file = folder.join(typed).is_file();
                    config.deadlines = Some(if is_file { Deadlines::Calendar(path(typed)) } else { Deadlines::Scope(typed.into()) });
                }
                _ => {
                    let told = Word::ConfigUnknownKey.say(lang, &[("file", &name), ("key", key)]);
                    bail!(match nearest(key, KEYS) {
                        Some(near) => format!("{told}; {}", Word::UsageNear.say(lang, &[("near", &near)])),
                        None => format!("{told}; {}", Word::UsageAccepted.say(lang, &[("accepted", &KEYS.join(", "))])),
                    });
                }
            }
        }
        Ok(config)
    }

    /// The command line with the settings as defaults: what is typed comes before them. A framework that is typed goes without the overlays
    /// of the settings, which were made for another.
    pub(crate) fn beneath(&self, mut line: Command, arguments: &[OsString]) -> Command {
        if *self == Config::default() {
            return line;
        }
        let is_typed = |option: &str| {
            let typed = |word: &OsString| {
                word == option || word.to_str().is_some_and(|word| word.strip_prefix(option).is_some_and(|rest| rest.starts_with('=')))
            };
            arguments.iter().take_while(|word| *word != "--").any(typed)
        };
        let overlays: &[OsString] = if is_typed("--framework") { &[] } else { &self.overlays };
        let deadlines = self.deadlines.as_ref().filter(|_| !is_typed("--scope") && !is_typed("--calendar"));
        // Of the papers only a department's report has a register, and a form that goes to one file is of no institution.
        let is_report = arguments.iter().any(|word| word.to_string_lossy().ends_with("bao-cao"));
        let is_one_file = arguments
            .windows(2)
            .any(|words| matches!(words, [option, file] if (option == "-o" || option == "--output") && Path::new(file).extension().is_some()));
        let names: Vec<String> = line.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
        for name in names {
            let has_register = match name.as_str() {
                "report" => is_report,
                "form" => !is_one_file,
                _ => true,
            };
            let register = self.register.as_ref().filter(|_| has_register);
            line = line.mut_subcommand(name, |inner| self.beneath_one(inner, overlays, deadlines, register));
        }
        line
    }

    fn beneath_one(&self, command: Command, overlays: &[OsString], deadlines: Option<&Deadlines>, register: Option<&OsString>) -> Command {
        // A framework has a default wherever it is measured by one.
        let measures = command.get_arguments().any(|arg| arg.get_long() == Some("framework") && !arg.get_default_values().is_empty());
        let set = |arg: Arg, value: Option<&OsString>| match value {
            Some(value) => arg.default_value(value.clone()),
            None => arg,
        };
        let mut command = command.mut_args(|arg| match arg.get_long() {
            Some("framework") if measures => set(arg, self.framework.as_ref()),
            Some("overlay") if measures && !overlays.is_empty() => arg.default_values(overlays.iter().cloned()),
            Some("register") => set(arg, register),
            Some("authority") => set(arg, self.authority.as_ref()),
            Some("scope") => match deadlines {
                Some(Deadlines::Scope(scope)) => arg.default_value(scope.clone()),
                _ => arg,
            },
            Some("calendar") => match deadlines {
                Some(Deadlines::Calendar(file)) => arg.default_value(file.clone()),
                _ => arg,
            },
            _ => arg,
        });
        let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
        for name in names {
            command = command.mut_subcommand(name, |inner| self.beneath_one(inner, overlays, deadlines, register));
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    fn read(text: &str) -> Result<Config, String> {
        Config::read(text, Path::new("/nam/thuocdo.toml"), Lang::En).map_err(|error| error.to_string())
    }

    #[test]
    fn every_key_is_read_and_paths_are_of_its_folder() {
        let text = "framework = \"moet-4725-2022\"\noverlays = [\"a.json\", \"/b.json\"]\nlanguage = \"en\"\nregister = \"danh-sach.csv\"\n\
                    authority = \"Sở (ví dụ giả định)\"\ndeadlines = \"hai-phong-2023\"\n";
        let config = Config {
            language: Some(Lang::En),
            framework: Some("moet-4725-2022".into()),
            overlays: vec!["/nam/a.json".into(), "/b.json".into()],
            register: Some("/nam/danh-sach.csv".into()),
            authority: Some("Sở (ví dụ giả định)".into()),
            deadlines: Some(Deadlines::Scope("hai-phong-2023".into())),
        };
        assert_eq!(read(text), Ok(config));
        assert_eq!(read(""), Ok(Config::default()));
        assert_eq!(read("framework = \"riêng.json\"").map(|config| config.framework), Ok(Some("/nam/riêng.json".into())));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_key_or_line() {
        for (text, told) in [
            ("frmework = \"x\"", "is it framework?"),
            ("colour = true", "one of: framework, overlays"),
            ("framework = 7", "framework"),
            ("overlays = \"a.json\"", "overlays"),
            ("overlays = [1]", "overlays"),
            ("language = \"fr\"", "`fr`"),
            ("framework = \"a\"\nregister = ", "line 2"),
        ] {
            let error = read(text).expect_err(text);
            assert!(error.contains(told) && error.contains("thuocdo.toml"), "{text}: {error}");
        }
    }

    #[test]
    fn the_first_input_is_no_output_and_no_option() {
        let folder = tempfile::tempdir().expect("a folder");
        let (input, output) = (folder.path().join("in"), folder.path().join("out"));
        for made in [&input, &output] {
            fs::create_dir(made).expect("made");
        }
        let words: Vec<OsString> = ["thuocdo".as_ref(), "score".as_ref(), "-o".as_ref(), output.as_os_str(), "--details".as_ref(), input.as_os_str()]
            .map(OsStr::to_owned)
            .to_vec();
        assert_eq!(named(&words), Some(input.canonicalize().expect("there")));
        assert_eq!(named(&words[..5]), None);
        fs::write(folder.path().join(NAME), "").expect("written");
        assert_eq!(above(&input), Some(folder.path().join(NAME)));
    }
}
