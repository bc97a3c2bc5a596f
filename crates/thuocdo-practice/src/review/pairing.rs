//! Which self-assessment and which external assessment belong together.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::Value;
use thuocdo::{Assessment, Scorer, Stream, Violation, ViolationCode, Violations};

use super::agreement::{Agreement, AgreementReport};
use super::compare;
use super::form::{Form, check_stream};

/// Forms that found no counterpart of the same institution and period, sorted by code and period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Unpaired {
    /// External assessments without a self-assessment.
    pub external: Vec<FormMark>,
    /// Self-assessments without an external one.
    #[serde(rename = "self")]
    pub own: Vec<FormMark>,
}

/// Of which institution and period a form is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FormMark {
    /// The institution's code.
    pub code: String,
    /// The period; null where the form names none, which pairs with another that names none.
    pub period: Option<String>,
}

/// Finds pairs among the forms of many institutions, by the institution's code and the period, and counts their reviews. A form takes
/// memory until its counterpart comes, and then only its code and period. `S` is a scorer, lent or shared.
#[derive(Clone, Debug)]
pub struct Pairing<S> {
    agreement: Agreement,
    forms: BTreeMap<FormMark, Found>,
    scorer: S,
}

/// What is there of an institution and period.
#[derive(Clone, Debug)]
enum Found {
    External(Form),
    Own(Form),
    Pair,
}

impl<S: Borrow<Scorer>> Pairing<S> {
    /// Nothing there yet.
    pub fn new(scorer: S) -> Pairing<S> {
        Pairing { agreement: Agreement::new(scorer.borrow()), forms: BTreeMap::new(), scorer }
    }

    /// Takes in a form of a stream.
    ///
    /// Fails with what the scorer refuses, `wrong_stream`, `missing_field` where the institution has no code, and
    /// `duplicate_assessment` where there is one of that stream, institution and period already, which stands.
    pub fn add(&mut self, stream: Stream, assessment: &Assessment) -> Result<(), Violations> {
        let mut violations = Violations::default();
        let form = Form::check(self.scorer.borrow(), assessment, stream, "", &mut violations);
        self.take(stream, form, violations)
    }

    /// As [`Pairing::add`], of JSON already parsed. Fails with what is wrong with its form too.
    pub fn add_value(&mut self, stream: Stream, value: &Value<'_>) -> Result<(), Violations> {
        let (assessment, sheet, mut violations) = self.scorer.borrow().examine(value);
        check_stream(&assessment, stream, "", &mut violations);
        self.take(stream, Form::new(&assessment, sheet), violations)
    }

    fn take(&mut self, stream: Stream, form: Form, mut violations: Violations) -> Result<(), Violations> {
        let Some(code) = form.subject.code().map(str::to_owned) else {
            const CODE: &str = "/institution/code";
            // What could not be read is not missing as well.
            if !violations.iter().any(|violation| matches!(violation.at(), "" | "/institution" | CODE)) {
                violations.push(Violation::new(ViolationCode::MissingField, CODE.to_owned()).with("field", "institution.code"));
            }
            return violations.or(());
        };
        let mark = FormMark { code, period: form.subject.period.clone() };
        let is_own = stream == Stream::SelfAssessment;
        let is_there = match self.forms.get(&mark) {
            None => false,
            Some(Found::Pair) => true,
            Some(Found::Own(_)) => is_own,
            Some(Found::External(_)) => !is_own,
        };
        if is_there {
            violations.push(Violation::new(ViolationCode::DuplicateAssessment, String::new()).with("code", mark.code.as_str()));
        }
        violations.or(())?;
        let found = match self.forms.remove(&mark) {
            Some(Found::Own(own)) => self.count(&own, &form)?,
            Some(Found::External(external)) => self.count(&form, &external)?,
            Some(Found::Pair) => Found::Pair,
            None if is_own => Found::Own(form),
            None => Found::External(form),
        };
        self.forms.insert(mark, found);
        Ok(())
    }

    fn count(&mut self, own: &Form, external: &Form) -> Result<Found, Violations> {
        // Two of one mark are of one institution and period, so nothing is noted.
        self.agreement.add(&compare::review(self.scorer.borrow(), own, external, &mut Violations::default())?);
        Ok(Found::Pair)
    }

    /// What was counted, and which forms found no counterpart.
    pub fn finish(self) -> AgreementReport {
        let mut unpaired = Unpaired::default();
        for (mark, found) in self.forms {
            match found {
                Found::External(_) => unpaired.external.push(mark),
                Found::Own(_) => unpaired.own.push(mark),
                Found::Pair => {}
            }
        }
        AgreementReport { unpaired, ..self.agreement.finish() }
    }
}
