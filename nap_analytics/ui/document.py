"""The HTML document that carries the pages: its language, its title, and the rule that it asks no other host."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders

from nap_analytics.wording.language import DEFAULT_LANGUAGE, language_codes

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
"""Content security policy: the browser itself refuses to load anything from, or send anything to, another host."""


class Document:
    """Middleware: rewrites the one HTML document that Streamlit serves for every page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite answers to a browser that asks for a document; pass everything else on."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        await self.app(_asking_plain(scope), receive, _Rewriter(send, language_code=_language_code(scope)))


def _language_code(scope: Scope) -> str:
    """The language in the address, else the default."""
    requested = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [DEFAULT_LANGUAGE])[0]
    return requested if requested in language_codes() else DEFAULT_LANGUAGE


def _asking_plain(scope: Scope) -> Scope:
    """The request without the headers that would bring an answer packed, or none because it is known already."""
    left_out = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in left_out]}


class _Rewriter:
    """Sends an answer on; an HTML document is gathered whole and rewritten first."""

    def __init__(self, send: Send, *, language_code: str) -> None:
        self._send = send
        self._language_code = language_code
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is not None and message["type"] == "http.response.body":
            await self._gather(message)
        else:
            await self._send(message)

    async def _gather(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body", False) or self._start is None:
            return
        body = self._rewritten()
        headers = MutableHeaders(raw=self._start["headers"])
        headers["content-length"] = str(len(body))
        headers["content-security-policy"] = _POLICY
        headers["referrer-policy"] = "same-origin"
        for stale in ("etag", "last-modified"):
            if stale in headers:
                del headers[stale]
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})

    def _rewritten(self) -> bytes:
        titled = self._body.replace(b"<title>Streamlit</title>", b"<title>NAP Analytics</title>", 1)
        return titled.replace(b'<html lang="en">', f'<html lang="{self._language_code}">'.encode(), 1)


def _is_html(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
