//! A certificate is what its inputs give, to the byte.

use serde_json::{Value, json};
use thuocdo::{Framework, LocalScorer, Overlay, Scorer};
use thuocdo_oracle::{canonical, corpus};
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, SignatureFault, SignedCertificate, certify, public_key, sign, verify, verify_signature};
use thuocdo_tests::{codes_and_places, framework, local_scorer, scorer};

/// What is written in place of a byte: digits, letters, what JSON is made of, what is no text.
const BYTES: &[u8] = b"019aAz-.e{}[]\",: \\\n\0\x7f\xc3\xff";

fn school_year() -> Case {
    let school = json!({ "code": "VD-0001", "name": "Trường Tiểu học Hoa Sen (ví dụ giả định)", "type": "primary" });
    let event = |act: &str, on: &str, role: &str| json!({ "act": act, "on": on, "role": role, "body": "Sở Giáo dục và Đào tạo (ví dụ giả định)" });
    let assessment = |stream: &str, points: f64| {
        json!({ "framework": "tiny-invented", "institution": school, "period": "2023-2024", "stream": stream, "assessed_on": "2024-04-15", "conditions": {},
            "answers": { "0.a.1": { "part": 24, "whole": 32, "evidence": [{ "title": "Danh sách", "uri": "https://example.vn/ds" }] }, "0.a.2": points } })
    };
    let mut events = vec![
        event("plan", "2024-02-01", "authority"),
        event("self_assess", "2024-04-15", "institution"),
        event("approve", "2024-05-02", "head"),
        event("report", "2024-05-20", "head"),
        event("externally_assess", "2024-06-10", "authority"),
        event("recognise", "2024-06-18", "authority"),
        event("publish", "2024-06-25", "authority"),
    ];
    events[6]["note"] = json!("Công bố trên cổng thông tin");
    let file = json!({ "format": 1, "institution": school, "period": "2023-2024", "events": events, "self": assessment("self", 0.6), "external": assessment("external", 0.5) });
    Case::from_json(file.to_string().as_bytes()).expect("it is a case")
}

fn local(framework: Framework) -> LocalScorer {
    LocalScorer::new(Scorer::new(framework).expect("it loads"))
}

fn tiny() -> LocalScorer {
    local(framework("tiny-invented.json").expect("it loads"))
}

/// Every text that differs from `text` in one byte, by one of the replacements.
fn one_byte_off(text: &str) -> impl Iterator<Item = Vec<u8>> {
    (0..text.len()).flat_map(move |at| {
        BYTES.iter().filter(move |byte| text.as_bytes()[at] != **byte).map(move |byte| {
            let mut changed = text.as_bytes().to_vec();
            changed[at] = *byte;
            changed
        })
    })
}

#[test]
fn a_certificate_is_canonical_and_is_verified_by_the_same_inputs() {
    let (scorer, case) = (tiny(), school_year());
    let certificate = certify(&scorer, &case).expect("it is recognised");
    let text = certificate.to_json();
    assert_eq!(canonical(&serde_json::from_str(&text).expect("JSON")), text);
    let read = Certificate::from_json(text.as_bytes()).expect("it is a certificate");
    assert_eq!(read, certificate);
    assert!(verify(&read, &tiny(), &Case::from_json(case.to_json().as_bytes()).expect("a case")).expect("it is recognised").identical);
    let framework = Framework::from_json(scorer.national().framework().to_json().as_bytes()).expect("it loads");
    assert!(verify(&read, &local(framework), &case).expect("it is recognised").identical);
    // 24/32 of 0.33 is 0.2475, rounded half up to 0.25; with 0.5 that is 0.75.
    assert_eq!(certificate.groups[0].score.low.to_string(), "0.75");
    assert_eq!(certificate.engine, env!("CARGO_PKG_VERSION"));
}

#[test]
fn no_changed_byte_of_a_case_goes_unseen() {
    let (scorer, case) = (tiny(), school_year());
    let certificate = certify(&scorer, &case).expect("it is recognised");
    let (mut tried, mut read) = (0, 0);
    for changed in one_byte_off(&case.to_json()) {
        tried += 1;
        let Ok(case) = Case::from_json(&changed) else { continue };
        read += 1;
        let verdict = verify(&certificate, &scorer, &case);
        assert!(!verdict.is_ok_and(|verdict| verdict.identical), "{}", String::from_utf8_lossy(&changed));
    }
    assert!(tried > 40_000 && read > 5_000, "{tried} tried, {read} were cases");
}

#[test]
fn no_changed_byte_of_a_framework_goes_unseen() {
    let case = school_year();
    let certificate = certify(&tiny(), &case).expect("it is recognised");
    let text = tiny().national().framework().to_json();
    let (mut tried, mut loaded) = (0, 0);
    for changed in one_byte_off(&text) {
        tried += 1;
        let Ok(scorer) = Framework::from_json(&changed).and_then(Scorer::new) else { continue };
        loaded += 1;
        let verdict = verify(&certificate, &LocalScorer::new(scorer), &case);
        assert!(!verdict.is_ok_and(|verdict| verdict.identical), "{}", String::from_utf8_lossy(&changed));
    }
    assert!(tried > 30_000 && loaded > 2_000, "{tried} tried, {loaded} loaded");
}

#[test]
fn no_changed_byte_of_a_certificate_goes_unseen() {
    let (scorer, case) = (tiny(), school_year());
    let signed = sign(certify(&scorer, &case).expect("it is recognised"), &[7; 32]);
    let (mut tried, mut read) = (0, 0);
    for changed in one_byte_off(&signed.certificate.to_json()) {
        tried += 1;
        let Ok(certificate) = Certificate::from_json(&changed) else { continue };
        read += 1;
        let mut forged = signed.clone();
        forged.certificate = certificate;
        assert_eq!(verify_signature(&forged, &public_key(&[7; 32])), Err(SignatureFault::NotOfThis), "{}", String::from_utf8_lossy(&changed));
        let verdict = verify(&forged.certificate, &scorer, &case).expect("the case is as it was");
        assert!(!verdict.identical && !verdict.differences.is_empty(), "{}", String::from_utf8_lossy(&changed));
    }
    assert!(tried > 20_000 && read > 5_000, "{tried} tried, {read} were certificates");
}

#[test]
fn a_signature_is_of_one_certificate_by_one_key() {
    let certificate = certify(&tiny(), &school_year()).expect("it is recognised");
    let signed = sign(certificate.clone(), &[7; 32]);
    assert_eq!(sign(certificate, &[7; 32]), signed, "nothing is random");
    assert_eq!(SignedCertificate::from_json(signed.to_json().as_bytes()).as_ref(), Ok(&signed));
    assert_eq!(canonical(&serde_json::from_str(&signed.to_json()).expect("JSON")), signed.to_json());
    assert_eq!(verify_signature(&signed, &public_key(&[7; 32])), Ok(()));
    assert_eq!(verify_signature(&signed, &public_key(&[8; 32])), Err(SignatureFault::OtherKey));
    let value: Value = serde_json::from_str(&signed.to_json()).expect("JSON");
    for part in ["key", "value"] {
        for changed in one_byte_off(value["signature"][part].as_str().expect("a text")) {
            let Ok(text) = String::from_utf8(changed) else { continue };
            let mut forged = signed.clone();
            *(if part == "key" { &mut forged.signature.key } else { &mut forged.signature.value }) = text;
            assert!(verify_signature(&forged, &public_key(&[7; 32])).is_err(), "{}", forged.to_json());
        }
    }
}

/// A key of small order makes signatures that are good for any text; the strict rules refuse it.
#[test]
fn a_key_of_small_order_is_not_trusted() {
    let mut signed = sign(certify(&tiny(), &school_year()).expect("it is recognised"), &[7; 32]);
    let mut identity = [0; 32];
    identity[0] = 1;
    signed.signature.key = format!("01{}", "00".repeat(31));
    // R is the identity and S is zero: S·B = R + k·A holds whatever is signed.
    signed.signature.value = format!("01{}", "00".repeat(63));
    assert_eq!(verify_signature(&signed, &identity), Err(SignatureFault::NotOfThis));
}

/// A framework under the overlay of a commune, and a case made under it whose local condition is not met.
fn under_overlay() -> (LocalScorer, Overlay, Case) {
    let overlay = Overlay::from_json(corpus::overlay_text("tiny-local-invented.json").as_bytes()).expect("a valid overlay");
    let scorer = tiny().with(&overlay).expect("it fits");
    let mut file: Value = serde_json::from_str(&school_year().to_json()).expect("JSON");
    for side in ["self", "external"] {
        file[side]["framework"] = json!("tiny-local-invented");
        file[side]["conditions"] = json!({ "0.x": false });
        file[side]["answers"] = json!({ "0.a.1": { "part": 24, "whole": 32 }, "0.a.2.a": 0.1, "0.a.2.b": true });
    }
    (scorer, overlay, Case::from_json(file.to_string().as_bytes()).expect("it is a case"))
}

#[test]
fn a_certificate_under_an_overlay_is_of_the_same_national_scorecard_as_without_it() {
    let (scorer, overlay, case) = under_overlay();
    let certificate = certify(&scorer, &case).expect("the condition that is not met is the commune's own");
    assert!(verify(&certificate, &scorer, &case).expect("it is recognised").identical);
    // 0.1 + 0.4 = 0.5: what the same points say without the overlay.
    let mut file: Value = serde_json::from_str(&case.external.as_ref().expect("it is there").to_json()).expect("JSON");
    file["framework"] = json!("tiny-invented");
    file["conditions"] = json!({});
    file["answers"] = json!({ "0.a.1": { "part": 24, "whole": 32 }, "0.a.2": 0.5 });
    assert_eq!(certificate.scorecard, tiny().national().score(file.to_string().as_bytes()).expect("it scores").digest());
    let marks: Vec<(&str, &str, u32)> = certificate.overlays.iter().map(|mark| (&*mark.id, &*mark.digest, mark.revision)).collect();
    assert_eq!(marks, [("tiny-local-invented", &*overlay.digest(), 3)]);
    let local = scorer.score(case.external.as_ref().expect("it is there")).expect("it scores").local;
    assert_eq!(certificate.local_scorecard, Some(local.digest()));
    assert!(!local.recognition.eligible);
}

#[test]
fn no_changed_byte_under_an_overlay_goes_unseen() {
    let (scorer, overlay, case) = under_overlay();
    let certificate = certify(&scorer, &case).expect("it is recognised");
    let [mut laid, mut cases, mut read] = [0; 3];
    // Every third change will do: without an overlay each is tried.
    for changed in one_byte_off(&overlay.to_json()).step_by(3) {
        let Ok(scorer) = Overlay::from_json(&changed).and_then(|overlay| tiny().with(&overlay)) else { continue };
        laid += 1;
        assert!(!verify(&certificate, &scorer, &case).is_ok_and(|verdict| verdict.identical), "{}", String::from_utf8_lossy(&changed));
    }
    for changed in one_byte_off(&case.to_json()).step_by(3) {
        let Ok(case) = Case::from_json(&changed) else { continue };
        cases += 1;
        assert!(!verify(&certificate, &scorer, &case).is_ok_and(|verdict| verdict.identical), "{}", String::from_utf8_lossy(&changed));
    }
    for changed in one_byte_off(&certificate.to_json()).step_by(3) {
        let Ok(certificate) = Certificate::from_json(&changed) else { continue };
        read += 1;
        assert!(!verify(&certificate, &scorer, &case).expect("the case is as it was").identical, "{}", String::from_utf8_lossy(&changed));
    }
    assert!(laid > 500 && cases > 1_000 && read > 2_000, "{laid} laid, {cases} cases, {read} certificates");
}

#[test]
fn an_overlay_that_is_missing_or_in_another_place_is_no_basis_of_the_certificate() {
    let names = ["province-invented.json".to_owned(), "commune-invented.json".to_owned()];
    let both = local_scorer("moet-4725-2022", &names);
    // What each indicator of the local framework takes, at its best; no assessment says of which framework it is.
    let mut answers = serde_json::Map::new();
    for indicator in both.local().framework().indicators() {
        let best = match both.local().framework().rule_of(indicator).facts() {
            [] => json!(indicator.max.to_string()),
            ["met"] => json!(true),
            ["count"] => json!({ "count": 1_000_000 }),
            _ => json!({ "part": 1, "whole": 1 }),
        };
        answers.insert(indicator.code.to_string(), best);
    }
    let national: Vec<String> = both.national().framework().conditions().map(|condition| condition.code.to_string()).collect();
    let conditions: serde_json::Map<String, Value> = national.iter().map(|code| (code.clone(), json!(true))).collect();
    let mut file: Value = serde_json::from_str(&school_year().to_json()).expect("JSON");
    for side in ["self", "external"] {
        file[side] = json!({ "conditions": conditions, "answers": answers });
    }
    let case = |file: &Value| Case::from_json(file.to_string().as_bytes()).expect("it is a case");
    let certificate = certify(&both, &case(&file)).expect("it is recognised");
    assert_eq!(certificate.overlays.len(), 2);
    assert!(verify(&certificate, &both, &case(&file)).expect("it is recognised").identical);
    for fewer in [&names[..1], &[]] {
        assert!(verify(&certificate, &local_scorer("moet-4725-2022", fewer), &case(&file)).is_err(), "{fewer:?}");
    }
    let commune = Overlay::from_json(corpus::overlay_text(&names[1]).as_bytes()).expect("a valid overlay");
    let refused = LocalScorer::new(scorer("moet-4725-2022")).with(&commune).expect_err("it stands on the province's");
    assert!(codes_and_places(&refused).contains(&("wrong_base".to_owned(), "/base/id".to_owned())));
    // Swapped or left out, the marks of the certificate itself are seen.
    for edit in [|marks: &mut Vec<Value>| marks.swap(0, 1), |marks: &mut Vec<Value>| drop(marks.pop())] {
        let mut said: Value = serde_json::from_str(&certificate.to_json()).expect("JSON");
        edit(said["overlays"].as_array_mut().expect("a list"));
        let forged = Certificate::from_json(said.to_string().as_bytes()).expect("it is a certificate");
        assert!(!verify(&forged, &both, &case(&file)).expect("it is recognised").identical);
    }
}

/// A framework that overlays made can be saved and given as if it were the national one: the certificate says what it is all the same.
#[test]
fn a_framework_that_overlays_made_does_not_pass_for_a_national_one() {
    let (scorer, overlay, case) = under_overlay();
    let mut file: Value = serde_json::from_str(&case.to_json()).expect("JSON");
    file["external"]["conditions"] = json!({ "0.x": true });
    let case = Case::from_json(file.to_string().as_bytes()).expect("it is a case");
    let certificate = certify(&local(scorer.local().framework().clone()), &case).expect("it is recognised");
    assert_eq!(certificate.overlays, [thuocdo::FrameworkRef::from(&overlay)]);
}
