//! `cohort` as a request: scorecards, and a register of their institutions.

use std::sync::Arc;

use thuocdo::json::{Reader, Value};
use thuocdo::{Framework, Scorecard, Violations};

use super::count::Cohort;
use super::result::CohortReport;
use crate::shared::fields::Documents;
use crate::{Keep, Register};

#[derive(Default)]
struct Request {
    keep: Option<Keep>,
    register: Option<Register>,
    #[expect(dead_code, reason = "named here so that it is a known field; its documents are read one by one")]
    scorecards: Option<Documents>,
}

thuocdo::record!(Request { keep ? value, register ? value, scorecards ? value });

/// A cohort in the making, and the register that it is counted by.
#[derive(Clone, Debug)]
pub(crate) struct CohortBuilder {
    cohort: Cohort,
    register: Option<Arc<Register>>,
}

impl CohortBuilder {
    /// The cohort that a request asks for, nothing counted yet.
    pub(crate) fn from_request(framework: &Framework, request: &Value<'_>, violations: &mut Violations) -> CohortBuilder {
        let (request, refused) = Reader::whole::<Request>(request);
        violations.take_in("", refused);
        let request = request.unwrap_or_default();
        let cohort = Cohort::new(framework, request.keep);
        CohortBuilder { cohort, register: request.register.map(Arc::new) }
    }

    pub(crate) fn add(&mut self, position: usize, card: &Scorecard) -> Result<(), Violations> {
        self.cohort.add(position, card, self.register.as_deref())
    }

    pub(crate) fn finish(self) -> CohortReport {
        self.cohort.finish(self.register.as_deref())
    }
}
