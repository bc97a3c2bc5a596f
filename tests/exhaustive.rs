//! What holds for every number of points, tried one by one: the space is finite.

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Level, Points};
use thuocdo_tests::{FRAMEWORKS, oracle, scorer};

#[test]
fn points_printed_and_read_are_the_same_up_to_ten_thousand() {
    for hundredths in 0..=1_000_000 {
        printed_and_read(hundredths);
    }
}

fn printed_and_read(hundredths: u32) {
    let points = Points::from_hundredths(hundredths).expect("in range");
    let text = points.to_string();
    assert_eq!(text.parse(), Ok(points), "{text}");
    assert_eq!(points.hundredths(), hundredths);
    assert_eq!(text, shortest(hundredths));
    let number = serde_json::to_string(&points).expect("a number");
    assert_eq!(number, text, "the JSON number");
}

/// The shortest exact decimal, by cutting what the longest has too much.
fn shortest(hundredths: u32) -> String {
    let longest = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    longest.trim_end_matches('0').trim_end_matches('.').to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn points_printed_and_read_are_the_same_in_the_whole_range(hundredths in 0..=Points::MAX.hundredths()) {
        printed_and_read(hundredths);
        let next = Points::from_hundredths(hundredths + 1);
        prop_assert_eq!(next.is_none(), hundredths == Points::MAX.hundredths());
    }

    #[test]
    fn text_is_read_as_points_just_when_it_is_written_as_points(text in "-?[0-9]{0,3}[.,+eE x]?[0-9]{0,3}") {
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let written = [whole, decimals].iter().all(|part| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit()));
        let zero = digits.chars().all(|letter| matches!(letter, '0' | '.'));
        let precise = decimals.trim_end_matches('0').len() <= 2;
        prop_assert_eq!(text.parse::<Points>().is_ok(), written && precise && (sign.is_empty() || zero), "{}", text);
    }
}

/// The levels of Decision 4725, written down plainly: dưới 50, từ 50 đến 75, trên 75.
fn level_by_decision(hundredths: u32) -> u8 {
    if hundredths < 5000 {
        1
    } else if hundredths <= 7500 {
        2
    } else {
        3
    }
}

#[test]
fn every_hundredth_of_both_groups_has_the_level_of_the_decision() {
    let scorer = scorer("moet-4725-2022");
    for group in ["1", "2"] {
        for hundredths in 0..=10_000 {
            let level = scorer.level(group, Points::from_hundredths(hundredths).expect("in range"));
            assert_eq!(level.map(Level::get), Ok(level_by_decision(hundredths)), "{hundredths} hundredths in group {group}");
        }
    }
}

#[test]
fn every_hundredth_of_criterion_1_3_has_its_level() {
    let scorer = scorer("moet-4725-2022");
    for hundredths in 0..=3000_u32 {
        // Five indicators of 6 each: the first takes what it can, the next the rest.
        let given = (0..5_u32).map(|n| hundredths.saturating_sub(n * 600).min(600));
        let answers: serde_json::Map<String, Value> =
            (1..=5).zip(given).map(|(n, points)| (format!("1.3.{n}"), json!(format!("{}.{:02}", points / 100, points % 100)))).collect();
        let card = scorer.score(json!({ "conditions": {}, "answers": answers }).to_string().as_bytes()).expect("valid");
        let criterion = &card.groups[0].criteria[0];
        assert_eq!(criterion.score.low.hundredths(), hundredths);
        // dưới 10, từ 10 đến 20, trên 20.
        let level = if hundredths < 1000 {
            1
        } else if hundredths <= 2000 {
            2
        } else {
            3
        };
        assert_eq!(criterion.level.map(|level| (level.low.get(), level.high.get())), Some((level, level)), "{hundredths} hundredths");
    }
}

#[test]
fn every_hundredth_of_every_group_is_in_the_band_the_table_says() {
    for name in FRAMEWORKS {
        let (scorer, oracle) = (scorer(name), oracle(name));
        for group in &oracle.groups {
            let max = u32::try_from(thuocdo_oracle::hundredths(group.max)).expect("points");
            // A million points have a hundred million hundredths: of the largest group every ten-thousandth and those near the edges.
            let edges = group.bands.iter().flat_map(|band| [band.above, band.below, band.from, band.to]).flatten();
            let near = edges
                .map(|edge| u32::try_from(thuocdo_oracle::hundredths(edge)).expect("points"))
                .flat_map(|edge| edge.saturating_sub(300)..=edge + 300);
            let step = if max > 1_000_000 { 10_000 } else { 1 };
            for hundredths in (0..=max).step_by(step).chain(near.filter(|near| *near <= max)) {
                let points = thuocdo_oracle::Fraction::new(hundredths.into(), 100);
                let wanted = group.bands.iter().find(|band| band.holds(points)).map(|band| band.level);
                let level = scorer.level(&group.code, Points::from_hundredths(hundredths).expect("in range"));
                assert_eq!(level.ok().map(|level| level.get().into()), wanted, "{hundredths} hundredths in group {} of {name}", group.code);
            }
            assert!(scorer.level(&group.code, Points::from_hundredths(max + 1).unwrap_or(Points::MAX)).is_err() || max == Points::MAX.hundredths());
        }
    }
}
