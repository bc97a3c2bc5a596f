//! Every vector of the corpus, by every door of the core.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use thuocdo::{Assessment, Framework, Lang, Points, Scorecard, Scorer, ViolationCode, Violations, json};
use thuocdo_oracle::corpus::{self, Subject, Vector};
use thuocdo_oracle::{canonical, digest, judge::judge};
use thuocdo_tests::{codes_and_places, framework, scorer};

/// Runs one kind of vectors and tells everything that failed.
fn each(subject: Subject, run: impl Fn(&Vector) -> Vec<String>) {
    let vectors: Vec<_> = corpus::vectors().into_iter().filter(|vector| vector.subject == subject).collect();
    let faults: Vec<_> = vectors.iter().flat_map(|vector| run(vector).into_iter().map(move |fault| format!("`{}`: {fault}", vector.id))).collect();
    println!("{} vectors", vectors.len());
    assert!(!vectors.is_empty() && faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with a result: a value where violations are expected, or other violations.
fn refusal<T>(expected: Option<&Vec<(String, String)>>, result: Result<T, Violations>) -> Result<T, Vec<String>> {
    match (expected, result) {
        (None, Ok(value)) => Ok(value),
        (None, Err(violations)) => Err(vec![format!("refused: {violations}")]),
        (Some(expected), Ok(_)) => Err(vec![format!("accepted; expected {expected:?}")]),
        (Some(expected), Err(violations)) if *expected == codes_and_places(&violations) => Err(Vec::new()),
        (Some(expected), Err(violations)) => Err(vec![format!("expected {expected:?}\n    got {:?}", codes_and_places(&violations))]),
    }
}

#[test]
fn every_assessment_gives_its_scorecard_or_its_violations() {
    each(Subject::Assessment, |vector| {
        let scorer = scorer(&vector.framework);
        let card = match refusal(vector.expect.violations.as_ref(), scorer.score(&vector.bytes())) {
            Ok(card) => card,
            Err(faults) => return faults,
        };
        let text = card.to_json();
        let value: Value = serde_json::from_str(&text).expect("a card is JSON");
        let mut faults = vector.expect.differences(&value);
        if canonical(&value) != text {
            faults.push(format!("not canonical: {text}"));
        }
        if vector.expect.digest.as_deref() != Some(&card.digest()) || value["digest"] != card.digest() {
            faults.push(format!("digest {}, in the card {}, expected {:?}", card.digest(), value["digest"], vector.expect.digest));
        }
        if Scorecard::from_json(text.as_bytes()).as_ref() != Ok(&card) {
            faults.push(format!("reads back as another card: {text}"));
        }
        let changed = text.replace("\"eligible\":true", "\"eligible\":false").replace("\"basis\":{\"assumed\":", "\"basis\":{\"assumed\":1");
        if Scorecard::from_json(changed.as_bytes()).map_err(|violations| codes_and_places(&violations)) != mismatch() {
            faults.push(format!("a changed card is not seen: {changed}"));
        }
        if let Some(name) = &vector.expect.scorecard
            && corpus::json_file(name) != value
        {
            faults.push(format!("not the card of {name}: {text}"));
        }
        faults
    });
}

/// What is said of a card whose digest is not its own.
fn mismatch() -> Result<Scorecard, Vec<(String, String)>> {
    Err(vec![("digest_mismatch".to_owned(), "/digest".to_owned())])
}

#[test]
fn every_door_gives_the_same_answer() {
    each(Subject::Assessment, |vector| {
        let scorer = scorer(&vector.framework);
        let bytes = vector.bytes();
        let by_text = scorer.score(&bytes);
        let by_value = match &vector.input {
            Some(input) => scorer.score(&json::Value::from(input)),
            None => json::Value::parse(&bytes).and_then(|value| scorer.score(&value)),
        };
        let checked = scorer.assessment(&bytes);
        let mut faults = Vec::new();
        if by_value != by_text {
            faults.push(format!("by value {by_value:?}\n    by text {by_text:?}"));
        }
        if checked.as_ref().err() != by_text.as_ref().err() {
            faults.push(format!("checked {checked:?}\n    by text {by_text:?}"));
        }
        faults.extend(typed_fault(&scorer, &bytes, by_text.as_ref()));
        let told = thuocdo_tests::score(&scorer, &bytes, Lang::Vi);
        let expected = match &by_text {
            Ok(card) => card.to_json(),
            Err(violations) => format!("{{\"violations\":{}}}", violations.to_json(Lang::Vi)),
        };
        if told != expected {
            faults.push(format!("text to text: {told}"));
        }
        faults
    });
}

/// Read without a framework first, then scored: what is wrong in form is told alone, everything else as ever.
fn typed_fault(scorer: &Scorer, bytes: &[u8], by_text: Result<&Scorecard, &Violations>) -> Option<String> {
    let told = match Assessment::from_json(bytes) {
        Ok(assessment) => {
            let typed = scorer.score(&assessment);
            return (typed.as_ref() != by_text).then(|| format!("typed {typed:?}\n    by text {by_text:?}"));
        }
        Err(violations) => codes_and_places(&violations),
    };
    let Err(all) = by_text else { return Some(format!("refused in form only: {told:?}")) };
    let all = codes_and_places(all);
    let is_part = told.iter().all(|violation| all.contains(violation));
    (!is_part).then(|| format!("refused in form {told:?}\n    by text {all:?}"))
}

#[test]
fn every_normal_form_is_as_written_by_hand() {
    each(Subject::Assessment, |vector| {
        let Some(normal) = &vector.expect.normal else { return Vec::new() };
        let assessment = Assessment::from_json(vector.bytes()).expect("a vector with a normal form is valid");
        let mut faults = Vec::new();
        if assessment.to_json() != canonical(normal) || assessment.digest() != digest(normal) {
            faults.push(format!("normal form {}\n    expected {}", assessment.to_json(), canonical(normal)));
        }
        let again = Assessment::from_json(assessment.to_json().as_bytes()).expect("a normal form is valid");
        if again.to_json() != assessment.to_json() {
            faults.push(format!("the normal form's normal form is {}", again.to_json()));
        }
        faults
    });
}

#[test]
fn every_framework_loads_or_is_refused_with_all_its_violations() {
    each(Subject::Framework, |vector| {
        let shipped = Framework::shipped_ids().any(|id| id == vector.framework);
        let loaded = if vector.framework.ends_with("json") || shipped { Framework::from_json(vector.bytes()) } else { framework(&vector.framework) };
        let framework = match refusal(vector.expect.violations.as_ref(), loaded) {
            Ok(framework) => framework,
            Err(faults) => return faults,
        };
        let text = framework.to_json();
        let mut faults = Vec::new();
        if vector.expect.digest.as_deref() != Some(&framework.digest()) {
            faults.push(format!("digest {}, expected {:?}", framework.digest(), vector.expect.digest));
        }
        if canonical(&serde_json::from_str(&text).expect("a framework is JSON")) != text {
            faults.push(format!("not canonical: {text}"));
        }
        if Framework::from_json(text.as_bytes()).as_ref() != Ok(&framework) {
            faults.push("the normal form reads as another framework".to_owned());
        }
        match Scorer::new(framework) {
            Ok(scorer) if vector.expect.digest.as_deref() == Some(scorer.digest()) => {}
            other => faults.push(format!("compiled {other:?}")),
        }
        faults
    });
}

#[test]
fn every_total_gives_its_level() {
    each(Subject::Level, |vector| {
        let input = vector.input.as_ref().expect("a group and its points");
        let points: Points = input["points"].to_string().trim_matches('"').parse().expect("points");
        let level = scorer(&vector.framework).level(input["group"].as_str().expect("a group"), points);
        match refusal(vector.expect.violations.as_ref(), level) {
            Ok(level) if vector.expect.level == Some(level.get().into()) => Vec::new(),
            Ok(level) => vec![format!("level {level}, expected {:?}", vector.expect.level)],
            Err(faults) => faults,
        }
    });
}

#[test]
fn every_vector_is_what_the_oracle_says_too() {
    for vector in corpus::vectors() {
        let verdict = judge(&vector);
        assert_eq!(verdict.faults, [""; 0], "`{}`", vector.id);
        assert_eq!(verdict.digest, vector.expect.digest, "`{}`: run the bin `fill-digests` of the oracle", vector.id);
    }
}

#[test]
fn every_violation_code_has_a_vector() {
    let of_vectors = corpus::vectors().into_iter().filter_map(|vector| vector.expect.violations);
    let of_requests = corpus::requests().into_iter().filter_map(|vector| vector.expect.violations);
    let seen: BTreeSet<String> = of_vectors.chain(of_requests).flatten().map(|(code, _)| code).collect();
    let known: BTreeSet<String> = ViolationCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    let unseen: Vec<_> = known.difference(&seen).collect();
    // Four are of tables, which `columns/header.rs` and the corpus of tables have. Too many take a thousand violations; `properties.rs` has it.
    assert_eq!(unseen, ["column_taken", "framework_not_named", "no_known_column", "too_many_violations", "unread_column"]);
    assert!(seen.is_subset(&known), "vectors expect codes that do not exist: {:?}", seen.difference(&known));
}

#[test]
fn the_corpus_has_no_two_vectors_of_one_name_and_no_idle_file() {
    let vectors = corpus::vectors();
    let names: BTreeSet<_> = vectors.iter().map(|vector| &vector.id).collect();
    assert_eq!(names.len(), vectors.len(), "two vectors of one name");
    assert!(vectors.iter().all(|vector| !vector.why.is_empty()), "a vector without a reason");

    let used: BTreeSet<_> = vectors.iter().filter_map(|vector| vector.expect.scorecard.clone()).collect();
    let there = |folder: &str, prefix: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(corpus::folder().join(folder)).expect("a folder of the corpus");
        entries.map(|entry| format!("{prefix}{}", entry.expect("an entry").file_name().display())).collect()
    };
    assert_eq!(used, there("scorecards", "scorecards/"));
    let requests = corpus::requests().into_iter().map(|request| request.framework);
    let used: BTreeSet<_> = vectors.iter().map(|vector| vector.framework.clone()).chain(requests).collect();
    assert!(there("frameworks", "").is_subset(&used));
}
