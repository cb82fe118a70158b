from implan_lint.diagnostic import Span
from implan_lint.document.nesting import Nesting

PIECES = Nesting([Span(0, 30), Span(10, 20), Span(0, 9), Span(40, 50)])


def test_the_smallest_piece_around_a_place() -> None:
    assert PIECES.innermost(Span(12, 14)) == Span(10, 20)
    assert PIECES.innermost(Span(0, 9)) == Span(0, 9)
    assert PIECES.innermost(Span(22, 24)) == Span(0, 30)
    assert PIECES.innermost(Span(32, 34)) is None


def test_the_first_piece_from_a_place_on() -> None:
    assert PIECES.following(0) == Span(0, 30)
    assert PIECES.following(11) == Span(40, 50)
    assert PIECES.following(41) is None
