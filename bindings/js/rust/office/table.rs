//! Forms and tables: bytes in, assessments out, and blank forms.

use thuocdo_core::json::{Reader, Value};
use thuocdo_core::{InstitutionType, Stream};
use thuocdo_tables::{Prefilled, blank_csv, blank_json, blank_plain_csv, blank_xlsx, filled_xlsx, lines, told_of_typed, typed as typed_as};

use crate::door::{Answer, Fault, entry};
use crate::framework::scorers;

/// What is known of an institution before it fills in its form.
#[derive(Default)]
struct Known {
    authority: Option<String>,
    code: Option<String>,
    kind: Option<InstitutionType>,
    name: Option<String>,
    period: Option<String>,
    stream: Option<Stream>,
}

thuocdo_core::record!(Known { authority ? value, code ? value, kind as "type" ? value, name ? value, period ? value, stream ? value });

/// The rows of a file, a line of JSON each.
#[unsafe(no_mangle)]
extern "C" fn read_forms(framework: u32, lang: u32) -> i32 {
    entry(lang, |[bytes, filled_by], lang| {
        let filled_by = Some(String::from_utf8_lossy(&filled_by)).filter(|id| !id.is_empty());
        Ok(lines(&scorers(framework), &bytes, filled_by.as_deref(), lang)?)
    })
}

/// A blank form: `xlsx`, `csv`, `plain-csv`, `json`. Only a workbook has what is known.
#[unsafe(no_mangle)]
extern "C" fn form(framework: u32, lang: u32) -> i32 {
    entry(lang, |[format, known], lang| {
        let scorers = scorers(framework);
        let framework = scorers.local().framework();
        let value = Value::parse(&known)?;
        let known: Known = Reader::read(&value)?;
        let known = Prefilled {
            authority: known.authority.as_deref(),
            code: known.code.as_deref(),
            command: None,
            kind: known.kind,
            name: known.name.as_deref(),
            period: known.period.as_deref(),
            stream: known.stream,
        };
        Ok(match &format[..] {
            b"csv" => blank_csv(framework, lang).into(),
            b"plain-csv" => blank_plain_csv(framework).into(),
            b"json" => blank_json(framework).into(),
            b"xlsx" => Answer::from(blank_xlsx(framework, &known, lang).map_err(|error| Fault::Impossible(error.to_string()))?),
            other => panic!("`{}` is no format", String::from_utf8_lossy(other)),
        })
    })
}

/// A workbook with an assessment in it, to go on with.
#[unsafe(no_mangle)]
extern "C" fn filled_form(framework: u32, lang: u32) -> i32 {
    entry(lang, |[form], lang| {
        let scorers = scorers(framework);
        let form = scorers.local().assessment(&form)?;
        let card = scorers.local().score(&form)?;
        let filled = filled_xlsx(scorers.local().framework(), &form, &card, lang).map_err(|error| Fault::Impossible(error.to_string()))?;
        Ok(filled)
    })
}

/// The answer or condition that a person typed: `{"answers":{…},"conditions":{…}}` with the one that it is. Beside a refusal stand the lines for
/// that person.
#[unsafe(no_mangle)]
extern "C" fn typed(framework: u32, lang: u32) -> i32 {
    entry(lang, |[code, text], lang| {
        let scorers = scorers(framework);
        let (scorer, framework) = (scorers.local(), scorers.local().framework());
        let (code, text) = (String::from_utf8_lossy(&code), String::from_utf8_lossy(&text));
        let value = typed_as(framework, &code, &text).unwrap_or(Value::Null);
        let one = Value::Object(vec![(code.as_ref().into(), value)]);
        let none = || Value::Object(Vec::new());
        let (answers, conditions) = if framework.condition(&code).is_some() { (none(), one) } else { (one, none()) };
        match scorer.assessment(&Value::object([("answers", answers), ("conditions", conditions)])) {
            Ok(alone) => Ok(alone.to_json()),
            Err(violations) => {
                let line = |violation| told_of_typed(framework, violation, &code, &text, lang).unwrap_or_else(|| violation.line(lang));
                let lines: Vec<String> = violations.iter().map(line).collect();
                Err(Fault::Typed(violations, lines.join("\n")))
            }
        }
    })
}
