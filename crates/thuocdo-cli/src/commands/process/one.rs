//! One case.

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer, ViolationCode};
use thuocdo_practice::Register;
use thuocdo_practice::process::{Act, Case, CaseInstitution, Event, Role};

use super::{NewCase, NewEvent, ProcessArgs};
use crate::args::by_ending_or;
use crate::commands::single::one_assessment;
use crate::input::{calendar, case, file, framework, register};
use crate::outcome::Outcome;
use crate::output::refusal::refused_file;
use crate::output::{self, Tally};
use crate::terminal::stderr;
use crate::words::Word;

/// Prints the state of one case, or the case with one event more.
pub(super) fn run(args: &ProcessArgs, lang: Lang) -> Result<Outcome> {
    let goes_with = |argument: &str, other: &str| Word::GoesWith.say(lang, &[("argument", &argument), ("other", &other)]);
    if args.new.new && args.case.is_some() {
        bail!(goes_with("--new", "--all"));
    }
    if args.new.new && args.new.institution_code.is_none() {
        bail!(Word::NewTakesCode.template(lang));
    }
    if args.new.period.is_some() && !args.new.new {
        bail!(goes_with("--period", "--new"));
    }
    if let Some(path) = &args.output {
        by_ending_or(path, &[("json", ())], (), lang)?;
    }
    let scorer = framework::scorer(&args.framework, lang)?;
    if let (None, false, Some(as_of)) = (&args.case, args.new.new, args.as_of) {
        if args.event.add.is_some() || args.output.is_some() {
            bail!(Word::NoCase.template(lang));
        }
        let deadlines = calendar::load(&args.deadlines, &scorer, lang)?.ahead(as_of);
        output::answer(args.format, || deadlines.report(scorer.national().framework(), lang), || deadlines.to_json(), lang)?;
        return Ok(Outcome::Done);
    }
    let register = register::load(args.register.as_deref(), lang)?;
    let mut told = Tally::of(args.format);
    let (name, mut case) = match &args.case {
        None => (Word::NewCase.template(lang).to_owned(), args.new.case(register.as_ref())),
        Some(path) => {
            let name = file::name(path, lang);
            match case::load(path, lang)? {
                Ok(case) => (name, case),
                Err(violations) => {
                    told.note(|| refused_file(&name, &violations, lang));
                    return refused(&mut told);
                }
            }
        }
    };
    if let Some(act) = args.event.add {
        match args.event.put(act, &mut case, register.as_ref(), &scorer, &mut told, lang) {
            Ok(true) => {}
            Ok(false) => return refused(&mut told),
            Err(unread) => {
                told.print_refused()?;
                return Err(unread);
            }
        }
    }
    let calendar = calendar::load(&args.deadlines, &scorer, lang)?;
    // Reads the case back as the next run will, so that no file is written which that run would refuse.
    let status = Case::from_json(case.to_json().as_bytes()).and_then(|case| case.replay(&scorer, &calendar, args.as_of));
    let status = match status {
        Ok(status) => register.iter().fold(status, |status, register| status.beside(register, &case)),
        Err(violations) => {
            case::refuse(&name, &violations, lang);
            if violations.has(ViolationCode::AssessmentMissing) && args.event.add.is_some() {
                stderr::say(Word::AddForm.template(lang));
            }
            told.note(|| refused_file(&name, &violations, lang));
            return refused(&mut told);
        }
    };
    if args.new.new || args.event.add.is_some() {
        let is_replaced = args.output.is_some() && args.output == args.case;
        output::write_text(args.output.as_deref(), &case.to_json(), args.force || is_replaced, lang)?;
    } else if args.output.is_some() {
        bail!(Word::NothingToWrite.template(lang));
    } else {
        output::answer(args.format, || status.report(&case, scorer.national().framework(), lang), || status.to_json(), lang)?;
    }
    Ok(Outcome::Done)
}

/// There is no state and no case; an answer in JSON is what was refused.
fn refused(told: &mut Tally) -> Result<Outcome> {
    told.print_refused()?;
    Ok(Outcome::SomeRefused)
}

impl NewCase {
    fn case(&self, register: Option<&Register>) -> Case {
        let code = self.institution_code.clone().unwrap_or_default();
        let known = register.and_then(|register| register.find(&code));
        let institution = CaseInstitution {
            name: self.institution_name.clone().or_else(|| known?.name.clone()),
            kind: self.institution_type.or_else(|| known?.kind),
            code,
        };
        Case { institution, period: self.period.clone().unwrap_or_default(), ..Case::default() }
    }
}

impl NewEvent {
    /// Adds the event, and its assessment, to a case. False if the assessment is refused; standard error then says why.
    fn put(&self, act: Act, case: &mut Case, register: Option<&Register>, scorers: &LocalScorer, told: &mut Tally, lang: Lang) -> Result<bool> {
        let assessment = match &self.assessment {
            None => None,
            Some(path) => {
                if !matches!(act, Act::SelfAssess | Act::Report | Act::ExternallyAssess) {
                    bail!(Word::TakesNoAssessment.say(lang, &[("act", &act.as_str())]));
                }
                let Some(assessment) = one_assessment(path, scorers, told, lang)? else { return Ok(false) };
                case.take_assessment(act, assessment)
            }
        };
        let state = case.events.last().and_then(|event| event.act.leads_to());
        let role = self.role.unwrap_or_else(|| act.usual_role(state));
        let authority = || register?.find(&case.institution.code)?.authority.clone();
        let usual = if role == Role::Authority { authority() } else { Some(case.name().to_owned()) };
        let Some(body) = self.body.clone().or(usual) else { bail!(Word::WhichBody.say(lang, &[("act", &act.name(lang))])) };
        case.events.push(Event { act, assessment, body, name: self.name.clone(), note: self.note.clone(), on: self.on.unwrap_or_default(), role });
        Ok(true)
    }
}
