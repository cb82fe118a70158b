"""Who does it: the words of an owner cell, told apart into persons, roles, groups and nobody in particular."""

from __future__ import annotations

import re

from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, Owner, OwnerKind
from implan_lint.plan.words import fold

_SEPARATOR = re.compile(r"\s*(?:[,;/+&]|\b(?:en|and|i\.s\.m\.|ism|met|plus|samen met|with)(?=\s))\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_BLANK = re.compile(r"^[\s.\-–—_…?xX*/\\]*$")
_FILL_IN = re.compile(r"^[\[{<].*[\]}>]$")
_PREFIX = re.compile(
    r"(?:van der|van den|van de|van|der|den|de|het|ter|ten|te|in|op|aan|von|el|al|la|le|'t)", re.IGNORECASE
)
_NAME = re.compile(
    r"^(?:(?:dhr|mevr|mw|drs|ir|ing|dr|mr|prof)\.?\s+)*(?:[A-ZÉÜÖ]\.\s?){0,3}"
    r"(?:(?:van|de|der|den|het|ter|ten|te|in|op|aan|von|el|al|la|le|'t)\s+)*[A-ZÉÜÖÄ][\w'’éëïöüáà-]+"
    r"(?:\s+(?:(?:van|de|der|den|het|ter|ten|te|in|op|aan|von|el|al|la|le|'t)\s+)*[A-ZÉÜÖÄ][\w'’éëïöüáà-]+){0,3}$"
)
_NAMED_GROUP = re.compile(
    r"\b(?:team|afdeling|dienst|unit|cluster|sector|bureau|programma|werkgroep|department)\s+[A-ZÉ0-9][\w&-]*"
    r"|\b[A-Z]{2,}(?:-|\s)team\b|\b(?!het\b|ons\b)\w{3,}-?team\b"
)


def is_blank(text: str, lexicon: Lexicon) -> bool:
    """Empty, or only a sign that it must still be filled in: "-", "?", "n.t.b.", "[naam]"."""
    plain = text.strip()
    if _BLANK.match(plain) or _FILL_IN.match(plain):
        return True
    return lexicon.is_one_of("placeholder", plain)


def read_owners(text: Text, lexicon: Lexicon) -> tuple[Owner, ...]:
    """The parties of an owner cell, in order. Separators are commas, slashes, "en", "i.s.m."."""
    owners: list[Owner] = []
    start = 0
    masked = _BRACKETS.sub(lambda match: "\x00" * len(match.group()), text.plain)
    for match in [*_SEPARATOR.finditer(masked), None]:
        end = match.start() if match else len(text.plain)
        part = text.part(start, end)
        if part.plain:
            owners.append(Owner(part.plain, kind_of(part.plain, lexicon), part.span))
        start = match.end() if match else end
    return tuple(owners)


def kind_of(name: str, lexicon: Lexicon) -> OwnerKind:
    """What a name is; a capitalised word that is nothing else is taken for a person."""
    plain = _BRACKETS.sub("", name).strip(" .*_@") or name.strip()
    if is_blank(plain, lexicon) or is_blank(name, lexicon):
        return OwnerKind.PLACEHOLDER
    if lexicon.is_one_of("owner.vague", plain) and not _NAMED_GROUP.search(plain):
        inside = name[name.find("(") + 1 : name.rfind(")")] if "(" in name else ""
        return OwnerKind.PERSON if inside and _NAME.match(inside.strip()) else OwnerKind.VAGUE
    if lexicon.is_one_of("owner.role", fold(plain)):
        return OwnerKind.ROLE
    if _NAMED_GROUP.search(plain) or lexicon.is_one_of("owner.group", plain):
        return OwnerKind.GROUP
    if _NAME.match(plain):
        return OwnerKind.PERSON
    return OwnerKind.ROLE if lexicon.holds("owner.role", plain) else OwnerKind.GROUP


def looks_like_person(name: str) -> bool:
    """A first and a last name, or initials and a last name: "Sanne de Wit", "S. de Wit"."""
    plain = name.strip()
    words = [word for word in plain.split() if not _PREFIX.fullmatch(word)]
    return len(words) >= 2 and _NAME.match(plain) is not None


def owner_mention(text: Text, lexicon: Lexicon) -> tuple[Mention | None, tuple[Owner, ...], Mention | None]:
    """An owner cell: the words that name somebody, the parties in them, or else the placeholder that stands there."""
    plain = text.plain.strip()
    if not plain:
        return None, (), None
    if is_blank(plain, lexicon):
        return None, (), Mention(plain, text.span)
    owners = read_owners(text, lexicon)
    if owners and all(owner.kind is OwnerKind.PLACEHOLDER for owner in owners):
        return None, owners, Mention(plain, text.span)
    return Mention(plain, text.span), owners, None
