//! Any bytes as a framework file: refused in words, or a framework that scores and reads back as what it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use thuocdo::{Framework, Lang, Scorer, schema};

fuzz_target!(|bytes: &[u8]| {
    let framework = match Framework::from_json(bytes) {
        Ok(framework) => framework,
        Err(violations) => {
            assert!(!violations.is_empty());
            assert!(violations.iter().all(|violation| !violation.message(Lang::Vi).is_empty()));
            return;
        }
    };
    let again = Framework::from_json(framework.to_json().as_bytes()).expect("the canonical form is a framework");
    assert_eq!(again, framework);
    assert!(schema::assessment_for(&framework, Lang::En).is_object());
    let scorer = Scorer::new(framework).expect("a framework that loads compiles");
    let card = scorer.score(br#"{"conditions":{},"answers":{}}"#).expect("nothing is wrong with no answers");
    for (group, levels) in card.groups.iter().zip(scorer.levels(&scorer.blank()).expect("its own sheet").groups()) {
        assert_eq!((group.score, group.level), (levels.score, levels.level));
        assert_eq!(scorer.level(&group.code, group.max), Ok(group.level.high));
    }
});
