//! Overlay files, read field by field. What no overlay may touch is refused as such, not as a field that nobody knows.

use std::collections::BTreeMap;

use super::{LocalCondition, Overlay, OverlayBase, OverlayCondition, OverlayIndicator, OverlayPart};
use crate::json::{Read, Reader, Value};
use crate::record;
use crate::text::Phrase;
use crate::violation::{ViolationCode, Violations};

/// What an overlay leaves as it is, by the field with which one would touch it.
type Fixed = &'static [(&'static str, Phrase)];

const OF_FRAMEWORK: Fixed = &[
    ("award", Phrase::FigureAward),
    ("conditions_effect", Phrase::FigureConditionsEffect),
    ("criteria", Phrase::FixedCriteria),
    ("groups", Phrase::FixedGroups),
    ("legal", Phrase::FixedLegal),
    ("levels", Phrase::FixedLevels),
    ("not_applicable", Phrase::FigureNotApplicable),
    ("overall", Phrase::FigureOverall),
    ("procedure", Phrase::FixedProcedure),
];
const OF_INDICATOR: Fixed = &[
    ("bands", Phrase::FigureBands),
    ("basis", Phrase::FixedBasis),
    ("code", Phrase::FixedCode),
    ("conditions", Phrase::FigureCondition),
    ("max", Phrase::FigureIndicatorMax),
];
const OF_CONDITION: Fixed = &[
    ("bands", Phrase::FigureBands),
    ("basis", Phrase::FixedBasis),
    ("code", Phrase::FixedCode),
    ("max", Phrase::FigureIndicatorMax),
    ("met", Phrase::FixedMet),
    ("title", Phrase::FixedTitle),
];

impl Overlay {
    pub(super) fn read_whole(value: &Value<'_>) -> (Overlay, Violations) {
        let (overlay, violations) = Reader::whole::<Overlay>(value);
        (overlay.unwrap_or_default(), violations)
    }
}

impl Read for Overlay {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Overlay> {
        let names = &["base", "basis", "conditions", "format", "id", "indicators", "issued", "local_conditions", "revision", "sources", "title"];
        let mut fields = reader.object_but(value, names, OF_FRAMEWORK)?;
        Some(Overlay {
            base: fields.required("base"),
            basis: fields.required("basis"),
            conditions: fields.optional("conditions").unwrap_or_default(),
            format: fields.required("format"),
            id: fields.required("id"),
            indicators: fields.optional("indicators").unwrap_or_default(),
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

impl Read for BTreeMap<String, OverlayIndicator> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self> {
        none_dropped(value, reader, Phrase::FixedIndicator);
        reader.map(value)
    }
}

impl Read for BTreeMap<String, OverlayCondition> {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Self> {
        none_dropped(value, reader, Phrase::FigureCondition);
        reader.map(value)
    }
}

/// `null` would take something away, of which the base says that it is there.
fn none_dropped<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>, what: Phrase) {
    let Value::Object(entries) = value else { return };
    for (key, _) in entries.iter().filter(|(_, value)| *value == Value::Null) {
        reader.key(key, |reader| reader.refuse(ViolationCode::NotRefinable, |v| v.with("what", what)));
    }
}

record!(OverlayBase { digest, id });
record!(OverlayPart { code, facts ? value, guidance ? value, max, required_evidence ? value, rule ? value, title });
record!(LocalCondition { code, group, guidance ? value, required_evidence ? value, title });
