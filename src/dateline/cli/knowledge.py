"""`dateline knowledge`: what is known, and packs of your own on top of it."""

import sys
from dataclasses import asdict
from typing import Annotated, Any

import typer

from dateline.cli.output import counted, json_line, say

__all__ = ["group"]

group = typer.Typer(help="What is known: parties, holders of offices, places; and packs of your own.", no_args_is_help=True)

Folder = Annotated[str | None, typer.Argument(metavar="FOLDER", help="A pack; those in use where left out.")]
Json = Annotated[bool, typer.Option("--json", help="One object, for programs.")]


@group.command()
def check(folder: Folder = None, json: Json = False) -> None:
    """Check a pack: a folder of facts that overlay what Dateline knows. What is wrong is told with file, entry and key.

    Notes tell of names that another party bears already: they may be meant.

    Exit codes: 0 all is well; 2 the pack is broken, or there is no such folder.

    Example: `dateline knowledge check desk`
    """
    from dateline.app.knowledge import checked

    found = checked(folder)
    if json:
        rows = [{"folder": str(place), "files": files, "entries": entries} for place, files, entries in found.packs]
        sys.stdout.write(json_line({"ok": True, "packs": rows, "digest": found.digest, "notes": list(found.notes)}))
        return
    for place, files, entries in found.packs:
        say(f"ok  {place}: {counted(entries, 'entry', 'entries')} in {counted(files, 'file')}")
    for note in found.notes:
        say(f"    note: {note}")
    say(f"digest {found.digest}" if found.digest else "no pack in use: what is known is the package's alone")


@group.command()
def diff(folder: Folder = None, json: Json = False) -> None:
    """Show what a pack changes: + entries that it adds, ~ those that it changes, - those that it takes out.

    Exit codes: 0 all is well; 2 the pack is broken, or there is no such folder.

    Example: `dateline knowledge diff desk`
    """
    from dateline.app.knowledge import changed

    found = changed(folder)
    if json:
        sys.stdout.write(json_line({"ok": True, "rows": [asdict(each) for each in found]}))
        return
    file = None
    for each in found:
        if each.file != file:
            file = each.file
            say(file)
        say(f"  {each.sign} {each.entry}{f': {each.how}' if each.how else ''}")


@group.command()
def find(name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or part of one.")], json: Json = False) -> None:
    """Tell what is known of a name: parties, terms of office and places, with their days, their source and their file.

    Exit codes: 0 something is known; 1 nothing is; 2 the command could not be carried out.

    Example: `dateline knowledge find "Sergei Lavrov"`
    """
    from dateline.app.knowledge import find as known

    found = known(name)
    if json:
        rows = [{key.rstrip("_"): as_text(value) for key, value in asdict(each).items()} for each in found]
        sys.stdout.write(json_line({"ok": True, "rows": rows}))
    for each in () if json else found:
        days = f", {each.from_ or '…'} to {each.until or 'now'}" if each.from_ or each.until else ""
        open_ = each.kind == "holder" and each.until is None
        source = f"source {each.source}; " if each.source else ""
        held = f"as of {each.checked}; " if each.checked and (open_ or each.source) else ""
        id_ = f" [{each.id}]" if each.id != each.name else ""
        say(f"{each.kind:7} {each.name}{id_}: {each.says}{days}; {source}{held}{each.file}")
    if not found:
        if not json:
            say(f"nothing is known of {name}; `dateline knowledge add` adds it")
        raise typer.Exit(1)


def as_text(value: Any) -> Any:
    """A value of a fact for JSON."""
    return value.isoformat() if hasattr(value, "isoformat") else list(value) if isinstance(value, tuple) else value


@group.command()
def add(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="group, body, holder or town.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name in full.")],
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="The id of a group or body; else its name.")] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="P", help="The party that a group or body belongs to.")] = None,
    names: Annotated[list[str] | None, typer.Option("--also", metavar="NAME", help="Another name; can be repeated.")] = None,
    party: Annotated[str | None, typer.Option("--party", metavar="P", help="Whose office a holder has.")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="TITLE", help="What the office is called.")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DAY", help="The first day of the term.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="Its last day, if it has ended.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="P", help="The state of a town.")] = None,
    lat: Annotated[float | None, typer.Option("--lat", metavar="DEGREES", min=-90, max=90, help="Its latitude.")] = None,
    lon: Annotated[float | None, typer.Option("--lon", metavar="DEGREES", min=-180, max=180, help="Its longitude.")] = None,
    wikidata: Annotated[str | None, typer.Option("--wikidata", metavar="QID", help="Its Wikidata id.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="WORDS", help="What it was taken from.")] = None,
    folder: Annotated[str | None, typer.Option("--folder", metavar="FOLDER", help="The pack, if not your own.")] = None,
) -> None:
    """Write an entry to your pack: that of DATELINE_KNOWLEDGE, or `knowledge` in the data directory.

    It is checked before it stays. A group or body may have --id, --of and --also; a holder needs --party, --office and --from;
    a town --country, --lat and --lon. Run `dateline reread` to read the stories of the ledger by what is known now.

    Exit codes: 0 it is written; 2 it is not, and the pack is as it was.

    Example: `dateline knowledge add holder "Ida Example" --party NOR --office "trade minister" --from 2026-05-14`
    """
    from dateline.app.knowledge import add as write

    given = {
        "id": id, "of": of, "names": names, "party": party, "office": office, "from": from_, "until": until,
        "country": country, "lat": lat, "lon": lon, "wikidata": wikidata, "source": source,
    }  # fmt: skip
    added = write(kind, name, given, folder)
    say(f"written to {added.file}")
    sys.stdout.write(added.text)
