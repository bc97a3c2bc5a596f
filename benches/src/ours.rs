//! The library, asked for the same [`Outcome`] as its peers.

use thuocdo::{Levels, Points, Range};

use crate::{Failure, Outcome};

/// Reads the outcome off the levels of a complete assessment.
pub fn outcome(levels: &Levels) -> Result<Outcome, Failure> {
    let [first, second] = levels.groups() else {
        return Err("the peers are written for two groups".into());
    };
    let exact = |score: Range<Points>| {
        if score.is_exact() { Ok(score.low.hundredths()) } else { Err("an answer is missing") }
    };
    Ok(Outcome {
        sums: [exact(first.score)?, exact(second.score)?],
        levels: [first.level.low.get(), second.level.low.get()],
        overall: levels.overall().low.get(),
    })
}
