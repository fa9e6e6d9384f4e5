"""The corpus' tools.

python -m training.corpus check
python -m training.corpus sheet corpus/stories/q01.json > q01.txt
python -m training.corpus compile MARKS.txt --by ann
python -m training.corpus convert jsonl FOLDER
python -m training.corpus agreement FIRST.txt SECOND.txt --scorer ../shared/dev/score
"""

import argparse
import json
import sys
from pathlib import Path

from dateline.reading.parse import Parser
from training.corpus.agreement import agreement
from training.corpus.convert import FORMS
from training.corpus.form import STORIES, Json, dump, faults, load, stories
from training.corpus.sheet import compiled, paper, written


def check(folder: Path) -> int:
    """Print what is wrong with the stories of a folder."""
    wrong = [f"{story['id']}: {fault}" for story in stories(folder) for fault in faults(story)]
    print(*wrong, f"{len(wrong)} faults", sep="\n")
    return 1 if wrong else 0


def marked(path: Path, folder: Path, parser: Parser) -> tuple[list[Json], list[str]]:
    """(the stories that a file of marks speaks of, as it marks them; what could not be read)."""
    found, wrong = [], []
    for name, lines in written(path.read_text(encoding="utf-8")).items():
        story = load(folder / f"{name}.json")
        marks, faulty = compiled(paper(story, parser), lines)
        found.append({**story, **marks})
        wrong += faulty
    return found, wrong


def main() -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(
        prog="training.corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=Path, default=STORIES, help="the folder of stories")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check all stories")
    sheets = commands.add_parser("sheet", help="print the sheets of stories, to annotate on")
    sheets.add_argument("files", type=Path, nargs="+")
    compiling = commands.add_parser("compile", help="put what was written on sheets into the stories")
    compiling.add_argument("marks", type=Path, nargs="+")
    compiling.add_argument("--by", required=True, help="who annotated")
    converting = commands.add_parser("convert", help="write the corpus in another form")
    converting.add_argument("form", choices=FORMS)
    converting.add_argument("folder", type=Path)
    agreeing = commands.add_parser("agreement", help="compare two files of marks on the same stories")
    agreeing.add_argument("first", type=Path)
    agreeing.add_argument("second", type=Path)
    agreeing.add_argument("--scorer", type=Path, required=True)
    given = parser.parse_args()
    if given.command == "check":
        return check(given.stories)
    if given.command == "convert":
        given.folder.mkdir(parents=True, exist_ok=True)
        FORMS[given.form](stories(given.stories), given.folder)
        return 0
    reader = Parser()
    if given.command == "sheet":
        print(*(paper(load(path), reader).shown() for path in given.files), sep="\n")
        return 0
    if given.command == "agreement":
        (first, wrong), (second, more) = (marked(path, given.stories, reader) for path in (given.first, given.second))
        names = {story["id"] for story in first} & {story["id"] for story in second}
        both = ([story for story in side if story["id"] in names] for side in (first, second))
        print(*wrong, *more, json.dumps(agreement(*both, given.scorer), indent=1), sep="\n")
        return 0
    for path in given.marks:
        found, wrong = marked(path, given.stories, reader)
        print(*wrong, sep="\n", file=sys.stderr)
        if wrong:
            return 1
        for story in found:
            story["readers"] = [*dict.fromkeys([*(story["readers"] or []), given.by])]
            (given.stories / f"{story['id']}.json").write_text(dump(story), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
