"""Headings of every kind, and the tree they make."""

from __future__ import annotations

import pytest

from implan_lint.document.model import Document, HeadingForm, Paragraph, Section, Table
from implan_lint.document.parse import parse


def outline(text: str) -> list[tuple[int, str]]:
    """(depth in the tree, title) of each section."""
    return [(len(list(section.ancestors())), title(section)) for section in parse(text).sections()]


def title(section: Section) -> str:
    assert section.heading is not None
    return section.heading.title.plain


def only(document: Document) -> Section:
    (section,) = document.sections()
    return section


@pytest.mark.parametrize(
    ("line", "number", "expected"),
    [
        ("# Doelen", "", "Doelen"),
        ("## 4.2 Planning", "4.2", "Planning"),
        ("## 4.2. Planning:", "4.2", "Planning"),
        ("## 4 Planning", "4", "Planning"),
        ("## 4. Planning", "4", "Planning"),
        ("## 4.Planning", "4", "Planning"),
        ("## 4) planning", "4", "planning"),
        ("## 1 - Planning", "1", "Planning"),
        ("## IV. Risico's", "IV", "Risico's"),
        ("## B. Scope", "B", "Scope"),
        ("## Hoofdstuk 3: Aanpak", "3", "Aanpak"),
        ("## Stap 1 - Start", "1", "Start"),
        ("## Bijlage A: Begroting", "A", "Begroting"),
        ("## § 2.1 Kosten", "2.1", "Kosten"),
        ("## Bijlage A", "", "Bijlage A"),
        ("## Fase 2 - Bouw", "", "Fase 2 - Bouw"),
        ("## 2026: planning", "", "2026: planning"),
        ("## 30 dagen na start", "", "30 dagen na start"),
        ("## Deelnemers", "", "Deelnemers"),
        ("## Stapsgewijze aanpak", "", "Stapsgewijze aanpak"),
        ("## A/B-test", "", "A/B-test"),
        ("## 🎯 Doelen", "", "Doelen"),
        ("## 🎯 1. Doelen", "1", "Doelen"),
        ("## 1️⃣ Doelen", "1", "Doelen"),
        ("## **Doelen**", "", "Doelen"),
        ("## Doelen ##", "", "Doelen"),
        ("## Doelen {#doelen .x}", "", "Doelen"),
        ("## C#", "", "C#"),
        ("## [Naam]", "", "[Naam]"),
        ("##", "", ""),
        ("Doelen\n------", "", "Doelen"),
    ],
)
def test_a_title_stands_apart_from_its_number(line: str, number: str, expected: str) -> None:
    section = only(parse(f"{line}\n\ntekst\n"))
    assert section.heading is not None
    assert (section.heading.number, section.heading.title.plain) == (number, expected)


def test_a_title_knows_its_place() -> None:
    document = parse("\ufeff# 1. é **Doelen**:\n")
    heading = only(document).heading
    assert heading is not None
    assert document.source.slice(heading.span) == "# 1. é **Doelen**:"
    start = heading.title.plain.index("Doelen")
    assert document.source.slice(heading.title.span_of(start, start + 6)) == "Doelen"


def test_sections_nest_by_level() -> None:
    text = "intro\n\n# A\n\n### A1\n\n## A2\n\n# B\n"
    assert outline(text) == [(0, "A"), (1, "A1"), (1, "A2"), (0, "B")]
    document = parse(text)
    assert [type(block) for block in document.root.blocks] == [Paragraph]
    first = document.root.children[0]
    assert document.source.slice(first.span) == "# A\n\n### A1\n\n## A2\n\n"
    assert first.children[0].parent is first


@pytest.mark.parametrize(
    "text",
    [
        "regel een\nregel twee\n-----\nverder\n",
        "Dit is een zin.\n-----\nverder\n",
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien\n---\nverder\n",
        "- punt\n  nog\n  ---\n",
    ],
)
def test_a_divider_below_words_makes_no_heading(text: str) -> None:
    assert outline(text) == []


@pytest.mark.parametrize(
    "line", ["**Doelen**", "**Doelen:**", "__Doelen__", "***Doelen***", "**Doelen**:", "**1. Doelen**"]
)
def test_a_bold_line_heads_a_section(line: str) -> None:
    (section,) = parse(f"## Plan\n\n{line}\n\n- een\n").root.children[0].children
    assert section.heading is not None
    assert (section.heading.form, section.level, title(section)) == (HeadingForm.BOLD, 3, "Doelen")
    assert len(section.blocks) == 1


@pytest.mark.parametrize(
    "text",
    [
        "**Opdrachtgever:** Jan\n\ntekst\n",
        "**Dit is een hele zin.**\n\ntekst\n",
        "**Doelen**\n",
        "**Doelen**\n\n# Kop\n",
        "**een** en **twee**\n\ntekst\n",
        "**Een**\n**Twee**\n\ntekst\n",
        "- **Doelen**\n\n  tekst\n",
        "> **Doelen**\n>\n> tekst\n",
        "**een twee drie vier vijf zes zeven acht negen tien elf**\n\ntekst\n",
    ],
)
def test_other_bold_words_head_nothing(text: str) -> None:
    assert [name for _, name in outline(text) if name != "Kop"] == []


def test_bold_lines_are_siblings_and_end_at_any_heading() -> None:
    text = "## Plan\n\n**Een**\n\ntekst\n\n**Twee**\n\ntekst\n\n#### Diep\n\ntekst\n"
    assert outline(text) == [(0, "Plan"), (1, "Een"), (1, "Twee"), (1, "Diep")]


@pytest.mark.parametrize(
    "text",
    [
        "Doelstellingen:\n\n- een\n",
        "Doelstellingen:\n- een\n",
        "*Doelstellingen:*\n\n- een\n",
        "Doelstellingen:\n\n| A |\n|---|\n",
        "Doelstellingen:\n\nMinder uitval.\n",
        "Doelstellingen:\nMinder uitval\nen meer rust.\n",
        "Doelstellingen\n\n- een\n",
        "Doelstellingen\n\n| A |\n|---|\n",
    ],
)
def test_a_label_heads_a_section(text: str) -> None:
    section = only(parse(text))
    assert section.heading is not None
    assert (section.heading.form, title(section)) == (HeadingForm.LABEL, "Doelstellingen")
    assert len(section.blocks) == 1


def test_a_label_stands_below_a_bold_line() -> None:
    text = "# Plan\n\n**Een**\n\nPunten:\n\n- a\n\nNog:\n\n- b\n\n**Twee**\n\nc\n"
    assert outline(text) == [(0, "Plan"), (1, "Een"), (2, "Punten"), (2, "Nog"), (1, "Twee")]


@pytest.mark.parametrize(
    "text",
    [
        "Dit zijn de zeven punten van het plan:\n\n- een\n",
        "Doelstellingen:\n",
        "Doelstellingen:\n\n# Kop\n",
        "Naam: Jan\nRol: lid\n",
        "Doelstellingen\n\nMinder uitval.\n",
        "Dit doen we nu.\n\n- een\n",
        "---:\n\ntekst\n",
    ],
)
def test_other_lines_with_a_colon_head_nothing(text: str) -> None:
    assert [name for _, name in outline(text) if name != "Kop"] == []


def test_a_split_paragraph_keeps_its_places() -> None:
    document = parse("Doel:\r\n**Minder** uitval\r\nen rust.\r\n")
    (paragraph,) = only(document).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.plain == "Minder uitval en rust."
    assert document.source.slice(paragraph.span) == "**Minder** uitval\r\nen rust."
    assert [line.plain for line in paragraph.lines] == ["Minder uitval", "en rust."]
    assert paragraph.line == 2


def test_a_table_stands_in_its_section() -> None:
    document = parse("# A\n\n## B\n\n| x |\n|---|\n")
    assert [type(block) for block in document.root.children[0].children[0].blocks] == [Table]


def test_numbered_lines_head_the_parts_of_a_text_without_headings() -> None:
    text = (
        "PLAN LEESCLUB\n\n1. WAAROM\n\nLezen helpt.\n\n2. DOEL\n\n- Meer lezers\n\n3. WIE\n\n| Wie |\n|---|\n| Jan |\n"
    )
    assert outline(text) == [(0, "WAAROM"), (0, "DOEL"), (0, "WIE")]
    section = next(parse(text).sections())
    assert section.heading is not None
    assert (section.heading.form, section.heading.line) == (HeadingForm.PLAIN, 3)


@pytest.mark.parametrize(
    "lines", [("WAAROM", "DOEL", "WIE"), ("Waarom", "Wat is het doel?", "Wie"), ("1. Waarom", "2. Doel", "3. Wie")]
)
def test_three_short_lines_of_a_kind_are_headings(lines: tuple[str, ...]) -> None:
    body = "\n\n".join(f"{line}\n\nDaar staat hier iets over." for line in lines)
    titles = [title for _, title in outline(f"# Leesclub\n\n{body}\n")]
    assert titles == ["Leesclub", *(line.lstrip("123. ") for line in lines)]
    assert [title for _, title in outline(f"# Leesclub\n\n## Inleiding\n\n{body}\n")] == ["Leesclub", "Inleiding"]
    assert [title for _, title in outline(f"**Inleiding**\n\n{body}\n")] == ["Inleiding"]


def test_fewer_lines_or_lines_in_a_row_are_no_headings() -> None:
    assert outline("WAAROM\n\nDaarom.\n\nDOEL\n\nLezen.\n") == []
    assert outline("Jan\n\nPiet\n\nKlaas\n\nSamen lezen zij elke week.\n") == []
    assert outline("1. Lees het boek\n2. Praat erover\n3. Ruim op\n\nKlaar.\n") == []
    assert outline("1. Lees het boek.\n\nEcht.\n\n2. Praat erover.\n\nEcht.\n\n3. Ruim op.\n\nEcht.\n") == []
