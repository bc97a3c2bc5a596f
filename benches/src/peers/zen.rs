//! ZEN, the engine of `GoRules`: as a decision graph, which is how it is sold, and as bare expressions, which is quicker.
//! Its numbers are exact decimals.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable, ZEN_CONFIG};
use zen_expression::expression::Standard;
use zen_expression::vm::VM;
use zen_expression::{Expression, Isolate, Scope};

use super::{Peer, join};
use crate::outcome::hundredths;
use crate::{Failure, Outcome, Rules};

/// A graph of one expression node.
#[derive(Debug)]
pub struct ZenGraph {
    decision: Decision,
}

/// Compiled expressions on a virtual machine that is used again.
#[derive(Debug)]
pub struct ZenExpressions {
    sums: [Expression<Standard>; 2],
    level: Expression<Standard>,
    machine: VM,
}

fn sum(codes: &[String]) -> String {
    join(codes, " + ", |code| format!("answers[\"{code}\"]"))
}

fn level(sum: &str) -> String {
    format!("{sum} < 50 ? 1 : {sum} <= 75 ? 2 : 3")
}

fn points(sum: &Variable) -> Result<u32, Failure> {
    let sum = sum.as_number().ok_or("ZEN answered with another type than a number")?;
    Ok(hundredths(sum.try_into()?))
}

fn rank(level: &Variable) -> Result<u8, Failure> {
    let level = level.as_number().ok_or("ZEN answered with another type than a number")?;
    Ok(level.try_into()?)
}

impl Peer for ZenGraph {
    type School = Variable;

    fn compile(rules: &Rules) -> Result<Self, Failure> {
        // Not asked for here, and it costs.
        ZEN_CONFIG.nodes_in_context.store(false, Ordering::Relaxed);
        let expression = |key: &str, value: String| json!({ "id": key, "key": key, "value": value });
        let expressions: [Value; 5] = [
            expression("sum1", sum(&rules.groups[0])),
            expression("sum2", sum(&rules.groups[1])),
            expression("level1", level("$.sum1")),
            expression("level2", level("$.sum2")),
            expression("overall", "min([$.level1, $.level2])".to_owned()),
        ];
        let node = |id: &str, kind: &str, content: Value| json!({ "id": id, "name": id, "type": kind, "content": content });
        let edge = |from: &str, to: &str| json!({ "id": format!("{from}-{to}"), "sourceId": from, "targetId": to });
        let graph: GraphContent = serde_json::from_value(json!({
            "nodes": [
                node("in", "inputNode", json!({})),
                node("rules", "expressionNode", json!({ "expressions": expressions })),
                node("out", "outputNode", json!({})),
            ],
            "edges": [edge("in", "rules"), edge("rules", "out")],
        }))?;
        let mut decision = Decision::from(graph);
        decision.compile();
        Ok(Self { decision })
    }

    fn read(&self, json: &str) -> Result<Variable, Failure> {
        Ok(serde_json::from_str(json)?)
    }

    fn evaluate(&mut self, school: &Variable) -> Result<Outcome, Failure> {
        // The clone is one more reference to the same object.
        let response = pollster::block_on(self.decision.evaluate(school.shallow_clone())).map_err(|error| error.to_string())?;
        let field = |key: &str| response.result.dot(key).ok_or("ZEN left out a field");
        Ok(Outcome {
            sums: [points(&field("sum1")?)?, points(&field("sum2")?)?],
            levels: [rank(&field("level1")?)?, rank(&field("level2")?)?],
            overall: rank(&field("overall")?)?,
        })
    }
}

impl Peer for ZenExpressions {
    type School = Scope;

    fn compile(rules: &Rules) -> Result<Self, Failure> {
        let mut isolate = Isolate::new();
        Ok(Self {
            sums: [isolate.compile_standard(&sum(&rules.groups[0]))?, isolate.compile_standard(&sum(&rules.groups[1]))?],
            level: isolate.compile_standard(&level("$"))?,
            machine: VM::new(),
        })
    }

    fn read(&self, json: &str) -> Result<Scope, Failure> {
        Ok(Scope::new(serde_json::from_str(json)?))
    }

    fn evaluate(&mut self, school: &Scope) -> Result<Outcome, Failure> {
        let mut group = |sum: &Expression<Standard>| -> Result<(u32, u8), Failure> {
            let sum = sum.evaluate_with_scope(school, &mut self.machine)?;
            let hundredths = points(&sum)?;
            let mut scope = Scope::new(Variable::Null);
            scope.set_local(Variable::dollar_key(), sum);
            let level = self.level.evaluate_with_scope(&scope, &mut self.machine)?;
            Ok((hundredths, rank(&level)?))
        };
        let [(sum1, level1), (sum2, level2)] = [group(&self.sums[0])?, group(&self.sums[1])?];
        Ok(Outcome { sums: [sum1, sum2], levels: [level1, level2], overall: level1.min(level2) })
    }
}
