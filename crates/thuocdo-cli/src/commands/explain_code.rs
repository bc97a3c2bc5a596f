//! `explain-code`: what a code at the end of a message means.

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::{Result, bail};
use clap::Args;
use thuocdo::text::CodeHelp;
use thuocdo::{BlockerCode, Lang, ViolationCode};
use thuocdo_office::folder::FolderCode;
use thuocdo_practice::quality::{QualityRule, Signal};
use thuocdo_tables::TableCode;

use crate::args::{Format, OutputArgs};
use crate::near::distance;
use crate::outcome::Outcome;
use crate::terminal::{lines, plain, stdout};
use crate::words::Word;

/// Arguments of `explain-code`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  thuocdo explain-code points_out_of_range
  thuocdo explain-code")]
pub(crate) struct ExplainCodeArgs {
    /// The code, as in `(points_out_of_range)`; without it, all codes are listed
    #[arg(value_name = "CODE")]
    code: Option<String>,

    #[command(flatten)]
    pub(crate) to: OutputArgs,
}

/// What the answer may be.
pub(crate) const FORMATS: &[Format] = &[Format::Table];

pub(crate) fn run(args: &ExplainCodeArgs, lang: Lang) -> Result<Outcome> {
    let lists = lists();
    let codes = || lists.iter().flat_map(|(_, codes)| codes);
    let Some(wanted) = &args.code else {
        let mut out = stdout::styled();
        let longest = codes().map(|(code, _)| code.len()).max().unwrap_or_default();
        for (code, help) in codes() {
            plain(&mut out, &format!("{code:longest$}  {}", help.meaning(lang)))?;
        }
        out.flush()?;
        return Ok(Outcome::Done);
    };
    // As it stands in a message, brackets and all.
    let plain = wanted.trim_matches(|letter: char| !letter.is_ascii_alphanumeric()).to_ascii_lowercase();
    let Some((code, help)) = codes().find(|(code, _)| **code == *plain) else {
        let near = codes().map(|(code, _)| *code).min_by_key(|code| distance(code, &plain)).unwrap_or_default();
        bail!(Word::NoSuchErrorCode.say(lang, &[("code", wanted), ("near", &near)]));
    };
    let mut out = stdout::styled();
    lines(&mut out, &said(code, *help, lang))?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn said(code: &str, help: CodeHelp, lang: Lang) -> String {
    let wrong = help.wrong().replace('\n', "\n    ");
    let (example, instead) = (Word::CodeWrong.template(lang), Word::CodeInstead.template(lang));
    format!("{code}\n  {}\n\n  {example}\n    {wrong}\n\n  {instead}\n    {}", help.meaning(lang), help.instead(lang))
}

/// Codes of one kind, each with its explanation.
type Codes = Vec<(&'static str, CodeHelp)>;

/// Every code, in the order of the page: of inputs, of recognition, of data quality.
fn lists() -> [(Word, Codes); 4] {
    let violations = ViolationCode::ALL.iter().map(|code| (code.as_str(), code.help()));
    let rows = TableCode::WORDS.iter().map(|(word, code)| (*word, code.help()));
    let folders = FolderCode::WORDS.iter().map(|(word, code)| (*word, code.help()));
    [
        (Word::CodesOfViolations, violations.chain(rows).chain(folders).collect()),
        (Word::CodesOfBlockers, BlockerCode::WORDS.iter().map(|(word, code)| (*word, code.help())).collect()),
        (Word::CodesOfRules, QualityRule::WORDS.iter().map(|(word, rule)| (*word, rule.help())).collect()),
        (Word::CodesOfSignals, Signal::WORDS.iter().map(|(word, signal)| (*word, signal.help())).collect()),
    ]
}

/// The page of all codes, in Markdown.
pub fn page() -> String {
    let in_each = |word: Word| Lang::ALL.map(|lang| word.template(lang)).join(" / ");
    let mut page = format!("# {}\n\n", in_each(Word::CodesTitle));
    for lang in Lang::ALL {
        let command = format!("`{}`", Word::CodesCommand.template(lang));
        let _ = writeln!(page, "{}.\n", Word::CodesIntro.say(lang, &[("command", &command)]));
    }
    for (title, codes) in lists() {
        let _ = writeln!(page, "## {}\n", in_each(title));
        for (code, help) in codes {
            let _ = writeln!(page, "### `{code}`\n\n```text\n{}\n```\n", help.wrong());
            for lang in Lang::ALL {
                let _ = writeln!(page, "- {}. → {}", help.meaning(lang), help.instead(lang));
            }
            page.push('\n');
        }
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}
