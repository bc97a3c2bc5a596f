//! The engine against the oracle: a million random assessments, every rule, missing answers, totals at the edges of bands.
//!
//! `THUOCDO_SEED` is the number of the first of them; two runs whose seeds lie a million apart have none in common. A failure
//! names the seed that shows it at once. Built without optimisation the test compares fewer and says so.

use serde_json::Value;
use std::ops::Range;
use std::{env, thread};
use thuocdo::{Scorecard, Scorer};
use thuocdo_oracle::{Blocker, Fraction, Framework, Outcome, Span, canonical, evaluate, hundredths, normal_assessment, scorecard};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, oracle, scorer};

const COMPARED: u64 = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
const WHOLE_CARD_EVERY: u64 = 10;
const SEED: u64 = 4725;

/// What the random assessments came to, so that a generator gone stale is noticed.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    at_an_edge: u64,
    eligible: u64,
    undetermined: u64,
    whole_cards: u64,
}

#[test]
fn engine_and_oracle_agree_on_every_random_assessment() {
    let seed = env::var("THUOCDO_SEED").map_or(SEED, |text| text.parse().expect("THUOCDO_SEED is a whole number"));
    let pairs: Vec<(Scorer, Framework)> = FRAMEWORKS.map(|name| (scorer(name), oracle(name))).into();
    let workers = thread::available_parallelism().map_or(1, |count| u64::try_from(count.get()).expect("few"));
    let tally = thread::scope(|scope| {
        let part = |worker| COMPARED * worker / workers..COMPARED * (worker + 1) / workers;
        let pairs = &pairs;
        let running: Vec<_> = (0..workers).map(|worker| scope.spawn(move || compare_all(pairs, seed, part(worker)))).collect();
        running.into_iter().map(|worker| worker.join().expect("a difference is told above")).fold(Tally::default(), Tally::and)
    });
    let build = if cfg!(debug_assertions) { "a debug build; a release build compares a million" } else { "a release build" };
    println!("{COMPARED} assessments compared from seed {seed} on, in {build}: {tally:?}");
    for (what, count) in [("at an edge", tally.at_an_edge), ("eligible", tally.eligible), ("undetermined", tally.undetermined)] {
        assert!(count > COMPARED / 50, "only {count} of {COMPARED} were {what}");
    }
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally {
            at_an_edge: self.at_an_edge + other.at_an_edge,
            eligible: self.eligible + other.eligible,
            undetermined: self.undetermined + other.undetermined,
            whole_cards: self.whole_cards + other.whole_cards,
        }
    }
}

/// Compares an assessment for each number; of every tenth the whole card.
fn compare_all(pairs: &[(Scorer, Framework)], seed: u64, numbers: Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for n in numbers {
        let seed = seed.wrapping_add(n);
        let mut choices = Choices::new(seed);
        let (scorer, oracle) = &pairs[choices.one_of(&[0, 0, 0, 1, 1, 2, 3, 4])];
        let given = assessment(oracle, &mut choices);
        if let Err(difference) = compare(scorer, oracle, &given, n % WHOLE_CARD_EVERY == 0, &mut tally) {
            panic!("THUOCDO_SEED={seed}: {difference}\n{}: {given}", oracle.id);
        }
    }
    tally
}

fn compare(scorer: &Scorer, oracle: &Framework, given: &Value, whole_card: bool, tally: &mut Tally) -> Result<(), String> {
    let text = given.to_string();
    let read = scorer.assessment(text.as_bytes()).map_err(|violations| format!("refused: {violations}"))?;
    let card = scorer.score(&read).map_err(|violations| format!("refused when typed: {violations}"))?;
    let expected = evaluate(oracle, given);
    same_outcome(&card, &expected)?;

    let levels = scorer.sheet(&read).and_then(|sheet| scorer.levels(&sheet)).map_err(|violations| format!("no sheet: {violations}"))?;
    let of_card = card.groups.iter().map(|group| (group.level, group.score));
    let of_levels = levels.groups().iter().map(|group| (group.level, group.score));
    let same = of_card.eq(of_levels) && levels.overall() == card.overall.level && levels.eligible() == card.recognition.eligible;
    same.then_some(()).ok_or_else(|| format!("levels() says {levels:?}"))?;

    tally.at_an_edge += u64::from(expected.groups.iter().any(|group| at_an_edge(group.group, group.score)));
    tally.eligible += u64::from(card.recognition.eligible);
    tally.undetermined += u64::from(!card.overall.level.is_exact());
    if !whole_card {
        return Ok(());
    }
    tally.whole_cards += 1;
    same_text("card", &card.to_json(), &scorecard(oracle, given))?;
    same_text("normal form", &read.to_json(), &normal_assessment(given))?;
    for (door, other) in [("text", scorer.score(text.as_bytes())), ("value", scorer.score(&thuocdo::json::Value::from(given)))] {
        if other.as_ref() != Ok(&card) {
            return Err(format!("by {door}: {other:?}"));
        }
    }
    Ok(())
}

fn same_text(what: &str, engine: &str, oracle: &Value) -> Result<(), String> {
    let oracle = canonical(oracle);
    if engine == oracle { Ok(()) } else { Err(format!("{what}\n  engine {engine}\n  oracle {oracle}")) }
}

/// Compares points, levels and blockers, down to the criteria.
fn same_outcome(card: &Scorecard, expected: &Outcome) -> Result<(), String> {
    let mut same =
        card.groups.len() == expected.groups.len() && equal(card.overall.level, expected.overall, |level| level.get().into(), |level| level);
    for (group, wanted) in card.groups.iter().zip(&expected.groups) {
        same &= *group.code == wanted.group.code && equal(group.level, wanted.level, |level| level.get().into(), |level| level);
        same &= equal(group.score, wanted.score, |points| points.hundredths().into(), hundredths);
        for (criterion, wanted) in group.criteria.iter().zip(&wanted.criteria) {
            same &= equal(criterion.score, wanted.score, |points| points.hundredths().into(), hundredths);
            same &= match (criterion.level, wanted.level) {
                (Some(level), Some(wanted)) => equal(level, wanted, |level| level.get().into(), |level| level),
                (None, None) => true,
                _ => false,
            };
        }
    }
    let blockers = card.recognition.blockers.iter().map(|blocker| Blocker { at: &blocker.at, code: blocker.code.as_str(), group: &blocker.group });
    same &= blockers.eq(expected.blockers.iter().map(|blocker| Blocker { ..*blocker })) && card.recognition.eligible == expected.blockers.is_empty();
    if same { Ok(()) } else { Err(format!("engine {card:?}\n  oracle {expected:?}")) }
}

fn equal<E: Copy, O: Copy, N: PartialEq>(engine: thuocdo::Range<E>, oracle: Span<O>, of_engine: impl Fn(E) -> N, of_oracle: impl Fn(O) -> N) -> bool {
    of_engine(engine.low) == of_oracle(oracle.low) && of_engine(engine.high) == of_oracle(oracle.high)
}

/// Whether an end of the score is an end of a band, or a hundredth beside it.
fn at_an_edge(group: &thuocdo_oracle::Group, score: Span<Fraction>) -> bool {
    let ends = group.bands.iter().flat_map(|band| [band.above, band.below, band.from, band.to]).flatten();
    let near = |end: Fraction, points: Fraction| (hundredths(end) - hundredths(points)).abs() <= 1;
    ends.into_iter().any(|end| near(end, score.low) || near(end, score.high))
}
