"""How a thing was found and how sure that is, for people."""

from __future__ import annotations

from implan_lint.diagnostic import Confidence
from implan_lint.plan.model import Origin, Place

_HOW = {
    "nl": {
        Origin.TABLE_ROW: "uit een tabelrij gelezen",
        Origin.LIST_ITEM: "uit een lijst gelezen",
        Origin.SENTENCE: "uit een zin gelezen",
        Origin.LABEL: "achter een label gelezen",
        Origin.HEADING: "uit een kop gelezen",
        Origin.FRONT_MATTER: "uit de front matter gelezen",
    },
    "en": {
        Origin.TABLE_ROW: "read from a table row",
        Origin.LIST_ITEM: "read from a list",
        Origin.SENTENCE: "read from a sentence",
        Origin.LABEL: "read behind a label",
        Origin.HEADING: "read from a heading",
        Origin.FRONT_MATTER: "read from the front matter",
    },
}
_HOW_SURE = {
    "nl": {Confidence.MEDIUM: "redelijk zeker", Confidence.LOW: "onzeker"},
    "en": {Confidence.MEDIUM: "fairly sure", Confidence.LOW: "unsure"},
}


def certainty(place: Place, language: str) -> str:
    """ "uit een zin gelezen, onzeker"; "" for what is as good as certain."""
    sure = _HOW_SURE[language].get(place.confidence)
    return f"{_HOW[language][place.origin]}, {sure}" if sure else ""
