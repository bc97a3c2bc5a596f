//! Runs one work many times, for a profiler: `hot levels|sheet|typed|read|check|quick|score|json [times]`.

use std::hint::black_box;

use thuocdo::{Assessment, Framework, Scorer};
use thuocdo_benches::{Failure, schools};

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let work = arguments.next().ok_or("which work? levels, sheet, typed, read, check, quick, score or json")?;
    let times: u32 = arguments.next().map_or(Ok(10_000), |times| times.parse())?;

    let framework = Framework::shipped(schools::FRAMEWORK)?;
    let text = schools::complete(&framework);
    let text = text.as_bytes();
    let scorer = Scorer::new(framework)?;
    let assessment = scorer.assessment(text)?;
    let sheet = scorer.sheet(&assessment)?;
    let run: &dyn Fn() -> Result<(), Failure> = match work.as_str() {
        "levels" => &|| done(scorer.levels(black_box(&sheet))?),
        "sheet" => &|| done(scorer.sheet(black_box(&assessment))?),
        "typed" => &|| done(scorer.score(black_box(&assessment))?),
        "read" => &|| done(Assessment::from_json(black_box(text))?),
        "check" => &|| done(scorer.assessment(black_box(text))?),
        "score" => &|| done(scorer.score(black_box(text))?),
        "json" => &|| done(scorer.score_to_json(black_box(text))?),
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
