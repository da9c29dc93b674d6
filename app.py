"""The server: starts the main script, compresses what it sends, answers `/ready` and `/light`.

Run with `streamlit run app.py`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from nap_analytics.errors import NapError
from nap_analytics.ui.cache import warehouse_status
from nap_analytics.ui.compression import PackedAssets
from nap_analytics.ui.document import Document
from nap_analytics.ui.frame import unexpected_error_box
from nap_analytics.ui.light import LIGHT_PATH, light
from nap_analytics.ui.navigation import FIRST_PAGE

if TYPE_CHECKING:
    from starlette.requests import Request

ROOT = Path(__file__).parent


def ready(_: Request) -> JSONResponse:
    """200 with the date and the size of the data once they are loaded and sound; 503 with the reason while they are not.

    ``version`` is that of the bundle which started the server; null where none did.
    """
    version = os.environ.get("NAP_VERSION")
    try:
        return JSONResponse({"status": "ready", "version": version, **warehouse_status()})
    except NapError as error:
        return JSONResponse({"status": "failed", "version": version, "error": str(error)}, status_code=503)


def first_page(request: Request) -> RedirectResponse:
    """The page that opens is at the root; its own name leads there, with the parameters."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


app = st.App(
    ROOT / "nap_analytics" / "ui" / "main.py",
    routes=[Route("/ready", ready), Route(f"/{FIRST_PAGE}", first_page), Route(f"/{LIGHT_PATH}", light)],
    middleware=[Middleware(PackedAssets), Middleware(GZipMiddleware, minimum_size=1000), Middleware(Document)],
    on_script_error=unexpected_error_box,
)
