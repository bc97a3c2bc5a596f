//! Overlays: the engine against the oracle on random overlays and assessments, and what holds for each of them.
//!
//! A failure names the seed that shows it.

use serde_json::{Value, json};
use thuocdo::{Assessment, BlockerCode, Framework, GroupScore, Lang, LocalScorer, Overlay, Violations, schema};
use thuocdo_oracle::corpus;
use thuocdo_oracle::overlay::{Stack, of_corpus};
use thuocdo_oracle::{Fraction, canonical, digest, json_number, normal_overlay};
use thuocdo_tests::generate::{Choices, assessment, shuffled};
use thuocdo_tests::overlays::overlay;
use thuocdo_tests::{FRAMEWORKS, framework, local_scorer, scorer};

const STACKS: u64 = if cfg!(debug_assertions) { 60 } else { 500 };
const ASSESSMENTS: u64 = if cfg!(debug_assertions) { 10 } else { 40 };

/// A random stack of one or two overlays, as the engine and as the oracle have it.
struct Case {
    choices: Choices,
    name: String,
    oracle: Stack,
    overlays: Vec<Value>,
    scorer: LocalScorer,
}

fn case(seed: u64) -> Case {
    let mut choices = Choices::new(seed);
    let base = choices.one_of(&[FRAMEWORKS[0], FRAMEWORKS[0], FRAMEWORKS[1], FRAMEWORKS[2], FRAMEWORKS[3], FRAMEWORKS[4]]);
    let file: Value = serde_json::from_str(&corpus::framework_text(base)).expect("JSON");
    let mut overlays = vec![overlay(&file, "tinh", &mut choices)];
    if choices.once_in(2) {
        let below = Stack::new(&file, overlays.clone());
        overlays.push(overlay(&below.local_file, "xa", &mut choices));
    }
    let name = format!("seed {seed} on {base}: {}", json!(overlays));
    let scorer = overlays.iter().fold(LocalScorer::new(scorer(base)), |scorer, overlay| laid(scorer, &overlay.to_string(), &name));
    Case { choices, oracle: Stack::new(&file, overlays.clone()), overlays, name, scorer }
}

fn laid(scorer: LocalScorer, overlay: &str, name: &str) -> LocalScorer {
    Overlay::from_json(overlay.as_bytes()).and_then(|overlay| scorer.with(&overlay)).unwrap_or_else(|violations| panic!("{violations}\n{name}"))
}

fn score(scorer: &LocalScorer, given: &Value, name: &str) -> thuocdo::LocalScore {
    scorer.score(given.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}\n{given}\n{name}"))
}

#[test]
fn engine_and_oracle_agree_on_every_random_overlay_and_assessment() {
    let (mut answered, mut split) = (0, 0);
    let (mut missing, mut unknown) = (0, 0);
    for seed in 0..STACKS {
        let Case { mut choices, oracle, overlays, scorer, name } = case(seed);
        assert_eq!(scorer.local().framework().to_json(), canonical(&oracle.local_file), "{name}");
        for (mark, overlay) in scorer.overlays().iter().zip(&overlays) {
            assert_eq!(mark.digest, digest(&normal_overlay(overlay)), "{name}");
        }
        for _ in 0..ASSESSMENTS {
            let given = assessment(&oracle.local, &mut choices);
            let score = score(&scorer, &given, &name);
            assert_eq!(score.to_json(), canonical(&oracle.score(&given)), "{given}\n{name}");
            // A card is proved from what it says itself, of evidence too.
            assert!(
                scorer.local().check_card(&score.local).is_empty() && scorer.national().check_card(&score.national).is_empty(),
                "{given}\n{name}"
            );
            assert!(score.local.check_sums().is_empty(), "{given}\n{name}");
            let count = |code| score.local.recognition.blockers.iter().filter(|blocker| blocker.code == code).count();
            missing += count(BlockerCode::EvidenceMissing);
            unknown += count(BlockerCode::EvidenceUnknown);
            answered += score.national.groups.iter().filter(|group| group.level.is_exact()).count();
        }
        split += usize::from(overlays.iter().any(|overlay| overlay["indicators"].to_string().contains("parts")));
    }
    // A comparison of nothing would prove little.
    assert!(answered > 300 && split > 20, "{answered} levels known, {split} stacks with parts");
    assert!(missing > 300 && unknown > 100, "evidence missing {missing} times, unknown {unknown} times");
}

#[test]
fn engine_and_oracle_agree_on_the_overlays_of_the_corpus() {
    let names = ["province-invented.json".to_owned(), "commune-invented.json".to_owned()];
    for count in 1..=names.len() {
        let names = &names[..count];
        let file = serde_json::from_str(&corpus::framework_text("moet-4725-2022")).expect("JSON");
        let oracle = Stack::new(&file, names.iter().map(|name| of_corpus(name).0).collect());
        let scorer = local_scorer("moet-4725-2022", names);
        assert_eq!(scorer.local().digest(), oracle.local.digest);
        let mut choices = Choices::new(4725);
        for _ in 0..STACKS * ASSESSMENTS {
            let given = assessment(&oracle.local, &mut choices);
            assert_eq!(score(&scorer, &given, "corpus").to_json(), canonical(&oracle.score(&given)), "{given}");
        }
    }
}

/// Of the same points, given by facts and in parts or given directly, the national scorecard has the same bytes.
#[test]
fn the_same_points_have_the_same_national_scorecard_with_and_without_overlays() {
    for seed in 0..STACKS {
        let Case { mut choices, oracle, scorer, name, .. } = case(seed);
        for _ in 0..ASSESSMENTS {
            let mut given = assessment(&oracle.local, &mut choices);
            given.as_object_mut().expect("an assessment").remove("framework");
            let awarded = score(&scorer, &given, &name).local;
            let points = |code: &str| indicator(&awarded.groups, code).map(|score| (score.low, score.is_exact())).expect("every part is on the card");
            let mut direct = given.clone();
            direct["answers"] = json!({});
            for national in scorer.national().framework().indicators() {
                let parts = oracle.parts(&national.code);
                if scorer.national().framework().rule_of(national).as_str() != "direct" {
                    // Its rule is the same in both, and so is its answer.
                    direct["answers"][&*national.code] = given["answers"][&*national.code].clone();
                } else if parts.iter().all(|part| points(part).1) {
                    let sum: i128 = parts.iter().map(|part| i128::from(points(part).0.hundredths())).sum();
                    direct["answers"][&*national.code] = json_number(Fraction::new(sum, 100));
                } else {
                    // Half an indicator cannot be said in points; without the other half it is missing here and there.
                    for part in &parts {
                        given["answers"].as_object_mut().expect("answers").remove(part);
                    }
                }
            }
            let known: Vec<&str> = scorer.national().framework().conditions().map(|condition| &*condition.code).collect();
            direct["conditions"].as_object_mut().expect("conditions").retain(|code, _| known.contains(&code.as_str()));
            let without = scorer.national().score(direct.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}\n{name}"));
            assert_eq!(score(&scorer, &given, &name).national.to_json(), without.to_json(), "{given}\n{name}");
        }
    }
}

fn indicator(groups: &[GroupScore], code: &str) -> Option<thuocdo::Range<thuocdo::Points>> {
    let mut all = groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators);
    all.find(|indicator| *indicator.code == *code).map(|indicator| indicator.score)
}

#[test]
fn no_overlay_changes_a_maximum_a_band_a_level_or_a_national_condition() {
    for seed in 0..STACKS {
        let Case { oracle, scorer, name, .. } = case(seed);
        let (local, national) = (scorer.local().framework(), scorer.national().framework());
        assert_eq!(
            (&local.levels, &local.award, &local.overall, &local.conditions_effect, &local.not_applicable, &local.legal),
            (&national.levels, &national.award, &national.overall, &national.conditions_effect, &national.not_applicable, &national.legal),
            "{name}"
        );
        assert_eq!(local.groups.len(), national.groups.len());
        for (local, national) in local.groups.iter().zip(&national.groups) {
            assert_eq!(
                (&local.code, local.max, &local.bands, &local.title),
                (&national.code, national.max, &national.bands, &national.title),
                "{name}"
            );
            let conditions = local.conditions.iter().zip(&national.conditions);
            assert!(local.conditions.len() >= national.conditions.len());
            assert!(
                conditions
                    .into_iter()
                    .all(|(local, national)| local.code == national.code && local.title == national.title && local.basis == national.basis),
                "{name}"
            );
            assert_eq!(local.criteria.len(), national.criteria.len());
            for (local, national) in local.criteria.iter().zip(&national.criteria) {
                assert_eq!((&local.code, local.max, &local.bands), (&national.code, national.max, &national.bands), "{name}");
                let mut parts = local.indicators.iter();
                for whole in &national.indicators {
                    let codes = oracle.parts(&whole.code);
                    let found: Vec<_> = parts.by_ref().take(codes.len()).collect();
                    assert!(found.iter().map(|part| &*part.code).eq(codes.iter().map(String::as_str)), "{name}");
                    assert_eq!(found.iter().map(|part| part.max.hundredths()).sum::<u32>(), whole.max.hundredths(), "{name}");
                }
                assert_eq!(parts.next(), None, "{name}");
            }
        }
        // What was laid is an ordinary framework.
        let read = Framework::from_json(local.to_json().as_bytes());
        assert_eq!(read.as_ref(), Ok(local), "{name}");
    }
}

#[test]
fn the_order_of_keys_in_an_overlay_changes_nothing() {
    for seed in 0..STACKS {
        let Case { mut choices, overlays, scorer, name, .. } = case(seed);
        let shuffled = overlays
            .iter()
            .fold(LocalScorer::new(scorer.national().clone()), |scorer, overlay| laid(scorer, &shuffled(overlay, &mut choices), &name));
        assert_eq!(shuffled.local().digest(), scorer.local().digest(), "{name}");
        assert_eq!(shuffled.overlays(), scorer.overlays(), "{name}");
    }
}

#[test]
fn an_overlay_written_is_read_back_the_same() {
    for seed in 0..STACKS {
        for overlay in case(seed).overlays {
            let read = Overlay::from_json(overlay.to_string().as_bytes()).expect("a valid overlay");
            assert_eq!(read.to_json(), canonical(&normal_overlay(&overlay)));
            assert_eq!(Overlay::from_json(read.to_json().as_bytes()).as_ref(), Ok(&read));
        }
    }
}

#[test]
fn an_overlay_is_told_in_both_languages() {
    let national = framework("moet-4725-2022").expect("it is shipped");
    let overlay = Overlay::from_json(corpus::overlay_text("province-invented.json").as_bytes()).expect("a valid overlay");
    for lang in Lang::ALL {
        let text = overlay.report(&national, lang).to_string();
        for part in ["1.4.1", "1.5.1.a", "1.6.1", "2.1", "1.t1", "`list`", "365"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains(['{', '}']), "{text}");
    }
    assert!(overlay.report(&national, Lang::Vi).to_string().contains("không cơ quan nào ban hành"));
}

/// Each value of an overlay replaced by each of a few others: schema and code agree on its form.
#[test]
fn schema_and_code_agree_on_every_change_of_an_overlay() {
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema::schema("overlay").expect("there is a schema"))
        .expect("the schema is a schema");
    let whole: Value = serde_json::from_str(&corpus::overlay_text("province-invented.json")).expect("JSON");
    assert!(validator.is_valid(&whole));
    let mut places = Vec::new();
    collect_places(&whole, String::new(), &mut places);
    let others = [Value::Null, json!(true), json!(-1), json!(1.5), json!(7), json!("x"), json!([]), json!({}), json!({ "max": 1 })];
    let mut compared = 0;
    for place in &places {
        for other in &others {
            let mut changed = whole.clone();
            *changed.pointer_mut(place).expect("the place is there") = other.clone();
            let valid = validator.is_valid(&changed);
            match Overlay::from_json(changed.to_string().as_bytes()) {
                Ok(_) => assert!(valid, "the code takes what the schema refuses: {place} = {other}"),
                Err(violations) if violations.iter().any(|violation| is_form(violation.code().as_str())) => {
                    assert!(!valid, "the schema takes what the code refuses: {place} = {other}\n{violations}");
                }
                Err(_) => {}
            }
            compared += 1;
        }
    }
    assert!(compared > 1_000, "only {compared} changes were compared");
}

/// Codes of which a schema can know.
fn is_form(code: &str) -> bool {
    ["wrong_type", "unknown_field", "count_out_of_range", "not_refinable"].contains(&code)
}

fn collect_places(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| collect_places(value, format!("{at}/{key}"), places)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, value)| collect_places(value, format!("{at}/{n}"), places)),
        _ => {}
    }
    places.push(at);
}

/// Whoever builds a form for a local framework sees what its facts are called.
#[test]
fn the_schema_of_local_assessments_names_facts_and_takes_what_the_scorer_takes() {
    let names = ["province-invented.json".to_owned(), "commune-invented.json".to_owned()];
    let local = local_scorer("moet-4725-2022", &names);
    let schema = schema::assessment_for(local.local().framework(), Lang::En);
    let share = &schema["properties"]["answers"]["properties"]["1.6.1"];
    assert!(share.to_string().contains("Teachers with an account (teachers)"), "{share}");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let oracle = Stack::new(
        &serde_json::from_str(&corpus::framework_text("moet-4725-2022")).expect("JSON"),
        names.iter().map(|name| of_corpus(name).0).collect(),
    );
    let mut choices = Choices::new(1);
    for _ in 0..100 {
        let given = assessment(&oracle.local, &mut choices);
        assert!(validator.is_valid(&given), "{given}");
        assert!(Assessment::from_json(given.to_string().as_bytes()).is_ok());
    }
}

/// A framework of many thousand parts, made by one overlay, and what stands on it: overlays as large as any that are read. Were every code
/// looked for among all others, this would take minutes.
#[test]
fn the_largest_overlays_get_an_answer_that_is_not_larger_still() {
    let national = LocalScorer::new(scorer("moet-4725-2022"));
    let words = json!({ "vi": "a", "en": "a" });
    let parts =
        |code: &str, max: u32| -> Vec<Value> { (0..max).map(|n| json!({ "code": format!("{code}.{n}"), "max": 0.01, "title": words })).collect() };
    let largest: Vec<_> = national.national().framework().indicators().take(if cfg!(debug_assertions) { 5 } else { 20 }).collect();
    let split = largest.iter().map(|whole| (whole.code.to_string(), json!({ "parts": parts(&whole.code, whole.max.hundredths()) })));
    let file = |base: &LocalScorer, id: &str, indicators: serde_json::Map<String, Value>| {
        json!({ "format": 1, "id": id, "revision": 1, "title": words, "base": { "id": base.local().framework().id, "digest": base.local().digest() },
            "basis": { "standing": "assumed", "sources": [] }, "indicators": indicators })
        .to_string()
    };
    let is_small = |violations: &Violations| {
        let places: usize = violations.iter().map(|violation| violation.at().len()).sum();
        violations.len() <= Violations::LIMIT + 1 && places < 10_000_000
    };
    let judged =
        |text: &str, base: &LocalScorer| Overlay::for_base(&thuocdo::json::Value::parse(text.as_bytes()).expect("JSON"), base.local().framework());

    let overlay = Overlay::from_json(file(&national, "large", split.collect()).as_bytes()).expect("a valid overlay");
    let large = national.clone().with(&overlay).expect("it fits");
    let known = large.local().framework().indicators().map(|part| (part.code.to_string(), json!({ "title": words }))).collect();
    assert!(judged(&file(&large, "known", known), &large).is_ok());
    let unknown = (0..40_000).map(|n| (format!("1.3.1.0{n}"), json!({}))).collect();
    assert!(judged(&file(&large, "unknown", unknown), &large).is_err_and(|violations| is_small(&violations)));
    let answers: serde_json::Map<String, Value> = (0..40_000).map(|n| (format!("1.3.1.0{n}"), json!(0))).collect();
    let assessment = json!({ "conditions": {}, "answers": answers }).to_string();
    assert!(large.score(assessment.as_bytes()).is_err_and(|violations| is_small(&violations)));
    let many: Vec<Value> = (0..8_000).map(|_| json!({ "required_evidence": { "kinds": { "a": 1 } } })).collect();
    let long = file(&national, "long", [("k".repeat(400_000), json!({ "parts": many }))].into_iter().collect());
    assert!(Overlay::from_json(long.as_bytes()).is_err_and(|violations| is_small(&violations)));
}

/// Revision 2 of Decision 4725 changed words, notes and sources, and no figure: what a province laid on revision 1 still lies.
#[test]
fn an_overlay_of_a_revision_with_the_same_figures_is_taken() {
    /// A framework file with its figures alone: words, notes, sources and standings out, of each basis nothing but that it is there.
    fn figures(value: &Value) -> Value {
        const WORDS: [&str; 12] =
            ["title", "note", "sources", "basis", "wording", "guidance", "text", "evidence", "legal", "unknown", "roles", "scopes"];
        match value {
            Value::Object(entries) => entries
                .iter()
                .filter(|(key, _)| !WORDS.contains(&key.as_str()) && *key != "revision")
                .map(|(key, value)| (key.clone(), figures(value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            Value::Array(list) => list.iter().map(figures).collect(),
            other => other.clone(),
        }
    }
    let [first, second] = ["tests/vectors/frameworks/moet-4725-2022-revision-1.json", "crates/thuocdo/frameworks/moet-4725-2022.json"]
        .map(|path| std::fs::read_to_string(format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))).expect("it is there"));
    let [old, new] = [&first, &second].map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
    assert_eq!(figures(&old), figures(&new));
    let earlier = Framework::from_json(first.as_bytes()).expect("it is sound").digest();
    let scorers = local_scorer("moet-4725-2022", &[]);
    let text =
        std::fs::read_to_string(format!("{}/../examples/overlays/hai-phong-illustrative.json", env!("CARGO_MANIFEST_DIR"))).expect("it is there");
    let mut overlay: Value = serde_json::from_str(&text).expect("JSON");
    overlay["base"]["digest"] = earlier.into();
    let laid = Overlay::from_json(overlay.to_string().as_bytes()).and_then(|overlay| scorers.clone().with(&overlay));
    assert!(laid.is_ok(), "{:?}", laid.err());
    overlay["base"]["digest"] = format!("sha256:{}", "0".repeat(64)).into();
    let refused = Overlay::from_json(overlay.to_string().as_bytes()).and_then(|overlay| scorers.with(&overlay)).expect_err("of another");
    assert_eq!(refused.iter().map(|violation| violation.code().as_str()).collect::<Vec<_>>(), ["wrong_base"]);
}
