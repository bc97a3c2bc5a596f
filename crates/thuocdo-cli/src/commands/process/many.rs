//! The cases of many institutions.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer, ViolationCode};
use thuocdo_office::Folder;
use thuocdo_office::acts::{Cases, Deed, Reason};
use thuocdo_practice::process::{Act, Case};

use super::ProcessArgs;
use crate::args::Format;
use crate::input::{NotAllRead, calendar, case, folder, framework, register};
use crate::near;
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Item, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Prints where many cases stand, or makes and moves them on.
pub(super) fn run(args: &ProcessArgs, lang: Lang) -> Result<Outcome> {
    let goes_with = |argument: &str, other: &str| Word::GoesWith.say(lang, &[("argument", &argument), ("other", &other)]);
    if args.new.institution_code.is_some() {
        bail!(goes_with("--institution-code", "--new"));
    }
    let is_written = args.new.new || args.event.add.is_some() || !args.which.from.is_empty();
    if args.case.is_none() && !args.new.new {
        bail!(Word::NoCase.template(lang));
    }
    if args.output.is_some() && !is_written {
        bail!(Word::NothingToWrite.template(lang));
    }
    let scorer = framework::scorer(&args.framework, lang)?;
    let found = folder::read(&folder::expanded(&args.which.from, lang)?, None, None, &scorer, lang)?;
    let register = match register::load(args.register.as_deref(), lang)? {
        Some(register) => Some(register),
        None => found.register.clone(),
    };
    let mut cases = Cases::new(&scorer, register.as_ref(), args.new.period.as_deref());
    let mut told = Tally::of(args.format);
    let (files, all_read) = args.cases(&mut cases, &mut told, lang)?;
    let is_replaced = is_written && args.output.is_some() && args.output == args.case;
    // What could not be read of the file would be lost.
    let all_read = if is_replaced && !args.case.as_deref().is_some_and(Path::is_dir) { all_read.map(Ok)? } else { all_read };
    if told.refused > 0 && is_replaced {
        let name = args.output.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
        stderr::say(&Word::CasesNotReplaced.say(lang, &[("file", &name), ("count", &told.refused)]));
        told.print_refused()?;
        return Ok(Outcome::SomeRefused);
    }
    told.refused += forms(&found, &mut cases, lang);
    if args.new.new && cases.begin_all().is_err() {
        bail!(goes_with("--new", "--period"));
    }
    if !is_written {
        let outcome = args.stand(&cases, told, &scorer, lang)?;
        all_read?;
        return Ok(outcome);
    }
    // A plan begins a case; and the register, where there is one, says which codes there are.
    let begins = args.event.add == Some(Act::Plan) || register.is_some();
    let unknown = if begins { Vec::new() } else { args.unknown(&cases, lang) };
    for deed in args.deeds(&found, &cases).iter().filter(|deed| !unknown.iter().any(|(code, _)| *code == deed.code)) {
        cases.act(deed);
    }
    for (_, sentence) in &unknown {
        told.refused += 1;
        stderr::say(sentence);
    }
    let report = cases.report();
    let of_files = files.into_iter().map(Some).chain(std::iter::repeat(None));
    let item = |((case, is_changed), file): ((&Case, bool), Option<PathBuf>)| Item {
        code: case.institution.code.clone(),
        file,
        is_changed,
        text: case.to_json(),
    };
    let items: Vec<Item> = cases.iter().zip(of_files).map(item).collect();
    output::write_many(args.output.as_deref(), args.case.as_deref(), &items, args.force, lang)?;
    if args.output.is_some() {
        output::answer_in_short(args.format, || report.screen(lang), || report.report(lang), || report.to_json(lang), lang)?;
    } else {
        // The cases are on standard output.
        stderr::say(report.screen(lang).to_string().trim_end());
    }
    if report.refused.iter().any(|refused| matches!(&refused.reason, Reason::Procedure(faults) if faults.has(ViolationCode::AssessmentMissing))) {
        stderr::say(Word::AddForms.template(lang));
    }
    all_read?;
    Ok(if report.refused.is_empty() { Outcome::of(told.refused) } else { Outcome::SomeRefused })
}

/// Hands the forms that were read to the cases, and prints what was refused. Returns how many were.
fn forms(found: &Folder, cases: &mut Cases<'_>, lang: Lang) -> u64 {
    let mut refused = 0;
    for row in &found.refused {
        refused += 1;
        stderr::say(&row.line(lang));
    }
    for form in &found.forms {
        let place = form.at.text(lang);
        if !cases.add_form(&place, form.assessment.clone(), form.stream) {
            refused += 1;
            stderr::say(&Word::FormWithoutCode.say(lang, &[("place", &place)]));
        }
    }
    refused
}

impl ProcessArgs {
    /// Reads the cases. Returns the file of each; those that are refused are counted.
    fn cases(&self, cases: &mut Cases<'_>, told: &mut Tally, lang: Lang) -> Result<(Vec<PathBuf>, Result<(), NotAllRead>)> {
        let Some(path) = &self.case else { return Ok((Vec::new(), Ok(()))) };
        let (case::Cases { found, refused }, all_read) = case::read_many(path, lang)?;
        for (place, violations) in &refused {
            told.refused += 1;
            told.note(|| refused_file(place, violations, lang));
        }
        let mut files = Vec::new();
        for case::Found { case, file, place } in found {
            let (institution, period) = (case.institution.code.clone(), case.period.clone());
            if cases.add(case) {
                files.push(file);
            } else {
                told.refused += 1;
                stderr::say(&Word::CaseTwice.say(lang, &[("file", &place), ("institution", &institution), ("period", &period)]));
            }
        }
        Ok((files, all_read))
    }

    /// The codes that were typed and that no case has, each with the sentence about it.
    fn unknown(&self, cases: &Cases<'_>, lang: Lang) -> Vec<(String, String)> {
        near::unknown(&self.which.code, &cases.codes(), lang)
    }

    /// What is to be done: the rows of the sheets of events, or one act for the cases that are meant.
    fn deeds(&self, found: &Folder, cases: &Cases<'_>) -> Vec<Deed> {
        let Some(act) = self.event.add else {
            let is_meant = |deed: &Deed| self.which.code.is_empty() || self.which.code.contains(&deed.code);
            return found.events.iter().map(Deed::from).filter(is_meant).collect();
        };
        let codes = if self.which.code.is_empty() { cases.codes() } else { self.which.code.clone() };
        let event = &self.event;
        let deed = |code| Deed {
            act,
            body: event.body.clone(),
            code,
            is_for_all: self.which.code.is_empty(),
            name: event.name.clone(),
            note: event.note.clone(),
            on: event.on.unwrap_or_default(),
            role: event.role,
            ..Deed::default()
        };
        codes.into_iter().map(deed).collect()
    }

    /// Prints where the cases stand.
    fn stand(&self, cases: &Cases<'_>, mut told: Tally, scorer: &LocalScorer, lang: Lang) -> Result<Outcome> {
        let (mut standings, faulty) = cases.standings(&calendar::load(&self.deadlines, scorer, lang)?, self.as_of);
        for (position, violations) in faulty {
            told.refused += 1;
            let name = cases.iter().nth(position).map(|(case, _)| format!("{} {}", case.institution.code, case.name())).unwrap_or_default();
            case::refuse(&name, &violations, lang);
            told.note(|| refused_file(&name, &violations, lang));
        }
        for (_, sentence) in self.unknown(cases, lang) {
            told.refused += 1;
            stderr::say(&sentence);
        }
        if !self.which.all {
            standings.only(&self.which.code);
        }
        if standings.cases.is_empty() && told.refused > 0 && self.format == Format::Json {
            told.print_refused()?;
        } else {
            output::answer(self.format, || standings.report(lang), || standings.to_json(), lang)?;
        }
        Ok(Outcome::of(told.refused))
    }
}
