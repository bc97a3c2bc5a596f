//! The cases as files for programs: CSV, NDJSON and SQL.

use std::fmt::Write;

use thuocdo::{Framework, InstitutionType, Level, Points, Range, Rule, StepsOf, Stream};
use thuocdo_tables::sheet::{SheetCell, SheetColumn, SheetTable, delimited};

use super::case::{Case, CaseFact, Expected};
use super::kit::Kit;

/// A column: its name, and the cell of a case.
type Filled = (String, Box<dyn Fn(&Case) -> SheetCell>);
/// One end of the points or of the level of a group.
type End = fn(Range<Points>, Range<Level>) -> String;

impl Kit {
    /// A wide table, a row a case: what `thuocdo score` reads. Two programs get the same bytes.
    pub fn csv(&self, framework: &Framework) -> String {
        let mut columns: Vec<Filled> = vec![
            ("institution.code".to_owned(), Box::new(|case| SheetCell::text(&case.case))),
            ("kind".to_owned(), Box::new(|case| SheetCell::text(case.kind.as_str()))),
            ("framework".to_owned(), Box::new(|case| SheetCell::text(&case.assessment.framework))),
            ("institution.type".to_owned(), Box::new(|case| SheetCell::text(case.assessment.institution.kind.map_or("", |kind| kind.as_str())))),
            ("stream".to_owned(), Box::new(|case| SheetCell::text(case.assessment.stream.map_or("", |stream| stream.as_str())))),
        ];
        for condition in framework.conditions() {
            let code = condition.code.clone();
            columns.push((code.to_string(), Box::new(move |case| case.assessment.conditions.get(&code).map_or(SheetCell::Blank, |met| flag(*met)))));
        }
        for indicator in framework.indicators() {
            let (code, rule) = (indicator.code.clone(), framework.rule_of(indicator));
            if matches!(rule, Rule::Share | Rule::Steps { of: StepsOf::Percent, .. }) {
                let (of_part, of_whole) = (code.clone(), code.clone());
                columns.push((format!("{code}.part"), Box::new(move |case| share(case.assessment.answers.get(&of_part), |part, _| part))));
                columns.push((format!("{code}.whole"), Box::new(move |case| share(case.assessment.answers.get(&of_whole), |_, whole| whole))));
            } else {
                columns.push((code.to_string(), Box::new(move |case| single(case.assessment.answers.get(&code)))));
            }
        }
        if self.cases.iter().any(|case| case.expected.is_some()) {
            columns.extend(answers(framework));
        }
        let rows = self.cases.iter().map(|case| columns.iter().map(|(_, cell)| cell(case)).collect()).collect();
        let columns = columns.iter().map(|(name, _)| SheetColumn::new(name, 12)).collect();
        // The decimal point of programs.
        delimited(&SheetTable { columns, heading: None, rows }, ',', thuocdo::Lang::En)
    }

    /// A line of canonical JSON for each case.
    pub fn ndjson(&self) -> String {
        self.cases.iter().map(|case| thuocdo::canonical(case) + "\n").collect()
    }

    /// Tables and rows in standard SQL: one statement a row, no type that only some databases have. Met and unmet are 1 and 0; what is missing
    /// or unknown has no row.
    pub fn sql(&self) -> String {
        let mut sql = String::from(TABLES);
        let has_answers = self.cases.iter().any(|case| case.expected.is_some());
        if has_answers {
            sql.push_str(ANSWERS);
        }
        for case in &self.cases {
            // Writing to a string cannot fail.
            let _ = rows(&mut sql, case);
        }
        sql
    }
}

/// What was asked.
const TABLES: &str = "\
CREATE TABLE conform_case (case_id VARCHAR(96) NOT NULL PRIMARY KEY, kind VARCHAR(16) NOT NULL, framework VARCHAR(64) NOT NULL, institution_type VARCHAR(20), stream VARCHAR(8));
CREATE TABLE conform_condition (case_id VARCHAR(96) NOT NULL, code VARCHAR(32) NOT NULL, met SMALLINT NOT NULL, PRIMARY KEY (case_id, code));
CREATE TABLE conform_answer (case_id VARCHAR(96) NOT NULL, code VARCHAR(32) NOT NULL, points DECIMAL(12, 4), met SMALLINT, part INTEGER, whole INTEGER, item_count INTEGER, PRIMARY KEY (case_id, code));
";
/// What is right.
const ANSWERS: &str = "\
CREATE TABLE conform_result (case_id VARCHAR(96) NOT NULL PRIMARY KEY, refused SMALLINT NOT NULL, level_low SMALLINT, level_high SMALLINT, eligible SMALLINT);
CREATE TABLE conform_group (case_id VARCHAR(96) NOT NULL, code VARCHAR(32) NOT NULL, score_low DECIMAL(12, 2) NOT NULL, score_high DECIMAL(12, 2) NOT NULL, level_low SMALLINT NOT NULL, level_high SMALLINT NOT NULL, PRIMARY KEY (case_id, code));
";

fn rows(sql: &mut String, case: &Case) -> std::fmt::Result {
    let text = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let some = |word: Option<&str>| word.map_or_else(|| "NULL".to_owned(), text);
    let (id, of) = (text(&case.case), &case.assessment);
    let (kind, stream) = (some(of.institution.kind.map(InstitutionType::as_str)), some(of.stream.map(Stream::as_str)));
    let head = [id.clone(), text(case.kind.as_str()), text(&of.framework), kind, stream].join(", ");
    writeln!(sql, "INSERT INTO conform_case (case_id, kind, framework, institution_type, stream) VALUES ({head});")?;
    for (code, met) in &of.conditions {
        writeln!(sql, "INSERT INTO conform_condition (case_id, code, met) VALUES ({id}, {}, {});", text(code.as_str()), u8::from(*met))?;
    }
    for (code, fact) in &of.answers {
        let (column, value) = match fact {
            CaseFact::Points(points) => ("points", points.text()),
            CaseFact::Met(met) => ("met", u8::from(*met).to_string()),
            CaseFact::Share { part, whole } => ("part, whole", format!("{part}, {whole}")),
            CaseFact::Count { count } => ("item_count", count.to_string()),
        };
        writeln!(sql, "INSERT INTO conform_answer (case_id, code, {column}) VALUES ({id}, {}, {value});", text(code.as_str()))?;
    }
    let Some(expected) = &case.expected else { return Ok(()) };
    let level = expected.level.map_or_else(|| "NULL, NULL".to_owned(), |level| format!("{}, {}", level.low, level.high));
    let eligible = expected.eligible.map_or_else(|| "NULL".to_owned(), |eligible| u8::from(eligible).to_string());
    let refused = u8::from(expected.refused);
    writeln!(sql, "INSERT INTO conform_result (case_id, refused, level_low, level_high, eligible) VALUES ({id}, {refused}, {level}, {eligible});")?;
    for (code, group) in &expected.groups {
        let (score, level) = (group.score, group.level);
        let values = format!("{}, {}, {}, {}", score.low, score.high, level.low, level.high);
        let columns = "case_id, code, score_low, score_high, level_low, level_high";
        writeln!(sql, "INSERT INTO conform_group ({columns}) VALUES ({id}, {}, {values});", text(code.as_str()))?;
    }
    Ok(())
}

fn flag(is: bool) -> SheetCell {
    SheetCell::number(u8::from(is))
}

fn single(fact: Option<&CaseFact>) -> SheetCell {
    match fact {
        Some(CaseFact::Points(points)) => SheetCell::Number(points.text()),
        Some(CaseFact::Met(met)) => flag(*met),
        Some(CaseFact::Count { count }) => SheetCell::number(count),
        Some(CaseFact::Share { part, whole }) => SheetCell::Text(format!("{part}/{whole}")),
        None => SheetCell::Blank,
    }
}

fn share(fact: Option<&CaseFact>, of: fn(u32, u32) -> u32) -> SheetCell {
    match fact {
        Some(CaseFact::Share { part, whole }) => SheetCell::number(of(*part, *whole)),
        _ => SheetCell::Blank,
    }
}

/// The columns of what is right, named as those that `thuocdo score --format csv` writes.
fn answers(framework: &Framework) -> Vec<Filled> {
    let mut columns: Vec<Filled> = Vec::new();
    let ends: [(&str, End); 4] = [
        ("score.low", |score, _| score.low.to_string()),
        ("score.high", |score, _| score.high.to_string()),
        ("level.low", |_, level| level.low.to_string()),
        ("level.high", |_, level| level.high.to_string()),
    ];
    for group in &framework.groups {
        for (name, of) in ends {
            let code = group.code.clone();
            let cell = move |case: &Case| {
                let group = case.expected.as_ref().and_then(|expected| expected.groups.get(&code));
                group.map_or(SheetCell::Blank, |group| SheetCell::Number(of(group.score, group.level)))
            };
            columns.push((format!("group.{}.{name}", group.code), Box::new(cell)));
        }
    }
    let level = |case: &Case| case.expected.as_ref().and_then(|expected| expected.level);
    let of = |case: &Case, of: fn(&Expected) -> Option<bool>| case.expected.as_ref().and_then(of).map_or(SheetCell::Blank, flag);
    columns.push(("overall.level.low".to_owned(), Box::new(move |case| level(case).map_or(SheetCell::Blank, |level| SheetCell::number(level.low)))));
    columns
        .push(("overall.level.high".to_owned(), Box::new(move |case| level(case).map_or(SheetCell::Blank, |level| SheetCell::number(level.high)))));
    columns.push(("eligible".to_owned(), Box::new(move |case| of(case, |expected| expected.eligible))));
    columns.push(("refused".to_owned(), Box::new(move |case| of(case, |expected| Some(expected.refused)))));
    columns
}
