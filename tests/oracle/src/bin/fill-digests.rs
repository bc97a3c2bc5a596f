//! Writes the digests into the corpus, after the oracle has agreed with every value written by hand.

use serde_json::Value;
use std::fs;
use std::process::ExitCode;
use thuocdo_oracle::judge::judge;
use thuocdo_oracle::{corpus, digest, normal_framework, overlay};

fn main() -> ExitCode {
    let mut disagreements = 0;
    for (path, file) in corpus::files() {
        let mut cards = Vec::new();
        let mut digests = Vec::new();
        for vector in &file.vectors {
            let verdict = judge(vector);
            for fault in &verdict.faults {
                eprintln!("{}: `{}`: {fault}", path.display(), vector.id);
            }
            disagreements += verdict.faults.len();
            digests.extend(verdict.digest);
            cards.extend(vector.expect.scorecard.as_ref().zip(verdict.card));
        }
        if disagreements > 0 {
            continue;
        }
        let text = fs::read_to_string(&path).expect("the file was read a moment ago");
        let filled = filled(&text, &digests).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        if filled != text {
            fs::write(&path, filled).expect("the corpus can be written");
            println!("{}: {} digests", path.display(), digests.len());
        }
        for (name, card) in cards {
            let text = serde_json::to_string_pretty(&card).expect("a value can be written");
            fs::write(corpus::folder().join(name), text + "\n").expect("the corpus can be written");
        }
    }
    for entry in fs::read_dir(corpus::folder().join("overlays")).expect("the corpus has overlays") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        let digest = overlay::of_corpus(name).0["base"]["digest"].as_str().expect("a digest").to_owned();
        let text = fs::read_to_string(&path).expect("the file was read a moment ago");
        let filled = filled(&text, &[digest]).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        if filled != text {
            fs::write(&path, filled).expect("the corpus can be written");
            println!("{}: the digest of its base", path.display());
        }
    }
    fill_requests();
    fill_cards();
    if disagreements > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The digests of bases in the requests to lay an overlay: all but those that say by their text that they are of something else.
fn fill_requests() {
    let path = corpus::folder().join("practice/overlay.json");
    let text = fs::read_to_string(&path).expect("the corpus has requests about overlays");
    let mut filled = text.clone();
    for request in corpus::requests() {
        let asked: Value = serde_json::from_slice(&request.bytes()).unwrap_or_default();
        let base = &asked["overlay"]["base"];
        let (Some(id), Some(stated)) = (base["id"].as_str(), base["digest"].as_str()) else { continue };
        if stated != OTHER {
            let local = overlay::base_of_corpus(id);
            let key = |digest: &str| format!("{{ \"id\": \"{id}\", \"digest\": \"{digest}\" }}");
            let escaped = |digest: &str| format!("\\\"id\\\":\\\"{id}\\\",\\\"digest\\\":\\\"{digest}\\\"");
            let digest = digest(&normal_framework(&local));
            filled = filled.replace(&key(stated), &key(&digest)).replace(&escaped(stated), &escaped(&digest));
        }
    }
    if filled != text {
        fs::write(&path, filled).expect("the corpus can be written");
        println!("{}: the digests of bases", path.display());
    }
}

/// The digests of scorecards that were altered and of the framework that certificates name.
fn fill_cards() {
    let path = corpus::folder().join("cards/altered.json");
    let mut filled = fs::read_to_string(&path).expect("the corpus has altered cards");
    let before = filled.clone();
    for alteration in corpus::json_file("cards/altered.json")["alterations"].as_array().expect("a list") {
        let mut card = corpus::json_file(&format!("scorecards/{}.json", alteration["card"].as_str().expect("a name")));
        for edit in alteration["edits"].as_array().expect("edits") {
            *card.pointer_mut(edit["at"].as_str().expect("a place")).expect("the place is there") = edit["to"].clone();
        }
        let stated = card["digest"].as_str().expect("a digest").to_owned();
        card.as_object_mut().expect("a card").remove("digest");
        filled = filled.replace(&stated, &digest(&card));
    }
    if filled != before {
        fs::write(&path, filled).expect("the corpus can be written");
        println!("{}: digests of cards", path.display());
    }
    let path = corpus::folder().join("cards/certificates.json");
    let before = fs::read_to_string(&path).expect("the corpus has certificates");
    let named = corpus::json_file("cards/certificates.json")["certificate"]["framework"].clone();
    let (id, stated) = (named["id"].as_str().expect("an id"), named["digest"].as_str().expect("a digest"));
    let filled = before.replace(stated, &digest(&normal_framework(&overlay::base_of_corpus(id))));
    if filled != before {
        fs::write(&path, filled).expect("the corpus can be written");
        println!("{}: the digest of the framework", path.display());
    }
}

/// What a request says that is meant for something else.
const OTHER: &str = "sha256:khác";

/// The text with its digests replaced, first to last. Only an `expect`, or the base of an overlay, has this key: in a `text` its quotes are escaped.
fn filled(text: &str, digests: &[String]) -> Result<String, String> {
    const KEY: &str = "\"digest\": \"";
    let mut parts = text.split(KEY);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let parts: Vec<&str> = parts.collect();
    if parts.len() != digests.len() {
        return Err(format!("{} places for {} digests", parts.len(), digests.len()));
    }
    for (part, digest) in parts.iter().zip(digests) {
        let (_, rest) = part.split_once('"').ok_or("a digest without an end")?;
        filled.extend([KEY, digest, "\"", rest]);
    }
    Ok(filled)
}
