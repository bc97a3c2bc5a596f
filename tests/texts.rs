//! No code lacks a text in either language, and no text a value for its places.

use std::collections::BTreeSet;

use serde_json::Value;
use thuocdo::text;
use thuocdo::{BlockerCode, Framework, Lang, Scorer, Standing, Stream, Term, ViolationCode};
use thuocdo_oracle::corpus::{self, Subject};
use thuocdo_practice::json::Question;
use thuocdo_practice::process::{Act, Role, State};
use thuocdo_tests::{answer, framework, local_scorer};

/// The names between braces.
fn places(template: &str) -> BTreeSet<&str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

/// The sentences of reports are checked where they stand, by a test that the macro [`thuocdo::sentences`] makes.
fn assert_both(what: &str, vi: &str, en: &str) {
    assert!(text::is_pair(vi, en), "{what}: {vi} / {en}");
}

#[test]
fn every_code_has_a_text_in_both_languages() {
    let mut words = BTreeSet::new();
    for code in ViolationCode::ALL {
        assert!(words.insert(code.as_str()), "{code:?} is told apart from no other");
        assert_eq!(serde_json::to_value(code).expect("a code is JSON"), code.as_str());
        let [vi, en] = Lang::ALL.map(|lang| code.template(lang));
        assert_both(code.as_str(), vi, en);
        assert_ne!(vi, en, "{code:?} is not translated");
    }
}

#[test]
fn every_phrase_and_standing_has_a_text_in_both_languages() {
    for (word, phrase) in Term::WORDS {
        let [vi, en] = Lang::ALL.map(|lang| phrase.name(lang));
        assert_both(word, vi, en);
    }
    for standing in Standing::ALL {
        let [(name_vi, meaning_vi), (name_en, meaning_en)] = Lang::ALL.map(|lang| (standing.title(lang), standing.meaning(lang)));
        assert_both(standing.as_str(), name_vi, name_en);
        assert_both(standing.as_str(), meaning_vi, meaning_en);
    }
}

/// That a message to people says no word of programs by itself. Fields of JSON are typed as they are.
fn assert_speaks(code: ViolationCode, lang: Lang, message: &str) {
    let acts = Act::WORDS.iter().map(|(word, _)| *word).chain(State::WORDS.iter().map(|(word, _)| *word));
    let codes = BlockerCode::WORDS.iter().map(|(word, _)| *word).chain(Stream::WORDS.iter().map(|(word, _)| *word));
    let scopes = ["national", "hai-phong-2023"];
    let vocabulary: Vec<&str> = acts.chain(codes).chain(Role::WORDS.iter().map(|(word, _)| *word)).chain(scopes).collect();
    if lang == Lang::Vi && code != ViolationCode::UnknownField {
        assert_eq!(text::unaided(message, &vocabulary), None, "{message}");
    }
}

/// Of the codes an assessment, a framework file or a request can get, each is seen in the corpus; its message has every place filled.
#[test]
fn every_violation_of_the_corpus_says_its_message_in_full() {
    let mut seen = BTreeSet::new();
    for vector in corpus::vectors() {
        let refused = match vector.subject {
            Subject::Assessment => framework(&vector.framework).and_then(Scorer::new).and_then(|scorer| scorer.score(&vector.bytes())).err(),
            // A framework without edits is asked for by name.
            Subject::Framework if vector.edits.as_ref().is_some_and(Vec::is_empty) => framework(&vector.framework).err(),
            Subject::Framework => Framework::from_json(vector.bytes()).err(),
            Subject::Level => None,
        };
        for violation in refused.iter().flatten() {
            seen.insert(violation.code());
            for lang in Lang::ALL {
                let message = violation.message(lang);
                let template = violation.code().template(lang);
                for place in places(template) {
                    assert!(violation.params().contains_key(place), "`{}`: {place} of `{template}` is not given", vector.id);
                }
                assert!(!message.trim().is_empty() && !message.contains('\n'), "`{}`: {message}", vector.id);
                assert_speaks(violation.code(), lang, &message);
            }
        }
    }
    for request in corpus::requests().iter().filter(|request| request.expect.violations.is_some()) {
        let (_, question) = Question::WORDS.iter().find(|(word, _)| *word == request.question).expect("a question");
        let scorer = local_scorer(&request.framework, &request.overlays);
        for lang in Lang::ALL {
            let told: Value = serde_json::from_str(&answer(*question, &scorer, &request.bytes(), lang)).expect("JSON");
            for violation in told["violations"].as_array().expect("a refusal") {
                let code = *ViolationCode::ALL.iter().find(|code| violation["code"] == code.as_str()).expect("a code");
                seen.insert(code);
                assert_speaks(code, lang, violation["message"].as_str().expect("a message"));
                for place in places(code.template(lang)) {
                    assert!(!violation["params"][place].is_null(), "`{}`: {place} of {} is not given", request.id, code.as_str());
                }
            }
        }
    }
    // These are told where a name is asked for, of tables, or where the list of violations itself is too long.
    let elsewhere = [
        ViolationCode::UnknownFramework,
        ViolationCode::ColumnTaken,
        ViolationCode::FrameworkNotNamed,
        ViolationCode::NoKnownColumn,
        ViolationCode::TooManyViolations,
        ViolationCode::UnreadColumn,
    ];
    let unseen: Vec<_> = ViolationCode::ALL.iter().filter(|code| !seen.contains(code) && !elsewhere.contains(code)).collect();
    assert!(unseen.is_empty(), "no vector for {unseen:?}");
}

#[test]
fn numbers_are_written_with_a_comma_in_vietnamese() {
    let points: thuocdo::Points = "77.5".parse().expect("points");
    assert_eq!((points.text(Lang::Vi).as_str(), points.text(Lang::En).as_str()), ("77,5", "77.5"));
}

/// Whether points are refused for being negative, beyond all bounds or above their maximum, what would be accepted is the same.
#[test]
fn points_out_of_range_say_the_maximum_of_their_indicator() {
    let scorer = framework("moet-4725-2022").and_then(Scorer::new).expect("it is shipped");
    for points in ["-1", "-1.0", "7", "1e308", r#"{"points":-0.5}"#, r#""1000001""#] {
        let text = format!(r#"{{"conditions":{{}},"answers":{{"1.3.1":{points}}}}}"#);
        let violations = scorer.score(text.as_bytes()).expect_err("it is out of range");
        let messages: Vec<_> = violations.iter().map(|violation| violation.message(Lang::En)).collect();
        assert!(messages.len() == 1 && messages[0].ends_with("lie outside 0 to 6"), "{points}: {messages:?}");
    }
}
