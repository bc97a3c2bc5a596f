//! Which framework is meant, compiled: each is compiled once in the life of a backend.

use std::cell::RefCell;
use std::rc::Rc;

use pgrx::{PgSubXactCallbackEvent, PgXactCallbackEvent, register_subxact_callback, register_xact_callback};
use thuocdo_core::{Framework, LocalScorer, Scorer, Violations};

use crate::refusal::{Answer, not_utf8, refused};
use crate::stored;

/// How many are kept; a backend that uses more compiles some again.
const KEPT: usize = 64;

thread_local! {
    /// By the name asked for. What a name means never changes: an id is of the library, a digest is of what it names.
    static SCORERS: RefCell<Vec<(String, Rc<LocalScorer>)>> = const { RefCell::new(Vec::new()) };
}

/// The scorers of a framework: the id of one that is shipped, or the digest of one that is shipped or stored.
pub(crate) fn scorers(name: &str) -> Answer<Rc<LocalScorer>> {
    let known = SCORERS.with_borrow(|known| known.iter().find(|(of, _)| of == name).map(|(_, scorers)| Rc::clone(scorers)));
    if let Some(scorers) = known {
        return Ok(scorers);
    }
    not_utf8()?;
    let made = Rc::new(compiled(name)?);
    SCORERS.with_borrow_mut(|known| {
        if known.len() == KEPT {
            known.remove(0);
        }
        known.push((name.to_owned(), Rc::clone(&made)));
    });
    Ok(made)
}

/// Forgets what was compiled if the transaction, or the part of it that is being done, is undone: a framework that was stored in it is not
/// there then, and a session that still knew it would let tables rest on it.
pub(crate) fn forgotten_if_undone() {
    register_xact_callback(PgXactCallbackEvent::Abort, forget);
    register_subxact_callback(PgSubXactCallbackEvent::AbortSub, |_, _| forget());
}

fn forget() {
    SCORERS.with(|known| {
        // Nobody reads it while a transaction ends; a panic would end the server here.
        if let Ok(mut known) = known.try_borrow_mut() {
            known.clear();
        }
    });
}

fn compiled(name: &str) -> Answer<LocalScorer> {
    let unknown = match shipped(name) {
        Ok(scorers) => return Ok(scorers),
        Err(unknown) => unknown,
    };
    if !name.starts_with("sha256:") {
        return Err(refused(unknown));
    }
    if let Some(scorers) = Framework::shipped_ids().filter_map(|id| shipped(id).ok()).find(|scorers| scorers.local().digest() == name) {
        return Ok(scorers);
    }
    stored::find(name)?.ok_or_else(|| refused(unknown))
}

fn shipped(id: &str) -> Result<LocalScorer, Violations> {
    Ok(LocalScorer::new(Scorer::new(Framework::shipped(id)?)?))
}
