//! From a program's own types to a scorecard and back, without JSON: `cargo run --example typed`.

use std::error::Error;

use thuocdo::{Assessment, Lang, Level, Points, Scorer, Share, Stream, ViolationCode, explain};

fn main() -> Result<(), Box<dyn Error>> {
    // Once: a framework is compiled in less than a millisecond, and any number of threads may read the scorer.
    let scorer = Scorer::shipped("moet-4725-2022")?;

    // From a text, or by name, as a form hands it over. What is not answered is not zero: it widens the ranges.
    let assessment = Assessment::new()
        .of("31-0042")
        .in_period("2023-2024")
        .by("self".parse::<Stream>()?)
        .answer("1.3.1", Points::try_from(6.0)?)
        .answer("1.6.1", "5.25".parse::<Points>()?)
        .condition("1.1", true);
    let card = scorer.score(&assessment)?;

    let group = card.group("1").ok_or("no group 1")?;
    assert_eq!((group.score.low, group.score.high), ("11.25".parse()?, "98.25".parse()?));
    assert_eq!(group.level.known(), None, "between level 1 and level 3");
    assert!(group.code == "1" && group.level.high == Level::try_from(3)?);
    let (low, high) = (f64::from(group.score.low), u8::from(group.level.high));
    println!("group 1: at least {low} points, at most level {high}");

    // The framework says whether 1.6.1 takes points or a share. A refusal lists everything that is wrong.
    let wrong = assessment.answer("1.3.1", Points::try_from(7.0)?).answer("1.6.1", Share::of(24, 32).ok_or("no share")?);
    let refused = scorer.score(&wrong).expect_err("two answers are wrong");
    assert!(refused.has(ViolationCode::PointsOutOfRange) && refused.has(ViolationCode::WrongAnswerKind));
    for violation in &refused {
        println!("{}: {}", violation.at(), violation.message(Lang::En));
    }

    println!("{}", explain(scorer.framework(), &card, Lang::Vi));
    Ok(())
}
