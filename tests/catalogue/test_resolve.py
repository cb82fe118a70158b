from __future__ import annotations

import pytest

from implan_lint.catalogue.resolve import UnknownCheckError, known_checks, resolve_check


def test_a_plugin_is_found_by_its_entry_point(plugin: None) -> None:
    assert resolve_check("acme:rooms.without_owner").values == {"action", "column"}
    assert known_checks("acme") == ("acme:rooms.mended", "acme:rooms.too_many", "acme:rooms.without_owner")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "rooms",
        "rooms.",
        "..os.system",
        "acme:rooms.Limits",
        "acme:rooms.check",
        "acme:halls.x",
        "nobody:a.b",
        "os.path",
    ],
)
def test_an_address_without_a_check_is_refused(plugin: None, address: str) -> None:
    with pytest.raises(UnknownCheckError):
        resolve_check(address)


def test_an_installed_plugin_is_hinted_at(plugin: None) -> None:
    with pytest.raises(UnknownCheckError) as raised:
        resolve_check("acma:rooms.without_owner")
    assert "acme" in raised.value.known


def test_an_error_inside_a_check_module_is_not_hidden(plugin: None) -> None:
    with pytest.raises(ModuleNotFoundError, match="a_module_that_nobody_installed"):
        resolve_check("kapot:rooms.without_owner")


@pytest.mark.parametrize("address", known_checks())
def test_every_known_check_stands_at_its_address(address: str) -> None:
    assert resolve_check(address).variants
