"""What the server answers: ready or not, packed assets, the document in its language, no data but its own."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from http.client import HTTPResponse
from typing import TYPE_CHECKING

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser.findings import serious_findings

if TYPE_CHECKING:
    from tests.browser.conftest import Visit


def ask(address: str, **headers: str) -> HTTPResponse:
    """The answer to a request with these headers."""
    request = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        return urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        return error


def script_address(server: str) -> str:
    """The address of Streamlit's main script."""
    with ask(f"{server}/", accept="text/html") as answer:
        found = re.search(r"static/js/index[\w.-]+", answer.read().decode())
    assert found is not None
    return f"{server}/{found.group()}"


def test_ready_tells_the_date_and_the_size_of_the_data(server: str) -> None:
    with ask(f"{server}/ready") as answer:
        state = json.load(answer)
    assert state["status"] == "ready"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", state["data_date"])
    assert state["row_counts"]["plan"] == 3


@pytest.mark.parametrize(
    ("path", "code"), [("/", "fr"), ("/budgets", "fr"), ("/?lang=en", "en"), ("/budgets?lang=en", "en"), ("/?lang=xx", "fr")]
)
def test_document_names_its_language_before_any_script(server: str, path: str, code: str) -> None:
    with ask(f"{server}{path}", accept="text/html", accept_encoding="gzip") as answer:
        assert answer.headers["content-encoding"] == "gzip"
    with ask(f"{server}{path}", accept="text/html") as answer:
        body = answer.read().decode()
    assert f'<html lang="{code}">' in body
    assert "<title>NAP Analytics</title>" in body


def test_browser_is_told_to_ask_no_other_host(server: str) -> None:
    with ask(f"{server}/", accept="text/html") as answer:
        policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_scripts_are_sent_by_brotli_and_stay_the_same(server: str) -> None:
    address = script_address(server)
    with ask(address) as answer:
        plain = answer.read()
    with ask(address, accept_encoding="gzip, deflate, br") as answer:
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]
        packed = answer.read()
    assert brotli.decompress(packed) == plain
    assert len(packed) < len(plain) / 2


def test_scripts_are_sent_by_gzip_to_those_who_do_not_know_brotli(server: str) -> None:
    with ask(script_address(server), accept_encoding="gzip") as answer:
        assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "path", ["/static/../../../../etc/passwd", "/static/js/../../../__init__.py", "/static/js/%2e%2e/%2e%2e/index.html", "/static/none.js"]
)
def test_no_file_outside_the_assets_is_packed(server: str, path: str) -> None:
    with ask(f"{server}{path}", accept_encoding="br") as answer:
        assert answer.headers["content-encoding"] != "br"


def test_table_opens_without_barriers_and_its_file_can_be_taken_away(visit: Visit) -> None:
    page = visit.open("/budgets")
    foot = page.locator('[class*="st-key-"][class*="-foot"]').filter(has=page.get_by_role("button", name="CSV")).first
    with page.expect_download() as taken:
        foot.get_by_role("button", name="CSV").click()
    content = taken.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b";" in content.splitlines()[0]
    assert taken.value.suggested_filename.endswith("-fr.csv")
    visit.click(foot.get_by_text("Afficher le tableau"))
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    assert serious_findings(page) == []
