//! The corpus that every language runs: the service answers the very bytes of the core, and the digests of another implementation.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Server, scorer};

#[test]
fn every_vector_of_an_assessment() {
    let (server, scorer) = (Server::new(), scorer());
    let mut count = 0;
    let mut files: Vec<_> =
        fs::read_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors"))).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
        let corpus: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for vector in corpus["vectors"].as_array().unwrap() {
            let is_ours = vector["framework"] == "moet-4725-2022" && vector["subject"].as_str().is_none_or(|subject| subject == "assessment");
            let Some(body) = body(vector).filter(|_| is_ours) else { continue };
            let answer = server.post("/score", &body);
            let expect = &vector["expect"];
            if let Some(violations) = expect.get("violations") {
                assert_eq!(serde_json::to_value(answer.violations()).unwrap(), *violations, "{}", vector["id"]);
                assert_eq!(answer.text, scorer.score_to_json(&body).unwrap_err().refusal(thuocdo::Lang::En).to_json());
                assert!([400, 413, 422].contains(&answer.status));
            } else {
                assert_eq!(answer.status, 200, "{}", vector["id"]);
                assert_eq!(answer.text, scorer.score_to_json(&body).unwrap(), "{}", vector["id"]);
                if let Some(digest) = expect.get("digest") {
                    assert_eq!(answer.json()["digest"], *digest, "{}", vector["id"]);
                }
            }
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

fn body(vector: &Value) -> Option<Vec<u8>> {
    if let Some(hex) = vector["bytes_hex"].as_str() {
        let digits: Vec<u8> = hex.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        return digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    }
    let text = vector["text"].as_str().map(str::to_owned);
    text.or_else(|| vector.get("input").map(Value::to_string)).map(String::into_bytes)
}
