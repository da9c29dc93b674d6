"""Assets are packed quickly for the first visitor and at their best for those who follow."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import brotli
import pytest
import streamlit

from nap_analytics.ui.compression import ICON_FONT, PackedAssets

ASSETS = Path(streamlit.__file__).parent / "static"
STYLE = next((ASSETS / "static" / "css").glob("index.*.css"))


async def passed_on(_scope: Any, _receive: Any, send: Any) -> None:
    """The application behind the middleware."""
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def asked(middleware: PackedAssets, path: str, *, accept: str = "gzip, br") -> tuple[int, bytes]:
    """Status and body of the answer."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    scope = {
        "type": "http",
        "asgi": {"spec_version": "2.4"},
        "method": "GET",
        "path": path,
        "headers": [(b"accept-encoding", accept.encode())],
    }
    asyncio.run(middleware(scope, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent)


@pytest.fixture
def middleware(tmp_path: Path) -> PackedAssets:
    """The middleware on an empty folder, whose background work begins at once."""
    return PackedAssets(passed_on, folder=tmp_path, rest_seconds=0)


def test_asset_is_packed_once_quickly_and_then_at_its_best(middleware: PackedAssets, tmp_path: Path) -> None:
    path = f"/{STYLE.relative_to(ASSETS).as_posix()}"
    status, body = asked(middleware, path)
    assert (status, brotli.decompress(body)) == (200, STYLE.read_bytes())
    deadline = time.monotonic() + 20
    while not list(tmp_path.rglob("*.11.br")) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert sorted(packed.suffixes[-2] for packed in tmp_path.rglob("*.br")) == [".11", ".5"]
    assert brotli.decompress(asked(middleware, path)[1]) == STYLE.read_bytes()


@pytest.mark.parametrize("path", ["/", "/ready", "/static/none.js", "/static/../../runtime/app_session.py", "/media/a.css"])
def test_anything_else_is_passed_on(middleware: PackedAssets, path: str) -> None:
    assert asked(middleware, path)[0] == 204


def test_browser_without_brotli_is_passed_on(middleware: PackedAssets) -> None:
    assert asked(middleware, f"/{STYLE.relative_to(ASSETS).as_posix()}", accept="gzip")[0] == 204


def test_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    middleware = PackedAssets(passed_on, folder=tmp_path / "file", rest_seconds=0)
    assert asked(middleware, f"/{STYLE.relative_to(ASSETS).as_posix()}")[0] == 204


def test_icon_font_is_the_small_one(middleware: PackedAssets) -> None:
    assert asked(middleware, "/static/media/MaterialSymbols-Rounded.nEdyypZU.woff2") == (200, ICON_FONT.read_bytes())
