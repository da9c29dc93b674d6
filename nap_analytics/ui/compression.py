"""Brotli for the scripts and styles that Streamlit ships: packed once, kept on disk, served from there.

Streamlit sends its assets plain, and gzip on the fly costs time at each visit and packs less: its chart script is 4.7 MB
plain, 1.42 MB by gzip, 1.06 MB by brotli at its best. The best takes seconds, so the first visitor of an asset gets the
quick packing at once, and a background thread makes the best one for all who follow.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import FileResponse

from nap_analytics.warehouse.load import cache_folder

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_ASSETS = Path(streamlit.__file__).parent / "static"
_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_SMALLEST_BYTES = 1000
_QUICK, _BEST = 5, 11
ICON_FONT = Path(__file__).parent / "icons.woff2"
"""The icons that are drawn, out of the thousands of the font that Streamlit ships (``tests/icons.py`` cuts it)."""

_WHOLE_ICON_FONT = "/static/media/MaterialSymbols-Rounded."
_IMMUTABLE = "public, immutable, max-age=31536000"
"""Streamlit's asset names carry a hash of their content."""

_FOR_A_DAY = "public, max-age=86400"
"""The icon font has the name of Streamlit's whole one, whatever it holds."""


class PackedAssets:
    """Middleware: answers requests for assets from brotli files in the workspace, passes everything else on."""

    def __init__(self, app: ASGIApp, *, folder: Path | None = None, rest_seconds: float = 20) -> None:
        """Keep packed files in the folder; let the machine rest so long before the background work begins."""
        self.app = app
        cache = folder or cache_folder() / "assets"
        self._shelf = _Shelf(folder=cache / streamlit.__version__, rest_seconds=rest_seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the packed asset where the browser takes brotli and the asset is worth packing."""
        if scope["type"] == "http" and scope["path"].startswith(_WHOLE_ICON_FONT):
            font = FileResponse(ICON_FONT, media_type="font/woff2", headers={"cache-control": _FOR_A_DAY})
            await font(scope, receive, send)
            return
        asset = _asset(scope)
        packed = await run_in_threadpool(self._shelf.packed, asset) if asset else None
        if asset is None or packed is None:
            await self.app(scope, receive, send)
            return
        response = FileResponse(
            packed,
            media_type=_MEDIA_TYPES[asset.suffix],
            headers={"content-encoding": "br", "cache-control": _IMMUTABLE, "vary": "accept-encoding"},
        )
        await response(scope, receive, send)


def _asset(scope: Scope) -> Path | None:
    """The file asked for, if it is an asset of Streamlit that packs well and the browser takes brotli."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/static/"):
        return None
    headers = Headers(scope=scope)
    if "br" not in {part.split(";")[0].strip() for part in headers.get("accept-encoding", "").split(",")} or "range" in headers:
        return None
    asset = (_ASSETS / scope["path"].lstrip("/")).resolve()
    is_inside = asset.is_relative_to(_ASSETS.resolve()) and asset.suffix in _MEDIA_TYPES and asset.is_file()
    return asset if is_inside and asset.stat().st_size >= _SMALLEST_BYTES else None


@dataclass
class _Shelf:
    """Packed assets on disk: the quick packing made when asked for, the best one afterwards."""

    folder: Path
    rest_seconds: float
    _waiting: queue.SimpleQueue[Path] = field(default_factory=queue.SimpleQueue)
    _started: threading.Event = field(default_factory=threading.Event)

    def packed(self, asset: Path) -> Path | None:
        """The best packing there is; None where the folder cannot be written."""
        best = self._path(asset, quality=_BEST)
        if best.exists():
            return best
        quick = self._path(asset, quality=_QUICK)
        try:
            if not quick.exists():
                _pack(asset, quick, quality=_QUICK)
        except OSError:
            return None
        self._improve_later(asset)
        return quick

    def _path(self, asset: Path, *, quality: int) -> Path:
        return self.folder / f"{asset.name}.{quality}.br"

    def _improve_later(self, asset: Path) -> None:
        self._waiting.put(asset)
        if not self._started.is_set():
            self._started.set()
            threading.Thread(target=self._improve, name="packed-assets", daemon=True).start()

    def _improve(self) -> None:
        """Pack each waiting asset at its best, once the first visitors have been served."""
        time.sleep(self.rest_seconds)
        while True:
            asset = self._waiting.get()
            best = self._path(asset, quality=_BEST)
            if not best.exists():
                _pack(asset, best, quality=_BEST)


def _pack(asset: Path, target: Path, *, quality: int) -> None:
    """Write the packed asset whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{threading.get_ident()}.part")
    unfinished.write_bytes(brotli.compress(asset.read_bytes(), quality=quality))
    unfinished.replace(target)
