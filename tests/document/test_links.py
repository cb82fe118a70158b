"""Which links a document has, and where each points."""

import pytest

from implan_lint.document.links import read_links
from implan_lint.document.parse import parse


def targets(text: str) -> list[str]:
    return [link.target for link in read_links(parse(text, "plan.md"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie [plan B](b.md).", ["b.md"]),
        ("Zie [plan B](<plan b.md>).", ["plan b.md"]),
        ('Zie [plan B](b.md "Het andere plan") en [C](../c.md#doelen).', ["b.md", "../c.md#doelen"]),
        ("| Actie |\n|---|\n| Na [M2](b.md) |\n", ["b.md"]),
        ("- [ ] Wachten op [B](b.md)\n", ["b.md"]),
        ("Zie [B][b].\n\n[b]: b.md\n", ["b.md"]),
        ("Zie [plan (versie 2)](plan_(2).md).", ["plan_(2).md"]),
        ("[`code`](b.md)", ["b.md"]),
        ("Een ` en dan [B](b.md).\n\nNog een `.", ["b.md"]),
    ],
)
def test_a_link_points_somewhere(text, expected):
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "![plaatje](b.md)",
        "`[B](b.md)`",
        "``een ` en [B](b.md)``",
        "```\n[B](b.md)\n```\n",
        "    [B](b.md)\n",
        "> ```\n> [B](b.md)\n> ```\n",
        "<!-- [B](b.md) -->",
        r"\[B](b.md)",
        "Een noot[^1].\n\n[^1]: b.md\n",
        "---\ntitel: '[B](b.md)'\n---\n",
        "[B] (b.md)",
    ],
)
def test_what_only_looks_like_a_link_is_none(text):
    assert targets(text) == []


def test_it_stands_where_it_says():
    document = parse("# Plan\n\nZie [plan B](b.md#doel).\n", "plan.md")
    (link,) = read_links(document)
    assert document.source.slice(link.span) == "[plan B](b.md#doel)"
    assert document.source.slice(link.target_span) == "b.md#doel"


@pytest.mark.parametrize("piece", ["[", "![", "](", "[a](", "`", "``` ", "<!--", "\\", "[a](b("])
def test_a_long_heap_of_marks_is_read(piece):
    assert targets(piece * 20_000) == []
