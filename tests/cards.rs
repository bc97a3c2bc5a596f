//! Scorecards and certificates are taken at their word nowhere: every alteration of the corpus, against every question that takes one.

use serde_json::{Value, json};
use thuocdo::{Lang, LocalScorer};
use thuocdo_oracle::{corpus, digest};
use thuocdo_practice::json::Question;
use thuocdo_tests::{answer, local_scorer, scorer};

fn decision() -> LocalScorer {
    LocalScorer::new(scorer("moet-4725-2022"))
}

/// Code and place of everything that a question refuses of a request.
fn refused(question: Question, scorer: &LocalScorer, request: &Value) -> Vec<(String, String)> {
    let told: Value = serde_json::from_str(&answer(question, scorer, request.to_string().as_bytes(), Lang::En)).expect("JSON");
    let word = |violation: &Value, key: &str| violation[key].as_str().expect("a text").to_owned();
    told["violations"].as_array().into_iter().flatten().map(|violation| (word(violation, "code"), word(violation, "at"))).collect()
}

/// What a file of the corpus says, after the edits of one of its entries.
fn edited(mut base: Value, entry: &Value) -> Value {
    for edit in entry["edits"].as_array().expect("edits") {
        *base.pointer_mut(edit["at"].as_str().expect("a place")).expect("the place is there") = edit["to"].clone();
    }
    base
}

fn said(request: &str, list: bool, document: &Value) -> Value {
    json!({ request: if list { json!([document]) } else { document.clone() } })
}

/// What takes scorecards, and where in a request they stand.
const READERS: [(Question, &str, bool); 4] = [
    (Question::Cohort, "scorecards", true),
    (Question::Course, "scorecards", true),
    (Question::Publication, "scorecards", true),
    (Question::Plan, "scorecard", false),
];

fn place(list: &str, is_list: bool, rest: &str) -> String {
    if is_list { format!("/{list}/0{rest}") } else { format!("/{list}{rest}") }
}

#[test]
fn no_altered_scorecard_is_taken_wherever_it_is_given() {
    let file = corpus::json_file("cards/altered.json");
    let alterations = file["alterations"].as_array().expect("a list");
    for alteration in alterations {
        let base = corpus::json_file(&format!("scorecards/{}.json", alteration["card"].as_str().expect("a name")));
        let card = edited(base.clone(), alteration);
        // By another hand the digest is right: only what it is of is not.
        let mut body = card.clone();
        body.as_object_mut().expect("an object").remove("digest");
        assert_eq!(card["digest"], digest(&body), "{}", alteration["id"]);
        for (question, name, is_list) in READERS {
            let told = refused(question, &decision(), &said(name, is_list, &card));
            // A plan is made by the framework of its card alone.
            let is_foreign = card["framework"]["digest"] != base["framework"]["digest"];
            let code = if question == Question::Plan && is_foreign { ("wrong_framework", "/framework") } else { ("digest_mismatch", "/digest") };
            assert_eq!(told, [(code.0.to_owned(), place(name, is_list, code.1))], "{} for {question:?}", alteration["id"]);
        }
    }
    assert!(alterations.len() > 40, "only {}", alterations.len());
}

/// What is not altered is taken by all, the card of a framework that is not there too, where it is only set beside.
#[test]
fn what_adds_up_is_taken() {
    for name in ["every-maximum", "nothing-answered"] {
        let mut card = corpus::json_file(&format!("scorecards/{name}.json"));
        let made = |card: &mut Value| {
            card["institution"] = json!({ "code": "1", "name": null, "type": null });
            card["period"] = json!("2023-2024");
            card.as_object_mut().expect("an object").remove("digest");
            card["digest"] = json!(digest(card));
        };
        made(&mut card);
        for (question, name, is_list) in READERS {
            assert_eq!(refused(question, &decision(), &said(name, is_list, &card)), [], "{question:?}");
        }
        card["framework"]["digest"] = json!(format!("sha256:{}", "0".repeat(64)));
        made(&mut card);
        for question in [Question::Cohort, Question::Course] {
            assert_eq!(refused(question, &decision(), &said("scorecards", true, &card)), [], "{question:?}");
        }
        let told = refused(Question::Publication, &decision(), &said("scorecards", true, &card));
        assert_eq!(told, [("wrong_framework".to_owned(), "/scorecards/0/framework/id".to_owned())]);
    }
}

/// A local card under the name of the national framework, and the other way round.
#[test]
fn local_and_national_cards_do_not_pass_for_each_other() {
    let scorer = local_scorer("tiny-invented.json", &["tiny-local-invented.json".to_owned()]);
    let school = json!({ "institution": { "code": "A" }, "period": "2023", "conditions": { "0.x": true },
        "answers": { "0.a.1": { "part": 1, "whole": 3 }, "0.a.2.a": 0.1, "0.a.2.b": true } });
    let both = scorer.score(school.to_string().as_bytes()).expect("it scores");
    let value = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let (local, national) = (value(both.local.to_json()), value(both.national.to_json()));
    let swapped = |card: &Value, framework: &Value| {
        let mut card = card.clone();
        card["framework"] = framework.clone();
        card.as_object_mut().expect("an object").remove("digest");
        card["digest"] = json!(digest(&card));
        card
    };
    let taken = |card: &Value| refused(Question::Course, &scorer, &said("scorecards", true, card));
    assert_eq!((taken(&local), taken(&national)), (vec![], vec![]));
    let forged = vec![("digest_mismatch".to_owned(), "/scorecards/0/digest".to_owned())];
    assert_eq!(taken(&swapped(&local, &national["framework"])), forged);
    assert_eq!(taken(&swapped(&national, &local["framework"])), forged);
    // The national card of an altered level, under the overlay.
    let mut altered = national.clone();
    altered["overall"]["level"] = json!({ "high": 1, "low": 1 });
    altered["groups"][0]["level"] = json!({ "high": 1, "low": 1 });
    assert_eq!(taken(&swapped(&altered, &national["framework"])), forged);
}

fn publication(recognised: &[Value]) -> Value {
    json!({ "scorecards": [], "period": "2023-2024", "recognised": recognised })
}

fn signed(certificate: &Value) -> Value {
    json!({ "certificate": certificate, "signature": { "algorithm": "ed25519", "key": "00", "value": "00" } })
}

#[test]
fn a_certificate_counts_for_its_own_framework_and_says_what_follows_from_its_points() {
    let file = corpus::json_file("cards/certificates.json");
    let good = &file["certificate"];
    for act in [good.clone(), signed(good)] {
        let told: Value =
            serde_json::from_str(&answer(Question::Publication, &decision(), publication(&[act]).to_string().as_bytes(), Lang::En)).expect("JSON");
        assert_eq!(told["rows"][0]["code"], "31-0042", "{told}");
        assert_eq!((&told["rows"][0]["recognised"], &told["rows"][0]["overall"]["level"]["low"]), (&json!(true), &json!(3)));
    }
    let entries = file["refused"].as_array().expect("a list");
    for entry in entries {
        let certificate = edited(good.clone(), entry);
        let expected: Vec<(String, String)> = serde_json::from_value(entry["violations"].clone()).expect("codes and places");
        for (act, prefix) in [(certificate.clone(), ""), (signed(&certificate), "/certificate")] {
            // The period is asked of what is recognised, whatever says it.
            let at = |at: &String| if *at == "/period" && expected[0].0 == "unknown_value" { at.clone() } else { format!("{prefix}{at}") };
            let expected: Vec<_> = expected.iter().map(|(code, place)| (code.clone(), format!("/recognised/0{}", at(place)))).collect();
            assert_eq!(refused(Question::Publication, &decision(), &publication(&[act])), expected, "{}", entry["id"]);
        }
    }
    assert!(entries.len() > 20, "only {}", entries.len());
}

/// A certificate counts where its case was judged: by the same framework, under the same overlays.
#[test]
fn a_certificate_counts_in_its_own_scope_alone() {
    let school = json!({ "code": "VD-0001" });
    let event = |act: &str, on: &str, role: &str| json!({ "act": act, "on": on, "role": role, "body": "Sở (ví dụ giả định)" });
    let case = |answers: Value, conditions: Value| {
        let assessment = |stream: &str| json!({ "stream": stream, "conditions": conditions, "answers": answers });
        json!({ "case": { "format": 1, "institution": school, "period": "2023-2024", "self": assessment("self"), "external": assessment("external"), "events": [
            event("plan", "2024-02-01", "authority"), event("self_assess", "2024-04-15", "institution"), event("approve", "2024-05-02", "head"),
            event("report", "2024-05-20", "head"), event("externally_assess", "2024-06-10", "authority"), event("recognise", "2024-06-18", "authority")] } })
    };
    let tiny = LocalScorer::new(scorer("tiny-invented.json"));
    let under = local_scorer("tiny-invented.json", &["tiny-local-invented.json".to_owned()]);
    let made = |scorer: &LocalScorer| LocalScorer::new(thuocdo::Scorer::new(scorer.local().framework().clone()).expect("it loads"));
    let national = case(json!({ "0.a.1": { "part": 24, "whole": 32 }, "0.a.2": 0.5 }), json!({}));
    let local = case(json!({ "0.a.1": { "part": 24, "whole": 32 }, "0.a.2.a": 0.1, "0.a.2.b": true }), json!({ "0.x": true }));
    let scopes = [(&tiny, &national), (&under, &local), (&made(&under), &local)];
    for (nth, (scorer, case)) in scopes.iter().enumerate() {
        let text = answer(Question::Certify, scorer, case.to_string().as_bytes(), Lang::En);
        let certificate: Value = serde_json::from_str(&text).expect("JSON");
        for (other, (reader, _)) in scopes.iter().enumerate() {
            let told = refused(Question::Publication, reader, &publication(std::slice::from_ref(&certificate)));
            let codes: Vec<&str> = told.iter().map(|(code, _)| code.as_str()).collect();
            assert!(
                if nth == other { told.is_empty() } else { !codes.is_empty() && codes.iter().all(|code| *code == "wrong_framework") },
                "{nth} {other} {told:?} {text}"
            );
        }
    }
}
