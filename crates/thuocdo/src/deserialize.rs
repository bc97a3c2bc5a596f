//! `serde::Deserialize`, so that `axum::Json<Assessment>` works and an assessment can be a field of a struct.
//!
//! A serde error is one text. It lists every violation in English, one per line. For codes, pointers and Vietnamese, call `from_json`
//! instead.

use serde::de::{Deserialize, Deserializer, Error};

use crate::assessment::Assessment;
use crate::framework::{Framework, Overlay};
use crate::json::{Reader, Value};
use crate::plan::Goal;
use crate::points::Points;
use crate::range::Level;
use crate::scorecard::Scorecard;

macro_rules! deserialize {
    ($($type:ty: $read:expr),+ $(,)?) => {
        $(impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let read: fn(&Value<'_>) -> Result<$type, crate::Violations> = $read;
                read(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        })+
    };
}

deserialize!(
    Assessment: |value| Assessment::from_value(value),
    Framework: |value| Framework::from_value(value),
    Goal: |value| Goal::from_value(value),
    Level: |value| Reader::read(value),
    Overlay: |value| Overlay::from_value(value),
    Points: |value| Reader::read(value),
    Scorecard: |value| Scorecard::from_value(value),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_struct_of_a_service_holds_an_assessment() -> Result<(), serde_json::Error> {
        #[derive(serde::Deserialize)]
        struct Body {
            assessment: Assessment,
            note: Option<String>,
        }
        let body: Body = serde_json::from_str(r#"{ "note": null, "assessment": { "answers": { "1.3.1": 5.5 }, "conditions": { "1.1": true } } }"#)?;
        assert_eq!((body.assessment.answers.len(), body.note), (1, None));
        Ok(())
    }

    #[test]
    fn an_error_has_every_violation() {
        let error = serde_json::from_str::<Assessment>(r#"{ "answers": { "1.3.1": "six", "1.3.1": 5 }, "conditions": [] }"#);
        let error = error.err().map(|error| error.to_string()).unwrap_or_default();
        for part in ["/answers/1.3.1", "duplicate_key", "/conditions", "wrong_type"] {
            assert!(error.contains(part), "{error}");
        }
    }
}
