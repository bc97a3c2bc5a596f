//! The cases of a year, and what is done with them.

use std::collections::BTreeMap;

use thuocdo::{Assessment, Date, LocalScorer, Stream, Violation, ViolationCode, Violations};
use thuocdo_practice::process::{Act, Calendar, Case, CaseInstitution, Event, Role, State, Status};
use thuocdo_practice::{Closed, Register, Whose};

use super::deed::Deed;
use super::outcome::{ActsReport, Did, Pending, Reason, RefusedDeed, Standing, Standings};

/// The cases of a year. Cases keep the order in which they came; new ones come behind them.
///
/// ```
/// use thuocdo::{Framework, LocalScorer, Scorer};
/// use thuocdo_office::acts::{Cases, Deed};
/// use thuocdo_practice::process::Act;
///
/// let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let mut cases = Cases::new(&scorer, None, Some("2026-2027"));
/// for (code, act) in [("31-0100", Act::Plan), ("31-0101", Act::Plan), ("31-0101", Act::Publish)] {
///     cases.act(&Deed { code: code.to_owned(), act, on: "2026-09-15".parse()?, ..Deed::default() });
/// }
/// let report = cases.report();
/// assert_eq!((report.cases, report.done.len(), report.refused.len()), (2, 2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Cases<'s> {
    entries: Vec<Entry>,
    /// The forms that came, by code and stream, each with the name of its file.
    forms: BTreeMap<Whose, Vec<(String, Assessment)>>,
    /// The cases of each institution.
    of_code: BTreeMap<Whose, Vec<usize>>,
    /// The period of new cases.
    period: Option<String>,
    register: Option<&'s Register>,
    report: ActsReport,
    scorer: &'s LocalScorer,
}

/// One case.
#[derive(Debug)]
struct Entry {
    case: Case,
    /// Whether it is new, or has more events than it came with.
    is_changed: bool,
}

impl<'s> Cases<'s> {
    /// No cases yet. The register names institutions and authorities, and says which codes there are; the period is that of new cases.
    pub fn new(scorer: &'s LocalScorer, register: Option<&'s Register>, period: Option<&str>) -> Cases<'s> {
        Cases {
            entries: Vec::new(),
            forms: BTreeMap::new(),
            of_code: BTreeMap::new(),
            period: period.map(str::to_owned),
            register,
            report: ActsReport::default(),
            scorer,
        }
    }

    /// Adds a case that was there before. False, and nothing done, where there is one of this institution and period already.
    pub fn add(&mut self, case: Case) -> bool {
        let is_new = self.of_code(&case.institution.code).all(|(_, other)| other.period != case.period);
        if is_new {
            self.put(case, false);
        }
        is_new
    }

    /// Adds a form: the assessment of a file, for the acts that rest on one. A form that does not say its stream is of the one that is
    /// named here. False, and nothing done, where the form names no institution.
    pub fn add_form(&mut self, file: &str, form: Assessment, otherwise: Stream) -> bool {
        let stream = form.stream.unwrap_or(otherwise);
        let Some(whose) = Whose::new(form.institution_code(), None, Some(stream)) else { return false };
        self.forms.entry(whose).or_default().push((file.to_owned(), form));
        true
    }

    /// Makes a case without events for every institution of the register that was there in the period, or, without a register, for every
    /// institution of the forms. An institution that has a case of the period keeps it.
    ///
    /// # Errors
    ///
    /// [`Reason::NoPeriod`] where no period was named.
    pub fn begin_all(&mut self) -> Result<(), Reason> {
        let period = self.period.clone().ok_or(Reason::NoPeriod)?;
        let institutions: Vec<CaseInstitution> = match self.register {
            Some(register) => {
                let is_open = |code: &str| Closed::find(register, code, Some(&period)).is_none();
                let open = register.institutions().iter().filter(|known| is_open(&known.code));
                open.map(|known| CaseInstitution { code: known.code.clone(), kind: known.kind, name: known.name.clone() }).collect()
            }
            None => self.forms.values().filter_map(|forms| forms.first()).filter_map(|(_, form)| named_by(form)).collect(),
        };
        for institution in institutions {
            let is_there = self.of_code(&institution.code).any(|(_, case)| case.period == period);
            if !is_there {
                self.report.made.push(institution.code.clone());
                self.put(Case { institution, period: period.clone(), ..Case::default() }, true);
            }
        }
        Ok(())
    }

    /// Does what a deed says, or takes note why it cannot be done. A deed that its case has already, of the same act and day, is passed
    /// over, so that an events sheet to which lines were added can be read again.
    pub fn act(&mut self, deed: &Deed) {
        match self.done(deed) {
            Ok(Some(did)) => self.report.done.push(did),
            Ok(None) => self.report.known = self.report.known.saturating_add(1),
            Err(reason) => {
                let of_case = self.of_code(&deed.code).next().and_then(|(_, case)| case.institution.name.clone());
                let name = of_case.or_else(|| self.register?.find(&deed.code)?.name.clone());
                let (act, code, on, place) = (deed.act, deed.code.clone(), deed.on, deed.place.clone());
                self.report.refused.push(RefusedDeed { act, code, name, on, place, reason });
            }
        }
    }

    /// The codes of all cases, in order.
    pub fn codes(&self) -> Vec<String> {
        self.entries.iter().map(|entry| entry.case.institution.code.clone()).collect()
    }

    /// The cases, in order, each with whether it is new or has more events than it came with.
    pub fn iter(&self) -> impl Iterator<Item = (&Case, bool)> {
        self.entries.iter().map(|entry| (&entry.case, entry.is_changed))
    }

    /// What came of the deeds so far.
    pub fn report(&self) -> ActsReport {
        ActsReport { cases: self.entries.len(), ..self.report.clone() }
    }

    /// Where the cases stand by a calendar on a day, and what is wrong with those whose own events are not allowed, by position.
    pub fn standings(&self, calendar: &Calendar, as_of: Option<Date>) -> (Standings, Vec<(usize, Violations)>) {
        let (mut standings, mut refused) = (Standings { as_of, ..Standings::default() }, Vec::new());
        for (position, Entry { case, .. }) in self.entries.iter().enumerate() {
            match case.replay(self.scorer, calendar, as_of) {
                Ok(status) => standings.cases.push(Standing::of(case, status)),
                Err(violations) => refused.push((position, violations)),
            }
        }
        standings.deadlines = Pending::of(&standings.cases);
        (standings, refused)
    }

    fn put(&mut self, case: Case, is_changed: bool) {
        if let Some(whose) = Whose::new(Some(&case.institution.code), None, None) {
            self.of_code.entry(whose).or_default().push(self.entries.len());
        }
        self.entries.push(Entry { case, is_changed });
    }

    /// The cases of a code, or of the code that its institution bears now.
    fn of_code(&self, code: &str) -> impl Iterator<Item = (usize, &Case)> {
        let places = |code: &str| Whose::new(Some(code), None, None).and_then(|whose| self.of_code.get(&whose));
        let found = places(code).or_else(|| places(&self.register?.find(code)?.code));
        found.into_iter().flatten().filter_map(|place| Some((*place, &self.entries.get(*place)?.case)))
    }

    /// Does what a deed says. Nothing, and nothing returned, where the case has it already.
    fn done(&mut self, deed: &Deed) -> Result<Option<Did>, Reason> {
        let place = self.place(deed)?;
        let mut case = match place {
            Some(place) => self.entries.get(place).map(|entry| entry.case.clone()).unwrap_or_default(),
            None if deed.act == Act::Plan => self.begun(deed)?,
            None => return Err(self.unregistered(&deed.code).unwrap_or(Reason::NoCase)),
        };
        if case.events.iter().any(|event| event.act == deed.act && event.on == deed.on) {
            return Ok(None);
        }
        self.push(&mut case, deed)?;
        let nth = case.events.len().saturating_sub(1);
        let status = case.replay(self.scorer, &Calendar::default(), None).map_err(|refused| Reason::Procedure(of_event(refused, nth)))?;
        let lowest = self.scorer.national().framework().levels.first().map(|meaning| meaning.level);
        let is_lowest = status.recognised.as_ref().is_some_and(|recognised| Some(recognised.overall.level) == lowest);
        if deed.is_for_all && deed.act == Act::Recognise && is_lowest {
            return Err(Reason::AtLowest);
        }
        let did = Did {
            act: deed.act,
            code: case.institution.code.clone(),
            name: case.institution.name.clone(),
            on: deed.on,
            state: status.state.unwrap_or_default(),
        };
        if let Some(entry) = place.and_then(|place| self.entries.get_mut(place)) {
            *entry = Entry { case, is_changed: true };
        } else {
            self.report.made.push(case.institution.code.clone());
            self.put(case, true);
        }
        Ok(Some(did))
    }

    /// Where the case of a deed is; `None` where there is none yet.
    fn place(&self, deed: &Deed) -> Result<Option<usize>, Reason> {
        let all: Vec<(usize, &Case)> = self.of_code(&deed.code).collect();
        if let Some(period) = deed.period.as_ref().or(self.period.as_ref()) {
            return Ok(all.iter().find(|(_, case)| case.period == *period).map(|(place, _)| *place));
        }
        match all.as_slice() {
            [] => Ok(None),
            [(place, _)] => Ok(Some(*place)),
            several => Err(Reason::SeveralCases(several.iter().map(|(_, case)| case.period.clone()).collect())),
        }
    }

    /// A case that begins.
    fn begun(&self, deed: &Deed) -> Result<Case, Reason> {
        if let Some(reason) = self.unregistered(&deed.code) {
            return Err(reason);
        }
        let period = deed.period.clone().or_else(|| self.period.clone()).ok_or(Reason::NoPeriod)?;
        let known = self.register.and_then(|register| register.find(&deed.code));
        let institution = match known {
            Some(known) => CaseInstitution { code: known.code.clone(), kind: known.kind, name: known.name.clone() },
            None => CaseInstitution { code: deed.code.trim().to_owned(), ..CaseInstitution::default() },
        };
        Ok(Case { institution, period, ..Case::default() })
    }

    /// That a register is there, and does not have a code.
    fn unregistered(&self, code: &str) -> Option<Reason> {
        let register = self.register.filter(|register| register.find(code).is_none())?;
        Some(Reason::NotRegistered(register.near(code).map(str::to_owned)))
    }

    /// Puts the event of a deed behind the others of a case, with the form that it rests on.
    fn push(&self, case: &mut Case, deed: &Deed) -> Result<(), Reason> {
        let state = case.events.last().and_then(|event| event.act.leads_to());
        let stream = match deed.act {
            Act::SelfAssess => Some(Stream::SelfAssessment),
            // A report that was returned comes again with the form as it is now.
            Act::Report if state == Some(State::Returned) => Some(Stream::SelfAssessment),
            Act::ExternallyAssess => Some(Stream::External),
            _ => None,
        };
        let form = stream.map_or(Ok(None), |stream| self.form(case, stream))?;
        let assessment = form.and_then(|form| case.take_assessment(deed.act, form.clone()));
        let role = deed.role.unwrap_or_else(|| deed.act.usual_role(state));
        let event = Event {
            act: deed.act,
            assessment,
            body: self.body(case, deed, role).ok_or(Reason::NoBody)?,
            name: deed.name.clone(),
            note: deed.note.clone(),
            on: deed.on,
            role,
        };
        case.events.push(event);
        Ok(())
    }

    /// The body that acts: as the deed names it, else the institution itself, or the authority that the register names.
    fn body(&self, case: &Case, deed: &Deed, role: Role) -> Option<String> {
        let named = deed.body.as_deref().map(str::trim).filter(|body| !body.is_empty());
        match (named, role) {
            (Some(body), _) => Some(body.to_owned()),
            (None, Role::Authority) => self.register?.find(&case.institution.code)?.authority.clone(),
            (None, _) => Some(case.name().to_owned()),
        }
    }

    /// The form of a case: that of its period, or one that names no period. Where the only form of the institution is of another period, it
    /// is that one, so that the procedure can say so.
    fn form(&self, case: &Case, stream: Stream) -> Result<Option<&Assessment>, Reason> {
        let whose = Whose::new(Some(&case.institution.code), None, Some(stream));
        let forms = whose.and_then(|whose| self.forms.get(&whose)).map(Vec::as_slice).unwrap_or_default();
        let fits = |form: &&(String, Assessment)| form.1.period.as_ref().is_none_or(|period| *period == case.period);
        let fitting: Vec<&(String, Assessment)> = forms.iter().filter(fits).collect();
        match (fitting.as_slice(), forms) {
            ([(_, form)], _) | ([], [(_, form)]) => Ok(Some(form)),
            ([], _) => Ok(None),
            (several, _) => Err(Reason::SeveralForms(several.iter().map(|(file, _)| file.clone()).collect())),
        }
    }
}

/// The institution that a form names.
fn named_by(form: &Assessment) -> Option<CaseInstitution> {
    let named = form.institution.as_ref()?;
    Some(CaseInstitution { code: named.code.clone()?, kind: named.kind, name: named.name.clone() })
}

/// The violations of a case whose last event is new: those of this event lose their place, since the deed says it.
fn of_event(refused: Violations, nth: usize) -> Violations {
    let place = format!("/events/{nth}");
    let is_its = |at: &str| at.strip_prefix(&place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let placed = |violation: Violation| if is_its(violation.at()) { violation.placed("") } else { violation };
    // Of an act that cannot follow, the form that it would need is not missing as well.
    let is_out_of_order = refused.has(ViolationCode::EventOutOfOrder);
    let is_said = |violation: &Violation| !is_out_of_order || violation.code() != ViolationCode::AssessmentMissing;
    refused.into_iter().filter(is_said).map(placed).collect()
}

impl Standing {
    fn of(case: &Case, status: Status) -> Standing {
        let done = |on: &Date| status.as_of.is_none_or(|last| *on <= last);
        Standing {
            ahead: status.ahead,
            code: case.institution.code.clone(),
            late: status.late,
            level: status.recognised.map(|recognised| recognised.overall.level),
            name: case.institution.name.clone(),
            overdue: status.overdue,
            period: case.period.clone(),
            since: case.events.iter().map(|event| event.on).rfind(done),
            state: status.state,
        }
    }
}
