//! Which columns a table of assessments has, and what each takes.
//!
//! A wide CSV has them side by side, an XLSX form one below the other; the names are the same.

use std::collections::HashMap;

use thuocdo::cell::Who;
use thuocdo::{Framework, Lang, cell};

use crate::words::Word;

/// What the cells of a column take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Which school, when, or by whom.
    Who(Who),
    /// The id of the framework (in forms only).
    Framework,
    /// The fact of a condition or indicator.
    Fact(cell::Takes),
}

/// A column of a table, or a row of a form.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name: `period`, `1.3.1`.
    pub(crate) name: String,
    /// The place of its facts in an assessment, as a JSON Pointer.
    pub(crate) at: String,
    /// What it takes.
    pub(crate) takes: Takes,
}

/// The row of a form that names its framework.
pub(crate) const FRAMEWORK: &str = "framework";

/// The columns of a framework.
#[derive(Debug)]
pub(crate) struct Columns {
    all: Vec<Column>,
    by_name: HashMap<String, usize>,
}

impl Columns {
    /// Those of a table.
    pub(crate) fn of_table(framework: &Framework) -> Columns {
        let head = Who::COLUMNS.into_iter().map(|(name, at, who)| Column { name: name.to_owned(), at: at.to_owned(), takes: Takes::Who(who) });
        Columns::new(head.chain(facts(framework)).collect())
    }

    /// Those of a form, which names its framework first.
    pub(crate) fn of_form(framework: &Framework) -> Columns {
        let named = Column { name: FRAMEWORK.to_owned(), at: format!("/{FRAMEWORK}"), takes: Takes::Framework };
        let mut columns = Columns::of_table(framework);
        columns.all.insert(0, named);
        Columns::new(columns.all)
    }

    fn new(all: Vec<Column>) -> Columns {
        let by_name = all.iter().enumerate().map(|(index, column)| (column.name.clone(), index)).collect();
        Columns { all, by_name }
    }

    /// In order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Column> {
        self.all.iter()
    }

    /// The index of the column of this name, in any case.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied().or_else(|| self.all.iter().position(|column| column.name.eq_ignore_ascii_case(name)))
    }

    /// The column of this index.
    pub(crate) fn get(&self, index: usize) -> Option<&Column> {
        self.all.get(index)
    }

    /// The column whose facts stand at a pointer or around it.
    pub(crate) fn at(&self, pointer: &str) -> Option<usize> {
        self.all.iter().position(|column| pointer.strip_prefix(column.at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    /// The names, for a message.
    pub(crate) fn names(&self) -> String {
        let names: Vec<&str> = self.all.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }
}

/// The columns of conditions and indicators, group by group.
fn facts(framework: &Framework) -> Vec<Column> {
    let mut columns = Vec::new();
    for group in &framework.groups {
        for condition in &group.conditions {
            let name = condition.code.to_string();
            columns.push(Column { at: format!("/conditions/{name}"), name, takes: Takes::Fact(cell::Takes::Met) });
        }
        for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators) {
            let name = indicator.code.to_string();
            let takes = Takes::Fact(cell::Takes::of(indicator, framework.rule_of(indicator)));
            columns.push(Column { at: format!("/answers/{name}"), name, takes });
        }
    }
    columns
}

impl Takes {
    /// What a person may write there.
    pub(crate) fn accepts(self, lang: Lang) -> String {
        match self {
            Takes::Who(Who::Name) => Word::TakesText.say(lang).to_owned(),
            Takes::Who(who @ (Who::Type | Who::Stream)) => words(who, lang),
            Takes::Who(Who::Date) => Word::TakesDate.say(lang).to_owned(),
            Takes::Framework => Word::TakesFramework.say(lang).to_owned(),
            Takes::Fact(cell::Takes::Met) => Word::TakesMet.say(lang).to_owned(),
            Takes::Fact(cell::Takes::Points(max)) => Word::TakesPoints.with(lang, &[&max.text(lang)]),
            Takes::Fact(cell::Takes::Share) => Word::TakesShare.say(lang).to_owned(),
            Takes::Fact(cell::Takes::Count) => Word::TakesCount.say(lang).to_owned(),
        }
    }
}

impl Takes {
    /// The same in short, where any text would do not at all.
    pub(crate) fn hint(self, lang: Lang) -> Option<String> {
        match self {
            Takes::Who(Who::Name) | Takes::Framework => None,
            Takes::Who(who @ (Who::Type | Who::Stream)) => Some(who.words(lang).into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" / ")),
            Takes::Who(Who::Date) => Some("2023-10-12".to_owned()),
            Takes::Fact(cell::Takes::Met) => Some(format!("{} / {}", Word::Met.say(lang), Word::NotMet.say(lang))),
            Takes::Fact(cell::Takes::Points(max)) => Some(format!("0–{}", max.text(lang))),
            Takes::Fact(cell::Takes::Share) => Some("24/32".to_owned()),
            Takes::Fact(cell::Takes::Count) => Some("12".to_owned()),
        }
    }
}

/// `primary (tiểu học), …`
fn words(who: Who, lang: Lang) -> String {
    let each: Vec<String> = who.words(lang).into_iter().map(|(word, name)| format!("{word} ({name})")).collect();
    each.join(", ")
}
