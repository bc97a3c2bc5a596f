//! `publication` as a request: scorecards, what was recognised, and the head of the list.

use std::sync::Arc;

use thuocdo::json::{Reader, Value};
use thuocdo::{Date, Framework, LocalScorer, Scorecard, Violations};

use super::list::{Head, List};
use super::recognised::Recognised;
use super::result::Publication;
use crate::shared::fields::Documents;
use crate::{Keep, Register};

#[derive(Default)]
struct Request {
    as_of: Option<Date>,
    authority: Option<String>,
    keep: Option<Keep>,
    period: Option<String>,
    #[expect(dead_code, reason = "named here so that it is a known field; its documents are read one by one")]
    recognised: Option<Documents>,
    register: Option<Register>,
    #[expect(dead_code, reason = "as above")]
    scorecards: Option<Documents>,
    title: Option<String>,
}

thuocdo::record!(Request {
    as_of ? value, authority ? value, keep ? value, period ? value, recognised ? value, register ? value, scorecards ? value, title ? value
});

/// A publication in the making, and the register that it is made by.
#[derive(Clone, Debug)]
pub(crate) struct PublicationBuilder {
    list: List,
    register: Option<Arc<Register>>,
}

impl PublicationBuilder {
    /// The publication that a request asks for, nothing in it yet.
    pub(crate) fn from_request(framework: &Framework, request: &Value<'_>, violations: &mut Violations) -> PublicationBuilder {
        let (request, refused) = Reader::whole::<Request>(request);
        violations.take_in("", refused);
        let Request { as_of, authority, keep, period, register, title, .. } = request.unwrap_or_default();
        PublicationBuilder { list: List::new(framework, Head { as_of, authority, keep, period, title }), register: register.map(Arc::new) }
    }

    pub(crate) fn add(&mut self, position: usize, card: &Scorecard) -> Result<(), Violations> {
        self.list.add(position, card, self.register.as_deref())
    }

    pub(crate) fn recognise(&mut self, scorer: &LocalScorer, position: usize, document: &Value<'_>) -> Result<(), Violations> {
        self.list.recognise(position, Recognised::from_value(scorer, document)?, self.register.as_deref())
    }

    /// As [`List::forget`].
    pub(crate) fn forget(&mut self, position: usize) {
        self.list.forget(position);
    }

    pub(crate) fn finish(self) -> Publication {
        self.list.finish(self.register.as_deref())
    }
}
