//! Ways that lead to the same answer: a text read in one pass and in two, an indicator judged alone and in an assessment.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;
use thuocdo::{Assessment, Count, Fact, Lang, Points, Share, Violations};
use thuocdo_oracle::corpus::{self, Subject};
use thuocdo_tests::generate::{Choices, assessment, shuffled};
use thuocdo_tests::{FRAMEWORKS, oracle, score_both_ways, scorer};

/// What bytes are changed into: what numbers, strings, lists and objects are made of, and what is no text.
const CHANGES: &[u8] = b"\"\\0129.-+eEntfu,:{}[] \n\x00\x1f\x7f\x80\xc3\xff";
/// How far apart the bytes lie that are changed.
const STEP: usize = if cfg!(debug_assertions) { 31 } else { 1 };

#[test]
fn every_text_of_the_corpus_and_every_change_of_it_is_read_alike_in_one_pass_and_in_two() {
    let (mut taken, mut refused) = (0_u32, 0_u32);
    for (n, vector) in corpus::vectors().iter().filter(|vector| vector.subject == Subject::Assessment).enumerate() {
        let Ok(framework) = thuocdo_tests::framework(&vector.framework) else { continue };
        let (scorer, text) = (thuocdo::Scorer::new(framework).expect("it loads"), vector.bytes());
        let mut read = |bytes: &[u8]| *(if score_both_ways(&scorer, bytes).is_ok() { &mut taken } else { &mut refused }) += 1;
        read(&text);
        if text.len() > 2_000 {
            continue;
        }
        for at in (n % STEP..text.len()).step_by(STEP) {
            let (before, after) = (&text[..at], &text[at + 1..]);
            read(&[before, after].concat());
            read(&[before, &[text[at]; 2], after].concat());
            read(before);
            for byte in CHANGES {
                read(&[before, &[*byte], after].concat());
            }
        }
    }
    println!("{taken} taken and {refused} refused");
    assert!(taken > 1_000 && refused > 20_000, "{taken} taken and {refused} refused");
}

fn facts() -> impl Strategy<Value = Fact> {
    let count = || (0..=1_000_000_u32).prop_filter_map("in range", Count::new);
    let points = prop_oneof![0..=3_000_u32, 0..=Points::MAX.hundredths()];
    prop_oneof![
        points.prop_filter_map("in range", Points::from_hundredths).prop_map(Fact::Points),
        any::<bool>().prop_map(Fact::Met),
        count().prop_map(Fact::Count),
        (count(), count()).prop_filter_map("a part of a whole", |(part, whole)| Share::new(part, whole)).prop_map(Fact::Share),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_random_assessment_is_read_alike_in_one_pass_and_in_two(name in prop::sample::select(&FRAMEWORKS), seed in any::<u64>(), text in any::<String>()) {
        let (scorer, mut choices) = (scorer(name), Choices::new(seed));
        let mut given = assessment(&oracle(name), &mut choices);
        prop_assert!(score_both_ways(&scorer, given.to_string().as_bytes()).is_ok());
        given["institution"] = json!({ "code": format!("{text}\u{1}\"\\"), "name": format!("Tru\u{31b}o\u{300}ng {text}\u{7f}\u{2028}") });
        given["period"] = json!(text);
        let text = shuffled(&given, &mut choices);
        let card = score_both_ways(&scorer, text.as_bytes()).expect("a name may be any");
        // As Python writes it unless told otherwise.
        let escaped: String = text.encode_utf16().map(|unit| match char::from_u32(unit.into()) {
            Some(letter) if letter.is_ascii() => letter.to_string(),
            _ => format!("\\u{unit:04x}"),
        }).collect();
        prop_assert_eq!(score_both_ways(&scorer, escaped.as_bytes()), Ok(card));
    }

    #[test]
    fn an_indicator_judged_alone_is_judged_as_in_an_assessment(name in prop::sample::select(&FRAMEWORKS), fact in facts()) {
        let scorer = scorer(name);
        for (position, indicator) in scorer.framework().indicators().enumerate() {
            prop_assert_eq!(scorer.indicator(&indicator.code), Some(position));
            let answers = BTreeMap::from([(indicator.code.to_string(), fact.into())]);
            let whole = scorer.score(&Assessment { answers, ..Assessment::default() });
            match scorer.points(position, fact) {
                Ok(points) => {
                    let card = whole.expect("it is taken alone");
                    let score = card.indicators().nth(position).expect("as many as the framework").score;
                    prop_assert_eq!((Some(score.low), Some(score.high)), (points, points));
                }
                Err(violation) => {
                    prop_assert_eq!(format!("[{}]", violation.to_json(Lang::Vi)), whole.as_ref().expect_err("it is refused alone").to_json(Lang::Vi));
                    prop_assert_eq!(whole, Err(Violations::from(violation)));
                }
            }
        }
    }
}

#[test]
fn a_code_has_its_position_and_another_has_none() {
    for name in FRAMEWORKS {
        let scorer = scorer(name);
        for (position, condition) in scorer.framework().conditions().enumerate() {
            assert_eq!(scorer.condition(&condition.code), Some(position), "{name}");
            assert_eq!(scorer.indicator(&condition.code), None, "{name}");
        }
        let count = scorer.framework().indicators().count();
        assert_eq!(scorer.points(count, Fact::Met(true)), Ok(None), "{name}");
        assert_eq!((scorer.indicator(""), scorer.condition("0")), (None, None), "{name}");
    }
}
