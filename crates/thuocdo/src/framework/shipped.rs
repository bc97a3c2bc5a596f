//! The frameworks that come with the library.

use super::model::Framework;
use crate::violation::{Violation, ViolationCode, Violations};

const SHIPPED: [(&str, &str); 1] = [("moet-4725-2022", include_str!("../../frameworks/moet-4725-2022.json"))];

impl Framework {
    /// The ids of the frameworks that come with the library.
    pub fn shipped_ids() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(id, _)| *id)
    }

    /// A framework that comes with the library. `moet-4725-2022` is Decision 4725/QĐ-BGDĐT of 30 December 2022.
    ///
    /// Fails with `unknown_framework`.
    pub fn shipped(id: &str) -> Result<Framework, Violations> {
        match SHIPPED.iter().find(|(shipped, _)| *shipped == id) {
            Some((_, text)) => Framework::from_json(text.as_bytes()),
            None => Err(Violation::new(ViolationCode::UnknownFramework, String::new())
                .with("found", id)
                .with("accepted", Framework::shipped_ids().collect::<Vec<_>>())
                .into()),
        }
    }
}
