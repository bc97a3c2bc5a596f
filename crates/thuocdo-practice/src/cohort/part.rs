//! A cohort as bytes, to be merged elsewhere: in another process, on another machine.

use std::fmt;

use serde::{Deserialize, Serialize};
use thuocdo::{Framework, canonical, digest};

use super::count::{Came, Cohort};
use super::counts::{Counts, Rows};
use crate::shared::once::{Once, Whose};

/// What is told of a cohort; its shape follows from the framework.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    all: Counts,
    by_authority: Rows,
    by_period: Rows,
    by_stream: Rows,
    by_type: Rows,
    framework: String,
    missing: Vec<(u64, u32)>,
    once: Vec<(Whose, Came)>,
    open: Vec<u32>,
    other_framework: u32,
    passed_over: u32,
    scores: Vec<Vec<u32>>,
}

/// A text that [`Cohort::to_part`] of this version did not write, or that was changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotAPart;

impl fmt::Display for NotAPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a part of a cohort, of another version, or changed on its way")
    }
}

impl std::error::Error for NotAPart {}

impl Cohort {
    /// What was counted, as a text for [`Cohort::from_part`] of the same version: the digest of the rest, a blank, and JSON. `None` where a
    /// register was counted by; merge such cohorts as they are.
    pub fn to_part(&self) -> Option<String> {
        if !self.coverage.is_blank() {
            return None;
        }
        let mut cohort = self.clone();
        cohort.settle();
        let part = canonical(&Part {
            all: cohort.all,
            by_authority: cohort.by_authority,
            by_period: cohort.by_period,
            by_stream: cohort.by_stream,
            by_type: cohort.by_type,
            framework: cohort.framework.digest,
            missing: cohort.missing,
            once: cohort.once.into_places().collect(),
            open: cohort.open,
            other_framework: cohort.other_framework,
            passed_over: cohort.passed_over,
            scores: cohort.scores,
        });
        Some(format!("{} {part}", digest(&part)))
    }

    /// The cohort of a text. `framework` finds a framework by its digest.
    ///
    /// ```
    /// use thuocdo::Scorer;
    /// use thuocdo_practice::{Cohort, NotAPart};
    ///
    /// let scorer = Scorer::shipped("moet-4725-2022")?;
    /// let mut cohort = Cohort::new(scorer.framework(), None);
    /// cohort.add(0, &scorer.score(br#"{ "conditions": {}, "answers": {} }"#)?, None)?;
    /// let part = cohort.to_part().unwrap();
    /// let framework = |digest: &str| (digest == scorer.digest()).then(|| scorer.framework().clone());
    /// assert_eq!(Cohort::from_part(&part, framework).unwrap().finish(None).count, 1);
    /// assert!(matches!(Cohort::from_part(&part.replace("1", "2"), framework), Err(NotAPart { .. })));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotAPart`], also where there is no such framework, or what was counted has not its groups, indicators and levels, or does not add up.
    pub fn from_part(text: &str, framework: impl FnOnce(&str) -> Option<Framework>) -> Result<Cohort, NotAPart> {
        let (_, part) = text.split_once(' ').filter(|(stated, part)| *stated == digest(part)).ok_or(NotAPart)?;
        let part: Part = serde_json::from_str(part).map_err(|_| NotAPart)?;
        let mut cohort = Cohort::new(&framework(&part.framework).ok_or(NotAPart)?, None);
        let fits = part.framework == cohort.framework.digest
            && part.all.fit(&cohort.shape)
            && [&part.by_authority, &part.by_period, &part.by_stream, &part.by_type].iter().all(|rows| rows.fit(&cohort.shape))
            && part.missing.len() == cohort.missing.len()
            && part.open.len() == cohort.open.len()
            && part.scores.len() == cohort.scores.len()
            && part
                .scores
                .iter()
                .zip(&part.open)
                .all(|(scores, open)| u32::try_from(scores.len()).is_ok_and(|known| known.checked_add(*open) == Some(part.all.count)));
        if !fits {
            return Err(NotAPart);
        }
        let mut once = Once::default();
        for (whose, came) in part.once {
            once.note(Some(whose), came);
        }
        cohort.all = part.all;
        cohort.by_authority = part.by_authority;
        cohort.by_period = part.by_period;
        cohort.by_stream = part.by_stream;
        cohort.by_type = part.by_type;
        cohort.missing = part.missing;
        cohort.once = once;
        cohort.open = part.open;
        cohort.other_framework = part.other_framework;
        cohort.passed_over = part.passed_over;
        cohort.scores = part.scores;
        Ok(cohort)
    }
}
