//! What can be asked, and which call of the library answers it. Nothing here knows of HTTP.

use thuocdo::json::{Value, each_line};
use thuocdo::{Lang, Scorer, Violations, canonical, explain, plan_value};

/// One JSON value.
pub(crate) const JSON: &str = "application/json";
/// One JSON value a line.
pub(crate) const LINES: &str = "application/x-ndjson";
/// Words for people.
pub(crate) const WORDS: &str = "text/plain; charset=utf-8";

/// A text and what kind of text it is. The library wrote the JSON already, so nothing is left to serialise.
pub(crate) struct Answer {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(text: String) -> Answer {
        Answer { kind: JSON, text }
    }

    pub(crate) fn lines(text: String) -> Answer {
        Answer { kind: LINES, text }
    }

    pub(crate) fn words(text: String) -> Answer {
        Answer { kind: WORDS, text }
    }
}

/// A question. The router and the `OpenAPI` document are made of the same list, so neither can miss one.
pub(crate) struct Route {
    /// What it does, in Vietnamese and English.
    pub(crate) about: [&'static str; 2],
    /// The media type of the answer, and the schema of it (of each line, where there are many).
    pub(crate) gives: (&'static str, &'static str),
    pub(crate) path: &'static str,
    pub(crate) size: Size,
    /// The same of the body.
    pub(crate) takes: (&'static str, &'static str),
    /// What answers it.
    pub(crate) work: fn(&Scorer, &[u8], Lang) -> Result<Answer, Violations>,
}

/// How much is asked at once; which limits hold for it, `intake` says.
#[derive(Clone, Copy)]
pub(crate) enum Size {
    One,
    Many,
}

pub(crate) static ROUTES: [Route; 6] = [
    Route {
        path: "/score",
        about: ["Chấm một phiếu.", "Scores one assessment."],
        takes: (JSON, "assessment"),
        gives: (JSON, "scorecard"),
        size: Size::One,
        work: |scorer, body, _| scorer.score_to_json(body).map(Answer::json),
    },
    Route {
        path: "/check",
        about: ["Kiểm tra một phiếu mà không chấm.", "Checks one assessment without scoring it."],
        takes: (JSON, "assessment"),
        gives: (JSON, "refusal"),
        size: Size::One,
        work: |scorer, body, lang| scorer.check(body).map(|()| Answer::json(Violations::default().refusal(lang).to_json())),
    },
    Route {
        path: "/explain",
        about: ["Giải thích kết quả của một phiếu bằng lời.", "Explains the result of one assessment in words."],
        takes: (JSON, "assessment"),
        gives: (WORDS, "words"),
        size: Size::One,
        work: |scorer, body, lang| scorer.score(body).map(|card| Answer::words(explain(scorer.framework(), &card, lang).to_string())),
    },
    Route {
        path: "/plan",
        about: ["Lập kế hoạch nâng mức.", "Plans which indicators to raise to reach a level."],
        takes: (JSON, "plan_request"),
        gives: (JSON, "plan"),
        size: Size::One,
        work: |scorer, body, _| plan_value(scorer, &Value::parse(body)?).map(|plan| Answer::json(plan.to_json())),
    },
    Route {
        path: "/levels",
        about: ["Mức độ của nhiều phiếu, mỗi dòng một phiếu.", "The levels of many assessments, one a line."],
        takes: (LINES, "assessment"),
        gives: (LINES, "levels"),
        size: Size::Many,
        // The levels alone are a tenth of the text of a scorecard.
        work: |scorer, body, lang| {
            let levels = |line: &[u8]| scorer.sheet(line).and_then(|sheet| scorer.levels(&sheet)).map(|levels| canonical(&levels));
            Ok(Answer::lines(each_line(body, lang, levels)))
        },
    },
    Route {
        path: "/scores",
        about: ["Chấm nhiều phiếu, mỗi dòng một phiếu.", "Scores many assessments, one a line."],
        takes: (LINES, "assessment"),
        gives: (LINES, "scorecard"),
        size: Size::Many,
        work: |scorer, body, lang| Ok(Answer::lines(scorer.score_lines(body, lang))),
    },
];
