"""The commands as a whole."""

import pytest
from typer.testing import CliRunner

from dateline import __version__
from dateline.cli.main import COMMANDS, GROUPS, app

runner = CliRunner()


def test_version() -> None:
    result = runner.invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"dateline {__version__}\n")


@pytest.mark.parametrize("name", [command.__name__ for command in COMMANDS])
def test_every_command_has_help_with_an_example_and_its_exit_codes(name: str) -> None:
    result = runner.invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"dateline {name}" in result.stdout
    assert "Example" in result.stdout
    assert "Exit codes" in result.stdout


def test_commands_live_in_modules_of_their_name() -> None:
    assert [command.__module__ for command in COMMANDS] == [f"dateline.cli.{command.__name__}" for command in COMMANDS]


@pytest.mark.parametrize(
    ("name", "command"),
    [(name, command.name or command.callback.__name__) for name, group in GROUPS for command in group.registered_commands],
)
def test_commands_of_groups_have_help_too(name: str, command: str) -> None:
    result = runner.invoke(app, [name, command, "--help"])
    assert result.exit_code == 0
    assert f"dateline {name} {command}" in result.stdout
    assert "Exit codes" in result.stdout
