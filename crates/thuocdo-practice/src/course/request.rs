//! `course` as a request: scorecards, and a register that tells who came out of whom.

use thuocdo::json::{Reader, Value};
use thuocdo::{LocalScorer, Violations};

use super::build::course;
use super::result::Course;
use crate::Register;
use crate::shared::cards::{CardOrAssessment, cards};

#[derive(Default)]
struct Request {
    register: Option<Register>,
    scorecards: Vec<CardOrAssessment>,
}

thuocdo::record!(Request { register ? value, scorecards });

/// The course that a request asks for.
pub(crate) fn course_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<Course, Violations> {
    let (request, mut violations) = Reader::whole::<Request>(request);
    let request = request.unwrap_or_default();
    let cards = cards(request.scorecards, scorer, &mut violations);
    violations.or(())?;
    course(request.register.as_ref(), &cards)
}
