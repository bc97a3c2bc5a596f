//! From scorecards to the course that they make.

use thuocdo::{Scorecard, Violations};

use super::line::{Line, Placed};
use super::result::Course;
use super::{gains, steps};
use crate::Register;

/// The course of one institution.
///
/// The cards may come in any order. Their institution is the one that all others are predecessors of by the register; without a register
/// all must have one code.
///
/// ```
/// use thuocdo::{Assessment, Framework, Scorer};
/// use thuocdo_practice::course;
///
/// let scorer = Scorer::new(Framework::shipped("moet-4725-2022")?)?;
/// let school = |period: &str, points: &str| {
///     let school = format!(
///         r#"{{ "institution": {{ "code": "31-0042" }}, "period": "{period}", "conditions": {{}}, "answers": {{ "1.3.1": {points} }} }}"#
///     );
///     scorer.score(&Assessment::from_json(school.as_bytes())?)
/// };
/// let course = course(None, &[school("2022-2023", "4")?, school("2023-2024", "5.5")?])?;
/// assert_eq!(course.gains[0].code.to_string(), "1.3.1");
/// assert_eq!(course.gains[0].score.low.to_string(), "1.5");
/// # Ok::<(), thuocdo::Violations>(())
/// ```
///
/// # Errors
///
/// A card without code or period (`missing_field`), a period that names no years and so has no place in an order (`unknown_value`), two
/// cards of one code and period (`duplicate_code`), a card of another institution (`other_institution`), no card at all (`empty_list`).
pub fn course(register: Option<&Register>, scorecards: &[Scorecard]) -> Result<Course, Violations> {
    let blank = Register::default();
    let register = register.unwrap_or(&blank);
    let line = Line::of(register, scorecards)?;
    let links = steps::links(register, &line);
    Ok(Course {
        entries: line.cards.iter().map(Placed::entry).collect(),
        gains: gains::gains(&line, &links),
        institution: line.institution.clone(),
        steps: links.iter().filter_map(|link| steps::step(&line, link)).collect(),
    })
}
