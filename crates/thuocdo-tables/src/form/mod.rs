//! Blank forms in CSV, JSON and XLSX: every code of a framework, without answers.

mod csv;
mod json;
#[cfg(feature = "xlsx")]
mod xlsx;

use thuocdo::json::Value;
use thuocdo::{Framework, InstitutionType, Lang, Stream, Violation};

use crate::about::AboutColumn;
use crate::advice::Takes;
use crate::cell::Cell;
use crate::fact::FactKind;
use crate::names::{FRAMEWORK, Names};
use crate::words::Word;

pub use csv::{blank as blank_csv, blank_plain as blank_plain_csv};
pub use json::blank as blank_json;
#[cfg(feature = "xlsx")]
pub use xlsx::{blank as blank_xlsx, filled as filled_xlsx};

/// A column of a wide table, or a row of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormColumn {
    /// Its name: `period`, `1.3.1`.
    pub name: String,
    /// The kind of its cells.
    pub takes: Takes,
}

/// What a form says before anybody fills it in. The cells of the institution are locked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prefilled<'p> {
    /// The authority of the institution, for the head of the form.
    pub authority: Option<&'p str>,
    /// Code of the institution.
    pub code: Option<&'p str>,
    /// The command that shows the result of the filled form: `thuocdo score … --overlay tinh.json`.
    pub command: Option<&'p str>,
    /// Type of the institution.
    pub kind: Option<InstitutionType>,
    /// Name of the institution.
    pub name: Option<&'p str>,
    /// The period of the assessment.
    pub period: Option<&'p str>,
    /// Who assesses.
    pub stream: Option<Stream>,
}

impl Prefilled<'_> {
    /// The text of the cell, if it is known.
    #[cfg(feature = "xlsx")]
    fn about(&self, column: AboutColumn, lang: Lang) -> Option<&str> {
        match column {
            AboutColumn::Code => self.code,
            AboutColumn::Date => None,
            AboutColumn::Name => self.name,
            AboutColumn::Period => self.period,
            AboutColumn::Stream => self.stream.map(|stream| stream.name(lang)),
            AboutColumn::Type => self.kind.map(|kind| kind.name(lang)),
        }
    }
}

/// Every column of a form, in order: the framework, who and when, then the facts.
pub fn columns(framework: &Framework) -> Vec<FormColumn> {
    let named = FormColumn { name: FRAMEWORK.to_owned(), takes: Takes::Framework };
    let about = AboutColumn::ALL.into_iter().map(|(name, _, about)| FormColumn { name: name.to_owned(), takes: Takes::About(about) });
    let facts = Names::of(framework);
    let facts = facts.asked().iter().map(|asked| FormColumn { name: asked.code.clone(), takes: Takes::Fact(asked.kind) });
    std::iter::once(named).chain(about).chain(facts).collect()
}

/// The answer or condition that a person typed for one code: `6`, `7,5`, `24/32`, `đạt`. `None` if the framework does not have the code.
pub fn typed<'t>(framework: &Framework, code: &str, text: &'t str) -> Option<Value<'t>> {
    let names = Names::of(framework);
    let asked = names.asked().get(names.index(code)?)?;
    Some(Cell::text(text).map_or(Value::Null, |cell| asked.kind.value(cell)))
}

/// The message about a refused typed answer: what the code accepts, and what the person probably meant.
pub fn told_of_typed(framework: &Framework, violation: &Violation, code: &str, text: &str, lang: Lang) -> Option<String> {
    let names = Names::of(framework);
    let asked = names.asked().get(names.index(code)?)?;
    let cell = Cell::text(text)?;
    let takes = Takes::Fact(asked.kind);
    let accepts = takes.accepts(framework, lang);
    let advice = crate::advice::advice(takes, &cell, lang).map_or(accepts.clone(), |advice| format!("{accepts}; {advice}"));
    Some(format!("{code}={text}: {advice} ({})", violation.code().as_str()))
}

/// The period that a person typed, a school year as `2023-2024`.
///
/// # Errors
///
/// What to type instead, in words.
pub fn typed_period(text: &str, lang: Lang) -> Result<String, String> {
    let period = AboutColumn::Period;
    let Some(cell) = Cell::text(text) else { return Ok(String::new()) };
    if let Value::Text(text) = period.value(cell.clone()) {
        return Ok(text.into_owned());
    }
    let advice = crate::advice::advice(Takes::About(period), &cell, lang);
    let lines: Vec<String> = [crate::advice::accepts_about(period, lang)].into_iter().chain(advice).collect();
    Err(format!("{text}: {}", lines.join("; ")))
}

/// The question of a column in words.
fn title(framework: &Framework, column: &FormColumn, lang: Lang) -> String {
    match column.takes {
        Takes::Framework => Word::FrameworkName.template(lang).to_owned(),
        Takes::About(about) => about.title(lang).to_owned(),
        Takes::Fact(_) | Takes::Half => {
            let condition = framework.condition(&column.name).map(|condition| &condition.title);
            let indicator = || framework.indicator(&column.name).map(|indicator| &indicator.title);
            condition.or_else(indicator).map_or_else(String::new, |title| title.shown(lang).into_owned())
        }
    }
}

/// Help with the answer, one line each: the facts, guidance, the required evidence.
fn help(framework: &Framework, column: &FormColumn, lang: Lang) -> Vec<String> {
    let condition = framework.condition(&column.name).map(|condition| condition.help(lang));
    let indicator = || framework.indicator(&column.name).map(|indicator| indicator.help(lang));
    condition.or_else(indicator).unwrap_or_default()
}

/// A short hint for the cell; `None` if it accepts any text.
fn hint(takes: Takes, framework: &Framework, lang: Lang) -> Option<String> {
    Some(match takes {
        Takes::About(AboutColumn::Code | AboutColumn::Name) => return None,
        Takes::About(AboutColumn::Period) => "2023-2024".to_owned(),
        Takes::About(AboutColumn::Date) => "12/10/2023".to_owned(),
        Takes::About(column) => column.words(lang).into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" / "),
        Takes::Framework => framework.id.clone(),
        Takes::Fact(FactKind::Met) => format!("{} / {}", Word::Met.template(lang), Word::NotMet.template(lang)),
        Takes::Fact(FactKind::Points(max)) => format!("0–{}", max.text(lang)),
        Takes::Fact(FactKind::Share) => "24/32".to_owned(),
        Takes::Fact(FactKind::Count) | Takes::Half => "12".to_owned(),
    })
}
