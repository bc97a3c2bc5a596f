//! Scores lines of assessments by the framework that is named, for languages that compare themselves with the oracle.

use serde_json::Value;
use std::io::{self, BufRead, Write};
use thuocdo_oracle::{Framework, canonical, corpus, scorecard};

fn main() -> io::Result<()> {
    let name = std::env::args().nth(1).expect("the name of a framework");
    let file: Value = serde_json::from_str(&corpus::framework_text(&name)).expect("a framework is JSON");
    let framework = Framework::read(&file);
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let assessment: Value = serde_json::from_str(&line?).expect("an assessment a line");
        writeln!(out, "{}", canonical(&scorecard(&framework, &assessment)))?;
    }
    Ok(())
}
