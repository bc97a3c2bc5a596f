//! An overlay laid on a framework, as a question: for languages that have only text.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::json::{Reader, Value};
use thuocdo::{Framework, FrameworkRef, LocalScorer, Overlay, Violations};

/// What is asked.
#[derive(Default)]
struct Request {
    overlay: Overlay,
}

thuocdo::record!(Request { overlay });

/// The framework that an overlay makes of another one.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
#[schemars(deny_unknown_fields)]
pub struct LocalFramework {
    /// The digest of the framework; an overlay that is to be laid on it names it.
    pub digest: String,
    /// The framework, as a file would say it.
    pub framework: Framework,
    /// The overlay that made it.
    pub overlay: FrameworkRef,
}

impl LocalFramework {
    /// A framework and the overlay that made it.
    pub fn new(framework: Framework, overlay: FrameworkRef) -> LocalFramework {
        LocalFramework { digest: framework.digest(), framework, overlay }
    }

    /// As canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

/// Lays the overlay of a request, `{ "overlay": … }`, on the scorer's local framework.
///
/// # Errors
///
/// Everything that keeps it from being laid there; places begin at `/overlay`.
pub(crate) fn local_framework_value(scorer: &LocalScorer, request: &Value<'_>) -> Result<(LocalFramework, Overlay), Violations> {
    let (request, mut violations) = Reader::whole::<Request>(request);
    let overlay = request.unwrap_or_default().overlay;
    scorer.judge(&overlay, "/overlay", &mut violations);
    violations.or(())?;
    let framework = overlay.apply(scorer.local().framework())?;
    Ok((LocalFramework::new(framework, FrameworkRef::from(&overlay)), overlay))
}
