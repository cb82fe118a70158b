"""A read catalogue kept as JSON, so that a warm start need not read a single page.

JSON and never pickle: a cache that somebody else can write must not be able to run code. Sets, enums and
tuples have one JSON form each, so what is loaded equals what was saved (a test holds it to that).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from implan_lint.catalogue.model import Catalogue, Rule, Wording
from implan_lint.diagnostic import Confidence, RuleKind, Severity
from implan_lint.plan.profile import Phase, Profile, SectionRule, TableRule
from implan_lint.plan.vocabulary import Vocabulary


def save(path: Path, key: str, catalogue: Catalogue) -> None:
    """Keeps the catalogue under a key, in one atomic step. A folder that can't be written is no error."""
    text = json.dumps({"key": key, "catalogue": _plain(catalogue)}, ensure_ascii=False, separators=(",", ":"))
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError:
        try:
            draft.unlink(missing_ok=True)
        except OSError:
            return


def load(path: Path, key: str) -> Catalogue | None:
    """The catalogue kept under this key; None if there is none, or nothing that can be read."""
    try:
        kept = json.loads(path.read_bytes())
        return _catalogue(kept["catalogue"]) if kept["key"] == key else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        # Half a file, another program's file, an older shape: all mean the same, read the pages again.
        return None


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON has no type of its own
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def tuples(value: Any) -> Any:  # noqa: ANN401 - JSON has no type of its own
    """JSON lists as tuples, however deep."""
    if isinstance(value, (list, tuple)):
        return tuple(tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: tuples(item) for key, item in value.items()}
    return value


def _catalogue(plain: Any) -> Catalogue:  # noqa: ANN401
    return Catalogue(
        rules={code: _rule(rule) for code, rule in plain["rules"].items()},
        profiles={name: _profile(profile) for name, profile in plain["profiles"].items()},
        vocabulary=Vocabulary(**tuples(plain["vocabulary"])),
        caps={
            Phase(phase): {RuleKind(kind): Severity(cap) for kind, cap in caps.items()}
            for phase, caps in plain["caps"].items()
        },
    )


def _rule(plain: Any) -> Rule:  # noqa: ANN401
    return Rule(
        **tuples(
            plain
            | {
                "kind": RuleKind(plain["kind"]),
                "severity": {profile: Severity(word) for profile, word in plain["severity"].items()},
                "confidence": Confidence(plain["confidence"]),
                "wordings": {variant: _wording(words) for variant, words in plain["wordings"].items()},
            }
        )
    )


def _wording(plain: Any) -> Wording:  # noqa: ANN401
    severity = plain["severity"]
    return Wording(plain["message"], plain["help"], None if severity is None else Severity(severity), plain["fix"])


def _profile(plain: Any) -> Profile:  # noqa: ANN401
    plain = tuples(plain)
    return Profile(
        **plain
        | {
            "sections": tuple(SectionRule(**section) for section in plain["sections"]),
            "tables": tuple(TableRule(**table) for table in plain["tables"]),
        }
    )
