//! The Python package: built as it would be published, installed, and everything of it run.

mod debian;
mod package;
mod venv;

use crate::run::Steps;
use venv::Venv;

/// The folder of the package, from the top of the repository.
const PACKAGE: &str = "bindings/python";
/// The environment of the developers, with what `requirements-dev.txt` asks for.
const DEVELOPERS: &str = "target/venv";
/// How many calls must leave the memory flat; only an optimised build does so many in seconds.
const CALLS: &str = "1000000";
/// What calls the C ABI from Python: held to the same rules.
const HOST: &str = "../c/hosts/python";

/// Everything of the package, from a wheel built for the purpose.
pub(crate) fn python(steps: &mut Steps) -> Result<(), String> {
    let venv = venv::developers(steps)?;
    let wheel = package::build(steps, &venv)?;
    package::check(steps, &wheel)?;
    venv.python(steps, &["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", &wheel])?;
    tidy(steps, &venv)?;
    debian::wanted(steps);
    tests(steps, &venv)
}

/// Format, lints and types: of the sources by two checkers, and of the stubs against the built module.
fn tidy(steps: &mut Steps, venv: &Venv) -> Result<(), String> {
    let all = ["--config", "pyproject.toml", ".", HOST];
    venv.python(steps, &[&["-m", "ruff", "format", "--check"], all.as_slice()].concat())?;
    venv.python(steps, &[&["-m", "ruff", "check"], all.as_slice()].concat())?;
    venv.python(steps, &["-m", "mypy"])?;
    venv.python(steps, &["-m", "mypy", "--strict", HOST])?;
    venv.python(steps, &["-m", "pyright"])?;
    venv.python(steps, &["-m", "mypy.stubtest", "thuocdo._thuocdo", "--mypy-config-file", "pyproject.toml"])
}

/// The tests, among them the blocks of both READMEs and the notebook. What they skip is told at the end.
fn tests(steps: &mut Steps, venv: &Venv) -> Result<(), String> {
    let mut skipped = Vec::new();
    venv.with("THUOCDO_CALLS", CALLS).watched(steps, &["-m", "pytest", "-rs"], &mut |line| {
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
