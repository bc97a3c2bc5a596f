//! Which framework is meant, compiled: each is compiled once in the life of a list of scorers.

use std::sync::{Arc, Mutex, PoisonError};

use thuocdo::json::Value;
use thuocdo::text::UnknownLang;
use thuocdo::{Framework, Lang, LocalScorer, Overlay, Scorer, Violations};

use crate::told;

/// The framework of a call that names none.
const SHIPPED: &[u8] = b"moet-4725-2022";
/// How many are kept; whoever uses more compiles some again.
const KEPT: usize = 64;
/// A framework with overlays has at most so many bytes.
const MAX_BYTES: usize = 16 << 20;

/// The scorers that were used, by what they were called, the last one first.
#[derive(Debug, Default)]
pub struct Scorers(Mutex<Vec<Known>>);

/// The language in an argument: Vietnamese, where it is not there.
fn language(lang: Option<&[u8]>) -> Result<Lang, String> {
    lang.map_or(Ok(Lang::default()), |tag| String::from_utf8_lossy(tag).parse().map_err(|unknown: UnknownLang| unknown.to_string()))
}

type Known = (Box<[u8]>, Arc<LocalScorer>);

impl Scorers {
    /// None yet.
    pub const fn new() -> Scorers {
        Scorers(Mutex::new(Vec::new()))
    }

    /// The scorer of what an argument `framework` says.
    ///
    /// # Errors
    ///
    /// All faults of the framework and its overlays.
    pub fn of(&self, framework: Option<&[u8]>) -> Result<Arc<LocalScorer>, Violations> {
        let framework = framework.unwrap_or(SHIPPED);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = known.iter().position(|(of, _)| **of == *framework) {
            known[..=place].rotate_right(1);
        } else {
            let scorer = Arc::new(compiled(framework)?);
            known.truncate(KEPT - 1);
            known.insert(0, (framework.into(), scorer));
        }
        Ok(Arc::clone(&known[0].1))
    }

    /// The scorer and the language of what the arguments `framework` and `lang` say.
    ///
    /// # Errors
    ///
    /// An unknown language, or all faults of the framework and its overlays, in words, a line each.
    pub fn chosen(&self, framework: Option<&[u8]>, lang: Option<&[u8]>) -> Result<(Arc<LocalScorer>, Lang), String> {
        let lang = language(lang)?;
        Ok((self.of(framework).map_err(told(lang))?, lang))
    }
}

/// An id; or JSON: a framework, or a list of a framework (or an id) and its overlays.
fn compiled(framework: &[u8]) -> Result<LocalScorer, Violations> {
    match framework.trim_ascii_start().first() {
        Some(b'{') => Scorer::new(Framework::from_json(framework)?).map(LocalScorer::new),
        Some(b'[') => {
            let Value::List(parts) = Value::parse_at_most(framework, MAX_BYTES)? else { return shipped("") };
            let mut parts = parts.iter();
            let base = match parts.next() {
                Some(Value::Text(id)) => shipped(id)?,
                Some(document) => LocalScorer::new(Scorer::new(Framework::from_value(document)?)?),
                None => shipped("")?,
            };
            parts.try_fold(base, |scorer, overlay| scorer.with(&Overlay::from_value(overlay)?))
        }
        _ => shipped(&String::from_utf8_lossy(framework)),
    }
}

fn shipped(id: &str) -> Result<LocalScorer, Violations> {
    Ok(LocalScorer::new(Scorer::new(Framework::shipped(id)?)?))
}
