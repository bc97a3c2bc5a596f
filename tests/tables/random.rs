//! Random tables: what is read back is what was written, or refused; and a damaged table never says what the whole one does not.

use std::collections::BTreeMap;
use std::{env, thread};

use proptest::prelude::*;
use serde_json::Value;
use thuocdo::LocalScorer;
use thuocdo_tests::generate::Choices;

use crate::corpus::scorers;
use crate::doors::answers;
use crate::write;

/// How many damaged tables; all of them in a release build.
const DAMAGED: u64 = if cfg!(debug_assertions) { 20_000 } else { 200_000 };
const CODES: [&str; 6] = ["1.1", "1.3.1", "1.3.2", "1.4.1", "1.6.1", "2.1"];
const MAX: [u32; 6] = [0, 600, 600, 1000, 700, 0];

/// What schools say: a row a school, for each code hundredths, or met and unmet.
type Rows = Vec<Vec<Option<u32>>>;

fn random_rows() -> impl Strategy<Value = Rows> {
    let cell = |nth: usize| {
        let most = if MAX[nth] == 0 { 1 } else { MAX[nth] };
        prop::option::weighted(0.8, 0..=most)
    };
    prop::collection::vec((cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)).prop_map(|(a, b, c, d, e, f)| vec![a, b, c, d, e, f]), 1..6)
}

/// How a table is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    mark: char,
    decimal: char,
    is_quoted: bool,
    titles: bool,
}

fn styles() -> impl Strategy<Value = Style> {
    (prop::sample::select(vec![',', ';', '\t']), prop::sample::select(vec!['.', ',']), any::<bool>(), any::<bool>())
        .prop_map(|(mark, decimal, is_quoted, titles)| Style { mark, decimal, is_quoted, titles })
}

fn cell(nth: usize, value: Option<u32>, decimal: char) -> String {
    match value {
        None => String::new(),
        Some(met) if MAX[nth] == 0 => if met == 1 { "đạt" } else { "không đạt" }.to_owned(),
        Some(hundredths) => {
            let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            text.trim_end_matches('0').trim_end_matches('.').replace('.', &decimal.to_string())
        }
    }
}

fn cells_of(rows: &Rows, style: Style) -> Vec<Vec<String>> {
    let head = std::iter::once("Mã trường".to_owned())
        .chain(CODES.iter().map(|code| if style.titles { format!("{code} - tên mục") } else { (*code).to_owned() }));
    let body = rows.iter().enumerate().map(|(nth, row)| {
        std::iter::once(format!("VD-{nth}")).chain(row.iter().enumerate().map(|(at, value)| cell(at, *value, style.decimal))).collect()
    });
    std::iter::once(head.collect()).chain(body).collect()
}

fn csv(cells: &[Vec<String>], style: Style) -> String {
    let quoted = |cell: &String| if style.is_quoted || cell.contains(style.mark) { format!("\"{cell}\"") } else { cell.clone() };
    cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(&style.mark.to_string()) + "\r\n").collect()
}

/// What the rows say, as the reader's answers say it.
fn expected(scorers: &LocalScorer, rows: &Rows) -> Vec<String> {
    rows.iter()
        .enumerate()
        .map(|(nth, row)| {
            let (mut answers, mut conditions) = (BTreeMap::new(), BTreeMap::new());
            for (at, value) in row.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))) {
                if MAX[at] == 0 {
                    conditions.insert(CODES[at], Value::from(value == 1));
                } else {
                    answers.insert(CODES[at], Value::from(cell(at, Some(value), '.')));
                }
            }
            let said = serde_json::json!({ "answers": answers, "conditions": conditions, "institution": { "code": format!("VD-{nth}") } });
            format!("{} {}", nth + 2, scorers.local().assessment(said.to_string().as_bytes()).expect("it is sound").to_json())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(rows in random_rows(), style in styles()) {
        let scorers = scorers(false);
        let cells = cells_of(&rows, style);
        let wanted = expected(&scorers, &rows);
        prop_assert_eq!(&answers(&scorers, csv(&cells, style).as_bytes(), None, None), &wanted);
        let as_texts: Vec<Value> = cells.iter().map(|row| row.iter().map(|cell| if cell.is_empty() { Value::Null } else { cell.as_str().into() }).collect()).collect();
        let as_numbers: Vec<Value> = cells.iter().map(|row| row.iter().map(|cell| match cell.replace(',', ".").parse::<f64>() {
            Ok(number) => number.into(),
            Err(_) if cell.is_empty() => Value::Null,
            Err(_) => cell.as_str().into(),
        }).collect()).collect();
        for rows in [as_texts, as_numbers] {
            let sheets = [serde_json::json!({ "name": "T", "rows": rows })];
            prop_assert_eq!(&answers(&scorers, &write::xlsx(&sheets), None, None), &wanted);
            prop_assert_eq!(&answers(&scorers, &write::ods(&sheets), None, None), &wanted);
        }
    }
}

/// Formats of numbers: the first ones leave the number as it is, or nearly; the others change what it means.
const PLAIN: [&str; 4] = ["General", "0.00", "0.##", "0"];
const TELLING: [&str; 6] = ["0%", "0.00%", "h:mm", "dd/mm/yyyy", "mmm yy", "0.0,"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_of_another_format_says_what_it_said_or_is_refused(rows in random_rows(), nth in any::<prop::sample::Index>(), format in prop::sample::select([&PLAIN[..], &TELLING[..]].concat())) {
        let points: Vec<(usize, usize, u32)> = rows.iter().enumerate()
            .flat_map(|(row, cells)| cells.iter().enumerate().filter_map(move |(column, value)| Some((row, column, value.filter(|_| MAX[column] > 0)?))))
            .collect();
        prop_assume!(!points.is_empty());
        let (row, column, hundredths) = points[nth.index(points.len())];
        let scorers = scorers(false);
        let style = Style { mark: ';', decimal: '.', is_quoted: false, titles: false };
        let mut cells: Vec<Vec<Value>> = cells_of(&rows, style).iter().map(|row| row.iter().map(|cell| match cell.parse::<f64>() {
            Ok(number) => number.into(),
            Err(_) if cell.is_empty() => Value::Null,
            Err(_) => cell.as_str().into(),
        }).collect()).collect();
        // The header's codes are texts, which no format touches.
        cells[0] = cells_of(&rows, style)[0].iter().map(|name| name.as_str().into()).collect();
        cells[1 + row][1 + column] = serde_json::json!({ "n": f64::from(hundredths) / 100.0, "f": format });
        let found = answers(&scorers, &write::xlsx(&[serde_json::json!({ "name": "T", "rows": cells })]), None, None);
        let wanted = expected(&scorers, &rows);
        prop_assert_eq!(found.len(), wanted.len());
        for (at, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            let is_refused = facts(found).is_none();
            prop_assert!(is_refused || found == wanted, "{} in {}: {}", hundredths, format, found);
            prop_assert!(at == row || !is_refused, "{}", found);
            prop_assert!(at != row || !TELLING.contains(&format) || is_refused, "{} in {}: {}", hundredths, format, found);
        }
    }
}

/// A random number below another.
fn below(choices: &mut Choices, many: usize) -> usize {
    usize::try_from(choices.upto(many as i128 - 1)).expect("it is small")
}

/// What happened to a table, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    /// A cell more in a row: all behind it stand one cell to the right.
    Inserted,
    /// A cell less.
    Dropped,
    /// The cells of a row behind one stand one cell to the right, and the last falls off. No reader can notice it where the last was blank and
    /// all others fit where they came to stand.
    Shifted,
    /// A cell is retyped with words, a mark or a sign.
    Retyped,
    /// A number lost its mark: 5,5 is 55. No reader can notice it where the number fits.
    Unmarked,
    /// The name of a column is mistyped.
    Misnamed,
    /// A column's name is written twice.
    NamedTwice,
    /// A row stands twice.
    Twice,
    /// The quotes round numbers are gone.
    Unquoted,
    /// A quote opens and is never closed.
    OpenQuote,
}

const DAMAGES: [Damage; 10] = [
    Damage::Inserted,
    Damage::Dropped,
    Damage::Shifted,
    Damage::Retyped,
    Damage::Unmarked,
    Damage::Misnamed,
    Damage::NamedTwice,
    Damage::Twice,
    Damage::Unquoted,
    Damage::OpenQuote,
];

impl Damage {
    /// Whether a table can come to say something else without any sign of it.
    fn can_go_unseen(self) -> bool {
        matches!(self, Damage::Shifted | Damage::Unmarked)
    }
}

fn damaged(damage: Damage, cells: &[Vec<String>], style: Style, choices: &mut Choices) -> String {
    let mut cells = cells.to_vec();
    let row = 1 + below(choices, cells.len() - 1);
    let column = 1 + below(choices, CODES.len());
    match damage {
        Damage::Inserted => cells[row].insert(column, String::new()),
        Damage::Dropped => drop(cells[row].remove(column)),
        Damage::Shifted => {
            cells[row].insert(column, String::new());
            cells[row].pop();
        }
        Damage::Retyped => {
            let kinds = ["6 điểm", "75%", "7,5/10", "1.000,5", "5 5", "-", "N/A", "=5", "5,,5", "O", "l", "５", "1e1", "24/32", "đat"];
            kinds[below(choices, kinds.len())].clone_into(&mut cells[row][column]);
        }
        Damage::Unmarked => cells[row][column] = cells[row][column].replace(style.decimal, ""),
        Damage::Misnamed => {
            let kinds = ["1.3.9", "9.9.9", "1-3-1", "1.3", "l.3.1", "", "1.3.1 2022", "1.1.1"];
            kinds[below(choices, kinds.len())].clone_into(&mut cells[0][column]);
        }
        Damage::NamedTwice => {
            let name = cells[0][1 + column % CODES.len()].clone();
            cells[0][column] = name;
        }
        Damage::Twice => {
            let copy = cells[row].clone();
            cells.push(copy);
        }
        Damage::Unquoted => return csv(&cells, style).replace('"', ""),
        Damage::OpenQuote => cells[row][column] = format!("\"{}", cells[row][column]),
    }
    if damage == Damage::OpenQuote {
        let unquoted = Style { is_quoted: false, ..style };
        return cells.iter().map(|row| row.join(&unquoted.mark.to_string()) + "\n").collect();
    }
    csv(&cells, style)
}

/// The facts of an answer, by school and code; nothing of a refusal.
fn facts(answer: &str) -> Option<(String, BTreeMap<String, Value>)> {
    let (_, json) = answer.split_once(' ')?;
    let assessment: Value = serde_json::from_str(json).ok()?;
    let code = assessment["institution"]["code"].as_str()?.to_owned();
    let of = |list: &str| assessment[list].as_object().into_iter().flatten().map(|(code, fact)| (code.clone(), fact.clone())).collect::<Vec<_>>();
    Some((code, of("answers").into_iter().chain(of("conditions")).collect()))
}

/// Damages one table, and says whether what is still accepted says only what the whole one says, whether anything was refused.
fn try_one(scorers: &LocalScorer, seed: u64) -> (Damage, bool) {
    let mut choices = Choices::new(seed);
    let style = Style {
        mark: [',', ';', '\t'][below(&mut choices, 3)],
        decimal: ['.', ','][below(&mut choices, 2)],
        is_quoted: below(&mut choices, 2) == 0,
        titles: below(&mut choices, 2) == 0,
    };
    let rows: Rows = (0..=below(&mut choices, 4))
        .map(|_| {
            MAX.iter()
                .map(|max| {
                    if below(&mut choices, 5) == 0 {
                        None
                    } else {
                        Some(u32::try_from(below(&mut choices, if *max == 0 { 2 } else { *max as usize + 1 })).expect("small"))
                    }
                })
                .collect()
        })
        .collect();
    let cells = cells_of(&rows, style);
    let whole: BTreeMap<String, BTreeMap<String, Value>> = expected(scorers, &rows).iter().filter_map(|answer| facts(answer)).collect();
    let damage = DAMAGES[below(&mut choices, DAMAGES.len())];
    let text = damaged(damage, &cells, style, &mut choices);
    let found = answers(scorers, text.as_bytes(), None, None);
    let mut is_refused = false;
    for answer in &found {
        let Some((school, said)) = facts(answer) else {
            is_refused = true;
            continue;
        };
        let is_true = whole.get(&school).is_some_and(|whole| said.iter().all(|(code, fact)| whole.get(code) == Some(fact)));
        assert!(is_true || damage.can_go_unseen(), "THUOCDO_SEED={seed}: {damage:?} made\n{text}\nsay {answer}\nof {whole:?}");
    }
    (damage, is_refused)
}

#[test]
fn a_damaged_table_says_nothing_that_the_whole_one_does_not() {
    let seed = env::var("THUOCDO_SEED").map_or(4725, |text| text.parse().expect("THUOCDO_SEED is a whole number"));
    let workers = thread::available_parallelism().map_or(1, |count| count.get() as u64);
    let counts = thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|worker| {
                scope.spawn(move || {
                    let scorers = scorers(false);
                    let mut refused: BTreeMap<String, (u64, u64)> = BTreeMap::new();
                    for nth in (worker..DAMAGED).step_by(usize::try_from(workers).expect("few")) {
                        let (damage, is_refused) = try_one(&scorers, seed + nth);
                        let counts = refused.entry(format!("{damage:?}")).or_default();
                        counts.0 += 1;
                        counts.1 += u64::from(is_refused);
                    }
                    refused
                })
            })
            .collect();
        let mut all: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for (damage, (tried, refused)) in running.into_iter().flat_map(|worker| worker.join().expect("a fault is told above")) {
            let counts = all.entry(damage).or_default();
            *counts = (counts.0 + tried, counts.1 + refused);
        }
        all
    });
    println!("{DAMAGED} damaged tables (kind: tried, refused): {counts:?}");
    for damage in ["Inserted", "Dropped", "Retyped", "Misnamed", "NamedTwice", "OpenQuote"] {
        let (tried, refused) = counts[damage];
        assert!(refused * 10 > tried * 9, "{damage}: only {refused} of {tried} were noticed");
    }
}
