"""Who does it: the words of an owner cell, told apart into persons, roles, groups and nobody in particular."""

from __future__ import annotations

import re

from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, Owner, OwnerKind
from implan_lint.plan.names import person_name, upright, without_article, without_turned
from implan_lint.plan.words import fold

_SEPARATOR = re.compile(r"\s*(?:[,;/+&]|\b(?:en|and|i\.s\.m\.|ism|met|plus|samen met|with)(?=\s))\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_BLANK = re.compile(r"^[\s.\-–—_…?xX*/\\]*$")
_FILL_IN = re.compile(r"^[\[{<].*[\]}>]$")
_PREFIX = re.compile(
    r"(?:van der|van den|van de|van|der|den|de|het|ter|ten|te|in|op|aan|von|el|al|la|le|['’]t)", re.IGNORECASE
)
_NAME = re.compile(
    r"^(?:(?:dhr|mevr|mw|drs|ir|ing|dr|mr|prof)\.?\s+)*(?:[A-ZÀ-ÖØ-ÞŠŽŞĆČ]\.\s?){0,3}"
    r"(?:(?:van|de|der|den|het|ter|ten|te|in|op|aan|von|[Ee]l|[Aa]l|la|le|['’]t)\s+)*[A-ZÀ-ÖØ-ÞŠŽŞĆČ][\w'’éëïöüáà-]+"
    r"(?:\s+(?:(?:van|de|der|den|het|ter|ten|te|in|op|aan|von|[Ee]l|[Aa]l|la|le|['’]t)\s+)*[A-ZÀ-ÖØ-ÞŠŽŞĆČ][\w'’éëïöüáà-]+){0,3}$"
)
_LEADS = re.compile(
    r"^(?:kar)?trekker\s*:?\s+(?=\S)|^(?:lead|eindverantwoordelijke?)(?:\s*:\s*|\s+)(?=[A-Z])"
    r"|(?<=\S)\s+(?:(?:kar)?trekker|lead|eindverantwoordelijke?)$",
    re.IGNORECASE,
)
""" "Sanne trekker", "lead: Jan": the sign of who takes the lead is no part of the name."""
_DEGREES = re.compile(r"(?:\s(?:MSc|BSc|PhD|MBA|MEd|LLM|MA|BA|RN))+$")
_STILL_OPEN = re.compile(r"\s(?:nog|nader)\s+(?:te\s+\w+|onbekend|niet bekend)$", re.IGNORECASE)
_JOINTS = re.compile(r"\s+[-–—]\s+|\s*:\s+")
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
    masked = without_turned(_BRACKETS.sub(lambda match: "\x00" * len(match.group()), text.plain))
    for match in [*_SEPARATOR.finditer(masked), None]:
        end = match.start() if match else len(text.plain)
        part = text.part(start, end)
        if part.plain:
            owners.append(Owner(part.plain, kind_of(part.plain, lexicon), part.span))
        start = match.end() if match else end
    return tuple(owners)


def kind_of(name: str, lexicon: Lexicon) -> OwnerKind:
    """What a name is; a capitalised word that is nothing else is taken for a person."""
    plain = upright(_BRACKETS.sub("", name)).strip(" .*_@") or name.strip()
    if is_blank(plain, lexicon) or is_blank(name, lexicon):
        return OwnerKind.PLACEHOLDER
    if not lexicon.is_one_of("owner.role", plain):
        plain = without_lead(plain)
    if lexicon.is_one_of("owner.vague", plain) and not _NAMED_GROUP.search(plain):
        return OwnerKind.PERSON if _NAME.match(_inside_brackets(name)) else OwnerKind.VAGUE
    if lexicon.is_one_of("not_applicable", name) or _STILL_OPEN.search(plain):
        return OwnerKind.VAGUE
    bare = without_article(fold(plain))
    if lexicon.is_one_of("owner.role", bare):
        return OwnerKind.ROLE
    if _NAMED_GROUP.search(plain) or lexicon.is_one_of("owner.group", bare):
        return OwnerKind.GROUP
    if _NAME.match(_DEGREES.sub("", plain)):
        return OwnerKind.PERSON
    return OwnerKind.ROLE if lexicon.holds("owner.role", plain) else OwnerKind.GROUP


def without_brackets(name: str) -> str:
    return _BRACKETS.sub(" ", name).strip() or name.strip()


def without_lead(name: str) -> str:
    """ "trekker: Sanne" is Sanne."""
    return _LEADS.sub("", name) or name


def _inside_brackets(name: str) -> str:
    return name[name.find("(") + 1 : name.rfind(")")].strip() if "(" in name and ")" in name else ""


def who_is_meant(name: str, lexicon: Lexicon) -> tuple[str, OwnerKind]:
    """The bare name of an owner and what it is.

    Of "projectleider Sanne de Wit", "Sanne de Wit - projectleider" and "het team (Sanne de Wit)" that is the person;
    words in brackets behind a person only say more of them.
    """
    bare = upright(without_brackets(name)).strip(" .*_@")
    if not lexicon.is_one_of("owner.role", bare):
        bare = without_lead(bare)
    kind = kind_of(name, lexicon)
    if kind is OwnerKind.PERSON and kind_of(bare, lexicon) is OwnerKind.PERSON:
        return _person_in(bare, lexicon) or bare, kind
    if person := _person_in(bare, lexicon) or _person_in(_inside_brackets(name), lexicon):
        return person, OwnerKind.PERSON
    if kind is OwnerKind.PERSON:
        return _inside_brackets(name) or bare, kind
    return bare, kind


def _person_in(words: str, lexicon: Lexicon) -> str | None:
    """A whole name that stands alone, beside a role behind a dash or colon, or right behind a role."""
    for part in _JOINTS.split(words):
        tokens = part.split()
        for size in range(min(4, len(tokens) - 1)):
            rest = " ".join(tokens[size:])
            before = " ".join(tokens[:size])
            if (not size or lexicon.is_one_of("owner.role", before)) and _is_whole_name(rest, lexicon):
                return rest
    return None


def _is_whole_name(words: str, lexicon: Lexicon) -> bool:
    name = person_name(words)
    if name is None or not name.surname:
        return False
    first = words.split(maxsplit=1)[0]
    return kind_of(words, lexicon) is OwnerKind.PERSON and not lexicon.is_one_of("owner.role", first)


def looks_like_person(name: str) -> bool:
    """A first and a last name, or initials and a last name: "Sanne de Wit", "S. de Wit"."""
    plain = upright(name.strip())
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
