//! `cohort` as a request: scorecards, and a register of their institutions.

use std::sync::Arc;

use thuocdo::json::{Reader, Value};
use thuocdo::{Count, Framework, Scorecard, Violations};

use super::{Cohort, CohortReport};
use crate::Register;
use crate::collect::Documents;

#[derive(Default)]
struct Request {
    register: Option<Register>,
    #[expect(dead_code, reason = "said here so that it is a known field; its documents are read one by one")]
    scorecards: Option<Documents>,
    suppress_under: Option<Count>,
}

thuocdo::record!(Request { register ? value, scorecards ? value, suppress_under ? value });

/// A cohort in the making, and the register that it is counted by.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    cohort: Cohort,
    register: Option<Arc<Register>>,
}

impl Counted {
    /// The cohort that a request asks for, nothing counted yet.
    pub(crate) fn asked(framework: &Framework, request: &Value<'_>, violations: &mut Violations) -> Counted {
        let (request, refused) = Reader::whole::<Request>(request);
        violations.take_in("", refused);
        let request = request.unwrap_or_default();
        Counted { cohort: Cohort::new(framework, request.suppress_under.map(Count::get)), register: request.register.map(Arc::new) }
    }

    pub(crate) fn add(&mut self, card: &Scorecard) {
        let entry = self.register.as_ref().zip(card.institution_code()).and_then(|(register, code)| register.find(code));
        self.cohort.add(card, entry);
    }

    pub(crate) fn finish(self) -> CohortReport {
        self.cohort.finish()
    }
}
