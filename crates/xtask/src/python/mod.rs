//! The Python package: built as it would be published, installed, and everything of it run.

mod debian;
mod package;
pub(crate) mod venv;

use crate::run::Steps;
use venv::Venv;

/// The folder of the package, from the top of the repository.
const PACKAGE: &str = "bindings/python";
/// The environment of the developers, with what `requirements-dev.txt` asks for.
const DEVELOPERS: &str = "target/venv";
/// How many calls must leave the memory flat in the deep run.
const CALLS: &str = "1000000";
/// And otherwise.
const CALLS_AT_LEAST: &str = "100000";
/// What calls the C ABI from Python: held to the same rules.
const HOST: &str = "../c/hosts/python";
/// What tests and measures the extension of DuckDB.
const DUCKDB: &str = "../duckdb";

/// Everything of the package, from a wheel built for the purpose: of the tree, and in the deep run of the source distribution.
pub(crate) fn run(steps: &mut Steps) -> Result<(), String> {
    let venv = venv::developers(steps)?;
    let is_deep = steps.goes_deep("the wheel built from the source distribution, tried on every Python that is here");
    let wheel = if is_deep { package::build_from_sdist(steps, &venv)? } else { package::build(steps, &venv)? };
    package::check(steps, &wheel, is_deep)?;
    venv.python(steps, &["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", &wheel])?;
    tidy(steps, &venv)?;
    tests(steps, &venv)
}

/// Format, lints and types: of the sources by two checkers, and of the stubs against the built module.
fn tidy(steps: &mut Steps, venv: &Venv) -> Result<(), String> {
    let all = ["--config", "pyproject.toml", ".", HOST, DUCKDB];
    venv.python(steps, &[&["-m", "ruff", "format", "--check"], all.as_slice()].concat())?;
    venv.python(steps, &[&["-m", "ruff", "check"], all.as_slice()].concat())?;
    venv.python(steps, &["-m", "mypy"])?;
    venv.python(steps, &["-m", "mypy", "--strict", HOST])?;
    venv.python(steps, &["-m", "pyright"])?;
    venv.python(steps, &["-m", "mypy.stubtest", "thuocdo._thuocdo", "--mypy-config-file", "pyproject.toml"])
}

/// The tests, among them the blocks of both READMEs and the notebook. What they skip is told at the end.
fn tests(steps: &mut Steps, venv: &Venv) -> Result<(), String> {
    debian::browser(steps);
    let is_deep = steps.goes_deep("Spark, and a million calls that leave the memory flat");
    let (calls, without) = if is_deep && debian::java(steps) { (CALLS, "") } else { (CALLS_AT_LEAST, "--ignore=tests/test_spark.py") };
    let mut skipped = Vec::new();
    let args = ["-m", "pytest", "-q", "-rs", "--durations=10", without];
    let args: Vec<&str> = args.into_iter().filter(|arg| !arg.is_empty()).collect();
    venv.with("THUOCDO_CALLS", calls).watched(steps, &args, &mut |line| {
        // `SKIPPED [1] tests/test_x.py:12: why`
        if let Some((_, what)) = line.strip_prefix("SKIPPED [").and_then(|rest| rest.split_once("] ")) {
            skipped.push(what.to_owned());
        }
    })?;
    for what in skipped {
        steps.not_run("a Python test", &what);
    }
    Ok(())
}
