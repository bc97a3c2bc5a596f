//! Blank forms: every code of a framework, nothing answered.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod xlsx;

use thuocdo::{Framework, Lang};

use crate::columns::{Column, FRAMEWORK};
use crate::words::Word;

/// The columns of an XLSX form.
pub(crate) const PARTS: [Word; 6] = [Word::Code, Word::Content, Word::Max, Word::Answer, Word::Note, Word::Evidence];

/// What a column asks for, in words.
fn title(framework: &Framework, column: &Column, lang: Lang) -> String {
    let word = match column.name.as_str() {
        FRAMEWORK => Word::FrameworkName,
        "institution.code" => Word::InstitutionCode,
        "institution.name" => Word::InstitutionName,
        "institution.type" => Word::InstitutionType,
        "period" => Word::PeriodName,
        "stream" => Word::StreamName,
        "assessed_on" => Word::AssessedOn,
        code => {
            let conditions = framework.conditions().map(|condition| (&condition.code, &condition.title));
            let indicators = framework.indicators().map(|indicator| (&indicator.code, &indicator.title));
            let found = conditions.chain(indicators).find(|(other, _)| ***other == *code);
            return found.map_or_else(String::new, |(_, title)| title.shown(lang).into_owned());
        }
    };
    word.say(lang).to_owned()
}

/// What helps to answer, a line each: the facts that are asked for, guidance, the evidence that is needed.
fn help(framework: &Framework, column: &Column, lang: Lang) -> Vec<String> {
    let condition = framework.conditions().find(|condition| *condition.code == *column.name).map(|condition| condition.help(lang));
    let indicator = || framework.indicators().find(|indicator| *indicator.code == *column.name).map(|indicator| indicator.help(lang));
    condition.or_else(indicator).unwrap_or_default()
}
