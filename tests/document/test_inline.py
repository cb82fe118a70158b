"""Plain words out of inline Markdown, each character still placed in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.diagnostic import Span
from implan_lint.document import inline
from implan_lint.document.inline import Segment
from implan_lint.document.text import Text

MARKDOWN = st.text(alphabet="ab1 *_~`[](){}<>!&;|\\\"'#.:/-\n\u00a0é😀", max_size=60)


def read(source: str) -> Text:
    return inline.read_text(Segment(0, source), labels=frozenset({"bron"}))


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("gewone tekst", "gewone tekst"),
        ("**vet** en *schuin* en __vet__ en _schuin_", "vet en schuin en vet en schuin"),
        ("***alles***", "alles"),
        ("bestands_naam_lang", "bestands_naam_lang"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**niet af", "**niet af"),
        ("*a **b** c*", "a b c"),
        ("**Doel:**meer", "Doel:meer"),
        ("~~weg~~ blijft", "weg blijft"),
        ("~5 dagen tot ~6 dagen", "~5 dagen tot ~6 dagen"),
        ("Naam: ____", "Naam: ____"),
        ("`code **blijft**`", "code **blijft**"),
        ("`` a`b ``", "a`b"),
        ("`open", "`open"),
        ("[plan](http://x.nl/a_b)", "plan"),
        ("[plan](<a b> 'titel')", "plan"),
        ("[**vet** plan](x)", "vet plan"),
        ("[haakjes](http://x.nl/a_(b))", "haakjes"),
        ("![schema](x.png) erbij", "schema erbij"),
        ("[plan][bron] en [Bron]", "plan en Bron"),
        ("[plan][elders]", "[plan][elders]"),
        ("[naam invullen]", "[naam invullen]"),
        ("[a] [b](c)", "[a] b"),
        ("noot[^1].", "noot."),
        ("<https://x.nl/a>", "https://x.nl/a"),
        ("<jan@x.nl>", "jan@x.nl"),
        ("een<br>twee<br/>drie", "een twee drie"),
        ('<span class="x">tekst</span>', "tekst"),
        ("<naam opdrachtgever>", "<naam opdrachtgever>"),
        ("a < b en c > d", "a < b en c > d"),
        ("voor<!-- geheim -->na", "voorna"),
        ("voor<!-- open", "voor<!-- open"),
        (r"\*geen\* nadruk", "*geen* nadruk"),
        (r"C:\map", r"C:\map"),
        ("R&amp;D kost &euro;5&nbsp;per stuk", "R&D kost €5 per stuk"),
        ("AT&T; &onbekend;", "AT&T; &onbekend;"),
        ("[tekst]{.underline} en [x](y){#id .z}", "tekst en x"),
        ("harde\u00a0spatie", "harde spatie"),
        ("<s>oud</s> nieuw", "oud nieuw"),
    ],
)
def test_shows_the_words_a_reader_sees(source: str, plain: str) -> None:
    assert read(source).plain == plain


@pytest.mark.parametrize(
    ("source", "start", "end", "expected"),
    [
        ("**Jan** en Piet", 0, 3, "Jan"),
        ("**Jan** en Piet", 7, 11, "Piet"),
        ("R&amp;D team", 1, 2, "&amp;"),
        ("a&euro;b", 1, 3, "&euro;b"),
        (r"\*x", 0, 1, "*"),
        ("[Jan](http://x.nl) zegt", 4, 8, "zegt"),
    ],
)
def test_points_at_the_source_of_a_part(source: str, start: int, end: int, expected: str) -> None:
    span = read(source).span_of(start, end)
    assert source[span.start : span.end] == expected


def test_lines_are_joined_by_one_space_and_kept_apart_as_well() -> None:
    words = inline.read([Segment(0, "een **twee  "), Segment(20, "  drie** vier")])
    assert words.text.plain == "een twee drie vier"
    assert [line.plain for line in words.lines] == ["een twee", "drie vier"]
    assert words.lines[1].span == Span(22, 33)


@pytest.mark.parametrize(
    ("source", "struck", "code"),
    [
        ("~~alles~~", True, False),
        ("**~~alles~~**", True, False),
        ("~~een~~ ~~twee~~", True, False),
        ("~~deel~~ rest", False, False),
        ("<del>alles</del>", True, False),
        ("`alles`", False, True),
        ("`deel` rest", False, False),
        ("", False, False),
    ],
)
def test_knows_when_all_is_struck_or_code(source: str, struck: bool, code: bool) -> None:
    text = read(source)
    assert (text.struck, text.code) == (struck, code)


def test_in_a_cell_an_escaped_pipe_is_a_pipe_even_in_code() -> None:
    assert inline.read_text(Segment(0, r"`a \| b` \| c"), cell=True).plain == "a | b | c"


@given(MARKDOWN)
def test_every_run_of_unchanged_characters_is_the_source(source: str) -> None:
    text = inline.read([Segment(0, source)]).text
    for run in text.runs:
        if run.length == run.width:
            shown = text.plain[run.plain : run.plain + run.length]
            written = source[run.source : run.source + run.width]
            assert shown == written.replace("\u00a0", " ").replace("\n", " ")
    assert 0 <= text.span.start <= text.span.end <= len(source)


@given(MARKDOWN)
def test_runs_cover_the_plain_text_in_order(source: str) -> None:
    text = inline.read([Segment(0, source)]).text
    position = place = 0
    for run in text.runs:
        assert run.plain == position
        assert run.source >= place
        position, place = run.plain + run.length, run.source + run.width
    assert position == len(text.plain)


@given(st.text(alphabet="abc é😀1-:/", max_size=40), st.data())
def test_without_markup_a_part_is_its_own_source(source: str, data: st.DataObject) -> None:
    text = read(source)
    start = data.draw(st.integers(0, len(text.plain)))
    end = data.draw(st.integers(start, len(text.plain)))
    span = text.span_of(start, end)
    assert source[span.start : span.end] == text.plain[start:end]


@pytest.mark.parametrize(
    "mark", ["*", "_", "[", "]", "`", "<", "~~", "![", "[a](", "*a ", "**a *b", "<!--", "<a ", "`a ``b "]
)
def test_survives_a_hundred_thousand_marks(mark: str) -> None:
    source = mark * (100_000 // len(mark))
    assert len(read(source).plain) <= len(source)
