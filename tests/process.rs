//! The procedure against a table written by hand here, and what holds for every sequence of events.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Lang, LocalScorer};
use thuocdo_oracle::{canonical, corpus};
use thuocdo_practice::process::{Act, Calendar, Case, Role, State};
use thuocdo_practice::{recognition, schema};
use thuocdo_tests::generate::Choices;
use thuocdo_tests::{codes_and_places, scorer};

/// From, by which act, to, by whom; `-` is before the first event.
const TABLE: &str = "
    -                   plan              planned             institution authority
    planned             self_assess       self_assessed       institution
    self_assessed       approve           approved            head
    approved            report            reported            head institution
    reported            return            returned            authority
    returned            report            reported            head institution
    reported            externally_assess externally_assessed authority
    externally_assessed recognise         recognised          authority
    recognised          publish           published           authority
    planned             withdraw          withdrawn           institution head authority
    self_assessed       withdraw          withdrawn           institution head authority
    approved            withdraw          withdrawn           institution head authority
    reported            withdraw          withdrawn           institution head authority
    returned            withdraw          withdrawn           institution head authority
    externally_assessed withdraw          withdrawn           authority
    recognised          withdraw          withdrawn           authority
    published           withdraw          withdrawn           authority
";

/// How each state is reached.
const WAYS: &str = "
    -
    planned             plan
    self_assessed       plan self_assess
    approved            plan self_assess approve
    reported            plan self_assess approve report
    returned            plan self_assess approve report return
    externally_assessed plan self_assess approve report externally_assess
    recognised          plan self_assess approve report externally_assess recognise
    published           plan self_assess approve report externally_assess recognise publish
    withdrawn           plan withdraw
";

struct Row {
    from: &'static str,
    act: &'static str,
    to: &'static str,
    roles: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let mut words = line.split_whitespace();
        let mut word = || words.next().expect("from, act, to");
        let (from, act, to) = (word(), word(), word());
        Row { from, act, to, roles: words.collect() }
    };
    TABLE.trim().lines().map(row).collect()
}

/// A role that may do it in one state or another.
fn usual_role(act: &str) -> &'static str {
    rows().iter().find(|row| row.act == act).expect("an act").roles[0]
}

fn event(act: &str, role: &str, on: &str) -> Value {
    json!({ "act": act, "role": role, "on": on, "body": "Đơn vị (ví dụ giả định)" })
}

/// A level that is known and may be recognised, and one that is open.
fn settled() -> Value {
    json!({ "conditions": {}, "answers": { "0.a.2": 0.5 } })
}

fn open() -> Value {
    json!({ "conditions": {}, "answers": {} })
}

fn case(events: &[Value], own: &Value, external: &Value) -> Case {
    let file = json!({ "format": 1, "institution": { "code": "0" }, "period": "2024", "events": events, "self": own, "external": external });
    Case::from_json(file.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}"))
}

fn calendar(deadlines: &Value) -> Calendar {
    Calendar::from_json(json!({ "scope": "x", "deadlines": deadlines }).to_string().as_bytes()).expect("a calendar")
}

fn tiny() -> LocalScorer {
    LocalScorer::new(scorer("tiny-invented.json"))
}

fn word(state: Option<State>) -> &'static str {
    state.map_or("-", State::as_str)
}

#[test]
fn every_act_of_every_role_in_every_state_is_as_the_table_says() {
    let (scorer, rows) = (tiny(), rows());
    let mut tried = 0;
    for way in WAYS.trim().lines() {
        let mut words = way.split_whitespace();
        let from = words.next().expect("a state");
        let before: Vec<Value> = words.map(|act| event(act, usual_role(act), "2024-05-01")).collect();
        let reached = case(&before, &settled(), &settled()).replay(&scorer, &Calendar::default(), None).expect("it is a way");
        assert_eq!(word(reached.state), from);
        let offered: BTreeSet<&str> = reached.next.iter().map(|next| next.act.as_str()).collect();
        assert_eq!(offered, rows.iter().filter(|row| row.from == from).map(|row| row.act).collect(), "next of {from}");
        for (act, _) in Act::WORDS {
            for (role, _) in Role::WORDS {
                let mut events = before.clone();
                events.push(event(act, role, "2024-05-01"));
                let found = case(&events, &settled(), &settled()).replay(&scorer, &Calendar::default(), None);
                let at = format!("/events/{}", before.len());
                let row = rows.iter().find(|row| row.from == from && row.act == *act);
                let somewhere = rows.iter().any(|row| row.act == *act && row.roles.contains(role));
                let expected: Vec<(String, String)> = match row {
                    Some(row) if row.roles.contains(role) => Vec::new(),
                    Some(_) => vec![("wrong_role".to_owned(), format!("{at}/role"))],
                    None if somewhere => vec![("event_out_of_order".to_owned(), at)],
                    None => vec![("event_out_of_order".to_owned(), at.clone()), ("wrong_role".to_owned(), format!("{at}/role"))],
                };
                match found {
                    Ok(status) => {
                        assert!(expected.is_empty(), "{from} {act} {role}: taken, expected {expected:?}");
                        assert_eq!(word(status.state), row.expect("a row").to, "{from} {act} {role}");
                    }
                    Err(violations) => assert_eq!(codes_and_places(&violations), expected, "{from} {act} {role}"),
                }
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 10 * 9 * 3);
}

/// Random events: mostly such as may follow, by a role that may do it, on the day before or one of the days after.
fn events(choices: &mut Choices) -> Vec<Value> {
    let rows = rows();
    let (mut state, mut day) = ("-", 1);
    let mut events = Vec::new();
    for _ in 0..choices.upto(12) {
        let may: Vec<&Row> = rows.iter().filter(|row| row.from == state && (row.act != "withdraw" || choices.once_in(6))).collect();
        let row = if may.is_empty() || choices.once_in(15) { choices.one_of(&rows.iter().collect::<Vec<_>>()) } else { choices.one_of(&may) };
        let role = if choices.once_in(20) { choices.one_of(&["institution", "head", "authority"]) } else { choices.one_of(&row.roles) };
        day = (day + choices.upto(3) - i128::from(choices.once_in(20))).clamp(1, 31);
        events.push(event(row.act, role, &format!("2024-05-{day:02}")));
        state = row.to;
    }
    events
}

/// What the table says of a sequence: the state after it, or nothing.
fn naive(events: &[Value], external_is_settled: bool) -> Option<&'static str> {
    let (mut state, mut day) = ("-", "");
    for event in events {
        let text = |key: &str| event[key].as_str().expect("a text");
        let row = rows().into_iter().find(|row| row.from == state && row.act == text("act") && row.roles.contains(&text("role")))?;
        if text("on") < day || (row.act == "recognise" && !external_is_settled) {
            return None;
        }
        (state, day) = (row.to, event["on"].as_str().expect("a day"));
    }
    Some(state)
}

/// Sequences of which none were taken, or none got far, would prove little.
#[test]
fn random_sequences_reach_every_state_and_are_refused_too() {
    let reached: BTreeSet<_> = (0..3000).map(|seed| naive(&events(&mut Choices::new(seed)), true)).collect();
    let states = WAYS.trim().lines().filter_map(|way| way.split_whitespace().next());
    assert_eq!(reached, states.map(Some).chain([None]).collect());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 300 } else { 3000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sequence_is_taken_where_the_table_takes_it_and_leads_where_the_table_leads(seed in any::<u64>(), settles in any::<bool>()) {
        let (scorer, events) = (tiny(), events(&mut Choices::new(seed)));
        let external = if settles { settled() } else { open() };
        let case = case(&events, &settled(), &external);
        let status = case.replay(&scorer, &Calendar::default(), None);
        prop_assert_eq!(status.as_ref().ok().map(|status| word(status.state)), naive(&events, settles));
        prop_assert_eq!(&case.replay(&scorer, &Calendar::default(), None), &status, "again");
        let again = Case::from_json(case.to_json().as_bytes()).expect("it is a case");
        prop_assert_eq!(&again, &case);
        prop_assert_eq!(&again.replay(&tiny(), &Calendar::default(), None), &status, "elsewhere");
        if let Ok(status) = status {
            let has_level = matches!(word(status.state), "recognised" | "published");
            prop_assert_eq!(status.recognised.is_some(), has_level);
            prop_assert!(!has_level || settles, "a level was recognised that is open");
            prop_assert_eq!(recognition::certify(&scorer, &case).is_ok(), has_level);
        }
    }

    #[test]
    fn a_day_shows_what_was_done_by_then(seed in any::<u64>(), day in 1..28_u8) {
        let (scorer, events) = (tiny(), events(&mut Choices::new(seed)));
        let whole = case(&events, &settled(), &settled());
        let calendar = calendar(&json!([{ "act": "report", "deadline": "05-03" }, { "act": "recognise", "deadline": "05-06" }]));
        let day = format!("2024-05-{day:02}");
        let as_of = Some(day.parse().expect("a day"));
        let Ok(status) = whole.replay(&scorer, &calendar, as_of) else { return Ok(()) };
        let done: Vec<Value> = events.iter().filter(|event| event["on"].as_str().expect("a day") <= day.as_str()).cloned().collect();
        let then = case(&done, &settled(), &settled()).replay(&scorer, &calendar, as_of).expect("a beginning of what can be");
        prop_assert_eq!(&then, &status);
        // Overdue and late by plain counting: all days are of May.
        let number = |day: &str| day[8..].parse::<u32>().expect("a day of May");
        for (act, last) in [("report", 3), ("recognise", 6)] {
            let of_act: Vec<&str> = done.iter().filter(|event| event["act"] == act).map(|event| event["on"].as_str().expect("a day")).collect();
            let late: Vec<u32> = of_act.iter().map(|on| number(on)).filter(|on| *on > last).map(|on| on - last).collect();
            let found: Vec<u32> = status.late.iter().filter(|late| late.act.as_str() == act).map(|late| late.days).collect();
            prop_assert_eq!(found, late);
            let is_overdue = of_act.is_empty() && number(&day) > last && status.state != Some(State::Withdrawn);
            let found: Vec<u32> = status.overdue.iter().filter(|overdue| overdue.act.as_str() == act).map(|overdue| overdue.days).collect();
            prop_assert_eq!(found, if is_overdue { vec![number(&day) - last] } else { vec![] });
        }
    }
}

/// What the code takes, the schemas of cases and calendars take too.
#[test]
fn every_case_and_calendar_of_the_corpus_is_by_its_schema() {
    let validator = |name: &str| jsonschema::validator_for(&schema::schema(name).expect("there is a schema")).expect("a schema");
    let (cases, calendars) = (validator("case"), validator("calendar"));
    let mut seen = 0;
    for vector in corpus::requests().iter().filter(|vector| vector.expect.result.is_some()) {
        let Some(input) = &vector.input else { continue };
        for (key, validator) in [("case", &cases), ("calendar", &calendars)] {
            if let Some(value) = input.get(key) {
                assert!(validator.is_valid(value), "`{}`: {key}", vector.id);
                seen += 1;
            }
        }
        if let Some(case) = input.get("case") {
            let normal = Case::from_json(case.to_string().as_bytes()).expect("it was taken").to_json();
            let value = serde_json::from_str(&normal).expect("JSON");
            assert!(cases.is_valid(&value) && canonical(&value) == normal, "`{}`: {normal}", vector.id);
        }
    }
    assert!(seen >= 40, "only {seen} seen");
    for wrong in [
        json!({}),
        json!({ "format": 2, "institution": { "code": "1" }, "period": "2024", "events": [] }),
        json!({ "format": 1, "institution": { "code": " " }, "period": "2024", "events": [] }),
    ] {
        assert!(!cases.is_valid(&wrong) && Case::from_json(wrong.to_string().as_bytes()).is_err(), "{wrong}");
    }
}

/// No place of a sentence is left open.
#[test]
fn every_status_can_be_told_in_both_languages() {
    let scorer = tiny();
    for way in WAYS.trim().lines() {
        let events: Vec<Value> = way.split_whitespace().skip(1).map(|act| event(act, usual_role(act), "2024-06-02")).collect();
        let case = case(&events, &settled(), &settled());
        let calendar = calendar(&json!([{ "act": "plan", "deadline": "05-03" }, { "act": "publish", "deadline": "2023-01-01" }]));
        let status = case.replay(&scorer, &calendar, Some("2024-06-09".parse().expect("a day"))).expect("it is a way");
        for lang in Lang::ALL {
            let told = status.report(&case, scorer.national().framework(), lang).to_string();
            let deadline = if lang == Lang::Vi { "03/5/2024" } else { "2024-05-03" };
            assert!(!told.contains('{') && told.contains(deadline), "{told}");
        }
    }
}

/// Two assessments, each as large as one may be, make a case; so does what is asked of it.
#[test]
fn a_case_of_two_large_assessments_is_read_and_answered() {
    let assessment = |stream: &str, length: usize| json!({ "stream": stream, "conditions": {}, "answers": { "0.a.1": { "part": 1, "whole": 1 }, "0.a.2": { "points": 0.5, "note": "đ".repeat(length / 2) } } });
    let most = thuocdo::json::MAX_BYTES;
    let length = most - assessment("external", 0).to_string().len();
    let (own, external) = (assessment("self", length), assessment("external", length));
    assert!(external.to_string().len() > most - 2 && external.to_string().len() <= most);
    for side in [&own, &external] {
        assert!(scorer("tiny-invented.json").assessment(side.to_string().as_bytes()).is_ok());
    }
    let body = "Sở Giáo dục và Đào tạo (ví dụ giả định)";
    let events: Vec<Value> = ["plan", "self_assess", "approve", "report", "externally_assess", "recognise"]
        .iter()
        .zip(["authority", "institution", "head", "head", "authority", "authority"])
        .map(|(act, role)| json!({ "act": act, "on": "2024-06-18", "role": role, "body": body }))
        .collect();
    let case = json!({ "format": 1, "institution": { "code": "1" }, "period": "2023-2024", "events": events, "self": own, "external": external });
    assert!(Case::from_json(case.to_string().as_bytes()).is_ok());
    let scorer = LocalScorer::new(scorer("tiny-invented.json"));
    let asked = |question: &str, request: Value| -> Value {
        let question = thuocdo_practice::json::Question::named(question).expect("a question");
        serde_json::from_str(&thuocdo_tests::answer(question, &scorer, request.to_string().as_bytes(), Lang::En)).expect("JSON")
    };
    assert_eq!(asked("process", json!({ "case": case }))["state"], "recognised");
    let certificate = asked("certify", json!({ "case": case }));
    assert_eq!(asked("verify", json!({ "case": case, "certificate": certificate }))["identical"], true);
    assert_eq!(asked("review", json!({ "self": own, "external": external }))["overall"]["movement"], "same");
    // One assessment alone stays within its limit, and a case has one too.
    let code = |answer: Value| answer["violations"][0]["code"].clone();
    assert_eq!(code(asked("score", assessment("external", length + 2))), "too_large");
    assert_eq!(code(asked("process", json!({ "case": case, "as_of": " ".repeat(9 * most) }))), "too_large");
}

/// The shortest assessments grow most in normal form: two of them and their events still are a case that is read.
#[test]
fn a_case_that_is_written_in_normal_form_is_read_again() {
    let letters: Vec<char> = ('0'..='9').chain('a'..='z').chain('A'..='Z').collect();
    let keys = letters
        .iter()
        .flat_map(|a| letters.iter().flat_map(|b| letters.iter().map(|c| format!("{a}{b}{c}")).collect::<Vec<_>>()).collect::<Vec<_>>());
    let mut text = String::from(r#"{"conditions":{},"answers":{"#);
    for key in keys.take((thuocdo::json::MAX_BYTES - text.len() - 2) / 10) {
        text.extend(["\"", key.as_str(), "\":1e6,"]);
    }
    text.pop();
    text += "}}";
    let assessment: Value = serde_json::from_str(&text).expect("JSON");
    let read = |text: &str| thuocdo::Assessment::from_json(text.as_bytes()).expect("its form is right");
    assert!(text.len() <= thuocdo::json::MAX_BYTES && read(&text).to_json().len() > 2 * text.len());
    let case =
        json!({ "format": 1, "institution": { "code": "1" }, "period": "2023-2024", "events": [], "self": assessment, "external": assessment });
    let case = Case::from_json(case.to_string().as_bytes()).expect("a case");
    assert!(case.to_json().len() + thuocdo::json::MAX_BYTES < Case::MAX_BYTES);
    assert_eq!(Case::from_json(case.to_json().as_bytes()), Ok(case));
}
