//! From scorecards to the course that they make.

use thuocdo::{Scorecard, Violations};

use super::line::{Line, Placed};
use super::result::Course;
use super::{gains, steps};
use crate::Register;

/// The course of one institution.
///
/// The cards may come in any order. Their institution is the one that all others are predecessors of by the register; without a register
/// all must bear one code. Refused: a card without code or period (`missing_field`), a period that names no years and so has no place in
/// an order (`unknown_value`), two cards of one code and period (`duplicate_code`), a card of another institution (`other_institution`),
/// no card at all (`empty_list`).
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
