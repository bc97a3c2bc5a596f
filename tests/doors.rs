//! Ways that lead to the same answer: one indicator judged alone, and the whole assessment.

use std::collections::BTreeMap;

use proptest::prelude::*;
use thuocdo::{Assessment, Count, Fact, Lang, Points, Share, Violations};
use thuocdo_tests::{FRAMEWORKS, scorer};

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
