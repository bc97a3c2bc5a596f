//! Random tables of every framework and overlay, cut and threaded in every way.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, make_array};
use arrow_data::transform::MutableArrayData;
use thuocdo::json::Value;
use thuocdo::{LocalScore, LocalScorer, Violations};
use thuocdo_columns::{BatchScorer, Options, cut};
use thuocdo_tables::{Cell, FactKind};
use thuocdo_tests::generate::Choices;
use thuocdo_tests::{FRAMEWORKS, local_scorer};

use crate::expect::{all_options, hold};
use crate::fill::{self, Cells};

/// A table, and what the row engine says of each row.
struct Table {
    batch: RecordBatch,
    expected: Vec<Result<LocalScore, Violations>>,
}

/// What a column tells, and what stands in it.
struct Told {
    code: String,
    key: Option<&'static str>,
    is_condition: bool,
    takes: FactKind,
    cells: Cells,
}

fn table(scorer: &LocalScorer, rows: usize, choices: &mut Choices) -> Table {
    let framework = scorer.local().framework();
    let conditions = framework.conditions().map(|condition| (condition.code.to_string(), true, FactKind::Met));
    let indicators =
        framework.indicators().map(|indicator| (indicator.code.to_string(), false, FactKind::of(indicator, framework.rule_of(indicator))));
    let mut asked: Vec<_> = conditions.chain(indicators).collect();
    choices.shuffle(&mut asked);
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    let mut all: Vec<Told> = Vec::new();
    for (code, is_condition, takes) in asked {
        if choices.once_in(8) {
            continue;
        }
        let keys: &[Option<&'static str>] = if takes == FactKind::Share && choices.once_in(2) { &[Some("part"), Some("whole")] } else { &[None] };
        for key in keys {
            let (array, cells) = if choices.once_in(25) {
                fill::nulls(rows)
            } else {
                let usual: &[&str] = if takes == FactKind::Met { &["boolean"] } else { &["float64", "float32", "decimal128", "utf8"] };
                let of = if choices.once_in(2) { choices.one_of(usual) } else { choices.one_of(&fill::TYPES) };
                fill::column(of, if key.is_some() { FactKind::Count } else { takes }, rows, choices)
            };
            let name = key.map_or(code.clone(), |key| format!("{code}.{key}"));
            columns.push((if choices.once_in(5) { format!(" {} ", name.to_ascii_uppercase()) } else { name }, array));
            all.push(Told { code: code.clone(), key: *key, is_condition, takes, cells });
        }
    }
    let named: Vec<Option<&str>> = (0..rows).map(|_| choices.one_of(&[Some(framework.id.as_str()), None, Some(framework.id.as_str())])).collect();
    let named: Vec<Option<&str>> = named.into_iter().map(|id| if choices.once_in(300) { Some("another") } else { id }).collect();
    columns.push(("framework".to_owned(), Arc::new(StringArray::from(named.clone()))));
    columns.push(("population.2024".to_owned(), Arc::new(StringArray::from(vec!["carried"; rows]))));
    let evidence = if framework.requires_evidence() { Value::Text("unknown".into()) } else { Value::Null };
    let expected = (0..rows).map(|row| scorer.score(&assessment(&all, named_of(&all, named[row], scorer, row), evidence.clone(), row))).collect();
    Table { batch: RecordBatch::try_from_iter(columns).expect("a batch"), expected }
}

/// What a row says of its framework. Under an overlay a row that answers what the national framework asks otherwise must name it; in the place
/// of a name that is missing stands what no framework is called.
fn named_of<'a>(all: &[Told], named: Option<&'a str>, scorer: &LocalScorer, row: usize) -> Value<'a> {
    let is_refined = |told: &Told| {
        let national = scorer.national().framework();
        let before = national.indicator(&told.code).map(|indicator| FactKind::of(indicator, national.rule_of(indicator)));
        !told.is_condition && before.is_some_and(|before| std::mem::discriminant(&before) != std::mem::discriminant(&told.takes))
    };
    match named {
        Some(id) => Value::Text(id.into()),
        None if all.iter().any(|told| is_refined(told) && told.cells[row].is_some()) => Value::List(Vec::new()),
        None => Value::Null,
    }
}

/// The row as an assessment, made here and not by the crate under test.
fn assessment<'a>(all: &'a [Told], named: Value<'a>, evidence: Value<'a>, row: usize) -> Value<'a> {
    let mut answers: Vec<(Cow<'_, str>, Value<'_>)> = Vec::new();
    let mut conditions = Vec::new();
    for told in all {
        let Some(cell) = told.cells[row].clone() else { continue };
        let list = if told.is_condition { &mut conditions } else { &mut answers };
        let Some(key) = told.key else {
            list.push((told.code.as_str().into(), told.takes.value(cell)));
            continue;
        };
        let number = whole(cell);
        match list.iter_mut().find(|(code, _)| *code == told.code) {
            Some((_, Value::Object(entries))) => entries.push((key.into(), number)),
            _ => list.push((told.code.as_str().into(), Value::object([(key, number)]))),
        }
    }
    Value::object([("framework", named), ("answers", Value::Object(answers)), ("conditions", Value::Object(conditions)), ("evidence", evidence)])
}

/// A part or whole is read as a count is.
fn whole(cell: Cell<'_>) -> Value<'_> {
    match FactKind::Count.value(cell) {
        Value::Object(entries) => entries.into_iter().next().expect("a count").1,
        other => panic!("{other:?} is no count"),
    }
}

fn hold_table(scorer: &Arc<LocalScorer>, table: &Table, options: &Options, choices: &mut Choices) {
    let batches = BatchScorer::new(Arc::clone(scorer), &table.batch.schema(), options.clone()).unwrap_or_else(|violations| panic!("{violations}"));
    let rows = table.batch.num_rows();
    let mut start = 0;
    // However a table is cut, each row has the same results.
    while start < rows {
        let left = rows - start;
        let length = choices.one_of(&[left, left, 1, 63, 64, 65, 2047, 2048, 2049, 5000]).min(left);
        let results = batches.score(&table.batch.slice(start, length)).expect("results");
        assert_eq!(results.schema(), batches.schema());
        for row in 0..length {
            hold(&results, row, &table.expected[start + row], options);
        }
        let carried = results.column_by_name("population.2024").expect("it goes along");
        assert_eq!(carried.to_data(), table.batch.slice(start, length)["population.2024"].to_data());
        start += length;
    }
}

fn scorers() -> Vec<Arc<LocalScorer>> {
    let alone = FRAMEWORKS.map(|name| local_scorer(name, &[]));
    let local = [
        local_scorer("moet-4725-2022", &["province-invented.json".to_owned()]),
        local_scorer("moet-4725-2022", &["province-invented.json".to_owned(), "commune-invented.json".to_owned()]),
        local_scorer("tiny-invented.json", &["tiny-local-invented.json".to_owned()]),
    ];
    alone.into_iter().chain(local).map(Arc::new).collect()
}

#[test]
fn every_row_of_every_table_is_what_the_row_engine_says() {
    let mut refused = 0;
    let mut scored = 0;
    for (nth, scorer) in scorers().iter().enumerate() {
        for (seed, options) in (1_000 * nth as u64..).zip(all_options()) {
            let mut choices = Choices::new(seed);
            let rows = choices.one_of(&[0, 1, 64, 130, 700]);
            let table = table(scorer, rows, &mut choices);
            refused += table.expected.iter().filter(|row| row.is_err()).count();
            scored += table.expected.iter().filter(|row| row.is_ok()).count();
            hold_table(scorer, &table, &options, &mut choices);
        }
    }
    // Neither side may be all there is.
    assert!(refused > 1000 && scored > 1000, "{refused} refused, {scored} scored");
}

#[test]
fn a_table_longer_than_a_block_is_what_the_row_engine_says() {
    let scorer = Arc::new(local_scorer("small-invented.json", &[]));
    let mut choices = Choices::new(7);
    // A block has 2,048 rows.
    let table = table(&scorer, if cfg!(debug_assertions) { 4500 } else { 9000 }, &mut choices);
    for options in all_options() {
        hold_table(&scorer, &table, &options, &mut choices);
    }
}

/// A table with all rows of another, so many times.
fn repeated(rows: &RecordBatch, times: usize) -> RecordBatch {
    let columns = rows.columns().iter().map(|column| {
        let data = column.to_data();
        let mut made = MutableArrayData::new(vec![&data], true, times * rows.num_rows());
        for _ in 0..times {
            made.try_extend(0, 0, rows.num_rows()).expect("it fits");
        }
        make_array(made.freeze())
    });
    RecordBatch::try_new(rows.schema(), columns.collect()).expect("one table")
}

#[test]
fn a_table_that_is_cut_has_the_rows_that_it_has_in_one_piece() {
    let scorer = Arc::new(local_scorer("small-invented.json", &[]));
    let few = table(&scorer, 9000, &mut Choices::new(8)).batch;
    let schema = few.schema();
    let many = repeated(&few, 17);
    let parts: Vec<RecordBatch> = cut(&many).collect();
    assert!(parts.len() > 2, "it is long enough to be cut");
    let mut in_one_piece = None;
    for threads in [1, 2, 3, 40] {
        let options = Options { threads: threads.try_into().expect("above zero"), ..Options::default() };
        let scorer = BatchScorer::new(Arc::clone(&scorer), &schema, options).unwrap_or_else(|violations| panic!("{violations}"));
        let alone = in_one_piece.get_or_insert_with(|| scorer.score(&many).expect("results"));
        let mut from = 0;
        for part in scorer.score_all(&parts).expect("results") {
            assert!(part == alone.slice(from, part.num_rows()), "on {threads} threads, from row {from}");
            from += part.num_rows();
        }
        assert_eq!(from, alone.num_rows(), "on {threads} threads");
    }
}
