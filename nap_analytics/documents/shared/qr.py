"""An address as a QR code within a page: no file beside it, no network."""

from __future__ import annotations

import segno

from nap_analytics.palette import PAPER


def qr_data_uri(address: str) -> str:
    """The address as an SVG picture in a data URI, black on white with the white edge that the standard asks for (ISO/IEC 18004)."""
    return segno.make(address, error="m", micro=False).svg_data_uri(light=PAPER, omitsize=True)
