"""The light page at its own address: one small HTML page without scripts, made once for each language, day and data."""

from __future__ import annotations

import os
import socket
from datetime import date
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse

from nap_analytics.documents.light_page import Link
from nap_analytics.errors import NapError
from nap_analytics.kit.light import light_page
from nap_analytics.ui.cache import warehouse
from nap_analytics.wording.language import DEFAULT_LANGUAGE, language, language_codes

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LIGHT_PATH = "light"
ADDRESS_VARIABLE = "NAP_ADDRESS"
"""Environment variable: where others reach the dashboard, for instance behind a web server."""

_NOWHERE = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737), which nobody has: asking for the way there sends nothing."""


def light(request: Request) -> Response:
    """The page in the language of the address; 503 with the reason while the data is at fault."""
    requested = request.query_params.get("lang", DEFAULT_LANGUAGE)
    code = requested if requested in language_codes() else DEFAULT_LANGUAGE
    try:
        return HTMLResponse(_page(code, warehouse().version, date.today()))
    except NapError as error:
        return PlainTextResponse(language(code)(error.message, **error.params), status_code=503)


@lru_cache(maxsize=8)
def _page(code: str, version: str, viewed_on: date) -> bytes:  # noqa: ARG001 (new data, new page)
    t = language(code)
    others = [language(other) for other in language_codes() if other != code]
    links = [
        *(Link(other.name, f"{LIGHT_PATH}?lang={other.code}", other.code) for other in others),
        Link(t("Open the whole dashboard"), f"./?lang={code}"),
    ]
    return light_page(warehouse(), t, viewed_on=viewed_on, links=tuple(links))


def light_address() -> str:
    """Where telephones in the room find the light page, without its language; empty where the dashboard answers on this computer alone."""
    base = os.environ.get(ADDRESS_VARIABLE) or _base_for_others()
    return f"{base.rstrip('/')}/{LIGHT_PATH}" if base else ""


def _base_for_others() -> str:
    """The dashboard's address as others see it: the one in the browser, unless that means this computer itself."""
    seen = urlsplit(st.context.url or "")
    if seen.hostname and not _is_own(seen.hostname):
        return f"{seen.scheme}://{seen.netloc}"
    if _is_own(st.get_option("server.address") or "0.0.0.0"):  # noqa: S104 (reads what is set)
        return ""
    own = _own_network_address()
    return f"http://{own}:{st.get_option('server.port')}" if own else ""


def _is_own(host: str) -> bool:
    """True for a name or number by which a computer calls itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _own_network_address() -> str:
    """The address of this computer in its network; empty where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return ""
