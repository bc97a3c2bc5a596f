//! What can be asked, and which call of the library answers it. Nothing here knows of HTTP.

use thuocdo::json::{Reader, Value, each_line};
use thuocdo::{Input, Lang, LocalScorer, Points, Scorer, Term, Violation, Violations, canonical, explain};
use thuocdo_practice::json::{Question, answer, ask};
use thuocdo_practice::schema::schema;

/// A question. The server, the lines of JSON and the `OpenAPI` document read the same list, so none of them can miss one.
#[derive(Debug)]
pub(crate) struct Route {
    /// Its path without the first slash, such as `score` or `ask/cohort`.
    pub(crate) name: String,
    /// What it does, in Vietnamese and English.
    pub(crate) about: [String; 2],
    /// The schemas of what it takes and gives; of a line, where there are many.
    pub(crate) takes: &'static str,
    pub(crate) gives: &'static str,
    pub(crate) work: Work,
}

/// What answers a question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Work {
    /// One JSON value in, one out; in words too, where there are any.
    One(One, Option<One>),
    /// A question of the practice.
    Ask(Question),
    /// Many values, one a line: an answer for each line.
    Lines(fn(&Scorer, &[u8], Lang) -> String),
}

type One = fn(&LocalScorer, Input<'_>, Lang) -> Result<String, Violations>;

/// Every question there is.
pub(crate) fn all() -> Vec<Route> {
    let own = OWN.iter().map(|(name, about, takes, gives, work)| Route {
        name: (*name).to_owned(),
        about: about.map(str::to_owned),
        takes,
        gives,
        work: *work,
    });
    own.chain(Question::WORDS.iter().map(|(word, question)| of_question(word, *question))).collect()
}

/// The title of a schema is in both languages, and says what the answer is.
fn of_question(word: &'static str, question: Question) -> Route {
    let title = schema(word).and_then(|schema| schema["title"].as_str().map(str::to_owned)).unwrap_or_else(|| word.to_owned());
    let takes = match question {
        Question::Plan => "plan_request",
        Question::WhatIf => "what_if_request",
        Question::Score => "assessment",
        _ => REQUEST,
    };
    Route { name: format!("ask/{word}"), about: [title.clone(), title], takes, gives: word, work: Work::Ask(question) }
}

/// The one parameter that a query may have.
pub(crate) const FRAMEWORK: &str = "framework";

/// The name of the schema of a request that has none of its own.
pub(crate) const REQUEST: &str = "request";

type Row = (&'static str, [&'static str; 2], &'static str, &'static str, Work);

const OWN: [Row; 6] = [
    (
        "score",
        ["Chấm một phiếu.", "Scores one assessment."],
        "assessment",
        "scorecard",
        Work::One(|scorer, input, _| scorer.local().score_to_json(input), None),
    ),
    (
        "check",
        ["Kiểm tra một phiếu mà không chấm.", "Checks one assessment without scoring it."],
        "assessment",
        "refusal",
        Work::One(|scorer, input, lang| scorer.local().check(input).map(|()| Violations::default().refusal(lang).to_json()), None),
    ),
    (
        "explain",
        ["Giải thích kết quả của một phiếu.", "Explains the result of one assessment."],
        "assessment",
        "explanation",
        Work::One(
            |scorer, input, lang| explained(scorer, input, lang).map(|words| words.to_json()),
            Some(|scorer, input, lang| explained(scorer, input, lang).map(|words| words.to_string())),
        ),
    ),
    (
        "level",
        ["Mức độ của số điểm của một nhóm.", "The level of a group's points."],
        "level_request",
        "level",
        Work::One(|scorer, input, _| level(scorer, &*input.value()?), None),
    ),
    (
        "levels",
        ["Mức độ của nhiều phiếu, mỗi dòng một phiếu.", "The levels of many assessments, one a line."],
        "assessment",
        "levels",
        // The levels alone are a tenth of the text of a scorecard.
        Work::Lines(|scorer, text, lang| {
            each_line(text, lang, |line| scorer.sheet(line).and_then(|sheet| scorer.levels(&sheet)).map(|levels| canonical(&levels)))
        }),
    ),
    (
        "scores",
        ["Chấm nhiều phiếu, mỗi dòng một phiếu.", "Scores many assessments, one a line."],
        "assessment",
        "scorecard",
        Work::Lines(Scorer::score_lines),
    ),
];

fn explained(scorer: &LocalScorer, input: Input<'_>, lang: Lang) -> Result<thuocdo::Explanation, Violations> {
    scorer.local().score(input).map(|card| explain(scorer.local().framework(), &card, lang))
}

/// `{ "group": "1", "points": 75 }`
#[derive(Debug, Default)]
struct LevelRequest {
    group: String,
    points: Points,
}

thuocdo::record!(LevelRequest { group, points });

fn level(scorer: &LocalScorer, request: &Value<'_>) -> Result<String, Violations> {
    let LevelRequest { group, points } = Reader::read(request)?;
    Ok(canonical(&scorer.local().level(&group, points)?))
}

impl Work {
    /// Answers a text, in JSON.
    pub(crate) fn of_text(self, scorer: &LocalScorer, text: &[u8], lang: Lang) -> Result<String, Violations> {
        match self {
            Work::One(one, _) => one(scorer, Input::Json(text), lang),
            Work::Ask(question) => answer(question, scorer, text, lang),
            Work::Lines(lines) => Ok(lines(scorer.local(), text, lang)),
        }
    }

    /// Answers a value, in JSON.
    pub(crate) fn of_value(self, scorer: &LocalScorer, value: &Value<'_>, lang: Lang) -> Result<String, Violations> {
        match self {
            Work::One(one, _) => one(scorer, Input::Value(value), lang),
            Work::Ask(question) => Ok(ask(question, scorer, value)?.to_json(lang)),
            // A value is no lines; whoever has values asks of one after the other.
            Work::Lines(_) => Err(Violation::wrong_type("", Term::Object, Term::String).into()),
        }
    }
}
