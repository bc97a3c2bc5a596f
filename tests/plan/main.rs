//! Plans against every choice there is, and against the scorer: a plan carried out reaches its target, and no smaller one does.

mod case;

use proptest::prelude::*;
use serde_json::{Value, json};
use thuocdo::{Assessment, Changes, Choice, Goal, Lang, Points, Reach, Scorecard, plan, plan_value, what_if, what_if_value};
use thuocdo_tests::generate::{Choices, assessment};
use thuocdo_tests::{FRAMEWORKS, oracle, scorer};

use case::{Case, Indicator, case, code};

/// What a choice is judged by: effort, number of indicators, points, which indicators, the least first.
type Rank = (u64, usize, u32, Vec<usize>);

/// The best choice of all, every one of which is tried. Only indicators that have an effort by `effort` are raised.
fn best(case: &Case, effort: impl Fn(&Indicator) -> Option<u32>) -> Option<Rank> {
    let needed = case.needed();
    let raisable: Vec<(usize, &Indicator, u64)> = case
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, indicator)| !indicator.raises(case.step).is_empty())
        .filter_map(|(n, indicator)| Some((n, indicator, u64::from(effort(indicator)?))))
        .collect();
    let sets = (0..1_u32 << raisable.len()).filter_map(|set| {
        let members: Vec<_> = raisable.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, member)| *member).collect();
        // Every sum there is, hundredth by hundredth.
        let mut sums = vec![0_u32];
        for (_, indicator, _) in &members {
            sums = sums.iter().flat_map(|sum| indicator.raises(case.step).into_iter().map(move |raise| sum + raise)).collect();
            sums.sort_unstable();
            sums.dedup();
        }
        let points = sums.into_iter().find(|sum| *sum >= needed)?;
        Some((members.iter().map(|(_, _, effort)| effort).sum(), members.len(), points, members.iter().map(|(n, _, _)| *n).collect()))
    });
    sets.min()
}

/// The members of a choice and how far each is raised.
fn raised(choice: &Choice) -> Vec<(usize, u32)> {
    let place = |code: &str| code.rsplit('.').next().expect("a part").parse().expect("a number");
    choice.raises.iter().map(|raise| (place(&raise.code), raise.to.hundredths() - raise.from.hundredths())).collect()
}

/// Compares a choice with the best there is, and looks at how far each indicator is raised.
fn assert_best(case: &Case, choice: &Choice, best: Option<&Rank>, all: u32) {
    let taken = raised(choice);
    let sum: u32 = taken.iter().map(|(_, raise)| raise).sum();
    assert_eq!(choice.points.hundredths(), sum);
    let Some((_, count, points, members)) = best else {
        assert_eq!((choice.lacking.hundredths(), taken.len()), (case.needed() - all, 0));
        assert_eq!(choice.level.get(), case.level_of(case.low() + all));
        return;
    };
    assert_eq!((choice.lacking, taken.len(), sum), (Points::ZERO, *count, *points));
    assert_eq!(taken.iter().map(|(n, _)| *n).collect::<Vec<_>>(), *members);
    assert_eq!(choice.level.get(), case.level_of(case.low() + sum));
    for (n, raise) in &taken {
        assert!(case.indicators[*n].raises(case.step).contains(raise), "{n} cannot be raised by {raise}");
        assert_eq!(choice.raises.iter().find(|raise| *raise.code == *code(*n)).expect("it is named").from.hundredths(), case.indicators[*n].low());
    }
    assert_eq!(Some(taken.iter().map(|(_, raise)| *raise).collect::<Vec<_>>()), furthest(case, members, *points));
}

/// Of all ways to raise just these by just so much, the one that is told. Where something goes by steps: each in turn as far as it goes, so
/// that with steps given back by the last of those the sum is met. Where nothing does: the earlier, the further.
fn furthest(case: &Case, members: &[usize], points: u32) -> Option<Vec<u32>> {
    let is_stepped = |way: &[u32], nth: usize| case.indicators[members[nth]].is_stepped(way[nth], case.step);
    let mut ways: Vec<Vec<u32>> = vec![vec![]];
    for n in members {
        // Of what goes by steps, only as far as steps go, and to the maximum.
        let raises = case.indicators[*n].raises(case.step);
        let is_last = |raise: &&u32| !case.indicators[*n].is_stepped(**raise, case.step) || !raises.contains(&(**raise + case.step));
        let raises: Vec<u32> = raises.iter().filter(is_last).copied().collect();
        ways = ways.iter().flat_map(|way| raises.iter().map(move |raise| [way.as_slice(), &[*raise]].concat())).collect();
    }
    let gives_way = |way: &Vec<u32>| {
        let last = (0..way.len()).rev().find(|nth| is_stepped(way, *nth))?;
        let too_much = way.iter().sum::<u32>().checked_sub(points).filter(|much| much % case.step == 0)?;
        let mut given = way.clone();
        given[last] = given[last].checked_sub(too_much).filter(|rest| *rest > 0)?;
        Some(given)
    };
    let stepped = ways.iter().filter_map(|way| Some((way.clone(), gives_way(way)?))).max().map(|(_, given)| given);
    let certain = |way: &Vec<u32>| way.iter().sum::<u32>() == points && (0..way.len()).all(|nth| !is_stepped(way, nth));
    stepped.or_else(|| ways.into_iter().filter(certain).max())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 300 } else { 3000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_choice_is_better_than_the_plan(case in case()) {
        let plan = case.plan(&case.scorer());
        let most = |indicator: &Indicator| indicator.raises(case.step).last().copied().unwrap_or(0);
        let all: u32 = case.indicators.iter().map(most).sum();
        let with_effort: u32 = case.indicators.iter().filter(|indicator| indicator.effort.is_some()).map(most).sum();
        let expected = if case.needed() == 0 { Reach::Reached } else if all >= case.needed() { Reach::Open } else { Reach::OutOfReach };
        prop_assert_eq!((plan.needed.hundredths(), plan.reach), (case.needed(), expected));

        let unlocated: Vec<(String, u32)> = case.indicators.iter().enumerate().filter(|(_, indicator)| indicator.is_unlocated)
            .filter_map(|(n, indicator)| Some((code(n), indicator.could_be_raised(case.step).last().copied()?))).collect();
        prop_assert_eq!(plan.unlocated.iter().map(|of| (of.code.to_string(), of.points.hundredths())).collect::<Vec<_>>(), unlocated);

        let fewest = best(&case, |_| Some(0));
        assert_best(&case, &plan.fewest, fewest.as_ref(), all);
        let cheapest = best(&case, |indicator| indicator.effort);
        let choice = plan.cheapest.as_ref().expect("efforts are given");
        assert_best(&case, choice, cheapest.as_ref(), with_effort);
        prop_assert_eq!(choice.effort, Some(cheapest.map_or(0, |(effort, ..)| effort)));
        let efforts: Option<u64> = raised(&plan.fewest).iter().map(|(n, _)| case.indicators[*n].effort.map(u64::from)).sum();
        prop_assert_eq!(plan.fewest.effort, efforts);
    }

    #[test]
    fn a_plan_carried_out_reaches_its_target_and_no_smaller_one_does(case in case()) {
        let scorer = case.scorer();
        let plan = case.plan(&scorer);
        let level = |given: &Value| scorer.score(given.to_string().as_bytes()).expect("an assessment").groups[0].level.low.get();
        for choice in [Some(&plan.fewest), plan.cheapest.as_ref()].into_iter().flatten().filter(|choice| choice.lacking == Points::ZERO) {
            let mut given = case.given();
            for (n, raise) in raised(choice) {
                given["answers"][code(n)] = case.indicators[n].fact(case.indicators[n].low() + raise);
            }
            prop_assert!(level(&given) >= case.target);
            prop_assert_eq!(level(&given), choice.level.get());
        }
        for set in (0..1_u32 << case.indicators.len()).filter(|set| (set.count_ones() as usize) < plan.fewest.raises.len()) {
            let mut given = case.given();
            for (n, indicator) in case.indicators.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1) {
                if let Some(most) = indicator.raises(case.step).last() {
                    given["answers"][code(n)] = indicator.fact(indicator.low() + most);
                }
            }
            prop_assert!(level(&given) < case.target, "{:b} does", set);
        }
    }

    #[test]
    fn each_indicator_alone_brings_what_its_room_says(case in case()) {
        let scorer = case.scorer();
        let plan = case.plan(&scorer);
        let card = case.card(&scorer);
        let rooms: Vec<&str> = plan.room.iter().map(|room| &*room.code).collect();
        let raisable: Vec<String> = case.indicators.iter().enumerate().filter(|(_, i)| !i.raises(case.step).is_empty()).map(|(n, _)| code(n)).collect();
        prop_assert_eq!(rooms, raisable);
        for room in &plan.room {
            let indicator = &case.indicators[room.code.rsplit('.').next().expect("a part").parse::<usize>().expect("a number")];
            let mut given = case.given();
            given["answers"][&*room.code] = indicator.fact(indicator.low() + room.points.hundredths());
            let alone = scorer.score(given.to_string().as_bytes()).expect("an assessment");
            prop_assert_eq!(alone.groups[0].level.low, room.level_alone);
            prop_assert_eq!(alone.groups[0].score.low, card.groups[0].score.low.saturating_add(room.points));
        }
    }

    #[test]
    fn missing_answers_settle_what_the_plan_says(seed in any::<u64>(), which in 0..FRAMEWORKS.len()) {
        let (scorer, oracle) = (scorer(FRAMEWORKS[which]), oracle(FRAMEWORKS[which]));
        let given = assessment(&oracle, &mut Choices::new(seed));
        let card = scorer.score(given.to_string().as_bytes()).expect("an assessment");
        let plan = plan(&scorer, &card, &Goal::default()).expect("a plan");
        prop_assert_eq!(plan.groups.len(), card.groups.len());
        for (plan, group) in plan.groups.iter().zip(&card.groups) {
            prop_assert_eq!((plan.level, plan.missing.is_none()), (group.level, group.level.is_exact()));
            let Some(missing) = &plan.missing else { continue };
            let room: u32 = missing.answers.iter().map(|answer| answer.points.hundredths()).sum();
            prop_assert_eq!(room, group.score.high.hundredths() - group.score.low.hundredths());
            let level = |more: u32| {
                let points = group.score.low.saturating_add(Points::from_hundredths(more).expect("points"));
                scorer.level(&group.code, points).expect("below the maximum")
            };
            prop_assert_eq!(missing.levels.first().map(|first| (first.level, first.points)), Some((group.level.low, Points::ZERO)));
            prop_assert_eq!(missing.levels.last().map(|last| last.level), Some(group.level.high));
            for possible in &missing.levels {
                prop_assert_eq!(level(possible.points.hundredths()), possible.level);
                prop_assert!(possible.points == Points::ZERO || level(possible.points.hundredths() - 1) < possible.level);
            }
        }
    }

    #[test]
    fn every_door_plans_the_same(seed in any::<u64>(), which in 0..FRAMEWORKS.len()) {
        let (scorer, oracle) = (scorer(FRAMEWORKS[which]), oracle(FRAMEWORKS[which]));
        let given = assessment(&oracle, &mut Choices::new(seed));
        let card = scorer.score(given.to_string().as_bytes()).expect("an assessment");
        let planned = plan(&scorer, &card, &Goal::default()).expect("a plan");
        let card: Value = serde_json::from_str(&card.to_json()).expect("JSON");
        for request in [json!({ "assessment": given }), json!({ "scorecard": card, "targets": {} }), json!({ "scorecard": card, "targets": null, "efforts": null })] {
            let by_request = plan_value(&scorer, &thuocdo::json::Value::from(&request));
            prop_assert_eq!(by_request.as_ref(), Ok(&planned));
        }
        for lang in Lang::ALL {
            let text = planned.report(scorer.framework(), lang).to_string();
            prop_assert!(!text.contains('{'), "{}", text);
        }
    }

    #[test]
    fn what_would_follow_is_what_follows(seed in any::<u64>(), which in 0..FRAMEWORKS.len(), every in 1..4_usize) {
        let (scorer, oracle) = (scorer(FRAMEWORKS[which]), oracle(FRAMEWORKS[which]));
        let mut choices = Choices::new(seed);
        let given = assessment(&oracle, &mut choices);
        let other = assessment(&oracle, &mut choices);
        let some = |list: &str| -> serde_json::Map<String, Value> {
            let codes: Vec<String> = match list {
                "answers" => scorer.framework().indicators().map(|indicator| indicator.code.to_string()).collect(),
                _ => scorer.framework().conditions().map(|condition| condition.code.to_string()).collect(),
            };
            codes.into_iter().step_by(every).map(|code| (code.clone(), other[list].get(&code).cloned().unwrap_or(Value::Null))).collect()
        };
        let (answers, conditions) = (some("answers"), some("conditions"));
        let mut changed = given.clone();
        for (list, entries) in [("answers", &answers), ("conditions", &conditions)] {
            changed[list].as_object_mut().expect("an object").extend(entries.clone());
        }
        let card = |given: &Value| scorer.score(given.to_string().as_bytes()).expect("an assessment");
        let (before, after) = (card(&given), card(&changed));
        let request = json!({ "assessment": given, "answers": answers, "conditions": conditions });
        let result = what_if_value(&scorer, &thuocdo::json::Value::from(&request)).expect("a result");
        prop_assert_eq!((result.overall.before, result.overall.after), (before.overall.level, after.overall.level));
        prop_assert_eq!((result.eligible.before, result.eligible.after), (before.recognition.eligible, after.recognition.eligible));
        let count = |card: &Scorecard| card.recognition.blockers.len();
        prop_assert_eq!(count(&before) + result.blockers_added.len(), count(&after) + result.blockers_gone.len());
        let mut differences = 0;
        for (group, (before, after)) in result.groups.iter().zip(before.groups.iter().zip(&after.groups)) {
            prop_assert_eq!((group.score.before, group.score.after), (before.score, after.score));
            prop_assert_eq!((group.level.before, group.level.after), (before.level, after.level));
            differences += i64::from(after.score.low.hundredths()) - i64::from(before.score.low.hundredths());
        }
        prop_assert_eq!(result.indicators.iter().map(|change| change.difference.units()).sum::<i64>(), differences);
        let typed = Changes::from_value(&thuocdo::json::Value::from(&json!({ "answers": answers, "conditions": conditions }))).expect("changes");
        let typed = what_if(&scorer, &Assessment::from_json(given.to_string().as_bytes()).expect("an assessment"), &typed);
        prop_assert_eq!(typed.as_ref(), Ok(&result));
        for lang in Lang::ALL {
            let text = result.report(scorer.framework(), lang).to_string();
            prop_assert!(!text.contains('{'), "{}", text);
        }
    }
}

/// Sixteen groups of indicators whose efforts and points double: planned, or refused for being too large, and nothing else.
#[test]
fn a_framework_made_to_be_hard_is_planned_or_refused() {
    let basis = json!({ "standing": "assumed", "sources": [] });
    let mut file: Value = serde_json::from_str(&thuocdo_oracle::corpus::framework_text("tiny-invented.json")).expect("JSON");
    for kind in ["direct", "flag", "steps"] {
        let mut efforts = serde_json::Map::new();
        let groups: Vec<Value> = (0..16_u32)
            .map(|group| {
                let mut max = 0_u32;
                let indicators: Vec<Value> = (0..40_u32)
                    .map(|n| {
                        let points = (1 << (n % 18)) + n * 7 + group;
                        max += points;
                        let code = format!("{group}.a.{n}");
                        efforts.insert(code.clone(), json!((1 << (n % 18)) + n * 5));
                        let hundredths = |points: u32| json!(format!("{}.{:02}", points / 100, points % 100));
                        let table: Vec<Value> = (0..8_u32)
                            .map(|row| json!({ "at_least": row, "points": hundredths(points * row / 8 + u32::from(row == 7) * (points - points * 7 / 8)) }))
                            .collect();
                        let rule = if kind == "steps" { json!({ "kind": kind, "of": "count", "table": table }) } else { json!({ "kind": kind }) };
                        let title = json!({ "vi": "a", "en": "a" });
                        json!({ "code": code, "title": title, "max": hundredths(points), "basis": basis, "rule": rule })
                    })
                    .collect();
                let mut of = file["groups"][0].clone();
                let whole = json!(format!("{}.{:02}", max / 100, max % 100));
                let edge = json!(format!("{}.{:02}", max * 2 / 300, max * 2 / 3 % 100));
                of["code"] = json!(format!("{group}"));
                of["max"] = whole.clone();
                of["bands"]["bands"] = json!([{ "level": 1, "below": edge }, { "level": 2, "from": edge }]);
                of["criteria"][0]["code"] = json!(format!("{group}.a"));
                of["criteria"][0]["max"] = whole;
                of["criteria"][0]["indicators"] = indicators.into();
                of
            })
            .collect();
        file["groups"] = groups.into();
        let framework = thuocdo::Framework::from_json(file.to_string().as_bytes()).unwrap_or_else(|violations| panic!("{violations}"));
        let scorer = thuocdo::Scorer::new(framework).expect("it loads");
        let request = json!({ "assessment": { "conditions": {}, "answers": {} }, "efforts": efforts });
        let refused = plan_value(&scorer, &thuocdo::json::Value::from(&request)).err();
        let codes: Vec<&str> = refused.iter().flatten().map(|violation| violation.code().as_str()).collect();
        assert!(codes.iter().all(|code| *code == "plan_too_large"), "{kind}: {codes:?}");
    }
}
