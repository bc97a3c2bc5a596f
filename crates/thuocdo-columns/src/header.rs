//! Finds the meaning of each column by its name and type, and the faults of the table as a whole.

use arrow_schema::{DataType, Schema};
use thuocdo::Term;
use thuocdo::{LocalScorer, Violation, Violations};
use thuocdo_tables::{FRAMEWORK, FactColumn, Header, Names, Place};

use crate::read::{holds_facts, holds_texts};

/// Finds the meaning of the columns of a table. Notes every fault.
pub(crate) fn header(scorers: &LocalScorer, names: &Names, table: &Schema, filled_by: Option<&str>, violations: &mut Violations) -> Header {
    let (header, faults) = Header::new(scorers, names, table.fields().iter().map(|field| field.name().as_str()), filled_by);
    for violation in &faults.violations() {
        violations.push(violation.clone());
    }
    if let Some(index) = header.framework
        && !holds_texts(table.field(index).data_type())
    {
        violations.push(wrong_type(format!("/{FRAMEWORK}"), table.field(index).data_type(), Term::String));
    }
    for fact in &header.facts {
        for data_type in fact.indices().map(|index| table.field(index).data_type()).filter(|data_type| !holds_facts(data_type)) {
            violations.push(not_readable(fact, data_type));
        }
    }
    header
}

/// Checks that some column holds a fact.
pub(crate) fn check_facts(header: &Header, scorers: &LocalScorer, table: &Schema) -> Result<(), Violations> {
    Ok(header.check_facts(scorers.local().framework(), table.fields().iter().map(|field| field.name().as_str()))?)
}

/// The columns that the output repeats, in order: all but those of facts.
pub(crate) fn carried(header: &Header, table: &Schema) -> Vec<usize> {
    let facts: Vec<usize> = header.facts.iter().flat_map(FactColumn::indices).collect();
    (0..table.fields().len()).filter(|index| !facts.contains(index)).collect()
}

/// The violation of a column of facts whose type holds none.
pub(crate) fn not_readable(fact: &FactColumn, found: &DataType) -> Violation {
    let expected = if matches!(fact.place, Place::Condition(_)) { Term::ExpectCondition } else { Term::ExpectAnswer };
    wrong_type(fact.pointer(), found, expected)
}

fn wrong_type(at: String, found: &DataType, expected: Term) -> Violation {
    Violation::wrong_type(at, found.to_string().as_str(), expected)
}
