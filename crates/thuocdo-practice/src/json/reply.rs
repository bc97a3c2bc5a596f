//! What comes back of a question: the result as JSON, and the same in words.

use std::fmt::Debug;

use thuocdo::{Framework, Lang, LocalScore, LocalScorer, Overlay, Plan, Report, WhatIf, explain};

use crate::conform::{Conformance, Kit};
use crate::process::{Case, Status};
use crate::quality::{BatchQuality, Quality};
use crate::recognition::{Certificate, SignedCertificate, Verification};
use crate::review::{AgreementReport, Panel, Review};
use crate::{AuditReport, CohortReport, Course, ImpactReport, LocalFramework, Publication};

/// The result of a question. Its words need the scorer that computed it, for the titles.
pub trait Reply: Debug + Send + Sync {
    /// As canonical JSON (RFC 8785). Messages in it, where it has any, are in `lang`.
    fn to_json(&self, lang: Lang) -> String;

    /// In words, laid out.
    fn report(&self, scorer: &LocalScorer, lang: Lang) -> Report;

    /// The publication, which can be made a page and a table too; `None` of every other result.
    fn publication(&self) -> Option<&Publication> {
        None
    }
}

/// Results that are the same JSON in both languages; the framework gives the titles for their words.
macro_rules! answers {
    ($($result:ty: |$own:ident, $framework:ident, $lang:ident| $report:expr;)+) => {
        $(impl Reply for $result {
            fn to_json(&self, _: Lang) -> String {
                <$result>::to_json(self)
            }

            fn report(&self, scorer: &LocalScorer, $lang: Lang) -> Report {
                let ($own, $framework) = (self, scorer.local().framework());
                $report
            }
        })+
    };
}

answers! {
    AuditReport: |of, _framework, lang| of.report(lang);
    AgreementReport: |of, framework, lang| of.report(framework, lang);
    Certificate: |of, framework, lang| of.report(framework, lang);
    CohortReport: |of, framework, lang| of.report(framework, lang);
    Course: |of, framework, lang| of.report(framework, lang);
    Conformance: |of, _framework, lang| of.report(lang);
    ImpactReport: |of, _framework, lang| of.report(lang);
    Kit: |of, _framework, lang| of.report(lang);
    LocalScore: |of, framework, lang| scores(of, framework, lang);
    Panel: |of, framework, lang| of.report(framework, lang);
    Plan: |of, framework, lang| of.report(framework, lang);
    Review: |of, framework, lang| of.report(framework, lang);
    SignedCertificate: |of, framework, lang| of.certificate.report(framework, lang);
    Verification: |of, _framework, lang| of.report(lang);
    WhatIf: |of, framework, lang| of.report(framework, lang);
}

impl Reply for Quality {
    fn to_json(&self, lang: Lang) -> String {
        Quality::to_json(self, lang)
    }

    fn report(&self, _: &LocalScorer, lang: Lang) -> Report {
        Quality::report(self, lang)
    }
}

impl Reply for BatchQuality {
    fn to_json(&self, lang: Lang) -> String {
        BatchQuality::to_json(self, lang)
    }

    fn report(&self, _: &LocalScorer, lang: Lang) -> Report {
        BatchQuality::report(self, lang)
    }
}

impl Reply for Publication {
    fn to_json(&self, _: Lang) -> String {
        Publication::to_json(self)
    }

    fn report(&self, scorer: &LocalScorer, lang: Lang) -> Report {
        Publication::report(self, scorer.local().framework(), lang)
    }

    fn publication(&self) -> Option<&Publication> {
        Some(self)
    }
}

/// The words of a status name the events of its case.
impl Reply for (Status, Case) {
    fn to_json(&self, _: Lang) -> String {
        self.0.to_json()
    }

    fn report(&self, scorer: &LocalScorer, lang: Lang) -> Report {
        self.0.report(&self.1, scorer.local().framework(), lang)
    }
}

/// The words of a local framework say what its overlay changes.
impl Reply for (LocalFramework, Overlay) {
    fn to_json(&self, _: Lang) -> String {
        self.0.to_json()
    }

    fn report(&self, scorer: &LocalScorer, lang: Lang) -> Report {
        self.1.report(scorer.local().framework(), lang)
    }
}

fn scores(of: &LocalScore, framework: &Framework, lang: Lang) -> Report {
    let words = explain(framework, &of.local, lang);
    let mut report = Report::default();
    for group in &words.groups {
        report.title(group.headline.as_str());
        report.lines(group.gained.iter().chain(&group.missing).chain(&group.conditions).cloned());
        report.line(group.next_level.as_str());
    }
    report.lines(words.overall.into_iter().chain(words.recognition));
    report
}
