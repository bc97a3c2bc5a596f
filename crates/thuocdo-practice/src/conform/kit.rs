//! The kit: its cases, and the mark by which two people know that they mean the same one.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{FrameworkRef, Scorer};

use super::case::Case;
use super::make::cases;

/// The version of the rules by which cases are made and compared. It rises if a framework gets other cases, or answers are compared otherwise.
pub const KIT_VERSION: u32 = 1;

/// The boundary cases of a framework, with what follows from each. Made of the framework alone: two engines of one version make the same kit.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Kit {
    /// The cases.
    pub cases: Vec<Case>,
    /// The names of cases that were left out, because no answers bring their total under this framework.
    pub left_out: Vec<String>,
    /// Which kit it is.
    pub mark: KitMark,
}

/// Which kit it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct KitMark {
    /// The number of its cases.
    pub cases: u32,
    /// SHA-256 digest of the canonical JSON of its cases, with the answers.
    pub digest: String,
    /// By which framework the answers are right.
    pub framework: FrameworkRef,
    /// The version of the kit's rules.
    pub version: u32,
}

impl Kit {
    /// The kit of a framework.
    ///
    /// ```
    /// use thuocdo::Scorer;
    /// use thuocdo_practice::conform::Kit;
    /// let kit = Kit::new(&Scorer::shipped("moet-4725-2022")?);
    /// assert!(kit.cases.iter().any(|case| case.case == "edge-1-75.01"));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    pub fn new(scorer: &Scorer) -> Kit {
        let (cases, left_out) = cases(scorer);
        let mark = KitMark {
            cases: u32::try_from(cases.len()).unwrap_or(u32::MAX),
            digest: thuocdo::digest(&thuocdo::canonical(&cases)),
            framework: FrameworkRef::from(scorer.framework()),
            version: KIT_VERSION,
        };
        Kit { cases, left_out, mark }
    }

    /// The same cases without the answers, to hand to whoever is to answer them.
    #[must_use]
    pub fn without_answers(mut self) -> Kit {
        self.cases.iter_mut().for_each(|case| case.expected = None);
        self
    }

    /// The kit as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}
