//! `review`, `panel` and `agreement` as requests.

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Assessment, Scorer, Violations};

use super::compare;
use super::panel::{self, Combine, Panel};
use super::result::Review;
use crate::Keep;
use crate::shared::fields::Documents;

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

/// The forms of many institutions, which are read one by one, and which of several counts.
struct AgreementRequest(Option<Keep>);

impl Read for AgreementRequest {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<AgreementRequest> {
        let mut fields = reader.object(value, &["external", "keep", "self"])?;
        let _: [Option<Documents>; 2] = [fields.optional("external"), fields.optional("self")];
        Some(AgreementRequest(fields.optional("keep")))
    }
}

/// The review of `{ "self": …, "external": … }`.
pub(crate) fn review_value(scorer: &Scorer, value: &Value<'_>) -> Result<Review, Violations> {
    let (request, violations) = read::<ReviewRequest>(scorer, value);
    compare::checked(scorer, &request.own, &request.external, violations)
}

/// The panel of `{ "forms": […], "combine": "median" }`.
pub(crate) fn panel_value(scorer: &Scorer, value: &Value<'_>) -> Result<Panel, Violations> {
    let (request, violations) = read::<PanelRequest>(scorer, value);
    panel::checked(scorer, &request.forms, request.combine.unwrap_or_default(), violations)
}

/// What a request `agreement` has besides its forms: which of several counts.
pub(crate) fn agreement_request(request: &Value<'_>, violations: &mut Violations) -> Option<Keep> {
    let (request, refused) = Reader::whole::<AgreementRequest>(request);
    violations.take_in("", refused);
    request.and_then(|AgreementRequest(keep)| keep)
}

fn read<T: Read + Default>(scorer: &Scorer, value: &Value<'_>) -> (T, Violations) {
    let (request, mut violations) = Reader::whole::<T>(value);
    scorer.tell_maxima(&mut violations);
    (request.unwrap_or_default(), violations)
}
