//! Schools counted as a naive count does it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Framework, Lang, LocalScorer, Scorecard, Scorer, Standing, Violations};
use thuocdo_oracle::{digest, fraction};
use thuocdo_practice::json::Question;
use thuocdo_practice::{Cohort, CohortReport, Keep, Register};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, answer, oracle, scorer};

const CASES: u32 = if cfg!(debug_assertions) { 50 } else { 500 };

/// Some schools of a framework: what they say, with a code each.
fn schools(framework: &str, seed: u64, count: usize) -> Vec<Value> {
    let (oracle, mut choices) = (oracle(framework), Choices::new(seed));
    (0..count)
        .map(|number| {
            let mut school = assessment(&oracle, &mut choices);
            school["institution"] = json!({ "code": format!("{number}"), "type": choices.one_of(&["primary", "multi_level"]) });
            if choices.once_in(5) {
                school["institution"].as_object_mut().expect("an object").remove("type");
            }
            school["period"] = choices.one_of(&[json!("2023-2024"), json!("2024-2025"), Value::Null]);
            school
        })
        .collect()
}

fn card(scorer: &Scorer, school: &Value) -> Scorecard {
    scorer.score(school.to_string().as_bytes()).unwrap_or_else(|refused| panic!("{refused}: {school}"))
}

/// The authority of every third school is not known.
fn register(count: usize) -> Register {
    let institutions: Vec<Value> = (0..count)
        .map(|number| match number % 3 {
            0 => json!({ "code": format!("{number}") }),
            rest => json!({ "code": format!("{number}"), "authority": format!("UBND xã {rest} (ví dụ giả định)") }),
        })
        .collect();
    Register::from_json(json!({ "institutions": institutions }).to_string().as_bytes()).expect("a register")
}

fn counted(scorer: &Scorer, register: &Register, cards: &[&Scorecard]) -> CohortReport {
    let mut cohort = Cohort::new(scorer.framework(), None);
    for (position, card) in cards.iter().enumerate() {
        cohort.add(position, card, Some(register)).expect("each school once");
    }
    cohort.finish(Some(register))
}

/// What a card is a row of.
type Key<'a> = &'a dyn Fn(&Value) -> Value;

/// What a row says, counted by filters over the JSON of the cards.
fn naive(cards: &[&Value], levels: &[u64], groups: usize) -> Value {
    let level_counts = |pointer: String| {
        let level = |card: &Value, end: &str| card.pointer(&format!("{pointer}/{end}")).and_then(Value::as_u64).expect("a level");
        let exact = |level_of: u64| cards.iter().filter(|card| level(card, "low") == level_of && level(card, "high") == level_of).count();
        let open = cards.iter().filter(|card| level(card, "low") != level(card, "high")).count();
        json!([levels.iter().map(|level| exact(*level)).collect::<Vec<_>>(), open])
    };
    json!({
        "count": cards.len(),
        "eligible": cards.iter().filter(|card| card["recognition"]["eligible"] == true).count(),
        "groups": (0..groups).map(|group| level_counts(format!("/groups/{group}/level"))).collect::<Vec<_>>(),
        "overall": level_counts("/overall/level".to_owned()),
    })
}

fn flat(counts: &Value) -> Value {
    let levels: Vec<&Value> = counts["levels"].as_array().expect("a list").iter().map(|level| &level["count"]).collect();
    json!([levels, counts["undetermined"]])
}

/// The same of a row as it is told.
fn told(row: &Value) -> Value {
    let groups: Vec<Value> = row["groups"].as_array().expect("a list").iter().map(flat).collect();
    json!({ "count": row["count"], "eligible": row["eligible"], "groups": groups, "overall": flat(&row["overall"]) })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    /// As if only those cards had come that count, however the codes are typed.
    #[test]
    fn of_several_cards_the_one_asked_for_counts(index in 0..FRAMEWORKS.len(), seed in any::<u64>(), count in 0..30_usize, codes in 1..8_usize, is_last in any::<bool>()) {
        let scorer = scorer(FRAMEWORKS[index]);
        let mut choices = Choices::new(seed);
        let mut cards: Vec<(String, Scorecard)> = Vec::new();
        for (number, mut school) in schools(FRAMEWORKS[index], seed, count).into_iter().enumerate() {
            let code = format!("{}{}", choices.one_of(&["ô", "Ô", "o\u{302}", " ô"]), number % codes);
            school["institution"]["code"] = json!(code);
            // Whose it is, told apart by hand: the number of the code, the period, the stream.
            cards.push((format!("{} {} {}", number % codes, school["period"], school["stream"]), card(&scorer, &school)));
        }
        let keep = if is_last { Keep::Last } else { Keep::First };
        let count = |cards: &[&Scorecard], keep| {
            let mut cohort = Cohort::new(scorer.framework(), keep);
            for (position, card) in cards.iter().enumerate() {
                cohort.add(position, card, None)?;
            }
            Ok::<_, Violations>(cohort.finish(None))
        };
        let all: Vec<&Scorecard> = cards.iter().map(|(_, card)| card).collect();
        let counts = |at: usize| {
            let others = if is_last { &cards[at + 1..] } else { &cards[..at] };
            others.iter().all(|(whose, _)| *whose != cards[at].0)
        };
        let those: Vec<&Scorecard> = (0..cards.len()).filter(|at| counts(*at)).map(|at| all[at]).collect();
        let mut found = count(&all, Some(keep)).expect("said which");
        let expected = count(&those, None).expect("each once");
        prop_assert_eq!(usize::try_from(found.passed_over).expect("few"), all.len() - those.len());
        prop_assert_eq!(count(&all, None).is_ok(), all.len() == those.len());
        found.passed_over = 0;
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn every_number_is_that_of_a_naive_count(index in 0..FRAMEWORKS.len(), seed in any::<u64>(), count in 0..40_usize) {
        let scorer = scorer(FRAMEWORKS[index]);
        let framework = scorer.framework();
        let cards: Vec<Scorecard> = schools(FRAMEWORKS[index], seed, count).iter().map(|school| card(&scorer, school)).collect();
        let register = register(count);
        let report = counted(&scorer, &register, &cards.iter().collect::<Vec<_>>());
        let value: Value = serde_json::from_str(&report.to_json()).expect("JSON");
        let cards: Vec<Value> = cards.iter().map(|card| serde_json::from_str(&card.to_json()).expect("JSON")).collect();
        let levels: Vec<u64> = framework.levels.iter().map(|level| level.level.get().into()).collect();
        let of = |some: &[&Value]| naive(some, &levels, framework.groups.len());
        let at_lowest = cards.iter().filter(|card| card["recognition"]["eligible"] == true && card["overall"]["level"]["low"] == 1).count();
        prop_assert_eq!(&value["eligible_at_lowest"], at_lowest);

        prop_assert_eq!(told(&value), of(&cards.iter().collect::<Vec<_>>()));
        let breakdowns: [(&str, Key<'_>); 3] = [
            ("by_type", &|card| card["institution"]["type"].clone()),
            ("by_period", &|card| card["period"].clone()),
            ("by_authority", &|card| {
                let number: usize = card["institution"]["code"].as_str().and_then(|code| code.parse().ok()).expect("a number");
                if number.is_multiple_of(3) { Value::Null } else { format!("UBND xã {} (ví dụ giả định)", number % 3).into() }
            }),
        ];
        for (name, key) in breakdowns {
            let mut rows: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
            for card in &cards {
                rows.entry(key(card).to_string()).or_default().push(card);
            }
            let expected: BTreeMap<String, Value> = rows.iter().map(|(key, cards)| (key.clone(), of(cards))).collect();
            let found: BTreeMap<String, Value> =
                value[name].as_array().expect("a list").iter().map(|row| (row["value"].to_string(), told(row))).collect();
            prop_assert_eq!(found, expected);
        }

                let hundredths = |points: &Value| thuocdo_oracle::hundredths(fraction(points).expect("points"));
        for (nth, quantiles) in value["quantiles"].as_array().expect("a list").iter().enumerate() {
            let scores = cards.iter().map(|card| &card["groups"][nth]["score"]).filter(|score| score["low"] == score["high"]);
            let mut sorted: Vec<i128> = scores.map(|score| hundredths(&score["low"])).collect();
            sorted.sort_unstable();
            prop_assert_eq!(&quantiles["open"], cards.len() - sorted.len());
            for (name, quarters) in [("lower_quartile", 1), ("median", 2), ("upper_quartile", 3), ("maximum", 4)] {
                // The least that a share of the schools reaches.
                let expected = sorted.iter().find(|score| 4 * sorted.iter().filter(|other| other <= score).count() >= quarters * sorted.len());
                prop_assert_eq!(quantiles[name].as_f64().map(|_| hundredths(&quantiles[name])), expected.copied(), "{} of {:?}", name, sorted);
            }
            prop_assert_eq!(quantiles["minimum"].as_f64().map(|_| hundredths(&quantiles["minimum"])), sorted.first().copied());
        }

        let mut sums: BTreeMap<String, (i128, u64)> = BTreeMap::new();
        for card in &cards {
            for indicator in card["groups"].as_array().into_iter().flatten().flat_map(|group| group["criteria"].as_array().expect("a list"))
                .flat_map(|criterion| criterion["indicators"].as_array().expect("a list")) {
                let missing = hundredths(&indicator["max"]) - hundredths(&indicator["score"]["low"]);
                let sum = sums.entry(indicator["code"].to_string()).or_default();
                *sum = (sum.0 + missing, sum.1 + u64::from(missing > 0));
            }
        }
        let missing = value["missing_points"].as_array().expect("a list");
        // What is unlocated stands behind the others.
        let indicators: Vec<_> = framework.indicators().collect();
        let is_unlocated = |of: &Value| indicators.iter().any(|known| of["code"] == *known.code && known.basis.standing == Standing::Unlocated);
        prop_assert!(missing.is_sorted_by_key(|of| (is_unlocated(of), Reverse(hundredths(&of["total"])))));
        for of in missing {
            let (sum, schools) = sums.get(&of["code"].to_string()).copied().unwrap_or_default();
            prop_assert_eq!((hundredths(&of["total"]), of["schools"].as_u64()), (sum, Some(schools)));
            if count > 0 {
                let count = i128::try_from(count).expect("few");
                prop_assert_eq!(hundredths(&of["mean"]), (2 * sum + count) / (2 * count));
            }
        }
    }

    /// However the cards are spread over cohorts, and in whatever order these are put together, with or without bytes between.
    #[test]
    fn merged_parts_are_the_whole(index in 0..FRAMEWORKS.len(), seed in any::<u64>(), count in 0..30_usize, parts in 1..6_usize, has_register in any::<bool>()) {
        let scorer = scorer(FRAMEWORKS[index]);
        let cards: Vec<Scorecard> = schools(FRAMEWORKS[index], seed, count).iter().map(|school| card(&scorer, school)).collect();
        let register = has_register.then(|| register(count / 2));
        let mut choices = Choices::new(seed);
        let of_part: Vec<usize> = (0..count).map(|_| choices.one_of(&(0..parts).collect::<Vec<_>>())).collect();
        let counted = |of: &dyn Fn(usize) -> bool| {
            let mut cohort = Cohort::new(scorer.framework(), None);
            for (position, card) in cards.iter().enumerate().filter(|(at, _)| of(*at)) {
                cohort.add(position, card, register.as_ref()).expect("each school once");
            }
            cohort
        };
        let whole = counted(&|_| true);
        let mut cohorts: Vec<Cohort> = (0..parts).map(|part| counted(&|at| of_part[at] == part)).collect();
        choices.shuffle(&mut cohorts);
        let mut merged = Cohort::new(scorer.framework(), None);
        for cohort in cohorts {
            let sent = cohort.to_part().map(|part| Cohort::from_part(&part, |digest| found(&scorer, digest)).expect("a part"));
            prop_assert!(sent.is_some() || has_register);
            merged.merge(sent.unwrap_or(cohort)).expect("each school once");
        }
        prop_assert_eq!(merged.came(), count);
        prop_assert_eq!(merged.finish(register.as_ref()), whole.finish(register.as_ref()));
    }

    #[test]
    fn the_order_of_records_changes_nothing(seed in any::<u64>(), count in 0..30_usize) {
        let scorer = scorer("small-invented.json");
        let cards: Vec<Scorecard> = schools("small-invented.json", seed, count).iter().map(|school| card(&scorer, school)).collect();
        let register = register(count);
        let forth: Vec<&Scorecard> = cards.iter().collect();
        let mut other = forth.clone();
        Choices::new(seed).shuffle(&mut other);
        prop_assert_eq!(counted(&scorer, &register, &forth), counted(&scorer, &register, &other));
    }
}

fn found(scorer: &Scorer, digest: &str) -> Option<Framework> {
    (digest == scorer.digest()).then(|| scorer.framework().clone())
}

/// A school by its code, in a cohort that has counted so many others before.
fn alone(scorer: &Scorer, code: &str, keep: Option<Keep>) -> Cohort {
    let mut cohort = Cohort::new(scorer.framework(), keep);
    for (position, code) in ["other", code].into_iter().enumerate() {
        let school = json!({ "conditions": {}, "answers": {}, "institution": { "code": format!("{code}{}", if position == 0 { keep.map_or("", Keep::as_str) } else { "" }) } });
        cohort.add(position, &card(scorer, &school), None).expect("each once");
    }
    cohort
}

/// One institution in two cohorts is refused as in one, and nothing of the second is counted; its place counts on from those before.
#[test]
fn an_institution_in_two_cohorts_is_refused() {
    let scorer = scorer("tiny-invented.json");
    let mut cohort = alone(&scorer, "Ô-1", None);
    cohort.merge(alone(&scorer, "B", Some(Keep::First))).expect("another school");
    let before = cohort.to_part();
    for (again, place) in [("ô-1", "/scorecards/1"), ("b ", "/scorecards/3")] {
        let refused = cohort.merge(alone(&scorer, again, Some(Keep::Last))).expect_err("it came already");
        let told = refused.to_json(Lang::En);
        assert!(told.contains("duplicate_assessment") && told.contains(place), "{told}");
        assert_eq!(cohort.to_part(), before);
    }
    // Whose were counted is known after bytes between, too.
    let mut sent = Cohort::from_part(&before.expect("no register"), |digest| found(&scorer, digest)).expect("a part");
    assert!(sent.merge(alone(&scorer, "ô-1", Some(Keep::Last))).is_err());
    assert_eq!(sent.came(), 4);
}

/// Of two cohorts nobody knows which card came first, so `keep` chooses no more.
#[test]
fn what_was_chosen_stays_chosen_in_a_merged_cohort() {
    let scorer = scorer("tiny-invented.json");
    let school = |points: f64| card(&scorer, &json!({ "conditions": {}, "answers": { "0.a.2": points }, "institution": { "code": "A" } }));
    for (keep, kept) in [(Keep::First, 0.1), (Keep::Last, 0.2)] {
        let mut cohort = Cohort::new(scorer.framework(), Some(keep));
        for (position, points) in [0.1, 0.2].into_iter().enumerate() {
            cohort.add(position, &school(points), None).expect("one counts");
        }
        let mut merged = Cohort::new(scorer.framework(), Some(keep));
        merged.merge(cohort).expect("another school");
        assert!(merged.add(2, &school(0.3), None).is_err());
        let mut expected = Cohort::new(scorer.framework(), None);
        expected.add(0, &school(kept), None).expect("once");
        let mut expected = expected.finish(None);
        expected.passed_over = 1;
        assert_eq!(merged.finish(None), expected);
    }
}

/// What is no part of this framework, or was changed, is refused; a text that has the right digest must still be of the framework's shape.
#[test]
fn only_a_whole_part_of_a_known_framework_is_taken() {
    let (tiny, decision) = (scorer("tiny-invented.json"), scorer("moet-4725-2022"));
    let mut cohort = alone(&tiny, "A", None);
    assert!(cohort.merge(alone(&decision, "B", None)).is_err_and(|refused| refused.to_json(Lang::En).contains("digest_mismatch")));
    let part = cohort.to_part().expect("no register");
    assert!(Cohort::from_part(&part, |_| None).is_err(), "a framework that is not there");
    assert!(Cohort::from_part(&part, |_| Some(decision.framework().clone())).is_err(), "another framework");
    for length in (0..part.len()).filter(|length| part.is_char_boundary(*length)) {
        assert!(Cohort::from_part(&part[..length], |digest| found(&tiny, digest)).is_err(), "{length}");
    }
    let inner: Value = serde_json::from_str(part.split_once(' ').expect("a digest").1).expect("JSON");
    let forged = |change: &dyn Fn(&mut Value)| {
        let mut changed = inner.clone();
        change(&mut changed);
        format!("{} {changed}", thuocdo::digest(&changed.to_string()))
    };
    assert!(Cohort::from_part(&forged(&|_| ()), |digest| found(&tiny, digest)).is_ok());
    let changes: [&dyn Fn(&mut Value); 8] = [
        &|part| part["all"]["cells"] = json!([1]),
        &|part| part["by_period"]["unknown"]["cells"] = json!([]),
        &|part| part["missing"] = json!([]),
        &|part| part["open"] = json!([2, 2, 2, 2, 2]),
        &|part| part["open"][0] = json!(1),
        &|part| part["scores"] = json!([[], [], [], [], []]),
        &|part| part["scores"][0] = json!([-1]),
        &|part| part["more"] = json!(0),
    ];
    for (nth, change) in changes.into_iter().enumerate() {
        assert!(Cohort::from_part(&forged(change), |digest| found(&tiny, digest)).is_err(), "{nth}");
    }
}

/// Sums and means of a nation do not wrap: all of a hundred thousand schools lack all points.
#[test]
fn a_nation_is_counted_without_loss() {
    let scorer = scorer("moet-4725-2022");
    let nothing = scorer.score(br#"{"conditions":{},"answers":{}}"#).expect("a card");
    let mut cohort = Cohort::new(scorer.framework(), None);
    (0..100_000).for_each(|position| cohort.add(position, &nothing, None).expect("nobody's"));
    let report: Value = serde_json::from_str(&cohort.finish(None).to_json()).expect("JSON");
    assert_eq!((report["count"].clone(), report["groups"][0]["undetermined"].clone()), (json!(100_000), json!(100_000)));
    let sum: f64 = report["missing_points"].as_array().expect("a list").iter().map(|of| of["total"].as_f64().expect("points")).sum();
    assert!((sum - 20_000_000.0).abs() < 0.001, "two groups of 100 points each: {sum}");
}

/// What another framework says, or a card that only claims to be of this one, is counted apart.
#[test]
fn a_card_of_another_framework_is_counted_apart() {
    let (decision, tiny) = (scorer("moet-4725-2022"), scorer("tiny-invented.json"));
    let mut forged = tiny.score(br#"{"conditions":{},"answers":{}}"#).expect("a card");
    let mut cohort = Cohort::new(decision.framework(), None);
    cohort.add(0, &forged, None).expect("counted apart");
    decision.digest().clone_into(&mut forged.framework.digest);
    cohort.add(1, &forged, None).expect("counted apart");
    let report = cohort.finish(None);
    assert_eq!((report.count, report.other_framework), (0, 2));
}

/// All that is wrong comes together: one changed scorecard does not hide another.
#[test]
fn every_changed_scorecard_of_a_request_is_told() {
    let scorer = scorer("tiny-invented.json");
    let school = json!({ "conditions": {}, "answers": { "0.a.2": 0.5 }, "period": "2023" });
    let mut changed: Value = serde_json::from_str(&card(&scorer, &school).to_json()).expect("JSON");
    changed["period"] = json!("2024");
    let request = json!({ "scorecards": [changed, school, changed], "keep": "best" }).to_string();
    let told = answer(Question::Cohort, &LocalScorer::new(scorer), request.as_bytes(), Lang::En);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let places: Vec<&Value> = told["violations"].as_array().expect("a list").iter().map(|violation| &violation["at"]).collect();
    assert_eq!(places, ["/keep", "/scorecards/0/digest", "/scorecards/2/digest"]);
}

/// A digest can be made for anything: a card must also be what the framework makes of its points.
#[test]
fn a_scorecard_that_contradicts_itself_is_refused_wherever_it_is_given() {
    let scorer = LocalScorer::new(scorer("tiny-invented.json"));
    let school = json!({ "conditions": {}, "answers": { "0.a.2": 0.4 }, "period": "2023", "institution": { "code": "A" } });
    let good: Value = serde_json::from_str(&card(scorer.national(), &school).to_json()).expect("JSON");
    let forged = |at: &str, value: Value| {
        let mut card = good.clone();
        *card.pointer_mut(at).expect("the place is there") = value;
        card.as_object_mut().expect("an object").remove("digest");
        card["digest"] = json!(digest(&card));
        card
    };
    let indicator = "/groups/0/criteria/0/indicators/1";
    let cases = [
        (forged("/groups/0/score", json!({ "high": 0.1, "low": 0.9 })), "unknown_value", "/groups/0/score/low"),
        (forged("/groups/0/level", json!({ "high": 1, "low": 2 })), "unknown_value", "/groups/0/level/low"),
        (forged("/groups/0/level", json!({ "high": 2, "low": 2 })), "digest_mismatch", "/digest"),
        (forged("/groups/0/score", json!({ "high": 1, "low": 1 })), "digest_mismatch", "/digest"),
        (forged("/recognition/blockers", json!([])), "digest_mismatch", "/digest"),
        (forged(&format!("{indicator}/score"), json!({ "high": 0.67, "low": 0.67 })), "digest_mismatch", "/digest"),
        (forged(&format!("{indicator}/score"), json!({ "high": 1_000_000, "low": 0 })), "digest_mismatch", "/digest"),
        (forged(&format!("{indicator}/state"), json!("missing")), "digest_mismatch", "/digest"),
        (forged("/groups", json!([])), "digest_mismatch", "/digest"),
        (forged("/groups/0/criteria", json!(vec![good["groups"][0]["criteria"][0].clone(); 500])), "digest_mismatch", "/digest"),
    ];
    for (card, code, place) in cases {
        let requests = [
            (Question::Cohort, json!({ "scorecards": [card] }), "/scorecards/0"),
            (Question::Course, json!({ "scorecards": [card] }), "/scorecards/0"),
            (Question::Plan, json!({ "scorecard": card }), "/scorecard"),
        ];
        for (question, request, list) in requests {
            let told: Value = serde_json::from_str(&answer(question, &scorer, request.to_string().as_bytes(), Lang::En)).expect("JSON");
            let told: Vec<_> = told["violations"].as_array().into_iter().flatten().map(|violation| (&violation["code"], &violation["at"])).collect();
            assert_eq!(told, [(&json!(code), &json!(format!("{list}{place}")))], "{question:?}: {card}");
        }
    }
}
