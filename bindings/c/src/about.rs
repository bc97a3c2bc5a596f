//! What the library is and holds: for a program that chooses at run time.

use serde::Serialize;
use thuocdo::json::{MAX_BYTES, MAX_DEPTH};
use thuocdo::{Framework, MAX_GROUPS, Scorer, Text, Violations, canonical};
use thuocdo_practice::Register;
use thuocdo_practice::json::Question;

use crate::buffer::{Buffer, Out};
use crate::error::ErrorOut;
use crate::guard::guarded;
use crate::status::{ABI_VERSION, Status};

/// Groups of functions that a program may look for. New ones are added.
const FEATURES: [&str; 6] = ["arrow", "collect", "numbers", "questions", "stream", "tables"];

#[derive(Serialize)]
struct About {
    abi: u32,
    features: [&'static str; 6],
    frameworks: Vec<Shipped>,
    limits: Limits,
    version: &'static str,
}

/// A framework that comes with the library.
#[derive(Serialize)]
struct Shipped {
    digest: String,
    id: String,
    revision: u32,
    title: Text,
}

#[derive(Serialize)]
struct Limits {
    /// Of a request about a case.
    case_bytes: usize,
    /// Of the nesting of a JSON text.
    depth: usize,
    /// Of a framework.
    groups: usize,
    /// Of a request with a register.
    register_bytes: usize,
    /// Of every other JSON text.
    text_bytes: usize,
}

fn about() -> Result<About, Violations> {
    let frameworks = Framework::shipped_ids().map(|id| {
        let scorer = Scorer::shipped(id)?;
        let framework = scorer.framework();
        Ok(Shipped { digest: scorer.digest().to_owned(), id: id.to_owned(), revision: framework.revision, title: framework.title.clone() })
    });
    Ok(About {
        abi: ABI_VERSION,
        features: FEATURES,
        frameworks: frameworks.collect::<Result<_, Violations>>()?,
        limits: Limits {
            case_bytes: Question::Process.max_bytes(),
            depth: MAX_DEPTH,
            groups: MAX_GROUPS,
            register_bytes: Register::MAX_BYTES,
            text_bytes: MAX_BYTES,
        },
        version: env!("CARGO_PKG_VERSION"),
    })
}

#[unsafe(no_mangle)]
extern "C" fn thuocdo_about(out: Out<'_, Buffer>, error: ErrorOut<'_>) -> Status {
    guarded(0, out, error, |_| Ok(canonical(&about()?).into()))
}
