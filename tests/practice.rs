//! Every vector of the modules, by the door that every language has: a request in, a result out.

use std::collections::BTreeSet;

use serde_json::Value;
use thuocdo::Lang;
use thuocdo_oracle::canonical;
use thuocdo_oracle::corpus::{self, Request};
use thuocdo_practice::json::Question;
use thuocdo_practice::schema::schema;
use thuocdo_tests::{answer, local_scorer};

/// The answer as text, and as a value.
fn asked(vector: &Request) -> (String, Value) {
    let (_, question) =
        Question::WORDS.iter().find(|(word, _)| *word == vector.question).unwrap_or_else(|| panic!("no question `{}`", vector.question));
    let text = answer(*question, &local_scorer(&vector.framework, &vector.overlays), &vector.bytes(), Lang::Vi);
    let value = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("`{}`: {fault}: {text}", vector.id));
    (text, value)
}

fn faults(vector: &Request) -> Vec<String> {
    let (text, answer) = asked(vector);
    let mut faults = Vec::new();
    if canonical(&answer) != text {
        faults.push(format!("not canonical: {text}"));
    }
    let told: Option<Vec<(String, String)>> =
        answer["violations"].as_array().filter(|_| answer.as_object().is_some_and(|keys| keys.len() == 1)).map(|list| {
            let word = |violation: &Value, key: &str| violation[key].as_str().expect("a text").to_owned();
            list.iter().map(|violation| (word(violation, "code"), word(violation, "at"))).collect()
        });
    match (&vector.expect.result, &vector.expect.violations, told) {
        (Some(expected), None, None) => {
            let schema = schema(&vector.question).unwrap_or_else(|| panic!("no schema `{}`", vector.question));
            let validator = jsonschema::validator_for(&schema).expect("a schema");
            faults.extend(validator.iter_errors(&answer).map(|error| format!("not by its schema: {error} at {}", error.instance_path())));
            for (at, value) in expected {
                let found = answer.pointer(at);
                if found != Some(value) {
                    faults.push(format!("{at}: expected {value}, got {}", found.map_or("nothing".to_owned(), Value::to_string)));
                }
            }
        }
        (None, Some(expected), Some(told)) if *expected == told => {}
        (None, Some(expected), _) => faults.push(format!("expected {expected:?}, got {text}")),
        _ => faults.push(format!("answered {text}")),
    }
    faults
}

#[test]
fn every_request_gets_its_answer() {
    let requests = corpus::requests();
    let faults: Vec<String> =
        requests.iter().flat_map(|vector| faults(vector).into_iter().map(move |fault| format!("`{}`: {fault}", vector.id))).collect();
    println!("{} requests", requests.len());
    assert!(!requests.is_empty() && faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// No text of the corpus holds a brace, so one in a message is a place that nobody filled.
#[test]
fn every_refusal_says_its_message_in_full() {
    for vector in corpus::requests().iter().filter(|vector| vector.expect.violations.is_some()) {
        let (text, answer) = asked(vector);
        let messages = answer["violations"].as_array().into_iter().flatten().map(|violation| violation["message"].as_str().expect("a text"));
        messages.for_each(|message| assert!(!message.contains('{'), "`{}`: {text}", vector.id));
    }
}

#[test]
fn every_question_is_asked_and_no_two_vectors_have_one_name() {
    let requests = corpus::requests();
    let asked: BTreeSet<&str> = requests.iter().filter(|vector| vector.expect.result.is_some()).map(|vector| vector.question.as_str()).collect();
    let known: BTreeSet<&str> = Question::WORDS.iter().map(|(word, _)| *word).collect();
    assert_eq!(asked, known);
    let names: BTreeSet<&str> = requests.iter().map(|vector| vector.id.as_str()).collect();
    assert_eq!(names.len(), requests.len(), "two vectors of one name");
    assert!(requests.iter().all(|vector| !vector.why.is_empty()), "a vector without a reason");
}
