//! Reads overlay files field by field. A field that no overlay may change gets `not_refinable`, not `unknown_field`.

use std::collections::BTreeMap;

use super::{LocalCondition, Overlay, OverlayBase, OverlayCondition, OverlayIndicator, OverlayPart};
use crate::json::{Fields, Read, Reader, Value};
use crate::record;
use crate::violation::{Term, Violation, Violations};

/// The fields that an overlay may not change, each with its name in messages.
type Fixed = &'static [(&'static str, Term)];

const OF_FRAMEWORK: Fixed = &[
    ("award", Term::FigureAward),
    ("conditions_effect", Term::FigureConditionsEffect),
    ("criteria", Term::FixedCriteria),
    ("groups", Term::FixedGroups),
    ("legal", Term::FixedLegal),
    ("levels", Term::FixedLevels),
    ("not_applicable", Term::FigureNotApplicable),
    ("overall", Term::FigureOverall),
    ("procedure", Term::FixedProcedure),
];
const OF_INDICATOR: Fixed = &[
    ("bands", Term::FigureBands),
    ("basis", Term::FixedBasis),
    ("code", Term::FixedCode),
    ("conditions", Term::FigureCondition),
    ("max", Term::FigureIndicatorMax),
];
const OF_CONDITION: Fixed = &[
    ("bands", Term::FigureBands),
    ("basis", Term::FixedBasis),
    ("code", Term::FixedCode),
    ("max", Term::FigureIndicatorMax),
    ("met", Term::FixedMet),
    ("title", Term::FixedTitle),
];

impl Overlay {
    pub(super) fn read_whole(value: &Value<'_>) -> (Overlay, Violations) {
        let (overlay, violations) = Reader::whole::<Overlay>(value);
        (overlay.unwrap_or_default(), violations)
    }
}

impl Read for Overlay {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Overlay> {
        reader.in_one_language(|reader| Overlay::read_fields(value, reader))
    }
}

impl Overlay {
    fn read_fields<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Overlay> {
        let names = &["base", "basis", "conditions", "format", "id", "indicators", "issued", "local_conditions", "revision", "sources", "title"];
        let mut fields = reader.object_but(value, names, OF_FRAMEWORK)?;
        Some(Overlay {
            base: fields.required("base"),
            basis: fields.required("basis"),
            conditions: undropped(&mut fields, "conditions", Term::FigureCondition),
            format: fields.required("format"),
            id: fields.required("id"),
            indicators: undropped(&mut fields, "indicators", Term::FixedIndicator),
            issued: fields.optional("issued"),
            local_conditions: fields.optional("local_conditions").unwrap_or_default(),
            revision: fields.required("revision"),
            sources: fields.optional("sources").unwrap_or_default(),
            title: fields.required("title"),
        })
    }
}

impl Read for OverlayIndicator {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<OverlayIndicator> {
        let names = &["facts", "guidance", "parts", "required_evidence", "rule", "title"];
        let mut fields = reader.object_but(value, names, OF_INDICATOR)?;
        Some(OverlayIndicator {
            facts: fields.optional("facts"),
            guidance: fields.optional("guidance"),
            parts: fields.optional("parts"),
            required_evidence: fields.optional("required_evidence"),
            rule: fields.optional("rule"),
            title: fields.optional("title"),
        })
    }
}

impl Read for OverlayCondition {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<OverlayCondition> {
        let mut fields = reader.object_but(value, &["guidance", "required_evidence"], OF_CONDITION)?;
        Some(OverlayCondition { guidance: fields.optional("guidance"), required_evidence: fields.optional("required_evidence") })
    }
}

/// Additions by code. Refuses `null`, since it would remove something that the base has.
fn undropped<T: Read + Default>(fields: &mut Fields<'_, '_>, name: &'static str, what: Term) -> BTreeMap<String, T> {
    let read = fields.optional_by(name, |value, reader| {
        if let Value::Object(entries) = value {
            for (key, _) in entries.iter().filter(|(_, value)| *value == Value::Null) {
                reader.key(key, |reader| reader.refuse(|at| Violation::not_refinable(at, what)));
            }
        }
        reader.map(value)
    });
    read.unwrap_or_default()
}

record!(OverlayBase { digest, id });
record!(OverlayPart { code, facts ? value, guidance ? value, max, required_evidence ? value, rule ? value, title });
record!(LocalCondition { code, group, guidance ? value, required_evidence ? value, title });
