//! A certificate is what its inputs give, to the byte.

use serde_json::{Value, json};
use thuocdo::{Framework, LocalScorer, Scorer};
use thuocdo_oracle::canonical;
use thuocdo_practice::process::Case;
use thuocdo_practice::recognition::{Certificate, SignatureFault, SignedCertificate, certify, public_key, sign, verify, verify_signature};
use thuocdo_tests::framework;

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
        let forged = SignedCertificate { certificate, ..signed.clone() };
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
