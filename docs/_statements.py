"""What the generated parts of docs/statements.md are made of: each function returns Markdown."""

from dateline.knowledge.statements import (
    ContentRule,
    Cue,
    content_rules,
    cue_rules,
    cues_by_word,
    statement_lists,
    statement_rules,
)

KINDS = (
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose", "promise", "threaten", "warn",
    "condition", "agree", "reject",
)  # fmt: skip


def kinds_table() -> str:
    """Each kind with examples of the rules that give it; every one of them is run as a test."""
    rules: tuple[Cue | ContentRule, ...] = (*cue_rules(), *content_rules())
    rows = ["| kind | examples (the content in italics) |", "|---|---|"]
    for kind in KINDS:
        examples = [example for rule in rules for example in rule.examples if example.kind == kind][:3]
        rows.append(f"| {kind} | {'<br>'.join(each.text.replace(each.content, f'*{each.content}*', 1) for each in examples)} |")
    return "\n".join(rows)


def rules_table() -> str:
    """Every rule of words that report: how it is called, its kind, how many words it knows."""
    rows = [f"{len({word for _, word in cues_by_word()})} words in {len(cue_rules())} rules:", ""]
    rows += ["| rule | part of speech | kind | words | sure |", "|---|---|---|---|---|"]
    for rule in cue_rules():
        name = rule.name.replace("<", "‹").replace(">", "›")
        rows.append(f"| {name} | {rule.part} | {rule.kind or 'by content'} | {len(rule.words)} | {rule.sure:.2f} |")
    return "\n".join(rows)


def content_table() -> str:
    """The rules by which content decides, in the order of their precedence."""
    return "\n".join(f"{number}. {rule.name} → {rule.kind}" for number, rule in enumerate(content_rules(), 1))


def found_table() -> str:
    """The rules by which code finds contents, speakers, topics and days, each with an example."""
    rows = ["| rule | example |", "|---|---|"]
    for rule in statement_rules():
        name = rule.name.replace("<", "‹").replace(">", "›")
        rows.append(f"| {name} | {' '.join(rule.examples[0].text.split())} |")
    return "\n".join(rows)


def lists_table() -> str:
    """Every list of words that the reader compares with those of a text, and what for."""
    rows = ["| list | words | what for |", "|---|---|---|"]
    rows += [f"| {each.id} | {len(each.words)} | {each.says} |" for each in statement_lists().values()]
    return "\n".join(rows)
