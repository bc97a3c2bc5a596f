//! One case.

use anyhow::{Result, bail};
use thuocdo::{Lang, LocalScorer};
use thuocdo_practice::Register;
use thuocdo_practice::process::{Act, Case, CaseInstitution, Event, Role};

use super::{NewCase, NewEvent, ProcessArgs};
use crate::args::by_ending_or;
use crate::input::{self, calendar, case, file, framework, register};
use crate::outcome::Outcome;
use crate::output;
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
        output::print(args.format, || deadlines.report(lang), || deadlines.to_json())?;
        return Ok(Outcome::Done);
    }
    let register = register::load(args.register.as_deref(), lang)?;
    let (name, mut case) = match &args.case {
        None => (Word::NewCase.template(lang).to_owned(), args.new.case(register.as_ref())),
        Some(path) => match case::read(path, lang)? {
            Some(case) => (file::name(path, lang), case),
            None => return Ok(Outcome::SomeRefused),
        },
    };
    if let Some(act) = args.event.add
        && !args.event.put(act, &mut case, register.as_ref(), &scorer, lang)?
    {
        return Ok(Outcome::SomeRefused);
    }
    let calendar = calendar::load(&args.deadlines, &scorer, lang)?;
    // Reads the case back as the next run will, so that no file is written which that run would refuse.
    let status = Case::from_json(case.to_json().as_bytes()).and_then(|case| case.replay(&scorer, &calendar, args.as_of));
    let status = match status {
        Ok(status) => register.iter().fold(status, |status, register| status.beside(register, &case)),
        Err(violations) => {
            case::refuse(&name, &violations, lang);
            return Ok(Outcome::SomeRefused);
        }
    };
    if args.new.new || args.event.add.is_some() {
        let is_replaced = args.output.is_some() && args.output == args.case;
        output::write_text(args.output.as_deref(), &case.to_json(), args.force || is_replaced, lang)?;
    } else if args.output.is_some() {
        bail!(Word::NothingToWrite.template(lang));
    } else {
        output::print(args.format, || status.report(&case, scorer.national().framework(), lang), || status.to_json())?;
    }
    Ok(Outcome::Done)
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
    fn put(&self, act: Act, case: &mut Case, register: Option<&Register>, scorers: &LocalScorer, lang: Lang) -> Result<bool> {
        let assessment = match &self.assessment {
            None => None,
            Some(path) => {
                if !matches!(act, Act::SelfAssess | Act::Report | Act::ExternallyAssess) {
                    bail!(Word::TakesNoAssessment.say(lang, &[("act", &act.as_str())]));
                }
                let Some(assessment) = input::one_assessment(path, scorers, lang)? else { return Ok(false) };
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
