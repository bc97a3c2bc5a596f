//! The question that every engine is asked, and its answer.

use thuocdo::Framework;

use crate::Failure;

/// The two groups' points in hundredths, their levels, and the lower level.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Outcome {
    /// Sum of each group, in hundredths.
    pub sums: [u32; 2],
    /// Level of each group: below 50 is 1, from 50 to 75 is 2, above is 3.
    pub levels: [u8; 2],
    /// The lower of the two levels.
    pub overall: u8,
}

/// Which codes each group adds up.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The indicators' codes, group by group.
    pub groups: [Vec<String>; 2],
}

impl Rules {
    /// The codes of a framework of two groups.
    pub fn of(framework: &Framework) -> Result<Self, Failure> {
        let groups: Vec<Vec<String>> = framework
            .groups
            .iter()
            .map(|group| {
                let indicators = group.criteria.iter().flat_map(|criterion| &criterion.indicators);
                indicators.map(|indicator| indicator.code.to_string()).collect()
            })
            .collect();
        let groups = groups.try_into().map_err(|_| "the peers are written for two groups")?;
        Ok(Self { groups })
    }
}

/// Points as hundredths, from an engine that counts in floats.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sums of the benches lie between 0 and 100")]
pub fn hundredths(points: f64) -> u32 {
    (points * 100.0).round() as u32
}
