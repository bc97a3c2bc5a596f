//! The kit of boundary cases: its answers against the oracle, and the formulas that are seen in the wild against the kit.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use thuocdo::{Lang, Scorer};
use thuocdo_oracle::{Framework, Rule, evaluate, fraction, hundredths};
use thuocdo_practice::conform::{Comparison, Conformance, Failure, Kit};
use thuocdo_practice::json::Question;
use thuocdo_tests::{FRAMEWORKS, answer, local_scorer, oracle, scorer};

fn cases(kit: &Kit) -> Vec<Value> {
    let kit: Value = serde_json::from_str(&kit.to_json()).expect("JSON");
    kit["cases"].as_array().expect("cases").clone()
}

/// Whether an answer has points that nobody may report, by its text.
fn is_refused(max: i128, answer: &Value) -> bool {
    let Value::Number(points) = answer else { return false };
    let text = points.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    text.starts_with('-') || decimals > 2 || hundredths(fraction(answer).expect("points")) > max
}

/// What the oracle says of a case, in the shape of the kit.
fn expected(framework: &Framework, assessment: &Value) -> Value {
    let indicators = framework.groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators);
    let mut direct = indicators.filter(|indicator| matches!(indicator.rule, Rule::Direct));
    if direct.any(|indicator| is_refused(hundredths(indicator.max), &assessment["answers"][&indicator.code])) {
        return json!({ "eligible": null, "groups": {}, "level": null, "refused": true });
    }
    let outcome = evaluate(framework, assessment);
    let points = |points| thuocdo_oracle::json_number(points);
    let groups: Map<String, Value> = outcome
        .groups
        .iter()
        .map(|group| {
            let (level, score) = (group.level, group.score);
            let level = json!({ "high": level.high, "low": level.low });
            (group.group.code.clone(), json!({ "level": level, "score": { "high": points(score.high), "low": points(score.low) } }))
        })
        .collect();
    let eligible = outcome.blockers.iter().all(|blocker| blocker.code.starts_with("evidence"));
    let is_lowest = outcome.overall.high == 1;
    let level = json!({ "high": outcome.overall.high, "low": outcome.overall.low });
    json!({ "eligible": if eligible && is_lowest { Value::Null } else { json!(eligible) }, "groups": groups, "level": level, "refused": false })
}

#[test]
fn every_case_has_the_answer_of_the_oracle() {
    for name in FRAMEWORKS {
        let (kit, framework) = (Kit::new(&scorer(name)), oracle(name));
        let mut names = BTreeSet::new();
        for case in cases(&kit) {
            assert_eq!(case["expected"], expected(&framework, &case["assessment"]), "{name}: {case}");
            assert!(names.insert(case["case"].as_str().expect("a name").to_owned()), "{name}: {} is there twice", case["case"]);
        }
        assert!(names.len() > 10, "{name} has {} cases", names.len());
    }
}

/// Decision 4725 has each end of each level in both groups, each answer missing and out of range, and each condition.
#[test]
fn the_kit_of_decision_4725_holds_every_boundary() {
    let kit = Kit::new(&scorer("moet-4725-2022"));
    let names: BTreeSet<&str> = kit.cases.iter().map(|case| case.case.as_str()).collect();
    assert!(kit.left_out.is_empty(), "{:?}", kit.left_out);
    for group in ["1", "2"] {
        for total in ["0", "49.99", "50", "50.01", "74.99", "75", "75.01", "100"] {
            assert!(names.contains(format!("edge-{group}-{total}").as_str()), "{group} {total}");
        }
        for total in ["49.5", "49.95", "75.04", "75.49", "75.99"] {
            assert!(names.contains(format!("rounding-{group}-{total}").as_str()), "{group} {total}");
        }
        for total in ["50", "75"] {
            assert!(names.contains(format!("sum-{group}-{total}-a").as_str()), "{group} {total}");
        }
    }
    for indicator in oracle("moet-4725-2022").groups.iter().flat_map(|group| &group.criteria).flat_map(|criterion| &criterion.indicators) {
        for name in ["missing-{}", "missing-{}-75", "out_of_range-{}-above", "out_of_range-{}-below", "rounding-{}-thousandth"] {
            assert!(names.contains(name.replace("{}", &indicator.code).as_str()), "{name} of {}", indicator.code);
        }
    }
    for condition in ["1.1", "1.2", "2.1", "2.2", "all"] {
        for state in ["unmet", "unknown"] {
            assert!(names.contains(format!("condition-{condition}-{state}").as_str()), "{condition} {state}");
        }
    }
    assert!(names.contains("missing-all") && names.contains("stream-external-continuing") && names.contains("stream-self-primary"));
}

/// The kit of an overlay has shares that end in half a hundredth: 3.5 is rounded up, and what is just below it down.
#[test]
fn shares_of_an_overlay_end_in_half_a_hundredth() {
    let scorers = local_scorer("moet-4725-2022", &["province-invented.json".to_owned()]);
    let kit = Kit::new(scorers.local());
    let share = |name: &str| {
        let case = kit.cases.iter().find(|case| case.case.starts_with("rounding-") && case.case.ends_with(name)).unwrap_or_else(|| panic!("{name}"));
        let json: Value = serde_json::from_str(&thuocdo::canonical(case)).expect("JSON");
        let answers = json["assessment"]["answers"].as_object().expect("answers").clone();
        answers.into_iter().find(|(code, fact)| fact.get("part").is_some() && case.case == format!("rounding-{code}{name}")).expect("a share").1
    };
    let (half, below) = (share("-half"), share("-below-half"));
    let number = |fact: &Value, key: &str| fact[key].as_u64().expect("a number");
    // max = whole / 2 hundredths, so the points are part / 2 hundredths, of an odd part.
    assert!(number(&half, "part") % 2 == 1 && number(&half, "whole") % 2 == 0, "{half}");
    assert_eq!((number(&below, "part"), number(&below, "whole")), (number(&half, "part"), number(&half, "whole") + 1));
}

/// How a formula goes wrong. It knows Decision 4725 from its file as any program would, and has no line of the library.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each fault is there or not")]
struct Faults {
    at_75_is_level_3: bool,
    blanks_are_zero: bool,
    forgets_conditions: bool,
    integer_bands: bool,
    no_cap: bool,
    one_decimal: bool,
    sums_of_floats: bool,
}

/// A vendor's formula, with its faults.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "it computes as a vendor would, within a few hundred points")]
fn formula(case: &Value, faults: Faults) -> Value {
    let file: Value = serde_json::from_str(include_str!("../crates/thuocdo/frameworks/moet-4725-2022.json")).expect("a framework");
    let given = &case["assessment"];
    let mut groups = Map::new();
    let mut lowest: [u8; 2] = [3, 3];
    let mut eligible = true;
    for group in file["groups"].as_array().expect("groups") {
        let indicators =
            group["criteria"].as_array().expect("criteria").iter().flat_map(|criterion| criterion["indicators"].as_array().expect("a list"));
        let (mut low, mut high, mut float) = (0_i64, 0_i64, 0.0_f64);
        for indicator in indicators {
            let max = (indicator["max"].as_f64().expect("a maximum") * 100.0).round() as i64;
            match given["answers"][indicator["code"].as_str().expect("a code")].as_f64() {
                Some(points) => {
                    let thousandths = (points * 1000.0).round() as i64;
                    if thousandths < 0 || thousandths % 10 != 0 || (thousandths > max * 10 && !faults.no_cap) {
                        return json!({ "case": case["case"], "refused": true });
                    }
                    (low, high, float) = (low + thousandths / 10, high + thousandths / 10, float + points);
                }
                None if faults.blanks_are_zero => {}
                None => high += max,
            }
        }
        let level = |total: i64| -> Option<u8> {
            if faults.sums_of_floats && low == high {
                return Some(if float < 50.0 {
                    1
                } else if float > 75.0 {
                    3
                } else {
                    2
                });
            }
            let total = if faults.one_decimal { (total + 5) / 10 * 10 } else { total };
            Some(match total {
                4901..=4999 | 7501..=7599 if faults.integer_bands => return None,
                7500 if faults.at_75_is_level_3 => 3,
                ..=4999 => 1,
                5000..=7500 => 2,
                _ => 3,
            })
        };
        let (Some(least), Some(most)) = (level(low), level(high)) else {
            groups.insert(group["code"].as_str().expect("a code").to_owned(), json!({ "level": null, "score": low as f64 / 100.0 }));
            return json!({ "case": case["case"], "groups": groups, "level": null, "eligible": false });
        };
        lowest = [lowest[0].min(least), lowest[1].min(most)];
        eligible &= least == most;
        for condition in group["conditions"].as_array().expect("conditions") {
            eligible &= faults.forgets_conditions || given["conditions"][condition["code"].as_str().expect("a code")] == true;
        }
        let shown = |total: i64| if faults.one_decimal { ((total + 5) / 10) as f64 / 10.0 } else { total as f64 / 100.0 };
        let score = if faults.sums_of_floats && low == high { json!(float) } else { json!({ "high": shown(high), "low": shown(low) }) };
        groups.insert(group["code"].as_str().expect("a code").to_owned(), json!({ "level": { "high": most, "low": least }, "score": score }));
    }
    // A school at the lowest level is told that it is not eligible; the kit accepts both.
    let eligible = eligible && lowest[0] > 1;
    json!({ "case": case["case"], "groups": groups, "level": { "high": lowest[1], "low": lowest[0] }, "eligible": eligible })
}

fn compared(of: impl Fn(&Value) -> Value) -> Conformance {
    let scorer = scorer("moet-4725-2022");
    let mut comparison = Comparison::new(&scorer);
    for case in cases(&comparison.kit().clone().without_answers()) {
        assert!(case.get("expected").is_none(), "an answer was told: {case}");
        let answer = of(&case);
        comparison.add(&(&answer).into()).unwrap_or_else(|refused| panic!("{refused}: {answer}"));
    }
    comparison.finish()
}

fn differing(found: &Conformance) -> BTreeMap<&'static str, u32> {
    found.kinds.iter().filter(|count| count.differing > 0).map(|count| (count.kind.as_str(), count.differing)).collect()
}

#[test]
fn the_right_formula_differs_nowhere_and_gets_the_mark() {
    let found = compared(|case| formula(case, Faults::default()));
    assert_eq!(differing(&found), BTreeMap::new(), "{:?}", found.differences);
    let scorer = scorer("moet-4725-2022");
    let mark = found.mark.expect("a mark");
    assert!(found.conforms && mark.starts_with("thuocdo-conform/1 · moet-4725-2022/"), "{mark}");
    assert!(mark.contains(scorer.digest()) && mark.contains(&found.kit.digest), "{mark}");
}

#[test]
fn each_formula_of_the_wild_is_caught_in_its_kind() {
    let wild = [
        ("edge", Faults { at_75_is_level_3: true, ..Faults::default() }),
        ("rounding", Faults { integer_bands: true, ..Faults::default() }),
        ("missing", Faults { blanks_are_zero: true, ..Faults::default() }),
        ("out_of_range", Faults { no_cap: true, ..Faults::default() }),
        ("condition", Faults { forgets_conditions: true, ..Faults::default() }),
        ("sum", Faults { sums_of_floats: true, ..Faults::default() }),
        ("rounding", Faults { one_decimal: true, ..Faults::default() }),
    ];
    for (kind, faults) in wild {
        let found = compared(|case| formula(case, faults));
        let differing = differing(&found);
        assert!(differing.contains_key(kind), "{kind}: {differing:?}");
        assert!(!found.conforms && found.mark.is_none(), "{kind}");
    }
}

/// Faults of one sort show in their kind alone.
#[test]
fn a_fault_of_one_kind_is_told_in_that_kind_alone() {
    for (kind, faults) in
        [("condition", Faults { forgets_conditions: true, ..Faults::default() }), ("missing", Faults { blanks_are_zero: true, ..Faults::default() })]
    {
        let found = compared(|case| formula(case, faults));
        assert_eq!(differing(&found).keys().copied().collect::<Vec<_>>(), [kind]);
    }
    let found = compared(|case| formula(case, Faults { no_cap: true, ..Faults::default() }));
    // 26 indicators, each once above its maximum.
    assert_eq!(differing(&found), BTreeMap::from([("out_of_range", 26)]));
    assert!(found.differences.iter().all(|differs| differs.field == "refused" && differs.case.ends_with("-above")));
}

#[test]
fn levels_may_be_named_and_only_levels_may_be_stated() {
    let names = ["Chưa đáp ứng", "Mức độ 2", "đáp ứng tốt"];
    let found = compared(|case| {
        let answer = formula(case, Faults::default());
        if answer["refused"] == true {
            return answer;
        }
        let level = &answer["level"];
        let text = |end: &str| level[end].as_u64().map(|level| names[usize::try_from(level - 1).expect("a level")]);
        if level["low"] == level["high"] {
            json!({ "case": case["case"], "level": text("low") })
        } else {
            json!({ "case": case["case"], "level": "chưa xác định" })
        }
    });
    assert!(found.conforms, "{:?}", found.differences);
    assert_eq!(found.not_stated, ["group.1.score", "group.1.level", "group.2.score", "group.2.level", "eligible"]);
}

#[test]
fn what_is_no_answer_is_told_by_case() {
    let scorer = scorer("moet-4725-2022");
    let mut comparison = Comparison::new(&scorer);
    let add = |comparison: &mut Comparison<'_>, answer: Value| comparison.add(&(&answer).into());
    add(&mut comparison, json!({ "case": "edge-1-75", "level": "hai", "groups": { "1": { "score": 75.000_000_000_000_01 } } })).expect("taken");
    add(&mut comparison, json!({ "case": "edge-1-50", "eligible": "maybe" })).expect("taken");
    add(&mut comparison, json!({ "case": "no-such-case", "level": 1 })).expect("taken");
    comparison.fail("edge-1-0", Failure::TimedOut, "").expect("taken");
    let twice = add(&mut comparison, json!({ "case": "edge-1-75" })).expect_err("twice");
    assert_eq!(twice.iter().next().map(|violation| violation.code().as_str()), Some("duplicate_key"));
    let nameless = add(&mut comparison, json!({ "level": 2 })).expect_err("no case");
    assert_eq!(nameless.iter().next().map(thuocdo::Violation::at), Some("/case"));
    let found = comparison.finish();
    let of = |case: &str, field: &str| {
        let differs = found.differences.iter().find(|differs| differs.case == case && differs.field == field);
        differs.unwrap_or_else(|| panic!("{case} {field}")).found.clone()
    };
    assert_eq!(of("edge-1-75", "overall.level"), Some("hai".to_owned()));
    assert_eq!(of("edge-1-75", "group.1.score"), Some("75.00000000000001".to_owned()));
    assert!(of("edge-1-50", "answer").expect("why").starts_with("unreadable: "));
    assert_eq!(of("edge-1-0", "answer"), Some("timed_out".to_owned()));
    assert_eq!(of("edge-1-100", "answer"), None);
    assert_eq!(found.unknown, ["no-such-case"]);
    // A case that must be refused and has no answer is right.
    assert!(found.differences.iter().all(|differs| differs.kind.as_str() != "out_of_range"));
}

#[test]
fn an_answer_by_text_is_the_same_as_by_value() {
    let scorers = local_scorer("moet-4725-2022", &[]);
    let kit: Value = serde_json::from_str(&answer(Question::Kit, &scorers, b"{}", Lang::En)).expect("JSON");
    assert!(kit["cases"].as_array().expect("cases").iter().all(|case| case.get("expected").is_none()));
    let answers: Vec<Value> = kit["cases"].as_array().expect("cases").iter().map(|case| formula(case, Faults::default())).collect();
    let request = json!({ "answers": answers }).to_string();
    let found: Value = serde_json::from_str(&answer(Question::Conform, &scorers, request.as_bytes(), Lang::En)).expect("JSON");
    assert_eq!(found["conforms"], true, "{found}");
    assert_eq!(found["kit"], kit["mark"]);
}

/// Two kits of one framework are the same; one figure more is another kit.
#[test]
fn a_kit_is_made_of_the_framework_alone() {
    let (one, other) = (Kit::new(&scorer("moet-4725-2022")), Kit::new(&Scorer::shipped("moet-4725-2022").expect("shipped")));
    assert_eq!(one, other);
    assert_eq!(
        (one.csv(scorer("moet-4725-2022").framework()), one.sql(), one.ndjson()),
        (other.csv(scorer("moet-4725-2022").framework()), other.sql(), other.ndjson())
    );
    assert_ne!(one.mark.digest, Kit::new(&scorer(FRAMEWORKS[1])).mark.digest);
    // In standard SQL every statement ends in a semicolon, and every text is quoted.
    let sql = one.sql();
    assert!(sql.lines().all(|line| (line.starts_with("INSERT INTO conform_") || line.starts_with("CREATE TABLE conform_")) && line.ends_with(");")));
    assert_eq!(sql.lines().filter(|line| line.starts_with("INSERT INTO conform_case ")).count(), one.cases.len());
    assert!(!one.clone().without_answers().sql().contains("conform_result"));
}
