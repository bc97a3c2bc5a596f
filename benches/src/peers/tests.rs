//! The peers and the library answer alike, so the benches compare the same work. Every expected value is added up by hand.

use thuocdo::{Framework, Scorer};

use super::{Cel, Datalogic, Peer, ZenExpressions, ZenGraph};
use crate::{Outcome, Rules, ours, plain, schools};

struct Case {
    name: &'static str,
    points: [&'static [&'static str]; 2],
    expected: Outcome,
}

/// The maxima are 6 6 6 6 6, 10, 15 5, 7 7 6, 8 7 5 and 6 6 10 6 10 10 6 6, 8 12 10, 10.
const CASES: [Case; 7] = [
    Case {
        name: "all the points there are",
        points: [
            &["6", "6", "6", "6", "6", "10", "15", "5", "7", "7", "6", "8", "7", "5"],
            &["6", "6", "10", "6", "10", "10", "6", "6", "8", "12", "10", "10"],
        ],
        expected: Outcome { sums: [10_000, 10_000], levels: [3, 3], overall: 3 },
    },
    Case {
        name: "none at all",
        points: [
            &["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
            &["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
        ],
        expected: Outcome { sums: [0, 0], levels: [1, 1], overall: 1 },
    },
    Case {
        name: "exactly 50, and a hundredth less",
        points: [
            &["6", "6", "6", "6", "6", "10", "10", "0", "0", "0", "0", "0", "0", "0"],
            &["6", "6", "10", "6", "10", "10", "1.99", "0", "0", "0", "0", "0"],
        ],
        expected: Outcome { sums: [5_000, 4_999], levels: [2, 1], overall: 1 },
    },
    Case {
        name: "exactly 75, and a hundredth more",
        points: [
            &["6", "6", "6", "6", "6", "10", "15", "5", "7", "7", "1", "0", "0", "0"],
            &["6", "6", "10", "6", "10", "10", "6", "6", "8", "7.01", "0", "0"],
        ],
        expected: Outcome { sums: [7_500, 7_501], levels: [2, 3], overall: 2 },
    },
    Case {
        name: "a hundredth less than 75, and a hundredth more than 50",
        points: [
            &["6", "6", "6", "6", "6", "10", "15", "5", "7", "7", "0.99", "0", "0", "0"],
            &["6", "6", "10", "6", "10", "10", "2.01", "0", "0", "0", "0", "0"],
        ],
        expected: Outcome { sums: [7_499, 5_001], levels: [2, 2], overall: 2 },
    },
    Case {
        name: "halves between the whole bands",
        points: [
            &["6", "6", "6", "6", "6", "10", "15", "5", "7", "7", "1.5", "0", "0", "0"],
            &["6", "6", "10", "6", "10", "10", "1.5", "0", "0", "0", "0", "0"],
        ],
        expected: Outcome { sums: [7_550, 4_950], levels: [3, 1], overall: 1 },
    },
    Case {
        name: "quarters everywhere",
        points: [
            &["6", "5.25", "4.5", "6", "3", "8", "12.5", "5", "5.25", "6", "4.75", "8", "5.5", "4"],
            &["6", "5", "7.25", "6", "8", "9.5", "3", "6", "7", "10.25", "6.5", "0"],
        ],
        expected: Outcome { sums: [8_375, 7_450], levels: [3, 2], overall: 2 },
    },
];

fn framework() -> Framework {
    Framework::shipped(schools::FRAMEWORK).unwrap()
}

/// The assessment of a case. The lists are as long as the groups, or a code would go unanswered.
fn json(rules: &Rules, case: &Case) -> String {
    let mut answers = serde_json::Map::new();
    for (codes, points) in rules.groups.iter().zip(case.points) {
        assert_eq!(codes.len(), points.len(), "{}", case.name);
        for (code, points) in codes.iter().zip(points) {
            answers.insert(code.clone(), serde_json::from_str(points).unwrap());
        }
    }
    serde_json::json!({ "conditions": { "1.1": true }, "answers": answers }).to_string()
}

fn agrees_with_hand_arithmetic<P: Peer>() {
    let rules = Rules::of(&framework()).unwrap();
    let mut peer = P::compile(&rules).unwrap();
    for case in &CASES {
        let json = json(&rules, case);
        let school = peer.read(&json).unwrap();
        // Twice, because memory is used again.
        for _ in 0..2 {
            assert_eq!(peer.evaluate(&school).unwrap(), case.expected, "{}", case.name);
            assert_eq!(peer.evaluate_json(&json).unwrap(), case.expected, "{} from JSON", case.name);
        }
    }
}

#[test]
fn zen_graph_agrees_with_hand_arithmetic() {
    agrees_with_hand_arithmetic::<ZenGraph>();
}

#[test]
fn zen_expressions_agree_with_hand_arithmetic() {
    agrees_with_hand_arithmetic::<ZenExpressions>();
}

#[test]
fn datalogic_agrees_with_hand_arithmetic() {
    agrees_with_hand_arithmetic::<Datalogic>();
}

#[test]
fn cel_agrees_with_hand_arithmetic() {
    agrees_with_hand_arithmetic::<Cel>();
}

#[test]
fn thuocdo_agrees_with_hand_arithmetic() {
    let rules = Rules::of(&framework()).unwrap();
    let scorer = Scorer::new(framework()).unwrap();
    for case in &CASES {
        let assessment = scorer.assessment(json(&rules, case).as_bytes()).unwrap();
        let levels = scorer.levels(&scorer.sheet(&assessment).unwrap()).unwrap();
        assert_eq!(ours::outcome(&levels).unwrap(), case.expected, "{}", case.name);
    }
}

#[test]
fn bare_sums_agree_with_hand_arithmetic() {
    for case in &CASES {
        let points = case.points.map(|group| {
            let hundredths = group.iter().map(|points| points.parse::<thuocdo::Points>().unwrap().hundredths());
            hundredths.collect::<Vec<_>>()
        });
        let [first, second] = &points;
        assert_eq!(plain::bare_sums([first, second]), case.expected, "{}", case.name);
    }
}

#[test]
fn the_invented_schools_give_every_engine_the_same_answer() {
    let framework = framework();
    let rules = Rules::of(&framework).unwrap();
    let scorer = Scorer::new(framework.clone()).unwrap();
    let json = schools::complete(&framework);
    let assessment = scorer.assessment(json.as_bytes()).unwrap();
    let expected = ours::outcome(&scorer.levels(&scorer.sheet(&assessment).unwrap()).unwrap()).unwrap();
    assert_eq!(ZenGraph::compile(&rules).unwrap().evaluate_json(&json).unwrap(), expected);
    assert_eq!(ZenExpressions::compile(&rules).unwrap().evaluate_json(&json).unwrap(), expected);
    assert_eq!(Datalogic::compile(&rules).unwrap().evaluate_json(&json).unwrap(), expected);
    assert_eq!(Cel::compile(&rules).unwrap().evaluate_json(&json).unwrap(), expected);
}
