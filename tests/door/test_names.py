"""What `import dateline` gives: every name described, nothing heavy loaded, types for those who check them."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
DESCRIBED = re.findall(r"^#### `dateline\.(\w+)`$", PAGE, flags=re.MULTILINE)
HEAVY = {"spacy", "sqlalchemy", "numpy", "jinja2", "dataclasses", "dateline.app", "dateline.model"}


def test_all_names_are_described_and_nothing_else() -> None:
    assert sorted(DESCRIBED) == sorted(dateline.__all__)
    assert len(set(dateline.__all__)) == len(dateline.__all__)


@pytest.mark.parametrize("name", dateline.__all__)
def test_the_name_is_there(name: str) -> None:
    thing = getattr(dateline, name)
    assert name == "__version__" or thing.__doc__
    assert name in dir(dateline)


def test_the_names_for_type_checkers_are_the_names_of_all() -> None:
    source = (ROOT / "src" / "dateline" / "__init__.py").read_text(encoding="utf-8")
    block = source.partition("if TYPE_CHECKING:\n")[2].partition("__all__")[0]
    homes = re.findall(
        r"from (dateline[\w.]+) import \(?([\w\s,]+?)\)?(?:\s*#.*)?$(?=\n    from|\n\n)", block, flags=re.MULTILINE
    )
    found = {name: home for home, names in homes for name in re.findall(r"\w+", names)}
    assert sorted(found) == sorted(set(dateline.__all__) - {"__version__"})
    assert {name: f"dateline.{home}" for name, home in dateline.HOME_OF.items()} == found


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'reed'"):
        _ = dateline.reed  # type: ignore[attr-defined]


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, dateline; sys.exit(bool({HEAVY!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_import_takes_no_time() -> None:
    code = "import time; start = time.process_time(); import dateline; print(time.process_time() - start)"

    def once() -> float:
        return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)

    assert min(once() for _ in range(5)) < 0.05, "seconds"


def test_the_wheel_has_types_and_templates(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert "dateline/py.typed" in names
    assert "dateline/views/templates/marks.html.j2" in names
