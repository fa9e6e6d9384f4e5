"""`dateline doctor`: what is there, what is missing, and the mend."""

from typing import Annotated

import click
import typer

from dateline.cli.output import json_page

__all__ = ["doctor"]


def doctor(
    database: Annotated[str | None, typer.Option("--database", metavar="URL", help="The ledger's address.")] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", help="The language model.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Look through the whole of the ledger, its indexes too; this takes longer.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The findings as JSON, for programs.")] = False,
) -> None:
    """Check versions, knowledge, language model, trained reader and database; say what is wrong and how to mend it.

    A line with -- is well, but has grown old.

    Exit codes: 0 all is well; 1 something is wrong.

    Example: `dateline doctor --database sqlite:///ledger.db`
    """
    from dateline.app.doctor import examine
    from dateline.app.settings import read_settings
    from dateline.views.outward import visible

    findings = examine(read_settings(database, model), full=full)
    well = all(finding.well for finding in findings)
    if json:
        rows = [{"name": each.name, "well": each.well, "found": each.found, "mend": each.mend or None} for each in findings]
        typer.echo(json_page({"ok": well, "rows": rows}), nl=False)
    else:
        for finding in findings:
            grown_old = click.style("--", fg="yellow") if finding.mend else click.style("ok", fg="green")
            mark = grown_old if finding.well else click.style("!!", fg="red", bold=True)
            typer.echo(f"{mark}  {finding.name + ':':10} {visible(finding.found)}")
            if finding.mend:
                typer.echo(f"    {'mend:':10} {visible(finding.mend)}")
    if not well:
        raise typer.Exit(1)
