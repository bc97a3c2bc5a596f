//! Common Expression Language. Variables come from a resolver, which is quicker than a map inside the language.
//! Its numbers here are floats, because it does not add a whole number to a float.

use std::collections::HashMap;
use std::sync::Arc;

use cel::common::types::CelDouble;
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use cel::{Context, Env, Program, Value};
use serde::{Deserialize, Deserializer};

use super::{Peer, join};
use crate::outcome::hundredths;
use crate::{Failure, Outcome, Rules};

/// Compiled rules and the environment they run in.
pub struct Cel {
    env: Arc<Env>,
    sums: [Program; 2],
    level: Program,
}

/// The answers, as values that the language borrows.
#[derive(Debug, Deserialize)]
pub struct CelSchool {
    answers: HashMap<String, Number>,
}

#[derive(Debug)]
struct Number(CelDouble);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(CelDouble::from(f64::deserialize(deserializer)?)))
    }
}

/// `1.3.1` is no identifier; `i1_3_1` is.
fn identifier(code: &str) -> String {
    format!("i{}", code.replace('.', "_"))
}

impl VariableResolver for CelSchool {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        let mut code = [0; 32];
        let code = code.get_mut(..variable.len().checked_sub(1)?)?;
        for (to, from) in code.iter_mut().zip(variable.bytes().skip(1)) {
            *to = if from == b'_' { b'.' } else { from };
        }
        let answer = self.answers.get(str::from_utf8(code).ok()?)?;
        Some(CowVal::Borrowed(&answer.0))
    }
}

/// The sum that a level is asked for.
struct Sum(CelDouble);

impl VariableResolver for Sum {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        (variable == "sum").then_some(CowVal::Borrowed(&self.0))
    }
}

impl Cel {
    fn run(&self, program: &Program, variables: &dyn VariableResolver) -> Result<Value, Failure> {
        let mut context = Context::with_env(Arc::clone(&self.env));
        context.set_variable_resolver(variables);
        Ok(program.execute(&context)?)
    }

    fn group(&self, sum: &Program, school: &CelSchool) -> Result<(u32, u8), Failure> {
        let Value::Float(points) = self.run(sum, school)? else {
            return Err("CEL answered with another type than a float".into());
        };
        let Value::Int(level) = self.run(&self.level, &Sum(CelDouble::from(points)))? else {
            return Err("CEL answered with another type than a whole number".into());
        };
        Ok((hundredths(points), level.try_into()?))
    }
}

impl Peer for Cel {
    type School = CelSchool;

    fn compile(rules: &Rules) -> Result<Self, Failure> {
        let env = Arc::new(Env::stdlib());
        Ok(Self {
            sums: [env.compile(&join(&rules.groups[0], " + ", identifier))?, env.compile(&join(&rules.groups[1], " + ", identifier))?],
            level: env.compile("sum < 50.0 ? 1 : sum <= 75.0 ? 2 : 3")?,
            env,
        })
    }

    fn read(&self, json: &str) -> Result<CelSchool, Failure> {
        Ok(serde_json::from_str(json)?)
    }

    fn evaluate(&mut self, school: &CelSchool) -> Result<Outcome, Failure> {
        let [(sum1, level1), (sum2, level2)] = [self.group(&self.sums[0], school)?, self.group(&self.sums[1], school)?];
        Ok(Outcome { sums: [sum1, sum2], levels: [level1, level2], overall: level1.min(level2) })
    }
}
