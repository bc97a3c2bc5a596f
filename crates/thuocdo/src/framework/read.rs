//! Reads framework files field by field.

use super::bands::{Band, Bands};
use super::basis::{Basis, Wording};
use super::check::check;
use super::code::Code;
use super::model::{Condition, Criterion, Deadline, EvidenceList, Framework, Group, Indicator, LevelMeaning, Procedure};
use super::rules::{Award, ConditionsEffect, NotApplicable, Overall, Rule, Step};
use crate::json::{Read, Reader, Value};
use crate::violation::{Term, Violations};
use crate::{record, words};

impl Framework {
    /// Reads a framework file.
    ///
    /// ```
    /// use thuocdo::Framework;
    /// let framework = Framework::from_json(Framework::shipped("moet-4725-2022")?.to_json())?;
    /// let indicator = framework.indicator("1.3.1").unwrap();
    /// assert_eq!(indicator.max.to_string(), "6");
    /// assert!(Framework::from_json("{}").unwrap_err().iter().any(|violation| violation.at() == "/groups"));
    /// # Ok::<(), thuocdo::Violations>(())
    /// ```
    ///
    /// # Errors
    /// Every fault of its form, and every contradiction.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Framework, Violations> {
        Framework::from_value(&Value::parse(text.as_ref())?)
    }

    /// As [`Framework::from_json`], for parsed JSON.
    ///
    /// # Errors
    /// As [`Framework::from_json`].
    pub fn from_value(value: &Value<'_>) -> Result<Framework, Violations> {
        let (framework, mut violations) = Reader::whole::<Framework>(value);
        let framework = framework.unwrap_or_default();
        check(&framework, &mut violations);
        violations.or(framework)
    }
}

record!(Framework {
    award, conditions_effect, format, groups, id, legal, levels, not_applicable, overall, overlays ? list, procedure ? value, revision, sources, title, unknown ? list,
});
record!(Basis { note ? value, sources, standing });
record!(Wording { kind, note ? value, sources });
record!(LevelMeaning { level, meaning, name });
record!(Award { basis, rule });
record!(Overall { basis, rule });
record!(ConditionsEffect { basis, effect });
record!(NotApplicable { allowed, basis });
record!(Group { bands, basis, code, conditions, criteria, max, title, wording ? value });
record!(Condition { basis, code, guidance ? value, required_evidence ? value, title, wording ? value });
record!(Criterion { bands ? value, basis, code, evidence ? value, indicators, max, title, wording ? value });
record!(EvidenceList { basis, text, wording ? value });
record!(Indicator { basis, code, facts ? value, guidance ? value, max, required_evidence ? value, rule ? value, title, wording ? value });
record!(Bands { bands, basis });
record!(Band { above ? value, below ? value, from ? value, level, to ? value });
record!(Procedure { note ? value, roles, scopes ? list, steps });
record!(Deadline { basis, by, deadline, note ? value, scope, step });
record!(Step { at_least, points });

words! {
    /// The kind of an indicator's rule, as the file writes it.
    #[derive(Default)]
    enum Kind {
        /// The assessor sets the points.
        #[default]
        Direct = "direct",
        /// All or nothing.
        Flag = "flag",
        /// In proportion.
        Share = "share",
        /// By a table.
        Steps = "steps",
    }
}

impl Read for Rule {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Rule> {
        let is_steps =
            matches!(value, Value::Object(entries) if entries.iter().any(|(key, value)| key == "kind" && *value == Value::Text("steps".into())));
        let names: &[&str] = if is_steps { &["kind", "of", "table"] } else { &["kind"] };
        let mut fields = reader.object(value, names)?;
        Some(match fields.required("kind") {
            Kind::Direct => Rule::Direct,
            Kind::Flag => Rule::Flag,
            Kind::Share => Rule::Share,
            Kind::Steps => Rule::Steps { of: fields.required("of"), table: fields.required("table") },
        })
    }
}

impl Read for Code {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Code> {
        let Value::Text(text) = value else {
            return reader.wrong_type(value, Term::String);
        };
        Some(Code::unchecked(text))
    }
}
