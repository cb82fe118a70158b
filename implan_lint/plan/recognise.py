"""Which kind of plan this is, when it doesn't say so itself."""

from __future__ import annotations

from collections.abc import Mapping

from implan_lint.document.model import Document
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import MetaField, PlanSection, PlanTable
from implan_lint.plan.profile import Profile
from implan_lint.plan.words import fold, phrase_pattern

DEFAULT = "algemeen"
_LEAD = 2


def named_profile(meta: Mapping[str, MetaField], profiles: Mapping[str, Profile]) -> Profile | None:
    """The profile that the front matter names, by name or alias; None if it names none that exists."""
    field = meta.get("profiel")
    if field is None or not field.from_front_matter:
        return None
    wanted = fold(field.text)
    for profile in profiles.values():
        if wanted in (fold(profile.name), *(fold(alias) for alias in profile.aliases)):
            return profile
    return None


def recognise_profile(
    document: Document,
    sections: tuple[PlanSection, ...],
    tables: tuple[PlanTable, ...],
    profiles: Mapping[str, Profile],
    lexicon: Lexicon,
) -> Profile:
    """The profile whose own headings and words stand in the plan, if it leads clearly; `algemeen` otherwise.

    A heading that only this kind of plan uses counts 3, a required section 1; it needs two of its own cues at least.
    """
    headings = " \n ".join(fold(section.heading.text.plain) for section in sections)
    present = {kind for section in sections for kind in section.kinds}
    scores: list[tuple[float, int, str]] = []
    for profile in profiles.values():
        cues = set(phrase_pattern(profile.cues).findall(headings))
        required = [part for part in profile.sections if part.required]
        share = sum(1 for part in required if part.kind in present) / max(1, len(required))
        scores.append((3 * len(cues) + 4 * share, len(cues), profile.name))
    scores.sort(reverse=True)
    best, runner_up = scores[0], scores[1] if len(scores) > 1 else (0.0, 0, "")
    if best[1] >= 2 and best[0] - runner_up[0] >= _LEAD:
        return profiles[best[2]]
    return profiles.get(DEFAULT, profiles[best[2]])
