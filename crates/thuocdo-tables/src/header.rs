//! Finds the meaning of each column of a wide table by its name, and the faults of the table as a whole.

use std::collections::BTreeMap;

use thuocdo::json::{Value, pointer};
use thuocdo::{Framework, LocalScorer, Scorer, Violation, Violations};

use crate::about::AboutColumn;
use crate::advice::Takes;
use crate::claims::ClaimColumn;
use crate::fact::FactKind;
use crate::names::{ColumnName, FRAMEWORK, Half, Names, Place};

/// The columns of a wide table, with one assessment per row.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Who is assessed, when and by whom: the column, the pointer of its value, and the kind of its cells.
    pub about: Vec<(usize, &'static str, AboutColumn)>,
    /// The columns that state results, if the reader looks for them.
    pub claims: Vec<(usize, ClaimColumn)>,
    /// Columns without a name.
    pub blank: Vec<usize>,
    /// The columns that hold facts, in the order of codes.
    pub facts: Vec<FactColumn>,
    /// The column with the id of the framework.
    pub framework: Option<usize>,
    /// Columns with unknown names, which the reader ignores.
    pub others: Vec<usize>,
    /// Whether the framework requires evidence. A row has no place for any.
    pub requires_evidence: bool,
    /// Columns of facts that two frameworks read differently, if only the row can name its framework.
    pub unclear: Vec<usize>,
}

/// The place of a fact of a condition or an indicator.
#[derive(Clone, Debug)]
pub struct FactColumn {
    /// Code of the condition or indicator.
    pub code: String,
    /// The columns that hold it.
    pub columns: Columns,
    /// The condition or indicator, by position.
    pub place: Place,
    /// The kind of fact.
    pub kind: FactKind,
}

/// The columns of a fact, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// One column.
    One(usize),
    /// The columns of a share: its part, and its whole.
    Two(usize, usize),
}

impl FactColumn {
    /// The columns, by index.
    pub fn indices(&self) -> impl Iterator<Item = usize> + use<> {
        let both = match self.columns {
            Columns::One(index) => [Some(index), None],
            Columns::Two(part, whole) => [Some(part), Some(whole)],
        };
        both.into_iter().flatten()
    }

    /// The JSON Pointer of the fact in an assessment.
    pub fn pointer(&self) -> String {
        pointer(&format!("/{}", self.place.list()), &self.code)
    }
}

/// Every column with one code.
#[derive(Default)]
struct Found {
    part: Vec<usize>,
    plain: Vec<usize>,
    whole: Vec<usize>,
}

/// The faults of the columns of a table, each with its column.
#[derive(Clone, Debug, Default)]
pub struct HeaderFaults(pub Vec<(Violation, Option<usize>)>);

impl HeaderFaults {
    /// The faults without the columns.
    pub fn violations(self) -> Violations {
        let mut violations = Violations::default();
        self.0.into_iter().for_each(|(violation, _)| violations.push(violation));
        violations
    }
}

impl Header {
    /// Finds the meaning of the columns of a table, and every fault of theirs: a name like a mistyped code (`unknown_indicator`: `1.3.9`
    /// where the framework has `1.3.1`), a name with a code whose column cannot be read (`unread_column`), two columns of one fact
    /// (`duplicate_key`), half a share (`missing_field`). `filled_by` is the id of the framework by which the table was filled in, if the
    /// caller knows it.
    pub fn new<'n>(
        scorers: &LocalScorer,
        names: &Names,
        columns: impl IntoIterator<Item = &'n str>,
        filled_by: Option<&str>,
    ) -> (Header, HeaderFaults) {
        let mut header = Header { requires_evidence: names.requires_evidence(), ..Header::default() };
        let mut faults = HeaderFaults::default();
        let mut found: BTreeMap<usize, Found> = BTreeMap::new();
        let mut unknown = Vec::new();
        let mut frameworks = Vec::new();
        for (index, name) in columns.into_iter().enumerate() {
            match names.recognise(name) {
                ColumnName::Blank => header.blank.push(index),
                ColumnName::Framework => frameworks.push(index),
                ColumnName::About(about) => header.note_about(index, about, name, &mut faults),
                ColumnName::Claim(claim) => {
                    if header.claims.iter().any(|(_, known)| *known == claim) {
                        faults.0.push((Violation::duplicate_key("/claimed".to_owned(), name.trim()), Some(index)));
                    }
                    header.claims.push((index, claim));
                }
                ColumnName::Fact(fact, half) => half.of(found.entry(fact).or_default()).push(index),
                ColumnName::Mistyped(code) => unknown.push((index, code)),
                ColumnName::Unread(code) => {
                    let violation = Violation::unread_column("", name.trim(), code.as_str());
                    faults.0.push((violation, Some(index)));
                }
                ColumnName::Other => header.others.push(index),
            }
        }
        let refused = refused(scorers.local(), names, &found, &unknown, frameworks.len());
        for violation in &refused {
            let column = column_of(violation, names, &found, &unknown, &frameworks);
            faults.0.push((violation.clone(), column));
        }
        header.framework = frameworks.first().copied();
        header.facts = found.iter().filter_map(|(fact, found)| fact_column(names, *fact, found)).collect();
        header.facts.sort_by(|a, b| a.code.cmp(&b.code));
        if filled_by.is_none() {
            let unclear: Vec<&FactColumn> = header.facts.iter().filter(|fact| names.refined().contains(&fact.code)).collect();
            header.unclear = unclear.iter().flat_map(|fact| fact.indices()).collect();
            if let (None, Some(first)) = (header.framework, header.unclear.first()) {
                faults.0.push((not_named(scorers, some(unclear.iter().map(|fact| fact.code.as_str()))), Some(*first)));
            }
        }
        (header, faults)
    }

    fn note_about(&mut self, index: usize, about: usize, name: &str, faults: &mut HeaderFaults) {
        let Some((_, at, column)) = AboutColumn::ALL.get(about).copied() else { return };
        if self.about.iter().any(|(_, other, _)| *other == at) {
            faults.0.push((Violation::duplicate_key(at.to_owned(), name.trim()), Some(index)));
        }
        self.about.push((index, at, column));
    }

    /// The indexes of the columns of facts and of the framework.
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.facts.iter().flat_map(FactColumn::indices).chain(self.framework)
    }

    /// What the cells of a column take.
    pub fn takes(&self, index: usize) -> Takes {
        let of_fact = || {
            let fact = self.facts.iter().find(|fact| fact.indices().any(|own| own == index))?;
            Some(if matches!(fact.columns, Columns::Two(..)) { Takes::Half } else { Takes::Fact(fact.kind) })
        };
        let of_about = self.about.iter().find(|(own, ..)| *own == index).map(|(.., about)| Takes::About(*about));
        of_about.or_else(of_fact).unwrap_or(Takes::Framework)
    }

    /// The columns that are read, in their order: each with the name that a table of codes has for it.
    pub fn named(&self) -> impl Iterator<Item = (usize, String)> {
        let facts = self.facts.iter().flat_map(|fact| match fact.columns {
            Columns::One(index) => vec![(index, fact.code.clone())],
            Columns::Two(part, whole) => vec![(part, format!("{}.part", fact.code)), (whole, format!("{}.whole", fact.code))],
        });
        let name_of = |at: &str| AboutColumn::ALL.iter().find(|(_, own, _)| *own == at).map(|(name, ..)| (*name).to_owned());
        let about = self.about.iter().filter_map(|(index, at, _)| Some((*index, name_of(at)?)));
        let framework = self.framework.map(|index| (index, FRAMEWORK.to_owned()));
        let mut named: Vec<(usize, String)> = facts.chain(about).chain(framework).collect();
        named.sort_unstable();
        named.into_iter()
    }

    /// Checks that some column holds a fact.
    ///
    /// # Errors
    /// `no_known_column`.
    pub fn check_facts<'n>(&self, framework: &Framework, columns: impl IntoIterator<Item = &'n str>) -> Result<(), Violation> {
        if !self.facts.is_empty() || !self.claims.is_empty() {
            return Ok(());
        }
        let codes = framework.conditions().map(|condition| &*condition.code).take(1).chain(framework.indicators().map(|it| &*it.code).take(2));
        let found = some(columns);
        Err(Violation::no_known_column("", codes.collect::<Vec<_>>(), found))
    }

    /// The column of the facts at a pointer, or of the answer that contains it.
    pub fn column_at(&self, pointer: &str) -> Option<usize> {
        let is_around = |at: &str| is_within(pointer, at);
        let about = || self.about.iter().find(|(_, at, _)| is_around(at)).map(|(index, ..)| *index);
        let framework = || self.framework.filter(|_| pointer == "/framework");
        let of_fact = |fact: &FactColumn| match fact.columns {
            Columns::Two(_, whole) if pointer.ends_with("/whole") => whole,
            Columns::One(index) | Columns::Two(index, _) => index,
        };
        self.facts.iter().find(|fact| is_around(&fact.pointer())).map(of_fact).or_else(about).or_else(framework)
    }
}

/// The violation for a table that does not name its framework, and has facts that two frameworks read differently.
pub(crate) fn not_named(scorers: &LocalScorer, codes: Vec<&str>) -> Violation {
    let frameworks = vec![scorers.local().framework().id.as_str(), scorers.national().framework().id.as_str()];
    Violation::framework_not_named(format!("/{FRAMEWORK}"), codes, frameworks)
}

impl Half {
    fn of(self, found: &mut Found) -> &mut Vec<usize> {
        match self {
            Half::Both => &mut found.plain,
            Half::Part => &mut found.part,
            Half::Whole => &mut found.whole,
        }
    }
}

/// The core's violations for an assessment with these columns: unknown codes, halves of shares, duplicates.
fn refused(scorer: &Scorer, names: &Names, found: &BTreeMap<usize, Found>, unknown: &[(usize, String)], frameworks: usize) -> Violations {
    let (mut answers, mut conditions) = (Vec::new(), Vec::new());
    for (fact, found) in found {
        let Some(asked) = names.asked().get(*fact) else { continue };
        let list = if matches!(asked.place, Place::Condition(_)) { &mut conditions } else { &mut answers };
        list.extend(found.plain.iter().map(|_| (asked.code.as_str().into(), Value::Null)));
        // Valid shares, so that the core reports only missing halves and duplicates.
        let count = |key: &'static str, count: u64| (key.into(), Value::Number(count.into()));
        let share: Vec<_> = found.part.iter().map(|_| count("part", 0)).chain(found.whole.iter().map(|_| count("whole", 1))).collect();
        if !share.is_empty() {
            answers.push((asked.code.as_str().into(), Value::Object(share)));
        }
    }
    answers.extend(unknown.iter().map(|(_, code)| (code.as_str().into(), Value::Null)));
    let mut table: Vec<_> = (0..frameworks).map(|_| (FRAMEWORK.into(), Value::Null)).collect();
    table.extend([("answers".into(), Value::Object(answers)), ("conditions".into(), Value::Object(conditions))]);
    scorer.assessment(&Value::Object(table)).err().unwrap_or_default()
}

/// The column that a violation of the header is about; of duplicates, the last one.
fn column_of(
    violation: &Violation,
    names: &Names,
    found: &BTreeMap<usize, Found>,
    unknown: &[(usize, String)],
    frameworks: &[usize],
) -> Option<usize> {
    let at = violation.at();
    let is_around = |place: &str| is_within(at, place);
    let of_fact = |(fact, found): (&usize, &Found)| {
        let asked = names.asked().get(*fact)?;
        let last = found.plain.iter().chain(&found.part).chain(&found.whole).max().copied();
        is_around(&asked.pointer()).then_some(last).flatten()
    };
    let of_unknown = || unknown.iter().rev().find(|(_, code)| is_around(&pointer("/answers", code))).map(|(index, _)| *index);
    found.iter().find_map(of_fact).or_else(of_unknown).or_else(|| frameworks.last().copied().filter(|_| is_around("/framework")))
}

fn fact_column(names: &Names, fact: usize, found: &Found) -> Option<FactColumn> {
    let asked = names.asked().get(fact)?;
    let columns = match (found.plain.first(), found.part.first(), found.whole.first()) {
        (Some(plain), ..) => Columns::One(*plain),
        (None, Some(part), Some(whole)) => Columns::Two(*part, *whole),
        _ => return None,
    };
    Some(FactColumn { code: asked.code.clone(), columns, place: asked.place, kind: asked.kind })
}

/// Whether a pointer is at or below a place.
pub(crate) fn is_within(pointer: &str, place: &str) -> bool {
    pointer.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The first names, as many as a message has room for.
pub fn some<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    const SHOWN: usize = 5;
    let mut names = names.into_iter();
    let mut shown: Vec<&str> = names.by_ref().take(SHOWN).collect();
    shown.extend(names.next().map(|_| "…"));
    shown
}
