//! The events of a case, one after the other.

use thuocdo::Term;
use thuocdo::{Assessment, Blocker, Date, Lang, LocalScore, LocalScorer, Named, Param, Stream, Violation, Violations};

use super::case::{Case, Event};
use super::transitions::{Act, State, Transition};
use super::words;
use crate::Years;
use crate::shared::code::key;

/// What the replay of a case found: both assessments scored, and where the case stands.
pub(crate) struct Replayed {
    /// The external assessment.
    pub(crate) external: Option<LocalScore>,
    /// The self-assessment.
    pub(crate) own: Option<LocalScore>,
    /// The state after the last event.
    pub(crate) state: Option<State>,
}

impl Case {
    pub(crate) fn replayed(&self, scorer: &LocalScorer) -> Result<Replayed, Violations> {
        let mut violations = Violations::default();
        let mut side = |assessment: Option<&Assessment>, at: &str, stream| {
            let assessment = assessment?;
            self.identity(assessment, at, stream, &mut violations);
            match scorer.score(assessment) {
                Ok(score) => Some(score),
                Err(found) => {
                    violations.take_in(at, found);
                    None
                }
            }
        };
        let own = side(self.self_assessment.as_ref(), "/self", Stream::SelfAssessment);
        let external = side(self.external.as_ref(), "/external", Stream::External);
        let last_return = self.events.iter().rposition(|event| event.act == Act::Return);
        let mut replay = Replay {
            external: Side::of(self.external.as_ref(), Stream::External),
            own: Side::of(self.self_assessment.as_ref(), Stream::SelfAssessment),
            score: external.as_ref(),
            last_return,
            previous: None,
            state: None,
            violations,
        };
        for (n, event) in self.events.iter().enumerate() {
            replay.event(n, event);
        }
        let (state, violations) = (replay.state, replay.violations);
        violations.or(Replayed { external, own, state })
    }

    /// An assessment may leave unsaid whose it is, but must not say that it is another's.
    fn identity(&self, assessment: &Assessment, at: &str, expected: Stream, violations: &mut Violations) {
        let (code, period) = (self.institution.code.as_str(), self.period.as_str());
        if let Some(found) = assessment.institution_code().filter(|found| key(found) != key(code)) {
            violations.push(Violation::other_institution(format!("{at}/institution/code"), found, code));
        }
        if let Some(found) = assessment.period.as_deref().filter(|found| *found != period) {
            violations.push(Violation::other_period(format!("{at}/period"), found, period));
        }
        if let Some(found) = assessment.stream.filter(|found| *found != expected) {
            violations.push(Violation::wrong_stream(format!("{at}/stream"), Named::from(found), Named::from(expected)));
        }
        // Of a period that names no years nothing is known.
        let window = Years::of(&self.period).map(Years::assessed);
        if let (Some(found), Some((from, to))) = (assessment.assessed_on, window)
            && !(from..=to).contains(&found)
        {
            violations.push(Violation::assessment_outside_period(format!("{at}/assessed_on"), found, self.period.as_str(), from, to));
        }
    }
}

/// One of the two assessments, as events speak of it.
struct Side {
    /// The day it is of, until an event that rests on it is found to lie before: the events behind that one need not repeat it.
    assessed_on: Option<Date>,
    digest: Option<String>,
    stream: Stream,
}

impl Side {
    fn of(assessment: Option<&Assessment>, stream: Stream) -> Side {
        Side { assessed_on: assessment.and_then(|assessment| assessment.assessed_on), digest: assessment.map(Assessment::digest), stream }
    }
}

struct Replay<'a> {
    external: Side,
    own: Side,
    /// The external assessment scored, if it could be.
    score: Option<&'a LocalScore>,
    /// The last event that returned the report. The self-assessment of the case is the one reported after it.
    last_return: Option<usize>,
    /// The day of the event before.
    previous: Option<Date>,
    state: Option<State>,
    violations: Violations,
}

impl Replay<'_> {
    fn event(&mut self, n: usize, event: &Event) {
        let transition = State::next(self.state).find(|transition| transition.act == event.act);
        if transition.is_none() {
            let accepted: Vec<Named> = State::next(self.state).map(|transition| transition.act.into()).collect();
            let state = self.state;
            self.refuse(n, "", |at| Violation::event_out_of_order(at, state_name(state), Named::from(event.act), accepted));
        }
        self.role(n, event, transition);
        if let Some(previous) = self.previous.filter(|previous| event.on < *previous) {
            self.refuse(n, "/on", |at| Violation::event_before_previous(at, event.on, previous));
        }
        self.assessment(n, event);
        self.blockers(n, event);
        self.previous = Some(event.on);
        self.state = event.act.leads_to();
    }

    fn refuse(&mut self, n: usize, field: &str, violation: impl FnOnce(String) -> Violation) {
        self.violations.push(violation(format!("/events/{n}{field}")));
    }

    /// Where the act is out of order, it is asked whether the role may do it at all.
    fn role(&mut self, n: usize, event: &Event, transition: Option<&Transition>) {
        let roles = transition.map_or_else(|| event.act.roles(), |transition| transition.roles.to_vec());
        if !roles.contains(&event.role) {
            let accepted: Vec<Named> = roles.into_iter().map(Named::from).collect();
            self.refuse(n, "/role", |at| Violation::wrong_role(at, Named::from(event.role), Named::from(event.act), accepted));
        }
    }

    /// The assessment that the act rests on is there, and is the one that the event names.
    fn assessment(&mut self, n: usize, event: &Event) {
        let (is_needed, side) = match event.act {
            Act::SelfAssess => (true, &mut self.own),
            Act::Approve | Act::Report | Act::Return => (false, &mut self.own),
            Act::ExternallyAssess => (true, &mut self.external),
            Act::Recognise | Act::Publish => (false, &mut self.external),
            Act::Plan | Act::Withdraw => {
                if event.assessment.is_some() {
                    let accepted: Vec<&str> = Event::FIELDS.iter().copied().filter(|field| *field != "assessment").collect();
                    self.refuse(n, "/assessment", |at| Violation::unknown_field(at, "assessment", accepted));
                }
                return;
            }
        };
        let stream = side.stream;
        // The report that was returned has been replaced since; only its events are left.
        let is_replaced = stream == Stream::SelfAssessment && self.last_return.is_some_and(|last| n <= last);
        let after = side.assessed_on.filter(|day| *day > event.on && !is_replaced);
        if after.is_some() {
            side.assessed_on = None;
        }
        let digest = side.digest.clone();
        if let Some(found) = after {
            self.refuse(n, "/on", |at| Violation::assessment_after_event(at, found, event.on));
        }
        match (&digest, &event.assessment) {
            (None, stated) if is_needed || stated.is_some() => {
                self.refuse(n, "", |at| Violation::assessment_missing(at, Named::from(event.act), Named::from(stream)));
            }
            (Some(found), Some(stated)) if found != stated && !is_replaced => {
                self.refuse(n, "/assessment", |at| Violation::digest_mismatch(at, found.as_str(), stated.as_str()));
            }
            _ => {}
        }
    }

    fn blockers(&mut self, n: usize, event: &Event) {
        let Some(score) = self.score.filter(|score| event.act == Act::Recognise && !score.national.recognition.eligible) else { return };
        let blockers: Vec<Named> = score.national.recognition.blockers.iter().map(blocker).collect();
        self.refuse(n, "", |at| Violation::recognition_blocked(at, blockers));
    }
}

/// What a message calls the state of a case.
pub(crate) fn state_name(state: Option<State>) -> Param {
    state.map_or(Term::NotBegun.into(), |state| Named::from(state).into())
}

/// `condition_unmet 2.2`, in words `điều kiện bắt buộc 2.2 chưa đạt`.
fn blocker(blocker: &Blocker) -> Named {
    let word = format!("{} {}", blocker.code.as_str(), blocker.at);
    Named::said(word, words::blocker(blocker, Lang::Vi), words::blocker(blocker, Lang::En))
}
