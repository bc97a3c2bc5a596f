//! `publication` as a request: scorecards, what was recognised, and the head of the list.

use std::sync::Arc;

use thuocdo::json::{Reader, Value};
use thuocdo::{Date, Framework, LocalScorer, Scorecard, Stream, Violations};

use super::link::CertificateLink;
use super::list::{Head, List};
use super::recognised::Recognised;
use super::result::Publication;
use crate::shared::fields::Documents;
use crate::{Keep, Register};

#[derive(Default)]
struct Request {
    act: Option<String>,
    as_of: Option<Date>,
    authority: Option<String>,
    certificate_link: Option<CertificateLink>,
    keep: Option<Keep>,
    name_missing: bool,
    official: Option<String>,
    period: Option<String>,
    #[expect(dead_code, reason = "named here so that it is a known field; its documents are read one by one")]
    recognised: Option<Documents>,
    register: Option<Register>,
    #[expect(dead_code, reason = "as above")]
    scorecards: Option<Documents>,
    stream: Option<Stream>,
    title: Option<String>,
}

thuocdo::record!(Request {
    act ? value, as_of ? value, authority ? value, certificate_link ? value, keep ? value, name_missing ? list, official ? value, period ? value,
    recognised ? value, register ? value, scorecards ? value, stream ? value, title ? value
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
        let request = request.unwrap_or_default();
        let Request { act, as_of, authority, certificate_link, keep, name_missing, official, period, register, stream, title, .. } = request;
        let head = Head { act, as_of, authority, certificate_link, keep, name_missing, official, period, stream, title };
        PublicationBuilder { list: List::new(framework, head), register: register.map(Arc::new) }
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
