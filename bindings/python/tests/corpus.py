"""The vectors of the project, which every language runs. Their format: tests/vectors/README.md."""

import copy
import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thuocdo import Framework

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests" / "vectors"
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True, kw_only=True)
class Vector:
    """One case. A key that is not named here fails the run."""

    id: str
    why: str
    framework: str
    expect: dict[str, Any]
    subject: str = "assessment"
    input: Any = None
    text: str | None = None
    bytes_hex: str | None = None
    edits: list[dict[str, Any]] | None = None

    def bytes(self) -> bytes:
        """The input as it would come over the wire."""
        if self.text is not None:
            return self.text.encode()
        if self.bytes_hex is not None:
            return bytes.fromhex(self.bytes_hex)
        return json.dumps(self.value(), ensure_ascii=False).encode()

    def value(self) -> Any:
        """The input as objects of Python."""
        if self.edits is None:
            return self.input
        base = json.loads(
            (VECTORS / "frameworks" / self.framework).read_bytes()
            if self.framework.endswith(".json")
            else shipped(self.framework)
        )
        for edit in self.edits:
            base = edited(base, edit)
        return base


def shipped(id: str) -> bytes:
    return (ROOT / "crates" / "thuocdo" / "frameworks" / f"{id}.json").read_bytes()


def edited(value: Any, edit: dict[str, Any]) -> Any:
    """The value with another one put in, or something taken away, at a JSON Pointer."""
    value = copy.deepcopy(value)
    *path, last = (key.replace("~1", "/").replace("~0", "~") for key in edit["at"].split("/")[1:])
    place = value
    for key in path:
        place = place[int(key)] if isinstance(place, list) else place[key]
    if isinstance(place, list):
        if last == "-":
            place.append(edit["to"])
        elif "to" in edit:
            place[int(last)] = edit["to"]
        else:
            del place[int(last)]
    elif "to" in edit:
        place[last] = edit["to"]
    else:
        del place[last]
    return value


@functools.cache
def vectors() -> tuple[Vector, ...]:
    files = sorted(VECTORS.glob("*.json"))
    assert files
    return tuple(Vector(**vector) for file in files for vector in json.loads(file.read_bytes())["vectors"])


def of_subject(subject: str) -> list[Vector]:
    found = [vector for vector in vectors() if vector.subject == subject]
    assert found
    return found


@functools.cache
def framework(name: str) -> Framework:
    return Framework.load(VECTORS / "frameworks" / name) if name.endswith(".json") else Framework.shipped(name)
