//! Other engines on the same work: the two groups' sums, their levels, and the lower level.
//!
//! Each gets the best form its interface offers: rules compiled once, its own native values, memory reused where it allows that.
//! None of them checks ranges, knows of missing answers, or adds up criteria.

mod cel;
mod datalogic;
#[cfg(test)]
mod tests;
mod zen;

pub use self::cel::Cel;
pub use self::datalogic::Datalogic;
pub use self::zen::{ZenExpressions, ZenGraph};

use crate::{Failure, Outcome, Rules};

/// An engine with the rules compiled.
pub trait Peer: Sized {
    /// An assessment as the engine's own value.
    type School;

    /// Compiles the rules.
    fn compile(rules: &Rules) -> Result<Self, Failure>;

    /// Reads an assessment's JSON in the quickest way the engine has.
    fn read(&self, json: &str) -> Result<Self::School, Failure>;

    /// Answers for one school.
    fn evaluate(&mut self, school: &Self::School) -> Result<Outcome, Failure>;

    /// Reads and answers.
    fn evaluate_json(&mut self, json: &str) -> Result<Outcome, Failure> {
        let school = self.read(json)?;
        self.evaluate(&school)
    }
}

/// The terms of a rule in an engine's language, joined.
fn join(codes: &[String], separator: &str, term: impl Fn(&str) -> String) -> String {
    codes.iter().map(|code| term(code)).collect::<Vec<_>>().join(separator)
}
