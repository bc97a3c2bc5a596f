//! The framework that an id or a file names, with its overlays.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use thuocdo::json::Value;
use thuocdo::{Framework, Lang, LocalScorer, Overlay, Scorer, Violations};

use crate::args::{FrameworkArg, OverlayArg};
use crate::input::file::read_at_most;
use crate::terminal::stderr;
use crate::words::Word;

/// Compiles the framework with its overlays. Fails with everything that is wrong with one of them.
pub(crate) fn scorer(framework: &FrameworkArg, lang: Lang) -> Result<LocalScorer> {
    scorer_of(&framework.name, &framework.overlays, lang)
}

/// The framework with its overlays.
pub(crate) fn local(framework: &FrameworkArg, lang: Lang) -> Result<Framework> {
    local_of(&framework.name, &framework.overlays, lang)
}

/// As [`local`], by name.
pub(crate) fn local_of(name: &str, overlays: &OverlayArg, lang: Lang) -> Result<Framework> {
    Ok(scorer_of(name, overlays, lang)?.local().framework().clone())
}

/// As [`scorer`], by name.
pub(crate) fn scorer_of(name: &str, overlays: &OverlayArg, lang: Lang) -> Result<LocalScorer> {
    let mut scorers = national(name, lang)?;
    for path in &overlays.files {
        let overlay = overlay(&read(path, lang)?, scorers.local().framework());
        scorers = match overlay.and_then(|overlay| scorers.with(&overlay)) {
            Ok(scorers) => scorers,
            Err(violations) => bail!(refused(Word::OverlayRefused, &path.display().to_string(), &violations, lang)),
        };
    }
    Ok(scorers)
}

/// The framework compiled, without overlays.
pub(crate) fn national(name: &str, lang: Lang) -> Result<LocalScorer> {
    match load(name, lang)?.and_then(Scorer::new) {
        Ok(scorer) => Ok(LocalScorer::new(scorer)),
        Err(violations) => bail!(refused(Word::FrameworkRefused, name, &violations, lang)),
    }
}

/// Reads the framework. The inner error holds its violations; the outer one says that there is neither such an id nor such a file.
pub(crate) fn load(name: &str, lang: Lang) -> Result<Result<Framework, Violations>> {
    if Framework::shipped_ids().any(|id| id == name) {
        return Ok(Framework::shipped(name));
    }
    let path = Path::new(name);
    if !path.exists() {
        let shipped = Framework::shipped_ids().collect::<Vec<_>>().join(", ");
        bail!(Word::NoSuchFramework.say(lang, &[("name", &name), ("shipped", &shipped)]));
    }
    Ok(Framework::from_json(&read(path, lang)?))
}

/// Reads an overlay for `base`. Fails with everything that is wrong with it.
pub(crate) fn overlay(text: &[u8], base: &Framework) -> Result<Overlay, Violations> {
    Overlay::for_base(&Value::parse(text)?, base)
}

/// The whole of a file.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<Vec<u8>> {
    fs::File::open(path).and_then(read_at_most).with_context(|| Word::CannotRead.say(lang, &[("file", &path.display())]))
}

fn refused(word: Word, name: &str, violations: &Violations, lang: Lang) -> String {
    stderr::listed(word.say(lang, &[("name", &name), ("count", &violations.len())]), violations, lang)
}
