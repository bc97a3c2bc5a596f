//! Which framework is meant by an id or a file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use thuocdo::{Framework, Lang, LocalScorer, Scorer, Violations};

use crate::args::FrameworkArg;
use crate::input::file::read_at_most;
use crate::refusal;
use crate::words::Word;

/// The framework compiled, or the reason it cannot be used.
pub(crate) fn scorer(framework: &FrameworkArg, lang: Lang) -> Result<LocalScorer> {
    let name = &framework.name;
    match load(name, lang)?.and_then(Scorer::new) {
        Ok(scorer) => Ok(LocalScorer::new(scorer)),
        Err(violations) => bail!(refused(name, &violations, lang)),
    }
}

/// The framework as it is read, or the reason it cannot be used.
pub(crate) fn usable(name: &str, lang: Lang) -> Result<Framework> {
    load(name, lang)?.or_else(|violations| bail!(refused(name, &violations, lang)))
}

/// The framework, or what is wrong with it; an error where there is neither such an id nor such a file.
pub(crate) fn load(name: &str, lang: Lang) -> Result<Result<Framework, Violations>> {
    if Framework::shipped_ids().any(|id| id == name) {
        return Ok(Framework::shipped(name));
    }
    let path = Path::new(name);
    if !path.exists() {
        let shipped = Framework::shipped_ids().collect::<Vec<_>>().join(", ");
        bail!(Word::NoSuchFramework.with(lang, &[&name, &shipped]));
    }
    let bytes = fs::File::open(path).and_then(read_at_most).with_context(|| Word::CannotRead.with(lang, &[&name]))?;
    Ok(Framework::from_json(&bytes))
}

fn refused(name: &str, violations: &Violations, lang: Lang) -> String {
    let mut text = Word::FrameworkRefused.with(lang, &[&name, &violations.len()]);
    for violation in violations {
        text.push_str("\n  ");
        text.push_str(&refusal::line(violation, lang));
    }
    text
}
