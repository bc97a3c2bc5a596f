//! What lies between two years, forth and back.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::Scorecard;
use thuocdo_practice::{Register, course};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, oracle, scorer};

const CASES: u32 = if cfg!(debug_assertions) { 300 } else { 3000 };

/// Cards of one school in successive years.
fn cards(framework: &str, seed: u64, years: &[u16]) -> Vec<Scorecard> {
    let (oracle, scorer, mut choices) = (oracle(framework), scorer(framework), Choices::new(seed));
    years
        .iter()
        .map(|year| {
            let mut school = assessment(&oracle, &mut choices);
            school["institution"] = json!({ "code": "A" });
            school["period"] = json!(format!("{year}-{}", year + 1));
            scorer.score(school.to_string().as_bytes()).expect("a card")
        })
        .collect()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn hundredths(points: &Value) -> i128 {
    thuocdo_oracle::hundredths(thuocdo_oracle::fraction(points).expect("a number"))
}

/// Every indicator's ends in hundredths, by code.
fn scores(card: &Scorecard) -> BTreeMap<String, (i128, i128)> {
    let card = value(&card.to_json());
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let indicators =
        list(&card["groups"]).into_iter().flat_map(move |group| list(&group["criteria"])).flat_map(move |criterion| list(&criterion["indicators"]));
    indicators
        .map(|of| (of["code"].as_str().expect("a code").to_owned(), (hundredths(&of["score"]["low"]), hundredths(&of["score"]["high"]))))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn back_in_time_every_difference_is_the_opposite(index in 0..FRAMEWORKS.len(), seed in any::<u64>()) {
        let mut cards = cards(FRAMEWORKS[index], seed, &[2022, 2023]);
        let forth = value(&course(None, &cards).expect("a course").to_json());
        let (first, second) = (cards[0].period.clone(), cards[1].period.clone());
        (cards[0].period, cards[1].period) = (second, first);
        let back = value(&course(None, &cards).expect("a course").to_json());
        let (forth, back) = (&forth["steps"][0], &back["steps"][0]);
        prop_assert_eq!(&forth["kind"], "comparable");
        for list in ["groups", "indicators"] {
            for (forth, back) in forth[list].as_array().expect("a list").iter().zip(back[list].as_array().expect("a list")) {
                prop_assert_eq!(&forth["code"], &back["code"]);
                prop_assert_eq!(hundredths(&forth["score"]["low"]), -hundredths(&back["score"]["high"]));
                prop_assert_eq!(hundredths(&forth["score"]["high"]), -hundredths(&back["score"]["low"]));
            }
        }
        let turned = |movement: &Value| match movement.as_str() { Some("raised") => json!("lowered"), Some("lowered") => json!("raised"), _ => movement.clone() };
        prop_assert_eq!(&forth["overall"], &turned(&back["overall"]));
    }

    #[test]
    fn differences_and_gains_are_those_of_a_naive_reckoning(index in 0..FRAMEWORKS.len(), seed in any::<u64>()) {
        let cards = cards(FRAMEWORKS[index], seed, &[2021, 2022, 2023, 2024]);
        let scores: Vec<_> = cards.iter().map(scores).collect();
        let course = value(&course(None, &cards).expect("a course").to_json());
        let mut gains: Vec<Value> = Vec::new();
        for (step, (before, after)) in course["steps"].as_array().expect("steps").iter().zip(scores.iter().zip(&scores[1..])) {
            for of in step["indicators"].as_array().expect("a list") {
                let code = of["code"].as_str().expect("a code");
                let ((old_low, old_high), (low, high)) = (before[code], after[code]);
                prop_assert_eq!((hundredths(&of["score"]["low"]), hundredths(&of["score"]["high"])), (low - old_high, high - old_low));
            }
        }
        for year in 0..3 {
            for (code, (low, _)) in &scores[year + 1] {
                if *low > scores[year][code].1 {
                    let lost = (year + 2..4).find(|later| scores[*later][code].1 < *low);
                    gains.push(json!([code, cards[year + 1].period, lost.map(|later| cards[later].period.clone())]));
                }
            }
        }
        let mut found: Vec<Value> =
            course["gains"].as_array().expect("a list").iter().map(|gain| json!([gain["code"], gain["gained_in"], gain["lost_in"]])).collect();
        let text = |value: &Value| value.to_string();
        gains.sort_by_key(text);
        found.sort_by_key(text);
        prop_assert_eq!(found, gains);
    }

    #[test]
    fn the_order_of_cards_changes_nothing(seed in any::<u64>()) {
        let mut cards = cards("small-invented.json", seed, &[2019, 2020, 2021, 2024]);
        let sorted = course(None, &cards);
        Choices::new(seed).shuffle(&mut cards);
        prop_assert_eq!(course(None, &cards), sorted);
    }

    #[test]
    fn nothing_is_subtracted_across_frameworks_or_mergers(seed in any::<u64>(), kind in prop::sample::select(vec!["merged", "split"])) {
        let mut mixed = cards("small-invented.json", seed, &[2021]);
        mixed.extend(cards("tiny-invented.json", seed, &[2022]));
        let across = course(None, &mixed).expect("a course");
        prop_assert_eq!(across.steps[0].kind.as_str(), "other_framework");

        let mut before = cards("small-invented.json", seed, &[2021, 2022]);
        before[0].institution.as_mut().expect("an institution").code = Some("B".to_owned());
        let (from, to) = if kind == "merged" { (json!(["B", "C"]), json!(["A"])) } else { (json!(["B"]), json!(["A", "C"])) };
        let register = json!({ "institutions": [], "changes": [{ "on": "2022-08-01", "kind": kind, "from": from, "to": to }] });
        let register = Register::from_json(register.to_string().as_bytes()).expect("a register");
        let of_two = course(Some(&register), &before).expect("a course");
        prop_assert_eq!(of_two.steps[0].kind.as_str(), kind);
        for step in [&across.steps[0], &of_two.steps[0]] {
            prop_assert!(step.groups.is_empty() && step.indicators.is_empty() && step.overall.is_none());
        }
        prop_assert!(across.gains.is_empty() && of_two.gains.is_empty());
        // Without the register nobody knows that they belong together.
        prop_assert!(course(None, &before).is_err());
    }
}

/// A register may be as long as a country's; a chain of renamings as long as that is followed without going back and forth.
#[test]
fn a_hundred_thousand_changes_are_read_and_followed() {
    let changes: Vec<Value> =
        (0..100_000).map(|n| json!({ "on": "2020-01-01", "kind": "renamed", "from": [format!("{n}")], "to": [format!("{}", n + 1)] })).collect();
    let mut file = json!({ "institutions": [], "changes": changes });
    let register = Register::from_json(file.to_string().as_bytes()).expect("a register");
    assert_eq!(register.today("0"), "100000");
    file["changes"][99_999]["to"] = json!(["0"]);
    let refused = Register::from_json(file.to_string().as_bytes()).expect_err("a circle");
    assert!(refused.iter().any(|violation| violation.code().as_str() == "own_predecessor"));
}

/// The same card of another year.
fn of_year(card: &Scorecard, year: usize) -> Scorecard {
    let mut card = card.clone();
    card.period = Some(format!("{year}"));
    card
}

/// Each link of a chain of mergers takes another school in: 0 and x0 became 1, 1 and x1 became 2.
fn chain(links: usize) -> String {
    let change = |n: usize| json!({ "on": "2020-01-01", "kind": "merged", "from": [format!("{n}"), format!("x{n}")], "to": [format!("{}", n + 1)] });
    json!({ "institutions": [], "changes": (0..links).map(change).collect::<Vec<_>>() }).to_string()
}

/// Hundreds of cards along a chain of a hundred thousand mergers take less time than its register takes to be read.
#[test]
fn many_cards_along_a_long_chain_of_mergers_are_one_course() {
    let (links, count) = (100_000, 400);
    let text = chain(links);
    let before = std::time::Instant::now();
    let register = Register::from_json(text.as_bytes()).expect("a register");
    let read = before.elapsed();
    let one = cards("tiny-invented.json", 1, &[2020]).remove(0);
    let cards: Vec<Scorecard> = (0..=count)
        .map(|n| {
            let mut card = of_year(&one, 1000 + n);
            card.institution.as_mut().expect("an institution").code = Some(format!("{}", n * links / count));
            card
        })
        .collect();
    let before = std::time::Instant::now();
    let course = course(Some(&register), &cards).expect("a course");
    let taken = before.elapsed();
    assert_eq!((course.institution.as_str(), course.steps.len()), ("100000", count));
    assert!(course.steps.iter().all(|step| step.kind.as_str() == "merged"));
    assert!(taken < read, "{taken:?} for the course, {read:?} for the register");
}

/// One school that takes another in every day, for centuries.
#[test]
fn a_school_that_took_many_in_is_followed_year_by_year() {
    let changes: Vec<Value> = (0..20_000)
        .map(|n| json!({ "on": format!("{}-0{}-01", 1000 + n / 9, 1 + n % 9), "kind": "merged", "from": ["A", format!("x{n}")], "to": ["A"] }))
        .collect();
    let register = Register::from_json(json!({ "institutions": [], "changes": changes }).to_string().as_bytes()).expect("a register");
    let one = cards("tiny-invented.json", 1, &[2020]).remove(0);
    let cards: Vec<Scorecard> = (0..1_000).map(|n| of_year(&one, 1000 + n)).collect();
    let course = course(Some(&register), &cards).expect("a course");
    assert_eq!(course.steps.len(), 999);
    // 1001 to 1002: the last change of either year is that of September 1002.
    assert_eq!(course.steps[1].on.map(|day| day.to_string()).as_deref(), Some("1002-09-01"));
}

/// By which change one institution came out of another, by walking every way there is: of several changes that made it the latest.
fn naive<'c>(changes: &'c [Value], earlier: &str, later: &str) -> Option<&'c Value> {
    let holds = |list: &Value, code: &str| list.as_array().expect("a list").iter().any(|known| known == code);
    let mut made: Vec<&Value> = changes.iter().filter(|change| holds(&change["to"], later)).collect();
    made.sort_by_key(|change| std::cmp::Reverse(change["on"].as_str().expect("a day").to_owned()));
    made.into_iter().find(|change| {
        let from = change["from"].as_array().expect("a list").iter().map(|code| code.as_str().expect("a code"));
        from.filter(|code| *code != later).any(|code| code == earlier || naive(changes, earlier, code).is_some())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn kinship_is_that_of_a_naive_walk(seed in any::<u64>(), size in 3..24_usize) {
        let mut choices = Choices::new(seed);
        // Codes grow with time, so that no way leads back; whoever was closed takes no more part; the last took all that is left in.
        let mut living = vec![0, 1];
        let mut changes: Vec<Value> = (2..size)
            .map(|n| {
                let mut below = |n: usize| usize::try_from(choices.upto(i128::try_from(n).expect("few") - 1)).expect("not negative");
                let [a, b] = [living[below(living.len())], living[below(living.len())]];
                let day = format!("20{:02}-{:02}-{:02}", n, below(12) + 1, below(28) + 1);
                let keeps_its_code = a == b && below(2) == 0;
                if !keeps_its_code {
                    living.retain(|code| *code != a && *code != b);
                }
                living.push(n);
                let from = json!([format!("{a}")]);
                match a == b {
                    true if keeps_its_code => json!({ "on": day, "kind": "split", "from": from, "to": [format!("{a}"), format!("{n}")] }),
                    true => json!({ "on": day, "kind": "split", "from": from, "to": [format!("{n}"), format!("y{n}")] }),
                    false => json!({ "on": day, "kind": "merged", "from": [format!("{a}"), format!("{b}")], "to": [format!("{n}")] }),
                }
            })
            .collect();
        let all: Vec<String> = (0..size).map(|n| format!("{n}")).collect();
        let left: Vec<String> = living.iter().map(|n| format!("{n}")).chain(["x".to_owned()]).collect();
        changes.push(json!({ "on": "2098-01-01", "kind": "merged", "from": left, "to": ["end"] }));
        let file = json!({ "institutions": [], "changes": changes });
        let register = Register::from_json(file.to_string().as_bytes()).expect("a register");
        let one = cards("tiny-invented.json", seed, &[2020]).remove(0);
        let mut codes = all.clone();
        choices.shuffle(&mut codes);
        codes.push("end".to_owned());
        let line: Vec<Scorecard> = codes.iter().enumerate().map(|(n, code)| {
            let mut card = of_year(&one, 1000 + n);
            card.institution.as_mut().expect("an institution").code = Some(code.clone());
            card
        }).collect();
        let course = course(Some(&register), &line).expect("all led to the end");
        prop_assert_eq!(course.institution.as_str(), "end");
        let found: Vec<(String, String, Option<String>)> = course.steps.iter()
            .map(|step| (step.from.institution.clone(), step.to.institution.clone(), step.on.map(|day| day.to_string()))).collect();
        let next = |n: usize| codes[n + 1..].iter().find_map(|later| Some((later, naive(&changes, &codes[n], later)?)));
        let expected: Vec<(String, String, Option<String>)> = (0..codes.len() - 1)
            .filter_map(|n| next(n).map(|(later, change)| (codes[n].clone(), later.clone(), change["on"].as_str().map(str::to_owned)))).collect();
        prop_assert_eq!(found, expected);
    }
}
