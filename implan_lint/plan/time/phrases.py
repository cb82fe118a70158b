"""Finding what is no moment: rhythms, "doorlopend", vague words and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.plan.time.grammar import NUMBER, ORDINAL, WEEKDAYS, Pattern
from implan_lint.plan.time.period import TimeKind

_RHYTHM_UNIT = (
    r"(?:min(?:uten)?|uur|dag|dagen|werkdag(?:en)?|weken|week|maand(?:en)?|kwartaal|half\s?jaar|jaar|sprint|iteratie|"
    r"(?:working\s)?days?|weeks?|months?|quarters?|years?)(?!\w)"
)
_ADVERB = Pattern(
    r"(?<!\w)(?:(?:twee|drie|vier|half|\d-?)?(?:wekelijkse?|maandelijkse?|jaarlijkse?)|dagelijkse?|kwartaallijkse?|"
    r"per\s(?:kwartaal|halfjaar|sprint|iteratie)|tweemaandelijkse?|(?:fort|bi)nightly|fortnightly|"
    r"(?:bi-?)?(?:weekly|monthly)|daily|quarterly|annually|yearly|periodiek\sper\s\w{1,30}|weekdagen)(?!\w)",
    *("lijks", "per ", "ly", "weekdagen"),
)
_EVERY = Pattern(
    r"(?<!\w)(?:(?:begin|start|eind|einde|aan\shet\seinde|aan\shet\sbegin)\s(?:van\s)?)?"
    rf"(?:elke?|iedere?|om\sde|every|each)\s(?:{NUMBER}\s|other\s)?"
    rf"(?:{_RHYTHM_UNIT}|vergadering|teamoverleg|{WEEKDAYS}(?:ochtend|middag|avond)?(?!\w)|{ORDINAL}\s\w{{1,30}})",
    *("elk", "ieder", "om de", "every", "each"),
)
_TIMES_PER = Pattern(
    rf"(?<!\w)(?:(?:{NUMBER}|\d{{1,3}}(?=x))\s?(?:x|×|keer|maal|times)|eens|eenmaal|tweemaal|driemaal|once|twice)\s"
    rf"(?:per|in\sde|in\shet|een|a|an|every)\s(?:{NUMBER}\s)?{_RHYTHM_UNIT}",
    *("x", "×", "keer", "maal", "times", "eens", "once", "twice"),
)
_EACH_EVENT = Pattern(
    r"(?<!\w)(?:bij|na|voor|tijdens|at|after|before)\s(?:elke?|iedere?|each|every)\s"
    r"(?:mijlpaal|release|fase|sprint|iteratie|meting|oplevering|stuurgroep|overleg|vergadering|milestone|phase)(?!\w)",
    *("elk", "ieder", "each", "every"),
)
_CONTINUOUS = Pattern(
    r"(?<!\w)(?:doorlopend|gedurende\s(?:het\s(?:hele\s)?(?:project|traject)|de\shele\s\w{1,30})|"
    r"(?:de\s)?(?:gehele|hele)\s(?:looptijd|projectperiode|project|periode|traject)|het\shele\s(?:jaar|project|traject)|"
    r"ongoing|continuously|throughout\sthe\s(?:project|year)|on\san\songoing\sbasis)(?!\w)",
    *("doorlopend", "gedurende", "hele", "ongoing", "continuous", "throughout"),
)
_VAGUE = Pattern(
    r"(?<!\w)(?:zsm|z\.\s?s\.\s?m\.?|(?:zo|as)\s(?:spoedig|snel|soon)\s(?:mogelijk|as\spossible)|binnenkort|"
    r"binnen\safzienbare\stijd|op\s(?:(?:de\s)?(?:korte|lange|langere|middellange)\s)?termijn|te\szijner\stijd|"
    r"t\.\s?z\.\s?t\.?|tzt|in\sde\s(?:nabije\s)?toekomst|in\seen\slater\sstadium|na\sverloop\svan\stijd|"
    r"op\seen\slater\smoment|(?:in\s)?(?:de\s)?komende\s(?:tijd|periode|jaren|maanden|weken)|medio\svolgend\sjaar|"
    r"rond\sdie\stijd|gaandeweg|asap|in\sdue\scourse|in\sthe\s(?:near\s)?future|"
    rf"(?<!gemeten )(?<!gemiddeld )(?<!verdeeld )(?<!gespreid )over\s(?:enkele\s|een\spaar\s|{NUMBER}\s)"
    r"(?:dagen|weken|week|maanden|maand|jaar|jaren))(?!\w)",
    *("zsm", "z.", "mogelijk", "possible", "binnen", "termijn", "tijd", "t.", "tzt", "toekomst", "later", "komende",
      "medio", "gaandeweg", "asap", "course", "future", "over "),
)  # fmt: skip
_PLACEHOLDER = Pattern(
    r"(?<!\w)(?:n\.\s?t\.\s?b\.?|ntb|n\.\s?n\.\s?b\.?|nnb|nader\s(?:te\sbepalen|overeen\ste\skomen)|"
    r"nog\s(?:niet\sbekend|(?:nader\s)?te\s(?:bepalen|plannen)|plannen|onbekend)|n\.o\.t\.k\.?|t\.?b\.?[dca]\.?|"
    r"to\sbe\s(?:determined|decided|confirmed)|(?:xx|dd)[-/](?:xx|mm)(?:[-/](?:xxxx|xx|jjjj|jj|yyyy|yy|20\d\d))?|"
    r"(?:jjjj|yyyy)-mm-dd)(?!\w)",
    *("n.", "ntb", "nnb", "nader", "nog ", "tb", "t.b", "to be", "xx", "dd", "jjjj", "yyyy"),
)

_CELL_VAGUE = frozenset(
    [
        "spoedig",
        "later",
        "gaandeweg",
        "tijdig",
        "snel",
        "vlot",
        "direct",
        "meteen",
        "nu",
        "straks",
        "ooit",
        "onmiddellijk",
        "eventueel",
        "immediately",
        "soon",
        "eventually",
        "timely",
        "shortly",
        "now",
    ]
) | {
    *(
        "per direct",
        "per omgaande",
        "op tijd",
        "als het uitkomt",
        "wanneer mogelijk",
        "wanneer nodig",
        "zodra mogelijk",
    ),
    *("indien gewenst", "volgens planning", "conform planning", "when possible", "on time", "indien nodig"),
}
_CELL_CONTINUOUS = frozenset(
    ("continu", "continue", "permanent", "structureel", "ad hoc", "ad-hoc", "lopend", "continuous", "24/7", "altijd")
)
_CELL_RECURRING = frozenset(("per week", "per maand", "per dag", "per jaar", "per overleg", "per fase"))
_CELL_PLACEHOLDER = frozenset(
    ("in overleg", "i.o.", "i.o", "p.m.", "pm", "p.m", "n.v.t.", "nvt", "n.v.t", "n/a", "niet van toepassing",
     "onbekend", "datum", "nader te plannen", "in te vullen", "invullen", "unknown", "not applicable")
)  # fmt: skip
_BLANKS = re.compile(r"[?.…_/\-\s]+|x{2,}|[\[<{][^\d\]>}]*[\]>}]|(?:\.{2,}|_{2,}|…)[-/](?:\.{2,}|_{2,}|…).{0,10}")

_IN_TEXT = (
    (_EACH_EVENT, TimeKind.RECURRING),
    (_EVERY, TimeKind.RECURRING),
    (_TIMES_PER, TimeKind.RECURRING),
    (_ADVERB, TimeKind.RECURRING),
    (_CONTINUOUS, TimeKind.CONTINUOUS),
    (_VAGUE, TimeKind.VAGUE),
    (_PLACEHOLDER, TimeKind.PLACEHOLDER),
)


def find_phrases(text: str, marks: str) -> Iterator[tuple[int, int, TimeKind]]:
    """The expressions that mean the same in a cell and in prose."""
    for pattern, kind in _IN_TEXT:
        for match in pattern.find(text, marks):
            yield match.start(), match.end(), kind


def kind_of_cell(words: str) -> TimeKind | None:
    """The meaning of a whole cell whose words would be too common to mean anything in prose."""
    if words in _CELL_VAGUE:
        return TimeKind.VAGUE
    if words in _CELL_CONTINUOUS:
        return TimeKind.CONTINUOUS
    if words in _CELL_RECURRING:
        return TimeKind.RECURRING
    if words in _CELL_PLACEHOLDER or _BLANKS.fullmatch(words):
        return TimeKind.PLACEHOLDER
    return None
