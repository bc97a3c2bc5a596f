//! What is done with the schools of a country over three years, in one pass from text.

use std::hint::black_box;

use thuocdo::{Goal, Scorer, plan_assessment};
use thuocdo_practice::Cohort;
use thuocdo_practice::quality::{Batch, QualityOptions};

use crate::Failure;

/// Which parts of the work are done; the scorecards always are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// The cohort is counted.
    pub cohort: bool,
    /// A plan to the next level of each group.
    pub plans: bool,
    /// Data quality of the batch.
    pub quality: bool,
}

impl Parts {
    /// All of it.
    pub const ALL: Parts = Parts { cohort: true, plans: true, quality: true };
}

/// The lines of one year in three years.
pub fn years(country: &str) -> Vec<String> {
    ["2021-2022", "2022-2023", "2023-2024"].map(|year| country.replace("2023-2024", year)).into()
}

/// Does the work on every line. Returns how many raises the plans have, how many cards were counted, and how many assessments looked at.
pub fn year(scorer: &Scorer, years: &[String], parts: Parts) -> Result<(usize, u32, u64), Failure> {
    let goal = Goal::default();
    let mut quality = Batch::new(scorer, QualityOptions::default());
    let mut cohort = Cohort::new(scorer.framework(), None);
    let mut raises = 0;
    for (position, line) in years.iter().flat_map(|year| black_box(year).lines()).enumerate() {
        let assessment = scorer.assessment(line)?;
        let card = if parts.plans {
            let (card, plan) = plan_assessment(scorer, &assessment, &goal)?;
            raises += plan.groups.iter().map(|group| group.fewest.raises.len()).sum::<usize>();
            card
        } else {
            black_box(scorer.score(&assessment)?)
        };
        if parts.cohort {
            cohort.add(position, &card, None)?;
        }
        if parts.quality {
            quality.add(&assessment);
        }
    }
    Ok((raises, cohort.finish(None).count, quality.finish().count))
}
