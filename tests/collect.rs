//! Questions of many documents, asked one by one: the bytes of the whole request, without its limit.

use serde_json::{Value, json};
use thuocdo::{Assessment, Lang, LocalScorer, Points, Stream, Violations, json as text};
use thuocdo_oracle::corpus;
use thuocdo_practice::json::Question;
use thuocdo_practice::publication::{Head, List};
use thuocdo_practice::quality::{Batch, QualityOptions};
use thuocdo_practice::review::Pairing;
use thuocdo_practice::{Cohort, Collector, Register};
use thuocdo_tests::{answer, codes_and_places, local_scorer};

/// The schools of a country.
const COUNTRY: u32 = 27_005;
const LISTS: [&str; 5] = ["scorecards", "recognised", "submissions", "self", "external"];

fn shipped() -> LocalScorer {
    local_scorer("moet-4725-2022", &[])
}

/// The assessment of a school by its number; no two answer quite the same.
fn school(number: u32, stream: &str) -> String {
    let first = Points::from_hundredths(number % 601).expect("at most 6");
    let kind = if number.is_multiple_of(5) { "lower_secondary" } else { "primary" };
    json!({
        "institution": { "code": format!("{number:05}"), "type": kind },
        "period": "2023-2024", "stream": stream,
        "conditions": { "1.1": number.is_multiple_of(2) },
        "answers": { "1.3.1": first, "1.3.2": number % 7 }
    })
    .to_string()
}

fn begun<'s>(question: Question, scorer: &'s LocalScorer, request: &str) -> Collector<&'s LocalScorer> {
    Collector::from_json(question, scorer, request.as_bytes()).unwrap_or_else(|violations| panic!("{request}: {violations}"))
}

fn refused<T>(outcome: Result<T, Violations>) -> Vec<(String, String)> {
    codes_and_places(&outcome.err().expect("refused"))
}

fn told(code: &str, at: &str) -> (String, String) {
    (code.to_owned(), at.to_owned())
}

/// The request without its lists, and the documents with their lists in the order in which a request is read.
fn apart(request: &Value) -> (Value, Vec<(&'static str, Value)>) {
    let mut rest = request.clone();
    let taken = LISTS.iter().filter_map(|list| Some((*list, rest.as_object_mut()?.remove(*list)?.as_array()?.clone()))).collect::<Vec<_>>();
    (rest, taken.into_iter().flat_map(|(list, documents)| documents.into_iter().map(move |document| (list, document))).collect())
}

#[test]
fn one_by_one_as_all_at_once() {
    let mut asked = 0;
    for vector in corpus::requests().iter().filter(|vector| vector.expect.result.is_some()) {
        let question = Question::named(&vector.question).expect("a question");
        if !question.takes_many() {
            continue;
        }
        let scorer = local_scorer(&vector.framework, &vector.overlays);
        let (rest, documents) = apart(&serde_json::from_slice(&vector.bytes()).expect("JSON"));
        let mut collector = begun(question, &scorer, &rest.to_string());
        for (list, document) in &documents {
            collector.add_json(list, document.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{}: {violations}", vector.id));
        }
        for lang in Lang::ALL {
            assert_eq!(collector.clone().finish().to_json(lang), answer(question, &scorer, &vector.bytes(), lang), "{}", vector.id);
        }
        asked += 1;
    }
    assert!(asked > 20, "only {asked}");
}

#[test]
fn a_country_of_each_question_is_what_the_types_count() {
    let scorer = shipped();
    let local = scorer.local();
    let (mut cohort, mut list) = (Cohort::new(local.framework(), None), List::new(local.framework(), Head::default()));
    let (mut counted, mut listed) = (begun(Question::Cohort, &scorer, "{}"), begun(Question::Publication, &scorer, "{}"));
    for (number, position) in (0..COUNTRY).zip(0..) {
        let form = school(number, "self");
        let card = local.score(form.as_bytes()).expect("a school");
        cohort.add(position, &card, None).expect("a school");
        list.add(position, &card, None).expect("a school");
        // One of ten as a card that was scored before.
        let document = if number.is_multiple_of(10) { card.to_json() } else { form };
        counted.add_json("scorecards", document.as_bytes()).expect("a school");
        listed.add_json("scorecards", document.as_bytes()).expect("a school");
    }
    let (report, list) = (cohort.finish(None), list.finish(None));
    assert_eq!((report.count, list.rows.len()), (COUNTRY, 27_005));
    assert_eq!(counted.finish().to_json(Lang::Vi), report.to_json());
    assert_eq!(listed.finish().to_json(Lang::Vi), list.to_json());

    let (mut batch, mut pairing) = (Batch::new(local, QualityOptions::default()), Pairing::new(local, None));
    let (mut quality, mut agreement) = (begun(Question::QualityBatch, &scorer, "{}"), begun(Question::Agreement, &scorer, "{}"));
    for (number, position) in (0..COUNTRY).zip(0..) {
        let own = school(number, "self");
        batch.add_value(&text::Value::parse(own.as_bytes()).expect("JSON"));
        quality.add_json("submissions", own.as_bytes()).expect("a school");
        for (list, stream, form) in [("self", Stream::SelfAssessment, own), ("external", Stream::External, school(number, "external"))] {
            pairing.add(stream, position, &Assessment::from_json(form.as_bytes()).expect("a form")).expect("a form of this school");
            agreement.add_json(list, form.as_bytes()).expect("a school");
        }
    }
    assert_eq!(quality.finish().to_json(Lang::En), batch.finish().to_json(Lang::En));
    let report = pairing.finish();
    assert_eq!(report.reviews, u64::from(COUNTRY));
    assert_eq!(agreement.finish().to_json(Lang::Vi), report.to_json());
}

/// And those before and behind it are answered as if it had never come.
#[test]
fn what_is_refused_is_told_at_its_place_and_left_out() {
    let scorer = shipped();
    for (question, list, stream) in
        [(Question::Cohort, "scorecards", "self"), (Question::Publication, "scorecards", "self"), (Question::Agreement, "external", "external")]
    {
        let (mut collector, mut without) = (begun(question, &scorer, "{}"), begun(question, &scorer, "{}"));
        for number in 0..3 {
            collector.add_json(list, school(number, stream).as_bytes()).expect("a school");
            without.add_json(list, school(number, stream).as_bytes()).expect("a school");
        }
        assert_eq!(refused(collector.add_json(list, b"{")), [told("not_json", &format!("/{list}/3"))]);
        assert_eq!(refused(collector.add_json(list, &vec![b' '; (1 << 20) + 1])), [told("too_large", &format!("/{list}/4"))]);
        let bad = school(9, stream).replace("1.3.2", "x");
        assert_eq!(refused(collector.add_json(list, bad.as_bytes())), [told("unknown_indicator", &format!("/{list}/5/answers/x"))]);
        assert_eq!(refused(collector.add_json("no such list", b"{}")), [told("unknown_value", "")]);
        // Mended, it is taken.
        collector.add_json(list, school(9, stream).as_bytes()).expect("a school");
        without.add_json(list, school(9, stream).as_bytes()).expect("a school");
        assert_eq!(collector.finish().to_json(Lang::Vi), without.finish().to_json(Lang::Vi));
    }
}

#[test]
fn an_institution_comes_once_and_is_told_where_it_came_first() {
    let scorer = shipped();
    let mut list = begun(Question::Publication, &scorer, "{}");
    list.add_json("scorecards", b"{").expect_err("no school");
    list.add_json("scorecards", school(1, "self").as_bytes()).expect("a school");
    let again = list.add_json("scorecards", school(1, "self").as_bytes()).expect_err("the same");
    assert_eq!(codes_and_places(&again), [told("duplicate_code", "/scorecards/2/institution/code")]);
    assert!(again.to_json(Lang::En).contains(r#""first":"/scorecards/1/institution/code""#), "{again}");
    let recognised = |level: u32| json!({ "code": "00001", "period": "2023-2024", "groups": [ { "code": "1", "level": level } ] }).to_string();
    assert_eq!(refused(list.add_json("recognised", recognised(9).as_bytes())), [told("unknown_level", "/recognised/0/groups/0/level")]);
    // Mended, it is taken; and then it came.
    list.add_json("recognised", recognised(2).as_bytes()).expect("a level");
    assert_eq!(refused(list.add_json("recognised", recognised(3).as_bytes())), [told("duplicate_code", "/recognised/2/code")]);
    let answer: Value = serde_json::from_str(&list.finish().to_json(Lang::Vi)).expect("JSON");
    assert_eq!(answer["rows"][0]["groups"][0]["level"], json!({ "low": 2, "high": 2 }));
}

/// What the first card says is of another year's list only if it was taken.
#[test]
fn a_refused_card_says_no_period_for_the_others() {
    let scorer = shipped();
    let mut list = begun(Question::Publication, &scorer, "{}");
    let nameless = school(1, "self").replace("\"code\":\"00001\",", "").replace("2023-2024", "2019-2020");
    assert_eq!(refused(list.add_json("scorecards", nameless.as_bytes())), [told("missing_field", "/scorecards/0/institution/code")]);
    list.add_json("scorecards", school(1, "self").as_bytes()).expect("a school of this year");
}

#[test]
fn requests_are_held_to_what_they_say() {
    let scorer = shipped();
    let begin = |question, request: &str| Collector::from_json(question, &scorer, request.as_bytes()).map(|_| ());
    assert_eq!(refused(begin(Question::Plan, "{}")), [told("unknown_value", "")]);
    assert_eq!(refused(begin(Question::Cohort, "[]")), [told("wrong_type", "")]);
    assert_eq!(refused(begin(Question::Cohort, r#"{"submissions":[]}"#)), [told("unknown_field", "/submissions")]);
    assert_eq!(refused(begin(Question::Cohort, r#"{"scorecards":{}}"#)), [told("wrong_type", "/scorecards")]);
    assert_eq!(refused(begin(Question::QualityBatch, r#"{"stale_after_days":5}"#)), [told("missing_field", "/as_of")]);
    // Documents that are there already come first.
    let request = format!(r#"{{"scorecards":[{},{{}}]}}"#, school(1, "self"));
    let missing = [told("missing_field", "/scorecards/1/answers"), told("missing_field", "/scorecards/1/conditions")];
    assert_eq!(refused(begin(Question::Cohort, &request)), missing);
    let mut collector = begun(Question::Cohort, &scorer, &request.replace(",{}]", "]"));
    assert_eq!(refused(collector.add_json("scorecards", b"")), [told("not_json", "/scorecards/1")]);
}

/// A register of the country is longer than a request may be.
#[test]
fn the_register_of_a_country_begins_a_question() {
    let scorer = shipped();
    let institutions: Vec<Value> = (0..COUNTRY)
        .map(|number| json!({ "code": format!("{number:05}"), "name": "Trường Tiểu học (ví dụ giả định)", "authority": format!("UBND {}", number % 34) }))
        .collect();
    let register = json!({ "institutions": institutions });
    let request = json!({ "register": register }).to_string();
    assert!(request.len() > text::MAX_BYTES);
    let mut collector = begun(Question::Cohort, &scorer, &request);
    collector.add_json("scorecards", school(35, "self").as_bytes()).expect("a school");
    let known = Register::from_json(register.to_string().as_bytes()).expect("a register");
    let mut cohort = Cohort::new(scorer.local().framework(), None);
    cohort.add(0, &scorer.local().score(school(35, "self").as_bytes()).expect("a school"), Some(&known)).expect("a school");
    assert_eq!(collector.finish().to_json(Lang::Vi), cohort.finish(Some(&known)).to_json());
}
