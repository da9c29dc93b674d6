"""The pages in the order of the sidebar: file name, title and icon of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nap_analytics.errors import N_, NapError

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES_FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True)
class PageEntry:
    """One page: its title in English, marked for the catalogues, its icon, and whether it is about plans, so that it needs one."""

    title: str
    icon: str
    needs_plan: bool = True


PAGES: Mapping[str, PageEntry] = {
    "overview": PageEntry(title=N_("Overview"), icon=":material/home:"),
    "progress": PageEntry(title=N_("Progress"), icon=":material/trending_up:"),
    "indicators": PageEntry(title=N_("Indicators"), icon=":material/show_chart:"),
    "plans": PageEntry(title=N_("Plans compared"), icon=":material/compare_arrows:"),
    "budgets": PageEntry(title=N_("Budgets"), icon=":material/payments:"),
    "data": PageEntry(title=N_("Data"), icon=":material/table_chart:", needs_plan=False),
    "present": PageEntry(title=N_("Present"), icon=":material/slideshow:"),
    "sources": PageEntry(title=N_("Sources and method"), icon=":material/menu_book:", needs_plan=False),
}
"""File name in ``pages/`` -> entry. A page's address is its file name; the first opens at the root."""

FIRST_PAGE = next(iter(PAGES))


def page_path(name: str) -> Path:
    """The file of a page.

    Raises:
        NapError: there is no page of this name.
    """
    if name not in PAGES:
        raise NapError(N_("There is no page “{name}”."), name=name)
    return PAGES_FOLDER / f"{name}.py"
