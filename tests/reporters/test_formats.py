from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from implan_lint.catalogue.folders import schemas_folder
from implan_lint.engine.results import Run
from implan_lint.reporters import FORMATS, reporter
from implan_lint.reporters.report_model import Report
from implan_lint.reporters.summary import summary
from implan_lint.reporters.terminal import View
from tests.reporters.runs import RUN

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("full.txt", View("nl", width=80)),
        ("full-en.txt", View("en", width=80, statistics=True)),
        ("full-color.txt", View("nl", width=80, color=True)),
        ("concise.txt", View("nl", width=80)),
        ("json.json", View("nl", width=80)),
        ("json-statistics.json", View("nl", width=80, statistics=True)),
    ],
)
def test_the_report_is_as_agreed(name: str, view: View) -> None:
    report = reporter(re.split("[-.]", name)[0]).render(RUN, view)
    assert report == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("run", [RUN, Run(())])
def test_the_json_report_is_what_its_schema_says(run: Run, statistics: bool) -> None:
    report = json.loads(reporter("json").render(run, View(statistics=statistics)))
    schema = json.loads((schemas_folder() / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    assert Report.model_validate(report).summary.files == len(run.files)


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_obeys_what_a_path_asks_of_the_terminal(name: str) -> None:
    assert "\x1b" not in reporter(name).render(RUN, View())


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_each_time(name: str) -> None:
    assert reporter(name).render(RUN, View()) == reporter(name).render(RUN, View())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        reporter("os")


@pytest.mark.parametrize(
    ("run", "language", "sentence"),
    [
        (
            RUN, "nl",
            "2 fouten en 1 waarschuwing in 2 plannen; 1 te herstellen met --fix --unsafe-fixes; "
            "14 andere Markdown-bestanden overgeslagen.",
        ),
        (
            RUN, "en",
            "2 errors and 1 warning in 2 plans; 1 fixable with --fix --unsafe-fixes; 14 other Markdown files skipped.",
        ),
        (Run(RUN.files[1:]), "nl", "1 fout in 1 plan."),
        (Run((), others=1), "nl", "Niets gevonden in 0 plannen; 1 ander Markdown-bestand overgeslagen."),
        (Run(()), "en", "Nothing found in 0 plans."),
    ],
)  # fmt: skip
def test_the_summary(run: Run, language: str, sentence: str) -> None:
    assert summary(run, language) == sentence
