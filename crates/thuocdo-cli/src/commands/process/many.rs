//! The cases of many institutions.

use std::path::PathBuf;

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer, Stream};
use thuocdo_office::acts::{Cases, Deed};
use thuocdo_practice::process::Act;

use super::ProcessArgs;
use crate::input::{self, Record, Visitor, case, framework, register};
use crate::outcome::Outcome;
use crate::output::{self, Item, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Prints where many cases stand, or makes and moves them on.
pub(super) fn run(args: &ProcessArgs, lang: Lang) -> Result<Outcome> {
    let goes_with = |argument: &str, other: &str| Word::GoesWith.say(lang, &[("argument", &argument), ("other", &other)]);
    if args.new.institution_code.is_some() {
        bail!(goes_with("--institution-code", "--new"));
    }
    let is_written = args.new.new || args.event.add.is_some() || args.which.events.is_some();
    if args.case.is_none() && !args.new.new {
        bail!(Word::NoCase.template(lang));
    }
    if args.output.is_some() && !is_written {
        bail!(Word::NothingToWrite.template(lang));
    }
    let scorer = framework::scorer(&args.framework, lang)?;
    let register = register::load(args.register.as_deref(), lang)?;
    let mut cases = Cases::new(&scorer, register.as_ref(), args.new.period.as_deref());
    let (files, mut refused) = args.cases(&mut cases, lang)?;
    refused += args.forms(&mut cases, &scorer, lang)?;
    if args.new.new && cases.begin_all().is_err() {
        bail!(goes_with("--new", "--period"));
    }
    if !is_written {
        return args.stand(&cases, refused, &scorer, lang);
    }
    for deed in args.deeds(&cases, lang)? {
        cases.act(&deed);
    }
    let report = cases.report();
    let of_files = files.into_iter().map(Some).chain(std::iter::repeat(None));
    let item = |((case, is_changed), file)| -> Item {
        let case: &thuocdo_practice::process::Case = case;
        Item { code: case.institution.code.clone(), file, is_changed, text: case.to_json() }
    };
    let items: Vec<Item> = cases.iter().zip(of_files).map(item).collect();
    output::write_many(args.output.as_deref(), args.case.as_deref(), &items, args.force, lang)?;
    if args.output.is_some() {
        output::print(args.format, || report.report(lang), || report.to_json(lang))?;
    } else {
        // The cases are on standard output.
        stderr::say(report.report(lang).to_string().trim_end());
    }
    Ok(if report.refused.is_empty() { Outcome::of(refused) } else { Outcome::SomeRefused })
}

impl ProcessArgs {
    /// Reads the cases. Returns the file of each, and how many are refused; standard error then says why.
    fn cases(&self, cases: &mut Cases<'_>, lang: Lang) -> Result<(Vec<PathBuf>, u64)> {
        let Some(path) = &self.case else { return Ok((Vec::new(), 0)) };
        let (found, mut refused) = case::read_many(path, lang)?;
        let mut files = Vec::new();
        for case::Found { case, file, place } in found {
            let (institution, period) = (case.institution.code.clone(), case.period.clone());
            if cases.add(case) {
                files.push(file);
            } else {
                refused += 1;
                stderr::say(&Word::CaseTwice.say(lang, &[("file", &place), ("institution", &institution), ("period", &period)]));
            }
        }
        Ok((files, refused))
    }

    /// Reads the forms that acts rest on. Returns how many are refused; standard error then says why.
    fn forms(&self, cases: &mut Cases<'_>, scorer: &LocalScorer, lang: Lang) -> Result<u64> {
        if self.event.assessment.is_empty() {
            return Ok(0);
        }
        let otherwise = if self.event.add == Some(Act::ExternallyAssess) { Stream::External } else { Stream::SelfAssessment };
        let mut forms = Forms { cases, otherwise, scorer, lang, tally: Tally::default() };
        let read = input::read_files(&self.event.assessment, input::How::default(), scorer, lang, &mut forms);
        let refused = forms.tally.refused;
        match read {
            Ok(()) => Ok(refused),
            // One file that cannot be read does not stop the others.
            Err(error) => {
                stderr::unusable(&error, lang);
                Ok(refused + 1)
            }
        }
    }

    /// What is to be done: the lines of the events sheet, or one act for the cases that are meant.
    fn deeds(&self, cases: &Cases<'_>, lang: Lang) -> Result<Vec<Deed>> {
        if let Some(path) = &self.which.events {
            return input::events::read(path, lang);
        }
        let Some(act) = self.event.add else { return Ok(Vec::new()) };
        let codes = if self.which.all { cases.codes() } else { self.which.code.clone() };
        let event = &self.event;
        let deed = |code| Deed {
            act,
            body: event.body.clone(),
            code,
            name: event.name.clone(),
            note: event.note.clone(),
            on: event.on.unwrap_or_default(),
            role: event.role,
            ..Deed::default()
        };
        Ok(codes.into_iter().map(deed).collect())
    }

    /// Prints where the cases stand.
    fn stand(&self, cases: &Cases<'_>, mut refused: u64, scorer: &LocalScorer, lang: Lang) -> Result<Outcome> {
        let (mut standings, faulty) = cases.standings(&self.calendar(scorer, lang)?, self.as_of);
        for (position, violations) in faulty {
            refused += 1;
            let name = cases.iter().nth(position).map(|(case, _)| format!("{} {}", case.institution.code, case.name())).unwrap_or_default();
            case::refuse(&name, &violations, lang);
        }
        if !self.which.all {
            standings.only(&self.which.code);
        }
        output::print(self.format, || standings.report(lang), || standings.to_json())?;
        Ok(Outcome::of(refused))
    }
}

/// Hands forms to the cases.
struct Forms<'a, 's> {
    cases: &'a mut Cases<'s>,
    /// The stream of a form that does not name one.
    otherwise: Stream,
    scorer: &'a LocalScorer,
    lang: Lang,
    tally: Tally,
}

impl Visitor for Forms<'_, '_> {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match record.assessment(self.scorer.local()) {
            Ok(form) => {
                let place = record.place(self.lang);
                if self.cases.add_form(&place, form, self.otherwise) {
                    self.tally.done += 1;
                } else {
                    self.tally.refused += 1;
                    stderr::say(&Word::FormWithoutCode.say(self.lang, &[("place", &place)]));
                }
            }
            Err(refusal) => self.tally.refuse(record, &refusal, self.lang),
        }
        Ok(())
    }
}
