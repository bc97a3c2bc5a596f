"""Whether a built wheel holds what it should, and scores where nothing else is installed.

`cargo xtask test python` runs it by the interpreter of an environment that holds this wheel alone, with no Rust on
the path.
"""

import shutil
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path, PurePosixPath

EXAMPLE = Path(__file__).parents[2] / "examples" / "complete-primary-school.json"
# Mebibytes. The module is by far the most of it.
LARGEST = 12
# What may stand in the package's folder, by how its name ends.
KINDS = {".py", ".pyi", ".so", ".pyd"}


def contents(wheel: Path) -> None:
    """The wheel's tag, its files and its metadata."""
    assert "-cp310-abi3-" in wheel.name, f"{wheel.name} is not for every CPython from 3.10"
    size = wheel.stat().st_size
    assert size < LARGEST << 20, f"{size >> 10} KiB"
    with zipfile.ZipFile(wheel) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
        metadata = next(name for name in names if name.name == "METADATA")
        said = message_from_bytes(archive.read(str(metadata)))
    package = [name for name in names if name.parts[0] == "thuocdo"]
    rest = [name for name in names if name.parts[0] != "thuocdo"]
    strays = [str(name) for name in package if name.suffix not in KINDS and name.name != "py.typed"]
    strays += [str(name) for name in rest if name.parts[0] != metadata.parts[0]]
    assert not strays, f"what are these for? {strays}"
    for wanted in ("thuocdo/__init__.py", "thuocdo/_thuocdo.pyi", "thuocdo/py.typed"):
        assert PurePosixPath(wanted) in package, f"{wanted} is missing"
    modules = [name for name in package if name.suffix in {".so", ".pyd"}]
    assert len(modules) == 1, modules
    licences = {name.name for name in rest if "licenses" in name.parts}
    assert licences >= {"LICENSE-MIT", "LICENSE-APACHE"}, licences
    assert said["Requires-Python"] == ">=3.10", said["Requires-Python"]
    assert said["License-Expression"] == "MIT OR Apache-2.0", said["License-Expression"]
    needed = [line for line in said.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert not needed, f"the package needs nothing, and asks for {needed}"
    readme = said.get_payload()
    assert isinstance(readme, str) and readme.lstrip().startswith("# thuocdo"), "its README is missing"
    print(f"{wheel.name}: {len(names)} files, {size >> 10} KiB")


def use() -> None:
    """The installed package, by its one act."""
    for program in ("cargo", "rustc"):
        assert shutil.which(program) is None, f"{program} is on the path, so this shows nothing"
    from thuocdo import Framework

    card = Framework.shipped().score(EXAMPLE.read_bytes())
    groups = ", ".join(f"{group.code}: {group.score.low}" for group in card.groups)
    assert groups, "no groups"
    print(f"Python {sys.version.split()[0]} scores without Rust: {groups}")


if __name__ == "__main__":
    contents(Path(sys.argv[1]))
    use()
