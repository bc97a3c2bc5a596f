//! Which self-assessment and which external assessment belong together.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use thuocdo::json::Value;
use thuocdo::{Assessment, Scorer, Stream, Violation, Violations};

use super::agreement::{Agreement, AgreementReport, FormMark, Unpaired};
use super::compare;
use super::form::{Form, check_stream};
use super::result::Review;
use crate::shared::code::{key, written};
use crate::shared::once::came_already;
use crate::{Keep, Movement};

/// Finds pairs among the forms of many institutions, by the institution's code, however it is spelt, and the period, and counts their
/// reviews. A form takes memory until its counterpart comes, and then only its code and period; where of several the last counts, until
/// the end. `S` is a scorer, lent or shared.
#[derive(Clone, Debug)]
pub struct Pairing<S> {
    agreement: Agreement,
    forms: BTreeMap<(String, Option<String>), FormPair>,
    keep: Option<Keep>,
    /// The reviews in which the sides differ, if the caller wants them.
    named: Option<Vec<Review>>,
    passed_over: u64,
    scorer: S,
}

/// What is there of an institution and period.
#[derive(Clone, Debug, Default)]
struct FormPair {
    external: Option<Side>,
    /// As whom the form that came first names it.
    mark: FormMark,
    own: Option<Side>,
}

/// One stream of it.
#[derive(Clone, Debug)]
struct Side {
    /// Where the form that counts stands in its list.
    counts: usize,
    /// Where the first form stands in its list.
    first: usize,
    /// Nothing once it was counted.
    form: Option<Form>,
}

impl<S: Borrow<Scorer>> Pairing<S> {
    /// Nothing there yet. `keep` says which of several forms of one institution, period and stream counts; without it they are refused.
    pub fn new(scorer: S, keep: Option<Keep>) -> Pairing<S> {
        Pairing { agreement: Agreement::new(scorer.borrow()), forms: BTreeMap::new(), keep, named: None, passed_over: 0, scorer }
    }

    /// Also keeps every review in which the sides differ, which takes memory for each: [`Pairing::finish_by_name`] returns them.
    #[must_use]
    pub fn by_name(self) -> Pairing<S> {
        Pairing { named: Some(Vec::new()), ..self }
    }

    /// Adds a form of a stream. `position` is the number of forms of that stream before it; a second form of the same institution is refused
    /// with the position of the first.
    ///
    /// # Errors
    ///
    /// What the scorer refuses, `wrong_stream`, `missing_field` where the institution has no code, and `duplicate_assessment` where a form of
    /// that stream, institution and period came already and there is no `keep`; the first stays then.
    pub fn add(&mut self, stream: Stream, position: usize, assessment: &Assessment) -> Result<(), Violations> {
        let mut violations = Violations::default();
        let form = Form::check(self.scorer.borrow(), assessment, stream, "", &mut violations);
        self.take(stream, position, form, violations)
    }

    /// As [`Pairing::add`], of JSON already parsed.
    ///
    /// # Errors
    ///
    /// Those of [`Pairing::add`], and everything that is wrong with the form of the JSON.
    pub fn add_value(&mut self, stream: Stream, position: usize, value: &Value<'_>) -> Result<(), Violations> {
        let (assessment, sheet, mut violations) = self.scorer.borrow().examine(value);
        check_stream(&assessment, stream, "", &mut violations);
        self.take(stream, position, Form::new(&assessment, sheet), violations)
    }

    fn take(&mut self, stream: Stream, position: usize, form: Form, mut violations: Violations) -> Result<(), Violations> {
        let Some(code) = form.subject.institution_code().map(str::to_owned) else {
            const CODE: &str = "/institution/code";
            // What could not be read is not missing as well.
            if !violations.iter().any(|violation| matches!(violation.at(), "" | "/institution" | CODE)) {
                violations.push(Violation::missing_field(CODE.to_owned(), "institution.code"));
            }
            return violations.or(());
        };
        let period = form.subject.period.clone();
        let whose = (key(&code).into_owned(), period.as_deref().map(|period| written(period).into_owned()));
        let is_own = stream == Stream::SelfAssessment;
        let known = self.forms.get(&whose).and_then(|found| if is_own { found.own.as_ref() } else { found.external.as_ref() });
        let first = known.map(|side| side.first);
        if let (Some(first), None) = (first, self.keep) {
            violations.push(came_already(&code, &format!("/{}/{first}", if is_own { "self" } else { "external" })));
        }
        violations.or(())?;
        self.passed_over = self.passed_over.saturating_add(first.is_some().into());
        if first.is_some() && self.keep == Some(Keep::First) {
            return Ok(());
        }
        let found = self.forms.entry(whose).or_insert_with(|| FormPair { mark: FormMark { code, period }, ..FormPair::default() });
        let side = Some(Side { counts: position, first: first.unwrap_or(position), form: Some(form) });
        if is_own {
            found.own = side;
        } else {
            found.external = side;
        }
        if self.keep != Some(Keep::Last) {
            found.count(self.scorer.borrow(), &mut self.agreement, self.named.as_mut());
        }
        Ok(())
    }

    /// The positions of the forms that make a pair: the self-assessment's and the external assessment's, by the first.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let both = |found: &FormPair| Some((found.own.as_ref()?.counts, found.external.as_ref()?.counts));
        let mut pairs: Vec<(usize, usize)> = self.forms.values().filter_map(both).collect();
        pairs.sort_unstable();
        pairs
    }

    /// What was counted, and which forms found no counterpart.
    pub fn finish(self) -> AgreementReport {
        self.finish_by_name().0
    }

    /// As [`Pairing::finish`], and the reviews in which the sides differ: those whose level as a whole moves first, then by code.
    pub fn finish_by_name(mut self) -> (AgreementReport, Vec<Review>) {
        let mut unpaired = Unpaired::default();
        for mut found in self.forms.into_values() {
            found.count(self.scorer.borrow(), &mut self.agreement, self.named.as_mut());
            match (&found.own, &found.external) {
                (Some(_), None) => unpaired.own.push(found.mark),
                (None, Some(_)) => unpaired.external.push(found.mark),
                _ => {}
            }
        }
        unpaired.own.sort();
        unpaired.external.sort();
        let mut named = self.named.unwrap_or_default();
        named.sort_by(|a, b| review_key(a).cmp(&review_key(b)));
        (AgreementReport { passed_over: self.passed_over, unpaired, ..self.agreement.finish() }, named)
    }
}

impl FormPair {
    /// Counts the two forms, and lets them go, once both are there.
    fn count(&mut self, scorer: &Scorer, agreement: &mut Agreement, named: Option<&mut Vec<Review>>) {
        let (Some(own), Some(external)) = (&mut self.own, &mut self.external) else { return };
        if let (Some(own), Some(external)) = (own.form.take(), external.form.take()) {
            // Both are of one institution and period, and this scorer has read both: nothing can be refused.
            if let Ok(review) = compare::of_forms(scorer, &own, &external, &mut Violations::default()) {
                agreement.add(&review);
                if let Some(named) = named.filter(|_| review.disputes() > 0) {
                    named.push(review);
                }
            }
        }
    }
}

/// Where a review stands among others: those that move a level first.
fn review_key(review: &Review) -> (u8, Option<&str>) {
    let moves = |movement: Movement| matches!(movement, Movement::Lowered | Movement::Raised);
    let rank = match (moves(review.overall.movement), review.groups.iter().any(|group| moves(group.movement))) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    (rank, review.institution.as_ref().and_then(|institution| institution.code.as_deref()))
}
