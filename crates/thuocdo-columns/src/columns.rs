//! What each column of a table is taken for, and what stands in it: for whoever looks at a table before it is scored.

use std::collections::{HashMap, HashSet};

use arrow_array::{Array, RecordBatch};
use arrow_schema::Schema;
use thuocdo::json::Value;
use thuocdo::{Lang, LocalScorer, Scorer, Violation};
use thuocdo_tables::{AboutColumn, Cell, ColumnName, Columns, FRAMEWORK, FactColumn, FactKind, Header, Names, Place, whole_number};

use crate::header::not_readable;
use crate::rows::reader;

/// How many odd values of a column are shown.
const SHOWN: usize = 3;

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnSeen {
    /// Its name, as the table has it.
    pub name: String,
    /// The code of its condition or indicator, or the name of who, when and by whom, such as `institution.code`.
    pub code: Option<String>,
    /// What its cells are read as.
    pub read_as: ReadAs,
    /// How many cells are blank; `None` if the column was not handed over, or its type is not read.
    pub blanks: Option<usize>,
    /// The first different values that a row is refused for.
    pub odd: Vec<String>,
    /// Why the table is refused for this column.
    pub fault: Option<Violation>,
}

/// What the cells of a column are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// Who is assessed, when or by whom.
    About,
    /// Met or not, of a condition.
    Condition,
    /// A whole number.
    Count,
    /// The id of the framework.
    Framework,
    /// Met or not, of an indicator.
    Met,
    /// Nothing: the column is not read.
    Nothing,
    /// The part of a share.
    Part,
    /// Points.
    Points,
    /// A share, such as `24/32`.
    Share,
    /// The whole of a share.
    Whole,
}

impl ReadAs {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            ReadAs::About => "about",
            ReadAs::Condition => "condition",
            ReadAs::Count => "count",
            ReadAs::Framework => "framework",
            ReadAs::Met => "met",
            ReadAs::Nothing => "nothing",
            ReadAs::Part => "part",
            ReadAs::Points => "points",
            ReadAs::Share => "share",
            ReadAs::Whole => "whole",
        }
    }
}

/// What each column of a table is taken for. `names` are all columns; `table` has those that are read, or more: the columns that it lacks are
/// told by their names alone. A fault of the table is no error here: it stands at its column.
///
/// ```
/// use arrow_array::{ArrayRef, RecordBatch, StringArray};
/// use std::sync::Arc;
/// use thuocdo::{Framework, LocalScorer, Scorer};
/// use thuocdo_columns::columns;
///
/// let points: ArrayRef = Arc::new(StringArray::from(vec![Some("5,25"), None, Some("sáu")]));
/// let batch = RecordBatch::try_from_iter([("Điểm 1.3.1", points)])?;
/// let scorer = LocalScorer::new(Scorer::new(Framework::shipped("moet-4725-2022")?)?);
/// let [seen] = columns(&scorer, &["Điểm 1.3.1".to_owned()], &batch.schema(), &[batch], None).try_into().map_err(|_| "one column")?;
/// assert_eq!((seen.code.as_deref(), seen.read_as.as_str(), seen.blanks), (Some("1.3.1"), "points", Some(1)));
/// assert_eq!(seen.odd, ["sáu"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn columns(scorers: &LocalScorer, names: &[String], table: &Schema, batches: &[RecordBatch], filled_by: Option<&str>) -> Vec<ColumnSeen> {
    let known = Names::new(scorers);
    let (header, faults) = Header::new(scorers, &known, names.iter().map(String::as_str), filled_by);
    let mut handed: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, field) in table.fields().iter().enumerate().rev() {
        handed.entry(field.name()).or_default().push(index);
    }
    let seen = names.iter().enumerate().map(|(index, name)| {
        let judge = Judge::of(&header, &known, index, name);
        let fault = faults.0.iter().find(|(_, column)| *column == Some(index)).map(|(violation, _)| violation.clone());
        let mut seen =
            ColumnSeen { name: name.clone(), code: judge.code(&known, name), read_as: judge.read_as(), blanks: None, odd: Vec::new(), fault };
        if let Some(column) = handed.get_mut(name.as_str()).and_then(Vec::pop) {
            look(scorers.local(), &judge, column, table, batches, &mut seen);
        }
        seen
    });
    seen.collect()
}

/// Looks at the cells of a column.
fn look(scorer: &Scorer, judge: &Judge<'_>, column: usize, table: &Schema, batches: &[RecordBatch], seen: &mut ColumnSeen) {
    let mut blanks = 0;
    let mut judged: HashSet<String> = HashSet::new();
    for batch in batches {
        let array = batch.column(column);
        let Some(cell) = reader(array) else {
            seen.fault = seen.fault.take().or_else(|| judge.fact().map(|fact| not_readable(fact, table.field(column).data_type())));
            return;
        };
        for row in 0..array.len() {
            let Some(cell) = cell(row) else {
                blanks += 1;
                continue;
            };
            if seen.odd.len() == SHOWN || judge.is_plain(scorer, &cell) {
                continue;
            }
            let shown = cell.show(Lang::Vi);
            if judged.insert(shown.clone()) && judge.is_refused(scorer, cell) {
                seen.odd.push(shown);
            }
        }
    }
    seen.blanks = Some(blanks);
}

/// What decides whether a cell of a column is odd.
enum Judge<'h> {
    About(&'static str, AboutColumn),
    Fact(&'h FactColumn),
    Framework,
    Half(&'h FactColumn, ReadAs),
    Nothing,
}

impl<'h> Judge<'h> {
    fn of(header: &'h Header, names: &Names, index: usize, name: &str) -> Judge<'h> {
        let fact = header.facts.iter().find(|fact| fact.indices().any(|own| own == index));
        match fact.map(|fact| (fact, fact.columns)) {
            Some((fact, Columns::One(_))) => return Judge::Fact(fact),
            Some((fact, Columns::Two(part, _))) => return Judge::Half(fact, if part == index { ReadAs::Part } else { ReadAs::Whole }),
            None => {}
        }
        if let Some((_, at, about)) = header.about.iter().find(|(own, ..)| *own == index) {
            return Judge::About(at, *about);
        }
        if names.recognise(name) == ColumnName::Framework { Judge::Framework } else { Judge::Nothing }
    }

    fn fact(&self) -> Option<&'h FactColumn> {
        match self {
            Judge::Fact(fact) | Judge::Half(fact, _) => Some(fact),
            Judge::About(..) | Judge::Framework | Judge::Nothing => None,
        }
    }

    /// The code of a column, also of one that is refused.
    fn code(&self, names: &Names, name: &str) -> Option<String> {
        match self {
            Judge::Fact(fact) | Judge::Half(fact, _) => Some(fact.code.clone()),
            Judge::About(at, _) => AboutColumn::ALL.iter().find(|(_, own, _)| own == at).map(|(name, ..)| (*name).to_owned()),
            Judge::Framework => Some(FRAMEWORK.to_owned()),
            Judge::Nothing => match names.recognise(name) {
                ColumnName::Unread(code) => Some(code),
                ColumnName::Fact(index, _) => names.asked().get(index).map(|asked| asked.code.clone()),
                _ => None,
            },
        }
    }

    fn read_as(&self) -> ReadAs {
        match self {
            Judge::About(..) => ReadAs::About,
            Judge::Framework => ReadAs::Framework,
            Judge::Half(_, half) => *half,
            Judge::Nothing => ReadAs::Nothing,
            Judge::Fact(fact) => match (fact.place, fact.kind) {
                (Place::Condition(_), _) => ReadAs::Condition,
                (_, FactKind::Met) => ReadAs::Met,
                (_, FactKind::Points(_)) => ReadAs::Points,
                (_, FactKind::Share) => ReadAs::Share,
                (_, FactKind::Count) => ReadAs::Count,
            },
        }
    }

    /// Whether a cell is clearly right, as nearly all are.
    fn is_plain(&self, scorer: &Scorer, cell: &Cell<'_>) -> bool {
        match self {
            Judge::Nothing => true,
            Judge::Fact(fact) => match (fact.place, fact.kind.fact(cell)) {
                (_, None) => false,
                (Place::Condition(_), Some(_)) => true,
                (Place::Indicator(position), Some(said)) => scorer.points(position, said).is_ok(),
            },
            Judge::About(..) | Judge::Framework | Judge::Half(..) => false,
        }
    }

    /// Whether the core refuses a form for this cell.
    fn is_refused(&self, scorer: &Scorer, cell: Cell<'_>) -> bool {
        let (at, value) = match self {
            Judge::Nothing => return false,
            Judge::Half(..) => return !matches!(whole_number(cell), Value::Number(number) if number.count().is_some()),
            Judge::Fact(fact) => (fact.pointer(), fact.kind.value(cell)),
            Judge::About(at, about) => ((*at).to_owned(), about.value(cell)),
            Judge::Framework => (format!("/{FRAMEWORK}"), cell.value()),
        };
        let mut keys = at.split('/').skip(1).collect::<Vec<_>>().into_iter().rev();
        let Some(last) = keys.next() else { return false };
        let mut value = Value::Object(vec![(last.to_owned().into(), value)]);
        for key in keys {
            value = Value::Object(vec![(key.to_owned().into(), value)]);
        }
        let refused = scorer.assessment(&value).err().unwrap_or_default();
        refused.iter().any(|violation| violation.at().strip_prefix(at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }
}
