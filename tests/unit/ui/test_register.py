"""Registers: escaped text, folding groups, links that keep the language."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from nap_analytics.ui.register import address
from nap_analytics.wording.language import language


def _script() -> None:
    from nap_analytics.ui.register import Between, Group, TextCell, draw_register

    rows = [
        Between("1.1 Result", "2 of 5"),
        [TextCell("<b>x</b>", note="note", href="indicators?indicator=a&lang=en", mark="★", colour="#000")],
    ]
    draw_register(["Indicator"], [Group("1. Pillar", "5 & more", rows, is_open=True)], widths=(100,))


def test_a_register_is_escaped_and_folds() -> None:
    (html,) = AppTest.from_function(_script).run().get("html")
    body = html.proto.body
    assert "&lt;b&gt;x&lt;/b&gt;" in body
    assert "<details open>" in body
    assert "5 &amp; more" in body
    assert 'href="indicators?indicator=a&amp;lang=en"' in body


def test_an_address_keeps_the_language_and_escapes_codes() -> None:
    assert address(language("en"), "indicators", indicator="mli-2019:1.1a") == "indicators?indicator=mli-2019%3A1.1a&lang=en"
    assert address(language("fr"), "indicators", indicator="x") == "indicators?indicator=x"
