//! Runs one work many times, for a profiler: `hot levels|sheet|typed|read|check|quick|score|json [times]`, or one part of the practice's
//! work on hundred schools in three years: `hot cards|plans|cohort|quality|practice [times]`.

use std::hint::black_box;

use thuocdo::{Assessment, Framework, Scorer};
use thuocdo_benches::{Failure, practice, schools};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let work =
        arguments.next().ok_or("which work? levels, sheet, typed, read, check, quick, score, json, cards, plans, cohort, quality or practice")?;
    let times: u32 = arguments.next().map_or(Ok(10_000), |times| times.parse())?;

    let framework = Framework::shipped(schools::FRAMEWORK)?;
    let text = schools::complete(&framework);
    let text = text.as_bytes();
    let scorer = Scorer::new(framework)?;
    let assessment = scorer.assessment(text)?;
    let sheet = scorer.sheet(&assessment)?;
    let years = practice::years(&schools::ndjson(scorer.framework(), 100));
    let run: &dyn Fn() -> Result<(), Failure> = match work.as_str() {
        "levels" => &|| done(scorer.levels(black_box(&sheet))?),
        "sheet" => &|| done(scorer.sheet(black_box(&assessment))?),
        "typed" => &|| done(scorer.score(black_box(&assessment))?),
        "read" => &|| done(Assessment::from_json(black_box(text))?),
        "check" => &|| done(scorer.assessment(black_box(text))?),
        "score" => &|| done(scorer.score(black_box(text))?),
        "json" => &|| done(scorer.score_to_json(black_box(text))?),
        "cards" => &|| practice::year(&scorer, &years, practice::Parts::default()).map(drop),
        "plans" => &|| practice::year(&scorer, &years, practice::Parts { plans: true, ..practice::Parts::default() }).map(drop),
        "cohort" => &|| practice::year(&scorer, &years, practice::Parts { cohort: true, ..practice::Parts::default() }).map(drop),
        "quality" => &|| practice::year(&scorer, &years, practice::Parts { quality: true, ..practice::Parts::default() }).map(drop),
        "practice" => &|| practice::year(&scorer, &years, practice::Parts::ALL).map(drop),
        "quick" => &|| done(scorer.sheet(black_box(text)).and_then(|sheet| scorer.levels(&sheet))?),
        _ => return Err(format!("no such work: `{work}`").into()),
    };
    for _ in 0..times {
        run()?;
    }
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "so that every work fits on a line")]
fn done<T>(value: T) -> Result<(), Failure> {
    black_box(value);
    Ok(())
}
