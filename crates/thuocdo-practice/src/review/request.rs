//! What is asked by text.

use std::collections::BTreeSet;

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Assessment, Scorer, Stream, ViolationCode, Violations};

use super::panel::{self, Combine, Panel};
use super::{AgreementReport, Pairing, Review};

/// Two forms of one institution.
#[derive(Default)]
struct ReviewRequest {
    external: Assessment,
    own: Assessment,
}

thuocdo::record!(ReviewRequest { external, own as "self" });

/// The forms of several assessors.
#[derive(Default)]
struct PanelRequest {
    combine: Option<Combine>,
    forms: Vec<Assessment>,
}

thuocdo::record!(PanelRequest { combine ? value, forms });

/// The forms of many institutions.
#[derive(Default)]
struct AgreementRequest {
    external: Vec<Assessment>,
    own: Vec<Assessment>,
}

thuocdo::record!(AgreementRequest { external, own as "self" });

/// The review of `{ "self": …, "external": … }`.
pub(crate) fn review_value(scorer: &Scorer, value: &Value<'_>) -> Result<Review, Violations> {
    let (request, violations) = read::<ReviewRequest>(scorer, value);
    super::checked(scorer, &request.own, &request.external, violations)
}

/// The panel of `{ "forms": […], "combine": "median" }`.
pub(crate) fn panel_value(scorer: &Scorer, value: &Value<'_>) -> Result<Panel, Violations> {
    let (request, violations) = read::<PanelRequest>(scorer, value);
    panel::checked(scorer, &request.forms, request.combine.unwrap_or_default(), violations)
}

/// The agreement of `{ "self": […], "external": […] }`.
pub(crate) fn agreement_value(scorer: &Scorer, value: &Value<'_>) -> Result<AgreementReport, Violations> {
    let (request, mut violations) = read::<AgreementRequest>(scorer, value);
    let unread: BTreeSet<String> = violations.iter().filter_map(|violation| unread_form(violation.at())).collect();
    let mut pairing = Pairing::new(scorer);
    for (list, stream, forms) in [("/self", Stream::SelfAssessment, &request.own), ("/external", Stream::External, &request.external)] {
        for (nth, form) in forms.iter().enumerate() {
            let Err(refused) = pairing.add(stream, form) else { continue };
            let place = format!("{list}/{nth}");
            let is_unread = unread.contains(&place);
            let mut told = Violations::default();
            // What could not be read is not missing as well.
            refused.into_iter().filter(|violation| !(is_unread && violation.code() == ViolationCode::MissingField)).for_each(|v| told.push(v));
            violations.take_in(&place, told);
        }
    }
    violations.or(pairing.finish())
}

/// The place of the form, `/self/3`, of which this pointer says that the institution's code could not be read.
fn unread_form(at: &str) -> Option<String> {
    let mut steps = at.splitn(4, '/').skip(1);
    let (list, nth, rest) = (steps.next()?, steps.next()?, steps.next());
    matches!(rest, None | Some("institution" | "institution/code")).then(|| format!("/{list}/{nth}"))
}

fn read<T: Read + Default>(scorer: &Scorer, value: &Value<'_>) -> (T, Violations) {
    let (request, mut violations) = Reader::whole::<T>(value);
    scorer.tell_maxima(&mut violations);
    (request.unwrap_or_default(), violations)
}
