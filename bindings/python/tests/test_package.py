"""The package as a whole: what is exported, what errors say, the command, and every example of the documentation."""

import ast
import doctest
import importlib
import inspect
import json
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import thuocdo
from corpus import EXAMPLES, ROOT
from thuocdo import Framework, InvalidAssessment, InvalidFramework, InvalidRequest, ThuocdoError, violation_codes

PACKAGE = Path(thuocdo.__file__).parent


def modules() -> Iterator[ModuleType]:
    yield thuocdo
    for found in pkgutil.walk_packages([str(PACKAGE)], "thuocdo."):
        if found.name not in {"thuocdo.__main__", "thuocdo._thuocdo"}:
            yield importlib.import_module(found.name)


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.__name__)
def test_examples_of_docstrings_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def exported() -> list[tuple[str, Any]]:
    return [(name, getattr(thuocdo, name)) for name in thuocdo.__all__]


def test_all_is_sorted_and_there() -> None:
    assert [name for name, _ in exported()] == sorted(thuocdo.__all__)
    assert re.fullmatch(r"\d+\.\d+\.\d+", thuocdo.__version__)


def test_nothing_exported_is_undocumented_or_untyped() -> None:
    stub = {
        node.name: node
        for node in ast.parse((PACKAGE / "_thuocdo.pyi").read_text()).body
        if isinstance(node, ast.ClassDef)
    }
    for name, it in exported():
        if not inspect.isclass(it) and not inspect.isfunction(it):
            continue
        assert it.__doc__ and not it.__doc__.startswith(f"{name}("), name
        native = (
            {node.name for node in stub[name].body if isinstance(node, ast.FunctionDef)}
            if it.__module__ == "thuocdo"
            else None
        )
        members: dict[str, Any] = dict(vars(it)) if inspect.isclass(it) else {}
        for member, value in members.items():
            if member.startswith("_") or (isinstance(value, (staticmethod, classmethod)) and member.startswith("_")):
                continue
            if native is not None:
                assert member in native and value.__doc__, f"{name}.{member}"
            elif isinstance(value, property) or inspect.isfunction(value) or isinstance(value, classmethod):
                own: Any = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
                function = inspect.unwrap(own)
                assert function is not None and function.__doc__, f"{name}.{member}"
                assert "return" in function.__annotations__, f"{name}.{member}"


def test_codes_are_those_of_the_core() -> None:
    source = (ROOT / "crates" / "thuocdo" / "src" / "violation" / "codes.rs").read_text()
    body = source[source.index("codes! {") :]
    assert list(violation_codes()) == re.findall(r"^    [A-Z]\w* (\w+)(?:\([^)]*\))?:$", body, re.MULTILINE)


def test_every_error_is_of_the_package_and_can_be_pickled() -> None:
    for error in (InvalidAssessment, InvalidFramework, InvalidRequest):
        assert issubclass(error, ThuocdoError) and issubclass(ThuocdoError, Exception)
        made = error(tuple(Framework.shipped().check("{}")))
        again = pickle.loads(pickle.dumps(made))
        assert type(again) is error and again.violations == made.violations and str(again) == str(made)


def test_an_error_tells_every_violation_on_a_line_of_its_own() -> None:
    wrong: Any = {"conditions": {"1.1": 3}, "answers": {"1.3.1": 9, "9": 1}}
    with pytest.raises(InvalidAssessment) as caught:
        Framework.shipped().score(wrong)
    assert [violation.at for violation in caught.value.violations] == [
        "/answers/1.3.1",
        "/answers/9",
        "/conditions/1.1",
    ]
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == ["mục 1.3.1", "mục 9", "điều kiện 1.1"]
    assert caught.value.text(lang="en") != str(caught.value)


def test_a_long_list_is_cut() -> None:
    with pytest.raises(InvalidAssessment) as caught:
        Framework.shipped().score({"conditions": {}, "answers": {f"9.{n}": 1 for n in range(2000)}})
    assert len(caught.value.violations) == 1001 and caught.value.violations[0].code == "too_many_violations"
    assert len(str(caught.value).splitlines()) == 31 and "971" in caught.value.text(lang="en").splitlines()[-1]


def test_a_framework_comes_from_a_file_a_dictionary_or_text(tmp_path: Path) -> None:
    text = Framework.shipped().to_json().decode()
    file = tmp_path / "khung.json"
    file.write_text(text, encoding="utf-8")
    for source in (file, str(file), text, text.encode(), "\n " + text, json.loads(text)):
        assert Framework.load(source) == Framework.shipped()
    with pytest.raises(FileNotFoundError):
        Framework.load(tmp_path / "none.json")


def test_schemas_name_the_codes_of_the_framework() -> None:
    schema = Framework.shipped().schema("assessment", lang="en")
    assert set(schema["properties"]["answers"]["properties"]) == set(Framework.shipped().indicators)
    assert Framework.shipped().schema("scorecard") == json.loads(
        (ROOT / "schemas" / "scorecard.schema.json").read_bytes()
    )
    with pytest.raises(ValueError, match="scorecard"):
        Framework.shipped().schema("nothing")


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "thuocdo", *arguments], capture_output=True, encoding="utf-8", env=environment, **options
    )


def test_the_command_scores_and_gives_its_status() -> None:
    file = EXAMPLES / "exactly-75.json"
    done = command("score", str(file), "--format", "json")
    assert done.returncode == 0 and done.stdout.strip().encode() == Framework.shipped().score_json(file.read_bytes())
    refused = command("score", "-", "--input-format", "json", input='{"conditions":{},"answers":{"1.3.1":9}}')
    assert refused.returncode == 1 and "1.3.1" in refused.stdout + refused.stderr
    assert command("nonsense").returncode == 2 and "thuocdo" in command("--help").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_ctrl_c_ends_the_command() -> None:
    import signal

    arguments = [sys.executable, "-m", "thuocdo", "score", "--input-format", "ndjson", "--format", "ndjson", "-"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None and running.stdout is not None
        running.stdin.write(b'{"conditions":{},"answers":{}}\n' * 300)
        running.stdin.flush()
        # It has begun, and writes or waits for more.
        assert running.stdout.read(1)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == -signal.SIGINT
