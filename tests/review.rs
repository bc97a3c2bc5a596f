//! Reviews, panels and agreement against the oracle's arithmetic, and what holds for each.

use std::fmt;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::text::Block;
use thuocdo::{Assessment, Decimal, Institution, Lang, LocalScorer, Points, Range, Report, Stream};
use thuocdo_oracle::{corpus, review as oracle_review};
use thuocdo_practice::Movement;
use thuocdo_practice::json::Question;
use thuocdo_practice::review::{Agreement, Combine, Pairing, Review, panel, review};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, answer, oracle, scorer};

/// A framework, as the engine compiles it and as the oracle reads it.
struct Both {
    scorer: LocalScorer,
    oracle: thuocdo_oracle::Framework,
    levels: u64,
}

static BOTH: LazyLock<Vec<Both>> = LazyLock::new(|| {
    let both = |name| {
        let file: Value = serde_json::from_str(&corpus::framework_text(name)).expect("JSON");
        let levels = file["levels"].as_array().expect("a list").len() as u64;
        Both { scorer: LocalScorer::new(scorer(name)), oracle: oracle(name), levels }
    };
    FRAMEWORKS.map(both).into()
});

/// Several assessments of one institution.
struct Case {
    both: &'static Both,
    forms: Vec<Value>,
    seed: u64,
}

impl fmt::Debug for Case {
    /// What a failure needs to say.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.both.oracle.id, self.forms.iter().map(Value::to_string).collect::<Vec<_>>())
    }
}

impl Case {
    fn ask(&self, question: Question, request: &Value) -> Value {
        let text = answer(question, &self.both.scorer, request.to_string().as_bytes(), Lang::Vi);
        serde_json::from_str(&text).expect("JSON")
    }

    fn assessments(&self) -> Vec<Assessment> {
        let read = |form: &Value| Assessment::from_json(form.to_string().as_bytes()).expect("valid");
        self.forms.iter().map(read).collect()
    }

    fn review(&self, own: &Assessment, external: &Assessment) -> Review {
        review(self.both.scorer.local(), own, external).unwrap_or_else(|violations| panic!("{violations}"))
    }
}

/// Assessments that agree with the first in most answers, as those of one institution do; their totals seek the edges of bands.
fn cases(count: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Case> {
    (0..FRAMEWORKS.len(), prop::collection::vec(any::<u64>().no_shrink(), count)).prop_map(|(index, seeds)| {
        let both = &BOTH[index];
        let mut forms: Vec<Value> = Vec::new();
        for seed in &seeds {
            let mut choices = Choices::new(*seed);
            let mut form = assessment(&both.oracle, &mut choices);
            for key in ["framework", "institution", "period", "stream"] {
                form.as_object_mut().expect("an object").remove(key);
            }
            let agrees_once_in = choices.one_of(&[1, 1, 1, 4]);
            if let Some(first) = forms.first() {
                for list in ["answers", "conditions"] {
                    for (code, said) in first[list].as_object().expect("an object") {
                        if choices.once_in(agrees_once_in) && !choices.once_in(5) {
                            form[list][code] = said.clone();
                        }
                    }
                }
            }
            forms.push(form);
        }
        Case { both, forms, seed: seeds[0] }
    })
}

/// What `keys` of a value say.
fn only(value: &Value, keys: &[&str]) -> Value {
    keys.iter().map(|key| ((*key).to_owned(), value[key].clone())).collect::<serde_json::Map<_, _>>().into()
}

fn opposite(difference: Range<Decimal<2>>) -> Range<Decimal<2>> {
    Range { high: -difference.low, low: -difference.high }
}

fn opposite_movement(movement: Movement) -> Movement {
    match movement {
        Movement::Lowered => Movement::Raised,
        Movement::Raised => Movement::Lowered,
        same => same,
    }
}

fn holds(wide: Range<Points>, narrow: Range<Points>) -> bool {
    wide.low <= narrow.low && narrow.high <= wide.high
}

proptest! {
    // Fewer in a debug build, which is some ten times slower.
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 300 } else { 3000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_review_is_what_the_oracle_finds_by_scoring_changed_assessments(case in cases(2)) {
        let found = case.ask(Question::Review, &json!({ "self": case.forms[0], "external": case.forms[1] }));
        prop_assert_eq!(only(&found, &["groups", "overall"]), oracle_review::review(&case.both.oracle, &case.forms[0], &case.forms[1]));
    }

    #[test]
    fn a_review_is_antisymmetric(case in cases(2)) {
        let forms = case.assessments();
        let (there, back) = (case.review(&forms[0], &forms[1]), case.review(&forms[1], &forms[0]));
        for (a, b) in there.groups.iter().zip(&back.groups) {
            prop_assert_eq!((a.own, a.external, a.disputed, a.max), (b.external, b.own, b.disputed, b.max));
            prop_assert_eq!((opposite(a.difference), opposite_movement(a.movement)), (b.difference, b.movement));
            for (x, y) in a.indicators.iter().zip(&b.indicators) {
                prop_assert_eq!((x.own, x.external, x.disputed, x.moves_level), (y.external, y.own, y.disputed, y.moves_level));
                prop_assert_eq!(opposite(x.difference), y.difference);
            }
            for (x, y) in a.conditions.iter().zip(&b.conditions) {
                prop_assert_eq!((x.own, x.external, x.disputed), (y.external, y.own, y.disputed));
            }
        }
        let (a, b) = (there.overall, back.overall);
        prop_assert_eq!((a.own, a.external, a.disputed, opposite_movement(a.movement)), (b.external, b.own, b.disputed, b.movement));
    }

    #[test]
    fn one_assessment_beside_itself_has_nothing_disputed(case in cases(1)) {
        let form = &case.assessments()[0];
        for group in case.review(form, form).groups {
            prop_assert_eq!((group.disputed, group.own), (group.own, group.external));
            prop_assert!(!group.indicators.iter().any(|indicator| indicator.disputed || indicator.moves_level));
            prop_assert!(!group.conditions.iter().any(|condition| condition.disputed));
            prop_assert!(matches!(group.movement, Movement::Same | Movement::Open));
        }
    }

    /// However each dispute is settled, points and level lie in the disputed interval; and both its ends are reached.
    #[test]
    fn every_settlement_lies_in_the_disputed_interval(case in cases(2)) {
        let forms = case.assessments();
        let review = case.review(&forms[0], &forms[1]);
        let mut choices = Choices::new(case.seed);
        let mut settled = forms[0].clone();
        for (code, answer) in &forms[1].answers {
            if choices.once_in(2) {
                settled.answers.insert(code.clone(), answer.clone());
            }
        }
        let scorer = case.both.scorer.local();
        let card = scorer.score(&settled).expect("each answer is one of two valid ones");
        for (group, card) in review.groups.iter().zip(&card.groups) {
            prop_assert!(holds(group.disputed.score, card.score) && holds(group.disputed.score, group.own.score));
            prop_assert!(group.disputed.level.low <= card.level.low && card.level.high <= group.disputed.level.high);
            for (end, level) in [(group.disputed.score.low, group.disputed.level.low), (group.disputed.score.high, group.disputed.level.high)] {
                prop_assert_eq!(scorer.level(&group.code, end), Ok(level));
            }
        }
        prop_assert!(review.overall.disputed.low <= card.overall.level.low && card.overall.level.high <= review.overall.disputed.high);
    }

    #[test]
    fn a_panel_is_what_the_oracle_finds_by_exact_fractions(case in cases(2..7), is_mean in any::<bool>()) {
        let found = case.ask(Question::Panel, &json!({ "forms": case.forms, "combine": if is_mean { "mean" } else { "median" } }));
        let mut told = only(&found, &["alone", "groups"]);
        let groups: Vec<Value> = found["card"]["groups"].as_array().expect("groups").iter().map(|group| only(group, &["code", "level", "score"])).collect();
        told["card"] = json!({ "groups": groups, "overall": found["card"]["overall"]["level"] });
        prop_assert_eq!(told, oracle_review::panel(&case.both.oracle, &case.forms, is_mean));
    }

    #[test]
    fn a_panel_of_one_mind_is_each_of_its_forms(case in cases(1), count in 2..9_usize, is_mean in any::<bool>()) {
        let form = case.assessments().remove(0);
        let scorer = case.both.scorer.local();
        let combined = panel(scorer, &vec![form.clone(); count], if is_mean { Combine::Mean } else { Combine::Median }).expect("valid");
        let alone = scorer.score(&form).expect("valid");
        prop_assert_eq!(combined.card.groups, alone.groups);
    }

    #[test]
    fn the_order_of_assessors_changes_no_combined_point_and_none_leaves_the_spread(case in cases(2..7), is_mean in any::<bool>()) {
        let combine = if is_mean { Combine::Mean } else { Combine::Median };
        let mut forms = case.assessments();
        let first = panel(case.both.scorer.local(), &forms, combine).expect("valid");
        Choices::new(case.seed).shuffle(&mut forms);
        let second = panel(case.both.scorer.local(), &forms, combine).expect("valid");
        prop_assert_eq!(&first.card, &second.card);
        for indicator in first.groups.iter().flat_map(|group| &group.indicators) {
            prop_assert!(holds(indicator.spread, indicator.combined) && indicator.combined.low <= indicator.combined.high);
            prop_assert!(indicator.values.iter().all(|value| holds(indicator.spread, *value)));
        }
    }

    #[test]
    fn agreement_is_what_the_oracle_finds_by_exact_fractions_in_any_order(case in cases(2..17)) {
        let mut pairs: Vec<(Value, Value)> = case.forms.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        for (nth, (own, external)) in pairs.iter_mut().enumerate() {
            for form in [own, external] {
                form["institution"] = json!({ "code": format!("{nth:03}") });
            }
        }
        let expected = oracle_review::agreement(&case.both.oracle, case.both.levels, &pairs);
        let (own, mut external): (Vec<_>, Vec<_>) = pairs.iter().cloned().unzip();
        Choices::new(case.seed).shuffle(&mut external);
        let found = case.ask(Question::Agreement, &json!({ "self": own, "external": external }));
        prop_assert_eq!(only(&found, &["groups", "overall", "reviews"]), expected);

        let scorer = case.both.scorer.local();
        let read = |form: &Value| Assessment::from_json(form.to_string().as_bytes()).expect("valid");
        let mut agreement = Agreement::new(scorer);
        for (own, external) in pairs.iter().rev() {
            prop_assert!(agreement.add(&case.review(&read(own), &read(external))));
        }
        prop_assert_eq!(&serde_json::from_str::<Value>(&agreement.finish().to_json()).expect("JSON"), &found);

        // The side that comes first makes no difference.
        let mut pairing = Pairing::new(scorer, None);
        for (stream, forms) in [(Stream::External, &external), (Stream::SelfAssessment, &own)] {
            for (position, form) in forms.iter().enumerate() {
                pairing.add(stream, position, &read(form)).expect("valid");
            }
        }
        prop_assert_eq!(&serde_json::from_str::<Value>(&pairing.finish().to_json()).expect("JSON"), &found);
    }
}

/// No place of a sentence stays unfilled, and every row has a cell for each column.
fn assert_whole(report: &Report) {
    let text = report.to_string();
    assert!(!text.contains(['{', '}']), "{text}");
    for block in &report.blocks {
        if let Block::Table(table) = block {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 100 } else { 1000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_report_is_whole_in_both_languages(case in cases(2..5), has_code in any::<bool>(), has_name in any::<bool>()) {
        let scorer = case.both.scorer.local();
        let framework = scorer.framework();
        let mut forms = case.assessments();
        for form in &mut forms {
            form.period = has_code.then(|| "2023-2024".to_owned());
            let (code, name) = (has_code.then(|| "001".to_owned()), has_name.then(|| "Trường A".to_owned()));
            form.institution = Some(Institution { code, name, kind: None });
        }
        let review = case.review(&forms[0], &forms[1]);
        let panel = panel(scorer, &forms, Combine::Mean).expect("valid");
        let mut pairing = Pairing::new(scorer, None);
        let others = ["001", "002", "003"].map(|code| Institution { code: Some(code.to_owned()), ..Institution::default() });
        for (nth, (stream, of)) in [(Stream::External, 0), (Stream::SelfAssessment, 0), (Stream::External, 1), (Stream::SelfAssessment, 2)].into_iter().enumerate() {
            let institution = Some(others[of].clone());
            pairing.add(stream, nth, &Assessment { institution, ..forms[nth % 2].clone() }).expect("valid");
        }
        let agreement = pairing.finish();
        for lang in Lang::ALL {
            for report in [review.report(framework, lang), panel.report(framework, lang), agreement.report(framework, lang)] {
                assert_whole(&report);
            }
        }
        prop_assert!(agreement.report(framework, Lang::Vi).to_string().contains("chưa có phiếu đánh giá ngoài: 1 (003"));
    }
}

#[test]
fn a_review_of_another_framework_is_not_counted() {
    let (decision, tiny) = (scorer("moet-4725-2022"), scorer("tiny-invented.json"));
    let blank = Assessment::default();
    let mut agreement = Agreement::new(&decision);
    assert!(!agreement.add(&review(&tiny, &blank, &blank).expect("nothing is wrong with saying nothing")));
    assert_eq!(agreement.finish().reviews, 0);
}

#[test]
fn points_out_of_range_say_the_maximum_of_their_indicator_on_either_side() {
    let scorer = LocalScorer::new(scorer("moet-4725-2022"));
    let request = r#"{"self":{"conditions":{},"answers":{"1.3.1":-1}},"external":{"conditions":{},"answers":{"1.4.1":1e9}}}"#;
    let told: Value = serde_json::from_str(&answer(Question::Review, &scorer, request.as_bytes(), Lang::Vi)).expect("JSON");
    let messages: Vec<&str> = told["violations"].as_array().expect("a list").iter().filter_map(|violation| violation["message"].as_str()).collect();
    assert_eq!(messages, ["1000000000 điểm nằm ngoài khoảng từ 0 đến 10", "-1 điểm nằm ngoài khoảng từ 0 đến 6"]);
}
