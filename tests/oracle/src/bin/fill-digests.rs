//! Writes the digests into the corpus, after the oracle has agreed with every value written by hand.

use std::fs;
use std::process::ExitCode;
use thuocdo_oracle::corpus;
use thuocdo_oracle::judge::judge;

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
    if disagreements > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The text with its digests replaced, first to last. Only an `expect` has this key: in a `text` its quotes are escaped.
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
