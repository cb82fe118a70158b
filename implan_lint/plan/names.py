"""The names of people: what of a name is first name, initial, prefix and surname, and whether two can be one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from implan_lint.plan.words import fold

_TITLES = frozenset(
    ("dhr", "heer", "meneer", "mevr", "mevrouw", "mw", "mej", "drs", "ir", "ing", "dr", "mr", "prof", "mrs", "ms",
     "miss", "professor", "doctor")
)  # fmt: skip
_SEX = dict.fromkeys(("dhr", "heer", "meneer"), "m") | dict.fromkeys(
    ("mevr", "mevrouw", "mw", "mej", "mrs", "ms", "miss"), "f"
)
"""By the title; "mr" is a Dutch lawyer as well as an English gentleman."""
_DEGREES = frozenset(("msc", "bsc", "phd", "mba", "med", "llm", "ma", "ba", "rn"))
_PREFIXES = frozenset(
    ("van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "aan", "von", "zu", "el", "al", "la", "le", "du",
     "di", "da", "dos", "'t", "'s", "bin", "ibn")
)  # fmt: skip
_INITIALS = re.compile(r"(?:[^\W\d_][a-z]{0,2}\.-?)+|[A-Z]{1,3}")
_MONOGRAM = re.compile(r"[A-Z]{2,4}|[A-Z](?:[a-z]{1,3})?[A-Z]")
_WORD = re.compile(r"(?:'|’)?[^\W\d_][\w'’-]*")
_BRACKETS = re.compile(r"\([^()]*\)")
_TURNED = re.compile(
    r"(?P<surname>[^\W\d_][\w'’-]+),\s?(?P<first>(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ter|ten|het)\b\s?){0,3})"
    r"(?=\s*(?:$|[,;/+&(\x00])|\s*\b(?:en|and)\s)"
)
_LETTER = r"[A-ZÀ-ÖØ-ÞŠŽĆČŁŞĞİ]"
_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]er|[Tt]en|[Tt]e|[Oo]p|[Ii]n|[Vv]on|[Ee]l|[Aa]l|['’]t)\s+)"
_IN_TEXT = re.compile(
    rf"(?<![\w.])(?:{_LETTER}\.[ ]?)*(?:{_LETTER}[\w'’-]*[ ]+)?{_PREFIX}{{0,3}}{_LETTER}[\w'’-]*\w"
    rf"(?:[ ]{_PREFIX}{{0,3}}{_LETTER}[\w'’-]*\w){{0,3}}"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """All parts are folded; "" or () where the name doesn't give them."""

    given: str
    """First names: "jan willem"."""
    letters: str
    """The initials, written or those of the first names: "jw"."""
    prefix: str
    """ "van der"."""
    surname: tuple[str, ...]
    """Its parts without prefixes: a double name has two."""
    alone: str = ""
    """A single word that may be a first name as well as a surname."""
    monogram: str = ""
    """ "pj": the letters by which a team table points at somebody."""

    sex: str = field(default="", compare=False)
    """ "m" or "f" where a title gives it: "dhr." and "mevr." are never one."""

    @property
    def fullness(self) -> int:
        """The more of a person a name gives, the higher."""
        if not self.surname:
            return 0
        return 1 + bool(self.letters) + 2 * bool(self.given) + len(self.surname)


@lru_cache(maxsize=4096)
def person_name(words: str) -> PersonName | None:
    """The parts of a name, titles and words in brackets left out; None if it can't be somebody's name."""
    tokens = upright(_BRACKETS.sub(" ", words)).replace("*", "").strip(" .,;:_@").split()
    titled, sex = False, ""
    while tokens and (fold(tokens[0]).strip(".") in _TITLES or (len(tokens) > 2 and _is_gentleman(tokens))):
        titled |= fold(tokens[0]).strip(".") in _TITLES
        sex = sex or _SEX.get(fold(tokens[0]).strip("."), "")
        tokens = tokens[1:]
    while len(tokens) > 1 and fold(tokens[-1]).strip(".,") in _DEGREES:
        tokens = tokens[:-1]
    if not tokens or len(tokens) > 7:
        return None
    if len(tokens) == 1 and not titled and _MONOGRAM.fullmatch(tokens[0]):
        return PersonName("", "", "", (), monogram=tokens[0].lower())
    letters = ""
    while len(tokens) > 1 and _INITIALS.fullmatch(tokens[0]) and fold(tokens[0]) not in _PREFIXES:
        letters += _letters_of(tokens[0])
        tokens = tokens[1:]
    name = _with_surname(tokens, letters, titled)
    return replace(name, sex=sex) if name is not None and sex else name


def upright(words: str) -> str:
    """ "Jansen, P." is P. Jansen, and "Wit, S. de" S. de Wit."""
    match = _TURNED.search(words)
    if match is None:
        return words
    return f"{words[: match.start()]}{match['first'].strip()} {match['surname']}{words[match.end() :]}"


def without_turned(words: str) -> str:
    """The words with every "Jansen, P." blotted out, so that its comma parts nothing."""
    return _TURNED.sub(lambda match: "\x00" * len(match.group()), words)


def _is_gentleman(tokens: list[str]) -> bool:
    """ "de heer Jansen"."""
    return fold(tokens[0]) == "de" and fold(tokens[1]) == "heer"


def _letters_of(token: str) -> str:
    parts = token.split(".") if "." in token else list(token)
    return "".join(fold(part.strip("-"))[:1] for part in parts)


def _with_surname(tokens: list[str], letters: str, titled: bool) -> PersonName | None:
    given: list[str] = []
    while tokens and fold(tokens[0]) not in _PREFIXES and not _opens_double_name(tokens[0]):
        given.append(tokens[0])
        tokens = tokens[1:]
    prefix: list[str] = []
    while len(tokens) > 1 and fold(tokens[0]) in _PREFIXES:
        prefix.append(fold(tokens[0]))
        tokens = tokens[1:]
    if not tokens:
        tokens, given = given[-1:], given[:-1]
    if not all(_is_name_word(token) for token in (*given, *tokens)):
        return None
    if not given and not letters and not prefix and not titled and len(tokens) == 1:
        return PersonName("", "", "", (), alone=fold(tokens[0]))
    first = fold(" ".join(given)).replace("-", " ")
    # "P. (Piet) Jansen": the written initials say as much as the name, and often more.
    initials = letters if len(letters) > len(given) else "".join(word[:1] for word in first.split()) or letters
    return PersonName(first, initials, " ".join(prefix), _surname_parts(tokens))


def _opens_double_name(token: str) -> bool:
    """The "Smit-de" of "Smit-de Wit"."""
    return "-" in token and fold(token).rpartition("-")[2] in _PREFIXES


def _is_name_word(token: str) -> bool:
    if fold(token) in _PREFIXES:
        return True
    return _WORD.fullmatch(token) is not None and any(character.isupper() for character in token[:3])


def _surname_parts(tokens: list[str]) -> tuple[str, ...]:
    parts = []
    for part in fold(" ".join(tokens)).split("-"):
        words = [word for word in part.split() if word not in _PREFIXES] or part.split()
        if words:
            parts.append(" ".join(words))
    return tuple(parts)


def likeness(one: PersonName, other: PersonName) -> int:
    """0 if these can't be one person; otherwise 1 to 3, higher where the names say more of the same."""
    if one.sex and other.sex and one.sex != other.sex:
        return 0
    if one.monogram or other.monogram:
        return _by_monogram(one, other)
    if one.alone or other.alone:
        return _by_one_word(one, other)
    surnames = _surnames_agree(one, other)
    if not surnames or not _first_names_agree(one, other):
        return 0
    return 3 if one == other else 2 if surnames == 2 and one.letters and other.letters else 1


def _by_monogram(one: PersonName, other: PersonName) -> int:
    if one.monogram and other.monogram:
        return 3 if one.monogram == other.monogram else 0
    name, letters = (other, one.monogram) if one.monogram else (one, other.monogram)
    return 1 if letters in _monograms(name) else 0


def _monograms(name: PersonName) -> set[str]:
    """ "Sanne de Wit" is SW, SdW, or, by the first letters of the surname, SWi."""
    if not name.letters or not name.surname:
        return set()
    small = "".join(word.strip("'")[:1] for word in name.prefix.split())
    last = "".join(part[:1] for part in name.surname)
    starts = {name.letters, name.letters[:1]}
    ends = {last, last[:1], name.surname[0][:2]}
    return {start + middle + end for start in starts for middle in {"", small} for end in ends}


def _by_one_word(one: PersonName, other: PersonName) -> int:
    if one.alone and other.alone:
        return 3 if one.alone == other.alone else 0
    name, word = (other, one.alone) if one.alone else (one, other.alone)
    if name.given.replace(" ", "-") == word.replace(" ", "-"):
        return 2
    if "-".join(name.surname) == word or (name.surname and name.surname[0] == word):
        return 2
    return 1 if word in name.surname or (name.given and word == name.given.split()[0]) else 0


def _surnames_agree(one: PersonName, other: PersonName) -> int:
    """2 for the same surname, 1 for one that is a part of the other (a married name, a second surname)."""
    if one.surname == other.surname:
        return 0 if one.prefix and other.prefix and one.prefix != other.prefix else 2
    shorter, longer = sorted((one, other), key=lambda name: len(name.surname))
    if set(shorter.surname) < set(longer.surname):
        return 1
    words, more = (" ".join((name.given, *name.surname)).split() for name in (shorter, longer))
    words, more = sorted((words, more), key=len)
    return 1 if len(words) > 1 and len(more) > len(words) and more[: len(words)] == words else 0


def _first_names_agree(one: PersonName, other: PersonName) -> bool:
    if one.given and other.given and one.surname == other.surname:
        return one.given == other.given
    if not one.letters or not other.letters:
        return True
    return one.letters.startswith(other.letters) or other.letters.startswith(one.letters)


_ARTICLE = re.compile(r"^(?:de|het|'t|een|onze|ons|the|our) (?=.)")


def without_article(folded: str) -> str:
    return _ARTICLE.sub("", folded)


def names_in(text: str) -> Iterator[re.Match[str]]:
    """Everything in running text that is written as a name of two words or more; may include other capitals."""
    for match in _IN_TEXT.finditer(text):
        if " " in match.group() or "." in match.group():
            yield match
