//! Times of every work, ours beside the peers', in one run; ends with the table of results.

use std::hint::black_box;
use std::path::Path;
use std::time::SystemTime;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use serde_json::Value;
use thuocdo::json::Value as Said;
use thuocdo::{Assessment, Framework, Scorer};
use thuocdo_benches::peers::{Cel, Datalogic, Peer, ZenExpressions, ZenGraph};
use thuocdo_benches::plain::{BareAssessment, DerivedAssessment, bare_sums};
use thuocdo_benches::practice::{Parts, year, years};
use thuocdo_benches::{Failure, Rules, schools, table};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn main() -> Result<(), Failure> {
    let results = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/criterion"));
    let started = SystemTime::now();
    let mut criterion = Criterion::default().output_directory(results).configure_from_args();
    let framework = Framework::shipped(schools::FRAMEWORK)?;
    let scorer = Scorer::new(framework.clone())?;
    let rules = Rules::of(&framework)?;
    let school = schools::complete(&framework);

    levels(criterion.benchmark_group("levels"), &scorer, &school)?;
    typed(criterion.benchmark_group("typed"), &scorer, &rules, &school)?;
    json(criterion.benchmark_group("json"), &scorer, &rules, &school)?;
    evidence(criterion.benchmark_group("evidence"), &scorer, &schools::with_evidence(&framework))?;
    let country = schools::ndjson(&framework, schools::COUNTRY);
    ndjson(criterion.benchmark_group("ndjson"), &scorer, &country)?;
    practice(criterion.benchmark_group("practice"), &scorer, &country)?;

    criterion.final_summary();
    print!("{}", table::markdown(results, started)?);
    Ok(())
}

fn time<T>(group: &mut Group, name: &str, mut work: impl FnMut() -> T) {
    group.bench_function(name, |bencher| bencher.iter(&mut work));
}

/// From a sheet of numbers to levels: the innermost loop.
fn levels(mut group: Group, scorer: &Scorer, school: &str) -> Result<(), Failure> {
    let assessment = scorer.assessment(school)?;
    let sheet = scorer.sheet(&assessment)?;
    time(&mut group, "thuocdo", || scorer.levels(black_box(&sheet)));

    let card = scorer.score(&assessment)?;
    let points = card.groups.iter().map(|group| {
        let indicators = group.criteria.iter().flat_map(|criterion| &criterion.indicators);
        indicators.map(|indicator| indicator.score.low.hundredths()).collect::<Vec<_>>()
    });
    let points: [Vec<u32>; 2] = points.collect::<Vec<_>>().try_into().map_err(|_| "two groups are expected")?;
    time(&mut group, "bare_sums", || bare_sums(black_box([&points[0], &points[1]])));
    Ok(())
}

/// From each engine's own value of a school to sums and levels; from ours also to the whole scorecard.
fn typed(mut group: Group, scorer: &Scorer, rules: &Rules, school: &str) -> Result<(), Failure> {
    fn peer<P: Peer>(group: &mut Group, name: &str, rules: &Rules, school: &str) -> Result<(), Failure> {
        let mut peer = P::compile(rules)?;
        let school = peer.read(school)?;
        time(group, name, || peer.evaluate(black_box(&school)));
        Ok(())
    }
    let assessment = scorer.assessment(school)?;
    time(&mut group, "thuocdo_levels", || scorer.sheet(black_box(&assessment)).and_then(|sheet| scorer.levels(&sheet)));
    time(&mut group, "thuocdo_scorecard", || scorer.score(black_box(&assessment)));
    peer::<ZenGraph>(&mut group, "zen_graph", rules, school)?;
    peer::<ZenExpressions>(&mut group, "zen_expressions", rules, school)?;
    peer::<Datalogic>(&mut group, "datalogic", rules, school)?;
    peer::<Cel>(&mut group, "cel", rules, school)
}

/// From text: parsing alone, to sums and levels, to a scorecard, to the scorecard's text.
fn json(mut group: Group, scorer: &Scorer, rules: &Rules, school: &str) -> Result<(), Failure> {
    fn peer<P: Peer>(group: &mut Group, name: &str, rules: &Rules, school: &str) -> Result<(), Failure> {
        let mut peer = P::compile(rules)?;
        time(group, name, || peer.evaluate_json(black_box(school)));
        Ok(())
    }
    serde_json::from_str::<DerivedAssessment>(school)?;
    serde_json::from_str::<BareAssessment>(school)?;
    group.throughput(Throughput::Bytes(school.len() as u64));
    time(&mut group, "serde_value", || serde_json::from_str::<Value>(black_box(school)));
    time(&mut group, "serde_derived", || serde_json::from_str::<DerivedAssessment>(black_box(school)));
    time(&mut group, "serde_bare", || serde_json::from_str::<BareAssessment>(black_box(school)));
    time(&mut group, "thuocdo_assessment", || Assessment::from_json(black_box(school)));
    time(&mut group, "thuocdo_levels", || scorer.sheet(black_box(school)).and_then(|sheet| scorer.levels(&sheet)));
    time(&mut group, "thuocdo_scorecard", || scorer.score(black_box(school)));
    time(&mut group, "thuocdo_two_passes", || scorer.score(&Said::parse(black_box(school.as_bytes()))?));
    time(&mut group, "thuocdo_json", || scorer.score_to_json(black_box(school)));
    peer::<ZenGraph>(&mut group, "zen_graph", rules, school)?;
    peer::<ZenExpressions>(&mut group, "zen_expressions", rules, school)?;
    peer::<Datalogic>(&mut group, "datalogic", rules, school)?;
    peer::<Cel>(&mut group, "cel", rules, school)
}

/// A text several times as long, full of notes and evidence.
fn evidence(mut group: Group, scorer: &Scorer, school: &str) -> Result<(), Failure> {
    // A refused text would be quick to read.
    scorer.score(school)?;
    serde_json::from_str::<DerivedAssessment>(school)?;
    group.throughput(Throughput::Bytes(school.len() as u64));
    time(&mut group, "serde_value", || serde_json::from_str::<Value>(black_box(school)));
    time(&mut group, "serde_derived", || serde_json::from_str::<DerivedAssessment>(black_box(school)));
    time(&mut group, "thuocdo_assessment", || Assessment::from_json(black_box(school)));
    time(&mut group, "thuocdo_scorecard", || scorer.score(black_box(school)));
    Ok(())
}

/// Every school of the country, a line each.
fn ndjson(mut group: Group, scorer: &Scorer, country: &str) -> Result<(), Failure> {
    for school in country.lines() {
        scorer.score(school)?;
    }
    let json = |school: &str| scorer.score_to_json(school).map_or(0, |card| card.len());
    let lines = || black_box(country).lines();
    group.sample_size(10);
    group.throughput(Throughput::Elements(schools::COUNTRY.into()));
    time(&mut group, "serde_value", || lines().filter(|school| serde_json::from_str::<Value>(school).is_ok()).count());
    time(&mut group, "thuocdo_scorecard", || lines().filter(|school| scorer.score(*school).is_ok()).count());
    time(&mut group, "thuocdo_json", || lines().map(json).sum::<usize>());
    Ok(())
}

/// Every school of the country in three years, in one pass from text: data quality of the batch, a plan to the next level of each group,
/// and the cohort counted.
fn practice(mut group: Group, scorer: &Scorer, country: &str) -> Result<(), Failure> {
    let years = years(country);
    year(scorer, &years, Parts::ALL)?;
    group.sample_size(10);
    group.throughput(Throughput::Elements(3 * u64::from(schools::COUNTRY)));
    time(&mut group, "thuocdo_scorecards", || year(scorer, &years, Parts::default()).is_ok());
    time(&mut group, "thuocdo_practice", || year(scorer, &years, Parts::ALL).is_ok());
    Ok(())
}
