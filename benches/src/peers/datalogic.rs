//! `JSONLogic`, compiled by `datalogic-rs`, on an arena that is used again. Its numbers are floats.

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{DataValue, Engine, Logic, ParsedData};
use serde_json::{Value, json};

use super::Peer;
use crate::outcome::hundredths;
use crate::{Failure, Outcome, Rules};

/// Compiled rules and the memory to run them in.
#[derive(Debug)]
pub struct Datalogic {
    rules: Compiled,
    arena: Bump,
}

#[derive(Debug)]
struct Compiled {
    engine: Engine,
    sums: [Logic; 2],
    level: Logic,
}

impl Compiled {
    fn evaluate<'a>(&'a self, school: &'a DataValue<'a>, arena: &'a Bump) -> Result<Outcome, Failure> {
        let group = |sum: &'a Logic| -> Result<(u32, u8), Failure> {
            let sum = self.engine.evaluate(sum, school, arena)?;
            let level = self.engine.evaluate(&self.level, sum, arena)?;
            let points = sum.as_f64().ok_or("JSONLogic answered with another type than a number")?;
            let level = level.as_i64().ok_or("JSONLogic answered with another type than a whole number")?;
            Ok((hundredths(points), level.try_into()?))
        };
        let [(sum1, level1), (sum2, level2)] = [group(&self.sums[0])?, group(&self.sums[1])?];
        Ok(Outcome { sums: [sum1, sum2], levels: [level1, level2], overall: level1.min(level2) })
    }
}

impl Peer for Datalogic {
    type School = ParsedData;

    fn compile(rules: &Rules) -> Result<Self, Failure> {
        let engine = Engine::new();
        let sum = |codes: &[String]| {
            // `val` takes the path in steps; `var` would cut the codes at their dots.
            let terms: Vec<Value> = codes.iter().map(|code| json!({ "val": ["answers", code] })).collect();
            engine.compile(&json!({ "+": terms }).to_string())
        };
        let sums = [sum(&rules.groups[0])?, sum(&rules.groups[1])?];
        let whole = json!({ "var": "" });
        let level = json!({ "if": [{ "<": [whole, 50] }, 1, { "<=": [whole, 75] }, 2, 3] });
        let level = engine.compile(&level.to_string())?;
        Ok(Self { rules: Compiled { engine, sums, level }, arena: Bump::new() })
    }

    fn read(&self, json: &str) -> Result<ParsedData, Failure> {
        Ok(ParsedData::from_json(json)?)
    }

    fn evaluate(&mut self, school: &ParsedData) -> Result<Outcome, Failure> {
        self.arena.reset();
        self.rules.evaluate(school.value(), &self.arena)
    }

    fn evaluate_json(&mut self, json: &str) -> Result<Outcome, Failure> {
        self.arena.reset();
        let school = self.arena.alloc(DataValue::from_str(json, &self.arena)?);
        self.rules.evaluate(school, &self.arena)
    }
}
