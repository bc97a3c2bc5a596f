//! Scores an assessment: from answers to points, and from points to levels.
//!
//! `compile` fills a sheet from an assessment, `quick` from well-formed JSON in one pass. `sheet` holds the answers as numbers. `evaluate`
//! turns a sheet into levels, `score` into a scorecard, or each line of a text. `numbers` judges rows of plain numbers. `evidence` checks the
//! required evidence. `local` computes the local and the national scorecard under overlays. `proof` checks a scorecard.

mod compile;
mod evaluate;
mod evidence;
mod local;
mod numbers;
mod proof;
mod quick;
mod score;
mod sheet;

use crate::framework::{BasisCounts, Code, Framework, Rule, check};
use crate::points::Points;
use crate::range::Level;
use crate::scorecard::FrameworkMark;
use crate::violation::{Violation, Violations};

use evidence::Required;
use numbers::RowPlan;

#[cfg(feature = "schema")]
pub(crate) use evaluate::LevelsJson;
#[doc(hidden)]
pub use evaluate::level_numbers;
pub use evaluate::{GroupLevel, Levels};
pub(crate) use evaluate::{level, next_level};
pub use local::{LocalScore, LocalScorer};
pub use numbers::{AnswerKind, Judged, JudgedGroup, NumberPlace, Numbers, RowFaults, RowShape, Strided, blocker_bit};
#[doc(hidden)]
pub use score::BlockedBy;
pub use sheet::{Fill, Sheet};

/// A framework compiled once, to score any number of assessments; share it between threads as you like.
///
/// ```
/// use thuocdo::{Framework, Scorer};
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// assert_eq!(scorer.level("1", "75".parse().unwrap())?.get(), 2);
/// assert_eq!(scorer.level("1", "75.01".parse().unwrap())?.get(), 3);
/// # Ok::<(), thuocdo::Violations>(())
/// ```
#[derive(Clone, Debug)]
pub struct Scorer {
    basis: BasisCounts,
    blank: Sheet,
    /// Every condition's code with its position in the file, in the order of the codes.
    conditions: Vec<(Code, usize)>,
    /// Every indicator's code with its position in the file, in the order of the codes.
    codes: Vec<(Code, usize)>,
    framework: Framework,
    groups: Vec<CompiledGroup>,
    /// Every indicator, in the order of the file.
    indicators: Vec<CompiledIndicator>,
    /// The answers that need evidence.
    required: Vec<Required>,
    row: RowPlan,
}

#[derive(Clone, Debug)]
struct CompiledGroup {
    bands: Vec<(Points, Level)>,
    code: Code,
    criteria: Vec<CompiledCriterion>,
    indicators: usize,
    max: Points,
}

#[derive(Clone, Debug)]
struct CompiledCriterion {
    bands: Option<Vec<(Points, Level)>>,
    indicators: usize,
}

#[derive(Clone, Debug)]
struct CompiledIndicator {
    code: Code,
    max: Points,
    rule: Rule,
}

impl Scorer {
    /// The scorer of a framework that is part of this crate, such as `moet-4725-2022`.
    ///
    /// # Errors
    /// `unknown_framework` where no framework has this id.
    pub fn shipped(id: &str) -> Result<Scorer, Violations> {
        Scorer::new(Framework::shipped(id)?)
    }

    /// Compiles a framework.
    ///
    /// # Errors
    /// Everything in which the framework contradicts itself.
    pub fn new(framework: Framework) -> Result<Scorer, Violations> {
        let mut violations = Violations::default();
        check(&framework, &mut violations);
        violations.or(())?;

        let groups = framework.groups.iter().map(|group| CompiledGroup {
            bands: group.bands.compile(group.max),
            code: group.code.clone(),
            criteria: group
                .criteria
                .iter()
                .map(|criterion| CompiledCriterion {
                    bands: criterion.bands.as_ref().map(|bands| bands.compile(criterion.max)),
                    indicators: criterion.indicators.len(),
                })
                .collect(),
            indicators: group.criteria.iter().map(|criterion| criterion.indicators.len()).sum(),
            max: group.max,
        });
        let indicators = framework.indicators().map(|indicator| CompiledIndicator {
            code: indicator.code.clone(),
            max: indicator.max,
            rule: framework.rule_of(indicator).clone(),
        });
        Ok(Scorer {
            basis: framework.basis_counts(),
            blank: Sheet::blank(&framework),
            conditions: positions(framework.conditions().map(|condition| &condition.code)),
            codes: positions(framework.indicators().map(|indicator| &indicator.code)),
            groups: groups.collect(),
            indicators: indicators.collect(),
            required: Required::by(&framework),
            row: RowPlan::by(&framework),
            framework,
        })
    }

    /// The position in the file of the indicator of this code: its place in a [`Sheet`].
    pub fn indicator(&self, code: &str) -> Option<usize> {
        position(&self.codes, code)
    }

    /// The position in the file of the condition of this code: its place in a [`Sheet`].
    pub fn condition(&self, code: &str) -> Option<usize> {
        position(&self.conditions, code)
    }

    /// The framework.
    pub const fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The mark that every result has: the framework's id, revision and digest, and how firm its figures are.
    pub fn mark(&self) -> FrameworkMark {
        FrameworkMark { basis: self.basis, digest: self.digest().to_owned(), id: self.framework.id.clone(), revision: self.framework.revision }
    }

    /// The digest of the framework.
    pub fn digest(&self) -> &str {
        &self.blank.frame.digest
    }

    /// For each group, the last points of each band with the band's level, in ascending order.
    #[doc(hidden)]
    pub fn bands(&self) -> impl Iterator<Item = &[(Points, Level)]> {
        self.groups.iter().map(|group| group.bands.as_slice())
    }

    /// The violation for an input of another framework, or of another revision of this one. In the latter case the digests differ.
    fn wrong_framework(&self, at: String, id: &str, digest: &str) -> Violation {
        let (found, expected) = if *id == self.framework.id { (digest, self.digest()) } else { (id, self.framework.id.as_str()) };
        Violation::wrong_framework(at, found, expected)
    }

    /// The violation for an unknown group code.
    pub(crate) fn unknown_group(&self, at: String, code: &str) -> Violation {
        let accepted: Vec<&str> = self.groups.iter().map(|compiled| &*compiled.code).collect();
        Violation::unknown_group(at, code, accepted)
    }

    /// The level for a total of points in a group.
    ///
    /// # Errors
    /// `unknown_group`, or `points_out_of_range` above the group's maximum.
    pub fn level(&self, group: &str, points: Points) -> Result<Level, Violations> {
        let Some(compiled) = self.groups.iter().find(|compiled| compiled.code == group) else {
            return Err(self.unknown_group(String::new(), group).into());
        };
        if points > compiled.max {
            let found = points.to_string();
            return Err(Violation::points_out_of_range("", found.as_str(), compiled.max).into());
        }
        Ok(level(&compiled.bands, points))
    }
}

/// Each code with its index, in the order of the codes.
fn positions<'f>(codes: impl Iterator<Item = &'f Code>) -> Vec<(Code, usize)> {
    let mut positions: Vec<(Code, usize)> = codes.enumerate().map(|(position, code)| (code.clone(), position)).collect();
    positions.sort();
    positions
}

fn position(sorted: &[(Code, usize)], code: &str) -> Option<usize> {
    let place = sorted.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?;
    sorted.get(place).map(|(_, position)| *position)
}
