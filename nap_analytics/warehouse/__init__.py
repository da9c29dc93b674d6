"""From files to answers: load, check, views; the only place that knows DuckDB."""

from nap_analytics.warehouse.database import HIDDEN, Warehouse, open_warehouse
from nap_analytics.warehouse.dictionary import comments, dictionary
from nap_analytics.warehouse.load import cache_folder, data_folder, workspace_folder
from nap_analytics.warehouse.sandbox import Sandbox

__all__ = ["HIDDEN", "Sandbox", "Warehouse", "cache_folder", "comments", "data_folder", "dictionary", "open_warehouse", "workspace_folder"]
