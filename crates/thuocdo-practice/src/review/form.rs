//! A form that was checked, as reviews need it: institution and period, answers, and notes. Evidence is left out.

use std::collections::BTreeMap;

use thuocdo::{Answer, Assessment, InstitutionMark, Named, Scorer, Sheet, Stream, Violation, ViolationCode, Violations};

/// A checked form.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// What was noted, by indicator.
    pub(super) notes: BTreeMap<String, String>,
    /// What was answered.
    pub(super) sheet: Sheet,
    /// Whom and when it is of.
    pub(super) subject: Subject,
}

impl Form {
    /// Checks an assessment of a stream. What is wrong is noted under `place`, and a blank sheet stands in for one that is refused.
    pub(super) fn check(scorer: &Scorer, assessment: &Assessment, stream: Stream, place: &str, violations: &mut Violations) -> Form {
        check_stream(assessment, stream, place, violations);
        let sheet = scorer.sheet(assessment).unwrap_or_else(|refused| {
            violations.take_in(place, refused);
            scorer.blank()
        });
        Form::new(assessment, sheet)
    }

    /// The form of an assessment and its sheet.
    pub(super) fn new(assessment: &Assessment, sheet: Sheet) -> Form {
        let note = |(code, answer): (&String, &Answer)| {
            let note = answer.note.as_deref().map(str::trim).filter(|note| !note.is_empty())?;
            Some((code.clone(), note.to_owned()))
        };
        Form {
            notes: assessment.answers.iter().filter_map(note).collect(),
            sheet,
            subject: Subject { institution: assessment.institution.as_ref().map(InstitutionMark::from), period: assessment.period.clone() },
        }
    }
}

/// Adds a violation where a form names another stream than the one that belongs here.
pub(super) fn check_stream(assessment: &Assessment, stream: Stream, place: &str, violations: &mut Violations) {
    if let Some(found) = assessment.stream.filter(|found| *found != stream) {
        violations.push(
            Violation::new(ViolationCode::WrongStream, format!("{place}/stream"))
                .with("found", Named::from(found))
                .with("expected", Named::from(stream)),
        );
    }
}

/// The institution and the period of forms, as far as any of them names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) institution: Option<InstitutionMark>,
    pub(super) period: Option<String>,
}

impl Subject {
    /// Adds what another form names, and a violation under `place` where it names another institution or period. Names and types may differ:
    /// an assessor writes them as an assessor does.
    pub(super) fn join(&mut self, other: &Subject, place: &str, violations: &mut Violations) {
        let mut check = |code, field, known: Option<&str>, said: Option<&str>| {
            if let (Some(expected), Some(found)) = (known, said)
                && expected != found
            {
                violations.push(Violation::new(code, format!("{place}/{field}")).with("found", found).with("expected", expected));
            }
        };
        check(ViolationCode::OtherInstitution, "institution/code", self.code(), other.code());
        check(ViolationCode::OtherPeriod, "period", self.period.as_deref(), other.period.as_deref());
        if let Some(said) = &other.institution {
            let known = self.institution.get_or_insert_default();
            known.code = known.code.take().or_else(|| said.code.clone());
            known.name = known.name.take().or_else(|| said.name.clone());
            known.kind = known.kind.or(said.kind);
        }
        self.period = self.period.take().or_else(|| other.period.clone());
    }

    /// The institution's code.
    pub(super) fn code(&self) -> Option<&str> {
        self.institution.as_ref().and_then(|institution| institution.code.as_deref())
    }
}
