//! What holds for the quality of all data, and of every batch.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Decimal, Lang, LocalScorer, Scorer};
use thuocdo_oracle::{canonical, corpus};
use thuocdo_practice::json::Question;
use thuocdo_practice::quality::{Batch, BatchQuality, Dimension, Quality, QualityOptions, QualityRule, Scores, Signal, quality};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, answer, oracle, scorer};

/// Those that ask for answers alone; what else may be asked for, vectors have.
static BOTH: LazyLock<Vec<(Scorer, thuocdo_oracle::Framework)>> = LazyLock::new(|| {
    FRAMEWORKS.map(|name| (scorer(name), oracle(name))).into_iter().filter(|(scorer, _)| !scorer.framework().requires_evidence()).collect()
});

fn options() -> QualityOptions {
    QualityOptions { as_of: "2024-06-15".parse().ok(), stale_after_days: Some(400), ..QualityOptions::default() }
}

fn look(scorer: &Scorer, given: &Value) -> Quality {
    let text = given.to_string();
    quality(scorer, &thuocdo::json::Value::parse(text.as_bytes()).expect("JSON"), options())
}

fn batch(scorer: &Scorer, all: &[Value]) -> (Vec<Quality>, BatchQuality) {
    let mut batch = Batch::new(scorer, options());
    let texts = all.iter().map(Value::to_string);
    let each = texts.map(|text| batch.add_value(&thuocdo::json::Value::parse(text.as_bytes()).expect("JSON"))).collect();
    (each, batch.finish())
}

/// Counts alone, as exact numbers: dimension by dimension.
fn counts(scores: &Scores) -> [(u64, u64); 4] {
    [scores.correct, scores.complete, scores.clean, scores.live].map(|score| (score.checked, score.passed))
}

/// An assessment with everything that is asked, by a naive walk over the framework.
fn faultless(framework: &thuocdo_oracle::Framework) -> Value {
    let mut given = json!({
        "institution": { "code": "31-0042", "name": "Trường Tiểu học Đường Hoa Phượng", "type": "primary" },
        "period": "2023-2024", "stream": "self", "assessed_on": "2024-05-20", "conditions": {}, "answers": {},
    });
    let evidence = json!([{ "title": "Danh sách giáo viên", "date": "2023-09-05", "uri": "https://example.vn/ds" }]);
    for group in &framework.groups {
        for condition in &group.conditions {
            given["conditions"][&condition.code] = json!({ "met": false, "note": "chưa ban hành", "evidence": evidence });
        }
        for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators) {
            use thuocdo_oracle::Rule;
            let mut answer = match indicator.rule {
                Rule::Direct => json!({ "points": 0 }),
                Rule::Flag => json!({ "met": true }),
                Rule::Share | Rule::StepsOfPercent(_) => json!({ "part": 1, "whole": 2 }),
                Rule::StepsOfCount(_) => json!({ "count": 1 }),
            };
            answer["evidence"] = evidence.clone();
            given["answers"][&indicator.code] = answer;
        }
    }
    given
}

/// Something to be wrong with an assessment, and the dimension that must see it.
type Fault = (&'static str, Dimension, fn(&mut Value));

/// The answer whose code comes first.
fn first(given: &mut Value) -> &mut Value {
    let answers = given["answers"].as_object_mut().expect("answers");
    answers.iter_mut().min_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, answer)| answer).expect("an answer")
}

const FAULTS: &[Fault] = &[
    ("points beyond all bounds", Dimension::Correct, |given| *first(given) = json!({ "points": 2_000_000 })),
    ("an answer of the wrong type", Dimension::Correct, |given| *first(given) = json!([])),
    ("a day out of the period", Dimension::Correct, |given| given["period"] = json!("2019-2020")),
    ("evidence after the assessment", Dimension::Correct, |given| first(given)["evidence"] = json!([{ "title": "Sau", "date": "2024-05-21" }])),
    ("a missing answer", Dimension::Complete, |given| *first(given) = Value::Null),
    ("no name", Dimension::Complete, |given| given["institution"]["name"] = Value::Null),
    ("no stream", Dimension::Complete, |given| given["stream"] = Value::Null),
    ("an unknown field", Dimension::Clean, |given| given["điểm"] = json!(7)),
    ("an unknown code", Dimension::Clean, |given| given["answers"]["9.9.9"] = json!(1)),
    ("a stray space", Dimension::Clean, |given| given["institution"]["code"] = json!("31-0042\u{a0}")),
    ("a decomposed name", Dimension::Clean, |given| given["institution"]["name"] = json!("Tru\u{31b}o\u{31b}\u{300}ng")),
    ("a Cyrillic letter", Dimension::Clean, |given| given["institution"]["name"] = json!("Tr\u{443}ờng")),
    ("old evidence", Dimension::Live, |given| first(given)["evidence"] = json!([{ "title": "Cũ", "date": "2022-12-31" }])),
    ("an update in the future", Dimension::Live, |given| given["assessed_on"] = json!("2024-06-16")),
];

#[test]
fn an_assessment_without_faults_has_no_findings() {
    for (scorer, oracle) in BOTH.iter() {
        let found = look(scorer, &faultless(oracle));
        assert_eq!(found.findings, [], "{}", oracle.id);
        for (_, dimension) in Dimension::WORDS {
            let score = found.scores.get(*dimension);
            assert!(score.checked > 0 && score.checked == score.passed, "{}: {dimension:?}", oracle.id);
        }
    }
}

#[test]
fn every_fault_alone_is_found_in_its_dimension_and_its_report() {
    for (scorer, oracle) in BOTH.iter() {
        for (what, dimension, spoil) in FAULTS {
            let mut given = faultless(oracle);
            spoil(&mut given);
            let found = look(scorer, &given);
            let score = found.scores.get(*dimension);
            assert!(score.passed < score.checked, "{}: {what}", oracle.id);
            let finding = found.findings.iter().find(|finding| finding.rule().dimension() == *dimension).expect("a finding");
            for lang in Lang::ALL {
                let report = found.report(lang).to_string();
                // A pointer is for programs: Vietnamese tells the place in words.
                assert!(finding.at().is_empty() || report.contains(finding.at()) == (lang == Lang::En), "{what}: {report}");
                assert!(report.contains(finding.rule().as_str()), "{what}: {report}");
            }
        }
    }
}

/// `a` is no better than `b`, as fractions; where nothing is checked, nothing is compared.
fn no_better(a: (u64, u64), b: (u64, u64)) -> bool {
    a.0 == 0 || b.0 == 0 || u128::from(a.1) * u128::from(b.0) <= u128::from(b.1) * u128::from(a.0)
}

fn cases() -> impl Strategy<Value = (usize, Value)> {
    (0..BOTH.len(), any::<u64>().no_shrink()).prop_map(|(index, seed)| (index, assessment(&BOTH[index].1, &mut Choices::new(seed))))
}

/// A few assessments of few institutions, periods and answers, so that they repeat each other.
fn batches() -> impl Strategy<Value = (usize, Vec<Value>, u64)> {
    (0..BOTH.len(), prop::collection::vec((any::<u64>(), 0..4_u8, 0..3_u8, 0..3_u8), 1..9), any::<u64>()).prop_map(|(index, drawn, seed)| {
        let make = |(seed, who, year, kind): (u64, u8, u8, u8)| {
            let mut given = if kind == 0 { faultless(&BOTH[index].1) } else { assessment(&BOTH[index].1, &mut Choices::new(seed % 3)) };
            given["institution"] = if who == 3 { Value::Null } else { json!({ "code": format!("T-{who}") }) };
            given["period"] = json!(["2022-2023", "2023-2024", "kỳ I"][usize::from(year)]);
            given
        };
        (index, drawn.into_iter().map(make).collect(), seed)
    })
}

/// Everything of a batch that may not depend on the order of its records: all but the first places.
fn ordered(quality: &BatchQuality) -> Value {
    let mut all: Value = serde_json::from_str(&quality.to_json(Lang::En)).expect("JSON");
    for finding in all["findings"].as_array_mut().expect("findings") {
        finding["places"] = Value::Null;
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 3000 }))]

    #[test]
    fn scores_are_counts_and_every_failed_check_is_a_finding((index, given) in cases()) {
        let found = look(&BOTH[index].0, &given);
        let mut failed: BTreeMap<Dimension, u64> = BTreeMap::new();
        for finding in &found.findings {
            *failed.entry(finding.rule().dimension()).or_default() += 1;
        }
        for (_, dimension) in Dimension::WORDS {
            let score = found.scores.get(*dimension);
            prop_assert!(score.passed <= score.checked);
            prop_assert_eq!(score.checked - score.passed, failed.get(dimension).copied().unwrap_or(0));
            // Half a hundredth away from zero, by hand.
            let hundredths = (score.checked > 0).then(|| (2 * 10_000 * score.passed + score.checked) / (2 * score.checked));
            prop_assert_eq!(score.percent.map(Decimal::units), hundredths.map(|units| i64::try_from(units).expect("small")));
            prop_assert!(score.percent.is_none_or(|percent| (0..=10_000).contains(&percent.units())));
        }
    }

    #[test]
    fn an_assessment_that_was_read_before_is_as_good_as_its_text((index, given) in cases()) {
        let text = given.to_string();
        let scorer = &BOTH[index].0;
        if let Ok(read) = thuocdo::Assessment::from_json(text.as_bytes()) {
            prop_assert_eq!(Batch::new(scorer, options()).add(&read), look(scorer, &given));
        }
    }

    #[test]
    fn a_fault_never_raises_the_score_of_its_dimension((index, mut given) in cases(), which in 0..FAULTS.len()) {
        let (what, dimension, spoil) = &FAULTS[which];
        // What the faults touch is there, and right.
        let whole = faultless(&BOTH[index].1);
        let answers = whole["answers"].as_object().expect("answers").clone();
        let (code, answer) = answers.iter().min_by(|(a, _), (b, _)| a.cmp(b)).expect("an answer");
        given["answers"][code] = answer.clone();
        for field in ["institution", "period", "stream", "assessed_on"] {
            given[field] = whole[field].clone();
        }
        let before = look(&BOTH[index].0, &given).scores.get(*dimension);
        spoil(&mut given);
        let after = look(&BOTH[index].0, &given).scores.get(*dimension);
        prop_assert!(no_better((after.checked, after.passed), (before.checked, before.passed)), "{}: {:?}, then {:?}", what, before, after);
        prop_assert!(after.passed < after.checked);
    }

    #[test]
    fn whatever_a_text_holds_its_quality_is_canonical((index, mut given) in cases(), text in any::<String>()) {
        given["stream"] = json!(format!("?{text}"));
        given["institution"] = json!({ "code": text, "name": text });
        let found = look(&BOTH[index].0, &given);
        for lang in Lang::ALL {
            let written = found.to_json(lang);
            prop_assert_eq!(canonical(&serde_json::from_str(&written).expect("JSON")), written);
        }
        prop_assert!(found.findings.iter().any(|finding| finding.at() == "/stream"));
    }

    #[test]
    fn a_batch_of_one_is_that_one((index, given) in cases()) {
        let alone = look(&BOTH[index].0, &given);
        let (each, all) = batch(&BOTH[index].0, std::slice::from_ref(&given));
        prop_assert_eq!(&each, std::slice::from_ref(&alone));
        prop_assert_eq!(all.scores, alone.scores);
        prop_assert_eq!(all.count, 1);
        let found: u64 = all.findings.iter().map(|finding| finding.count).sum();
        prop_assert_eq!(found, u64::try_from(alone.findings.len()).expect("few"));
    }

    #[test]
    fn a_batch_is_the_sum_of_what_was_said_of_each((index, given, _) in batches()) {
        let (each, all) = batch(&BOTH[index].0, &given);
        let sum = each.iter().fold([(0, 0); 4], |sum, quality| {
            let one = counts(&quality.scores);
            [0, 1, 2, 3].map(|n| (sum[n].0 + one[n].0, sum[n].1 + one[n].1))
        });
        prop_assert_eq!(counts(&all.scores), sum);
        let mut rules: BTreeMap<QualityRule, u64> = BTreeMap::new();
        for finding in each.iter().flat_map(|quality| &quality.findings) {
            *rules.entry(finding.rule()).or_default() += 1;
        }
        let told: BTreeMap<QualityRule, u64> = all.findings.iter().map(|finding| (finding.rule, finding.count)).collect();
        prop_assert_eq!(told, rules);
    }

    #[test]
    fn the_order_of_records_changes_no_count_and_no_signal((index, given, seed) in batches()) {
        let mut shuffled = given.clone();
        Choices::new(seed).shuffle(&mut shuffled);
        prop_assert_eq!(ordered(&batch(&BOTH[index].0, &given).1), ordered(&batch(&BOTH[index].0, &shuffled).1));
    }
}

/// What the vectors show: each rule passed and broken, each signal given; each with a message in both languages.
#[test]
fn every_rule_and_signal_has_a_vector_and_sentences_in_both_languages() {
    let mut broken = BTreeSet::new();
    let mut given = BTreeSet::new();
    for vector in corpus::requests().iter().filter(|vector| vector.question.starts_with("quality") && vector.expect.result.is_some()) {
        let (_, question) = Question::WORDS.iter().find(|(word, _)| *word == vector.question).expect("a question");
        let scorer = LocalScorer::new(scorer(&vector.framework));
        let [vi, en] = Lang::ALL.map(|lang| -> Value { serde_json::from_str(&answer(*question, &scorer, &vector.bytes(), lang)).expect("JSON") });
        for (list, key, seen) in [("findings", "rule", &mut broken), ("signals", "signal", &mut given)] {
            let empty = Vec::new();
            let [vi, en] = [&vi, &en].map(|result| result[list].as_array().unwrap_or(&empty));
            for (vi, en) in vi.iter().zip(en) {
                seen.insert(vi[key].as_str().expect("a word").to_owned());
                let [vi, en] = [vi, en].map(|told| told["message"].as_str().expect("a message"));
                // What cannot be seen is written out in braces.
                let seen =
                    |message: &str| [r"\u{200b}", r"\u{9d}", r"\u{8d}", r"\u{ad}"].iter().fold(message.to_owned(), |text, odd| text.replace(odd, ""));
                for message in [vi, en].map(seen) {
                    assert!(!message.is_empty() && !message.contains(['{', '}', '\n']) && !message.ends_with('.'), "`{}`: {message}", vector.id);
                }
                assert_ne!(vi, en);
            }
        }
    }
    assert_eq!(broken, QualityRule::WORDS.iter().map(|(word, _)| (*word).to_owned()).collect());
    assert_eq!(given, Signal::WORDS.iter().map(|(word, _)| (*word).to_owned()).collect());
}

#[test]
fn the_report_of_a_batch_says_that_signals_prove_nothing() {
    let (scorer, oracle) = &BOTH[0];
    let mut other = faultless(oracle);
    other["institution"]["code"] = json!("31-0043");
    for answer in other["answers"].as_object_mut().expect("answers").values_mut() {
        *answer = json!(1);
    }
    let mut same = other.clone();
    same["institution"]["code"] = json!("31-0044");
    let (_, found) = batch(scorer, &[other, same]);
    assert_eq!(found.signals.len(), 1);
    let [vi, en] = Lang::ALL.map(|lang| found.report(lang).to_string());
    assert!(vi.contains("không chứng minh điều gì") && vi.contains("31-0043, 31-0044"), "{vi}");
    assert!(en.contains("prove nothing") && en.contains("identical_answers"), "{en}");
    for word in ["Đúng", "Đủ", "Sạch", "Sống"] {
        assert!(vi.contains(word), "{vi}");
    }
}

/// A megabyte of faults is listed in part and counted in whole.
#[test]
fn what_is_not_listed_is_counted() {
    let (scorer, oracle) = &BOTH[0];
    let mut given = faultless(oracle);
    let piece = json!({ "title": "e\u{301}", "date": "2020-01-01" });
    first(&mut given)["evidence"] = json!(vec![piece; 3000]);
    let found = look(scorer, &given);
    assert_eq!(found.findings.len(), 1000);
    // Each piece is decomposed and old.
    assert_eq!(found.unlisted, 5000);
    assert_eq!(found.scores.live.checked - found.scores.live.passed, 3000);
    assert_eq!(found.scores.clean.checked - found.scores.clean.passed, 3000);
}

/// A key of half a megabyte is told once, whatever is wrong below it.
#[test]
fn a_huge_key_does_not_make_a_huge_answer() {
    let (scorer, oracle) = &BOTH[0];
    let mut given = faultless(oracle);
    given["answers"]["x".repeat(500_000)] = json!({ "points": 1, "evidence": vec![json!({ "title": "e\u{301}" }); 2000] });
    let found = look(scorer, &given);
    assert_eq!(found.findings.len(), 1, "{} findings", found.findings.len());
    assert!(found.to_json(Lang::Vi).len() < 600_000);
}
