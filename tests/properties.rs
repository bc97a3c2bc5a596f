//! What holds for every assessment, under every framework of the corpus.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::{fmt, mem};
use thuocdo::{Assessment, ConditionState, Fill, Framework, GroupScore, Lang, Level, LocalScorer, Points, Range, Scorecard, Scorer, Violations};
use thuocdo_oracle::{Rule, canonical, normal_assessment, normal_framework};
use thuocdo_tests::generate::{Choices, assessment, shuffled};
use thuocdo_tests::{FRAMEWORKS, codes_and_places, oracle, scorer};

/// The frameworks of the corpus, each as the engine compiles it and as the oracle reads it.
static BOTH: LazyLock<Vec<(Scorer, thuocdo_oracle::Framework)>> = LazyLock::new(|| FRAMEWORKS.map(|name| (scorer(name), oracle(name))).into());

/// An assessment and the framework it is of.
struct Case {
    given: Value,
    oracle: &'static thuocdo_oracle::Framework,
    scorer: &'static Scorer,
}

impl fmt::Debug for Case {
    /// What a failure needs to say.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.oracle.id, self.given)
    }
}

impl Case {
    fn card(&self, given: &Value) -> Scorecard {
        self.scorer.score(given.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{}: {violations}\n{given}", self.oracle.id))
    }

    fn indicator(&self, which: prop::sample::Index) -> &'static thuocdo_oracle::Indicator {
        let all: Vec<_> = self.oracle.groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators).collect();
        all[which.index(all.len())]
    }
}

/// Random assessments as the differential test makes them. What shrinks is the number of answers.
fn cases() -> impl Strategy<Value = Case> {
    (0..FRAMEWORKS.len(), any::<u64>().no_shrink(), 0..=26_usize).prop_map(|(index, seed, kept)| {
        let (scorer, oracle) = &BOTH[index];
        let mut given = assessment(oracle, &mut Choices::new(seed));
        let answers = given["answers"].as_object_mut().expect("answers");
        *answers = mem::take(answers).into_iter().take(kept).collect();
        Case { given, oracle, scorer }
    })
}

/// Two facts of which the second brings no fewer points; `None` where a table lets points fall.
fn facts(rule: &Rule, max: thuocdo_oracle::Fraction, less: u32, more: u32) -> Option<(Value, Value)> {
    let ascends = |table: &[thuocdo_oracle::Step]| table.is_sorted_by_key(|step| step.points);
    let share = |part: u32| json!({ "part": part, "whole": 1000 });
    let points = |thousandths: u32| {
        let hundredths = thuocdo_oracle::hundredths(max) * i128::from(thousandths) / 1000;
        json!({ "points": thuocdo_oracle::json_number(thuocdo_oracle::Fraction::new(hundredths, 100)) })
    };
    match rule {
        Rule::Direct => Some((points(less), points(more))),
        Rule::Flag => Some((json!({ "met": less >= 500 }), json!({ "met": more >= 500 }))),
        Rule::Share => Some((share(less), share(more))),
        Rule::StepsOfCount(table) => ascends(table).then(|| (json!({ "count": less }), json!({ "count": more }))),
        Rule::StepsOfPercent(table) => ascends(table).then(|| (share(less), share(more))),
    }
}

/// Every score and level of a card, ends as numbers: groups, criteria with bands, indicators, the whole.
fn ranges(card: &Scorecard) -> Vec<(u32, u32)> {
    let of_level = |level: Range<Level>| (u32::from(level.low.get()), u32::from(level.high.get()));
    let of_score = |score: Range<Points>| (score.low.hundredths(), score.high.hundredths());
    let of_group = |group: &GroupScore| {
        let mut ranges = vec![of_score(group.score), of_level(group.level)];
        for criterion in &group.criteria {
            ranges.push(of_score(criterion.score));
            ranges.extend(criterion.level.map(of_level));
            ranges.extend(criterion.indicators.iter().map(|indicator| of_score(indicator.score)));
        }
        ranges
    };
    let mut all: Vec<_> = card.groups.iter().flat_map(of_group).collect();
    all.push(of_level(card.overall.level));
    all
}

proptest! {
    // Fewer in a debug build, which is some ten times slower.
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 300 } else { 3000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_of_one_answer_never_lowers_anything(case in cases(), which in any::<prop::sample::Index>(), a in 0..=1000_u32, b in 0..=1000_u32) {
        let indicator = case.indicator(which);
        let Some((less, more)) = facts(&indicator.rule, indicator.max, a.min(b), a.max(b)) else { return Ok(()) };
        let (mut lower, mut higher) = (case.given.clone(), case.given.clone());
        lower["answers"][&indicator.code] = less;
        higher["answers"][&indicator.code] = more;
        for (lower, higher) in ranges(&case.card(&lower)).into_iter().zip(ranges(&case.card(&higher))) {
            prop_assert!(lower.0 <= higher.0 && lower.1 <= higher.1);
        }
    }

    #[test]
    fn every_score_lies_between_zero_and_its_maximum(case in cases()) {
        let card = case.card(&case.given);
        let levels = u32::from(case.scorer.framework().levels.last().expect("levels").level.get());
        for group in &card.groups {
            prop_assert!(group.score.low <= group.score.high && group.score.high <= group.max);
            prop_assert!(group.level.low <= group.level.high && (1..=levels).contains(&group.level.high.get().into()) && group.level.low.get() > 0);
            for criterion in &group.criteria {
                prop_assert!(criterion.score.low <= criterion.score.high && criterion.score.high <= criterion.max);
                for indicator in &criterion.indicators {
                    prop_assert!(indicator.score.low <= indicator.score.high && indicator.score.high <= indicator.max);
                }
            }
        }
    }

    #[test]
    fn parts_add_up_to_the_whole(case in cases()) {
        let sum = |parts: &mut dyn Iterator<Item = Range<Points>>| {
            parts.fold((0, 0), |sum, part| (sum.0 + part.low.hundredths(), sum.1 + part.high.hundredths()))
        };
        for group in &case.card(&case.given).groups {
            prop_assert_eq!(sum(&mut group.criteria.iter().map(|part| part.score)), (group.score.low.hundredths(), group.score.high.hundredths()));
            for criterion in &group.criteria {
                let whole = (criterion.score.low.hundredths(), criterion.score.high.hundredths());
                prop_assert_eq!(sum(&mut criterion.indicators.iter().map(|part| part.score)), whole);
            }
        }
    }

    #[test]
    fn an_answer_taken_away_widens_and_one_given_narrows(case in cases(), which in any::<prop::sample::Index>(), points in 0..=1000_u32) {
        let indicator = case.indicator(which);
        let (mut without, mut with) = (case.given.clone(), case.given.clone());
        without["answers"].as_object_mut().expect("answers").remove(&indicator.code);
        if case.given["answers"][&indicator.code].is_null() {
            let Some((given, _)) = facts(&indicator.rule, indicator.max, points, points) else { return Ok(()) };
            with["answers"][&indicator.code] = given;
        }
        for (wide, narrow) in ranges(&case.card(&without)).into_iter().zip(ranges(&case.card(&with))) {
            prop_assert!(wide.0 <= narrow.0 && narrow.1 <= wide.1);
        }
    }

    #[test]
    fn the_order_of_keys_and_white_space_change_no_byte(case in cases(), seed in any::<u64>()) {
        let text = shuffled(&case.given, &mut Choices::new(seed));
        let card = case.scorer.score(text.as_bytes()).expect("the same assessment").to_json();
        prop_assert_eq!(card, case.card(&case.given).to_json());
    }

    #[test]
    fn the_order_of_keys_changes_no_violation(case in cases(), seed in any::<u64>(), faults in prop::collection::btree_map("[a-z0-9.]{0,6}", 0..9_u8, 1..8)) {
        let mut broken = case.given.clone();
        for (code, kind) in faults {
            match kind {
                0 => broken["answers"][&code] = json!(0.001),
                1 => broken["answers"][&code] = json!([]),
                2 => broken["conditions"][&code] = json!(6),
                3 => broken[&code] = json!({}),
                4 => broken["stream"] = json!(code),
                5 => broken["assessed_on"] = json!(code),
                6 => broken["answers"][&code] = json!({ &code: 1, "points": 2_000_000, "met": code }),
                7 => broken["framework"] = json!(format!("{code}-")),
                _ => broken["institution"] = json!({ "type": code }),
            }
        }
        let refused = |text: String| case.scorer.score(text.as_bytes()).map_err(|violations| violations.to_json(Lang::Vi));
        let first = refused(broken.to_string());
        let typed = case.scorer.score(&thuocdo::json::Value::from(&broken)).map_err(|violations| violations.to_json(Lang::Vi));
        prop_assert_eq!(&refused(shuffled(&broken, &mut Choices::new(seed))), &first);
        prop_assert_eq!(&typed, &first);
    }

    #[test]
    fn the_same_assessment_gives_the_same_bytes_again(case in cases()) {
        let first = case.card(&case.given);
        let elsewhere = std::thread::scope(|scope| scope.spawn(|| case.card(&case.given).to_json()).join().expect("a card"));
        prop_assert_eq!(first.to_json(), elsewhere);
        let other = Scorer::new(case.scorer.framework().clone()).expect("compiled before");
        prop_assert_eq!(other.score(case.given.to_string().as_bytes()), Ok(first));
    }

    #[test]
    fn the_levels_alone_are_those_of_the_card(case in cases()) {
        let card = case.card(&case.given);
        let assessment = Assessment::from_json(case.given.to_string().as_bytes()).expect("valid");
        let levels = case.scorer.levels(&case.scorer.sheet(&assessment).expect("valid")).expect("its own sheet");
        prop_assert_eq!(levels.overall(), card.overall.level);
        prop_assert_eq!(levels.eligible(), card.recognition.eligible);
        prop_assert_eq!(levels.groups().len(), card.groups.len());
        for (level, group) in levels.groups().iter().zip(&card.groups) {
            prop_assert_eq!((level.level, level.score), (group.level, group.score));
            for (points, level) in [(group.score.low, group.level.low), (group.score.high, group.level.high)] {
                prop_assert_eq!(case.scorer.level(&group.code, points), Ok(level));
            }
        }
    }

    #[test]
    fn cards_and_assessments_are_written_in_canonical_form(case in cases(), text in any::<String>(), name in any::<String>()) {
        let mut given = case.given.clone();
        given["institution"] = json!({ "code": text, "name": name });
        given["period"] = json!(text);
        let card = case.card(&given).to_json();
        prop_assert_eq!(canonical(&serde_json::from_str(&card).expect("JSON")), card);
        let normal = Assessment::from_json(given.to_string().as_bytes()).expect("valid").to_json();
        prop_assert_eq!(canonical(&normal_assessment(&given)), normal);
    }

    #[test]
    fn codes_of_no_framework_are_sorted_as_canonical_form_says(codes in prop::collection::vec(any::<String>(), 0..6)) {
        // RFC 8785 sorts by UTF-16 units: the emoji, whose first unit is U+D83C, before U+E000.
        let codes = codes.into_iter().chain(["\u{e000}".to_owned(), "🏫".to_owned()]);
        let answers: serde_json::Map<String, Value> = codes.map(|code| (code, json!({ "points": 1 }))).collect();
        let given = json!({ "answers": answers, "conditions": {} });
        let normal = Assessment::from_json(given.to_string().as_bytes()).expect("well formed").to_json();
        prop_assert_eq!(canonical(&given), normal);
    }
}

#[test]
fn frameworks_are_written_in_canonical_form() {
    for name in FRAMEWORKS {
        let file: Value = serde_json::from_str(&thuocdo_oracle::corpus::framework_text(name)).expect("JSON");
        assert_eq!(scorer(name).framework().to_json(), canonical(&normal_framework(&file)), "{name}");
    }
}

#[test]
fn the_parts_of_the_core_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Scorer>();
    shared::<Framework>();
    shared::<Assessment>();
    shared::<Scorecard>();
    shared::<Violations>();
    shared::<thuocdo::Sheet>();
    shared::<thuocdo::Levels>();
}

/// An assessment with more faults than are told.
fn faults(count: usize, backwards: bool) -> String {
    let mut keys: Vec<_> = (0..count).map(|n| format!("\"k{n:05}\":1")).collect();
    if backwards {
        keys.reverse();
    }
    format!("{{\"conditions\":{{}},\"answers\":{{}},{}}}", keys.join(","))
}

#[test]
fn a_thousand_violations_are_told_and_then_that_there_are_more() {
    let scorer = scorer("moet-4725-2022");
    let told = |count| codes_and_places(&scorer.score(faults(count, false).as_bytes()).expect_err("unknown fields"));
    assert_eq!(told(999).len(), 999);
    assert_eq!(told(1000).len(), 1000);
    assert!(told(1000).iter().all(|(code, _)| code == "unknown_field"));
    for count in [1001, 5000] {
        assert_eq!(told(count).len(), 1001);
        assert_eq!(told(count).first(), Some(&("too_many_violations".to_owned(), String::new())));
    }
}

#[test]
fn which_thousand_are_told_does_not_depend_on_the_order_of_keys() {
    let scorer = scorer("moet-4725-2022");
    let told = |backwards| codes_and_places(&scorer.score(faults(1500, backwards).as_bytes()).expect_err("unknown fields"));
    assert_eq!(told(false), told(true));
}

#[test]
fn three_hundred_levels_are_refused_without_a_panic() {
    let mut file: Value = serde_json::from_str(&thuocdo_oracle::corpus::framework_text("tiny-invented.json")).expect("JSON");
    let level = |n: u32| json!({ "level": n, "name": { "vi": "Mức", "en": "Level" }, "meaning": { "vi": "Mức", "en": "Level" } });
    file["levels"] = (1..=300).map(level).collect();
    let violations = Framework::from_json(file.to_string().as_bytes()).expect_err("levels go up to 100");
    assert!(codes_and_places(&violations).contains(&("count_out_of_range".to_owned(), "/levels/100/level".to_owned())), "{violations}");
}

/// A sheet of one framework says nothing about another, nor about another revision of it, however much both look alike.
#[test]
fn a_sheet_of_another_framework_or_revision_is_refused() {
    let text = |id: &str, revision: u32| {
        let mut file: Value = serde_json::from_str(&thuocdo_oracle::corpus::framework_text("tiny-invented.json")).expect("JSON");
        file["revision"] = revision.into();
        file["id"] = id.into();
        Scorer::new(Framework::from_json(file.to_string().as_bytes()).expect("a framework")).expect("a scorer")
    };
    let (first, again, second, other) = (text("tiny", 1), text("tiny", 1), text("tiny", 2), text("other", 1));
    let full = |scorer: &Scorer| {
        let mut sheet = scorer.blank();
        let mut row = sheet.fill();
        for (position, indicator) in scorer.framework().indicators().enumerate() {
            row.answer(position, Some(indicator.max)).expect("the maximum");
        }
        sheet
    };
    // The very same framework, compiled twice or copied, is the same.
    for same in [&first, &again, &first.clone()] {
        assert!(first.levels(&full(same)).expect("the same framework").overall().is_exact());
    }
    for (foreign, found, expected) in [(&second, second.digest(), first.digest()), (&other, "other", "tiny")] {
        let sheet = full(foreign);
        let about = Assessment::default();
        for refused in [first.levels(&sheet).expect_err("another"), first.card(&thuocdo::Subject::from(&about), &sheet).expect_err("another")] {
            let told: Vec<_> =
                refused.iter().map(|violation| (violation.code().as_str(), violation.at(), violation.params()["found"].text(Lang::En))).collect();
            assert_eq!(told, [("wrong_framework", "", found.to_owned())]);
            assert_eq!(refused.iter().next().expect("one").params()["expected"].text(Lang::En), expected);
        }
    }
    let local = LocalScorer::new(first.clone());
    assert!(local.project(&full(&first)).is_ok() && local.project(&full(&second)).is_err());
}

/// A loop written as one would write it: no row says what a row before it said, whatever of it was refused and whoever looked.
#[test]
fn a_sheet_never_speaks_of_another_row() {
    let scorer = scorer("moet-4725-2022");
    let position = scorer.indicator("1.3.1").expect("it is there");
    let (condition, points) = (scorer.condition("1.1").expect("it is there"), |text: &str| text.parse::<Points>().ok());
    let mut sheet = scorer.blank();
    let blank = scorer.levels(&sheet).expect("a blank sheet");
    let six = |range: Range<Points>| range == Range::exact("6".parse().expect("points"));

    let mut row = sheet.fill();
    row.answer(position, points("6")).expect("6 is the most");
    row.condition(condition, ConditionState::Met).expect("it is there");
    assert!(six(sheet.score(position).expect("it is there")) && scorer.levels(&sheet).is_ok());

    // 7 is above the maximum of 6: refused at once, and at every question after it, even if nobody looked; even beside a good answer.
    let mut row = sheet.fill();
    let _ = row.answer(position, points("7"));
    row.answer(position + 1, points("1")).expect("within its maximum");
    assert!(!six(sheet.score(position).expect("it is there")));
    for refused in [scorer.levels(&sheet).expect_err("refused"), scorer.card(&thuocdo::Subject::default(), &sheet).expect_err("refused")] {
        assert_eq!(refused.lines(Lang::En), "/answers/1.3.1: 7 points lie outside 0 to 6 (points_out_of_range)");
    }

    // The next row is blank again, without a word of those before it.
    let _ = sheet.fill();
    assert_eq!((scorer.levels(&sheet), sheet.state(condition)), (Ok(blank), Some(ConditionState::Unknown)));

    for (wrong, code) in [
        (Box::new(|row: &mut Fill<'_>| row.answer(99, None)) as Box<dyn Fn(&mut Fill<'_>) -> _>, "unknown_indicator"),
        (Box::new(|row| row.answer(99, "1".parse().ok())), "unknown_indicator"),
        (Box::new(|row| row.condition(99, ConditionState::Met)), "unknown_condition"),
        (Box::new(move |row| row.narrow(position, Range { high: Points::ZERO, low: Points::MAX })), "points_out_of_range"),
        (Box::new(move |row| row.narrow(position, Range { high: Points::MAX, low: Points::ZERO })), "points_out_of_range"),
    ] {
        let told = wrong(&mut sheet.fill()).expect_err("refused");
        assert_eq!(told.code().as_str(), code);
        assert_eq!(scorer.levels(&sheet), Err(told.into()));
    }
}

/// Of a text that is refused half way, nothing stays for the next one.
#[test]
fn a_text_never_speaks_of_another_text() {
    let scorer = scorer("moet-4725-2022");
    let text = |points: &str| format!(r#"{{"conditions":{{"1.1":true}},"answers":{{"1.3.1":{points}}}}}"#);
    let alone = |text: &str| thuocdo_tests::score(&scorer, text.as_bytes(), Lang::En);
    let texts = [text("6"), text("7"), r#"{"conditions":{},"answers":{}}"#.to_owned(), text("6")];
    let together: Vec<String> = texts.iter().map(|text| alone(text)).collect();
    for (text, told) in texts.iter().zip(&together) {
        assert_eq!(alone(text), *told);
    }
    assert_eq!(together[0], together[3]);
    assert!(together[1].contains("points_out_of_range") && together[2].contains(r#""level":{"high":3,"low":1}"#));
}

/// Sums and bands at the largest number of points do not wrap, stick or pass.
#[test]
fn a_framework_at_the_limit_of_points_is_checked_like_any_other() {
    let mut file: Value = serde_json::from_str(&thuocdo_oracle::corpus::framework_text("tiny-invented.json")).expect("JSON");
    let group = &mut file["groups"][0];
    let mut second = group["criteria"][0].clone();
    second["code"] = "zz".into();
    for (n, indicator) in second["indicators"].as_array_mut().expect("a list").iter_mut().enumerate() {
        indicator["code"] = format!("zz.{n}").into();
    }
    group["criteria"].as_array_mut().expect("a list").push(second);
    group["max"] = 1_000_000.into();
    for criterion in group["criteria"].as_array_mut().expect("a list") {
        criterion["max"] = 1_000_000.into();
    }
    group["bands"]["bands"] = json!([{ "level": 1, "below": 1_000_000 }, { "level": 2, "above": 1_000_000 }]);
    let violations = codes_and_places(&Framework::from_json(file.to_string().as_bytes()).expect_err("two millions are not one"));
    for expected in [("sum_mismatch", "/groups/0/max"), ("band_ends", "/groups/0/bands/bands/1")] {
        assert!(violations.contains(&(expected.0.to_owned(), expected.1.to_owned())), "{expected:?} is not among {violations:?}");
    }
}
