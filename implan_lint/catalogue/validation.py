"""Pydantic's complaints, put where the author of a page can see them: at a line, with the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from implan_lint.catalogue.problems import Problem, did_you_mean
from implan_lint.catalogue.yaml_nodes import Lines

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

_QUOTED = re.compile(r"'([^']+)'")


def validated(
    model: type[Model], data: object, path: str, lines: Lines, below: tuple[str, ...] = ()
) -> tuple[Model | None, list[Problem]]:
    """The data as a model, or what is wrong with them. `below` is where in the file the data stand."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, problems_of(error, path, lines, model, below)


def problems_of(
    error: ValidationError, path: str, lines: Lines, model: object, below: tuple[str, ...] = ()
) -> list[Problem]:
    """One Problem for each of pydantic's errors."""
    return [
        Problem(path, lines.of((*below, *detail["loc"])), _message(detail, below), _hint(detail, model))
        for detail in error.errors(include_url=False)
    ]


def _message(detail: ErrorDetails, below: tuple[str, ...]) -> str:
    place = ".".join(str(part) for part in (*below, *detail["loc"]) if part != "[key]")
    if detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"unknown key '{place}'"
    if detail["type"] in ("missing", "missing_argument"):
        return f"'{place}' is missing"
    if detail["type"] == "enum":
        return f"'{detail['input']}' is no {place.rpartition('.')[2] or 'value'}"
    return f"'{place}': {detail['msg']}" if place else detail["msg"]


def _hint(detail: ErrorDetails, model: object) -> str:
    if detail["type"] == "enum":
        return did_you_mean(str(detail["input"]), _QUOTED.findall(str(detail["ctx"]["expected"])))
    if detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return did_you_mean(str(detail["loc"][-1]), _keys_at(model, detail["loc"][:-1]))
    return ""


def _keys_at(model: object, location: tuple[int | str, ...]) -> Iterable[str]:
    """The keys that are known at a place inside a model (or a dataclass)."""
    for part in location:
        fields = _fields(model)
        inner = fields.get(str(part)) if fields else _item_type(model)
        if inner is None:
            return ()
        model = _plain(inner)
    return _fields(model)


def _fields(model: object) -> dict[str, Any]:
    if isinstance(model, type) and issubclass(model, BaseModel):
        return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    return dict.fromkeys(getattr(model, "__dataclass_fields__", {}))


def _item_type(container: object) -> object:
    """The values of a dict or the items of a tuple."""
    types = [kind for kind in get_args(container) if kind is not Ellipsis]
    return types[-1] if types else None


def _plain(annotation: object) -> object:
    """`Words` for `Words | None`."""
    choices = [kind for kind in get_args(annotation) if kind is not type(None)]
    return choices[0] if len(choices) == 1 and type(None) in get_args(annotation) else annotation
