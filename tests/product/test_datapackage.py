"""The files to take away: a data package that validates, Parquet with exact types, nothing unmasked."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from pyarrow import parquet

from nap_analytics import queries
from nap_analytics.errors import NapError
from nap_analytics.open_data.datapackage import Catalogue, descriptor, package_zip
from nap_analytics.open_data.parquet import parquet_bytes
from nap_analytics.warehouse import HIDDEN, Warehouse
from nap_analytics.wording.language import language, language_codes
from tests.tiny import Tables, measured, tiny_warehouse, together

SENSITIVE: Tables = together(
    measured("s", baseline=0, target=100, values=12.5, value_kind="percent"),
    {
        "region": [{"region_code": code, "name_en": code, "name_fr": code} for code in ("TS-1", "TS-2", "TS-3")],
        "indicator": [{"indicator_id": "cases", "is_sensitive": True}],
        "series": [{"series_id": "cases"}],
        "observation": [
            {"series_id": "cases", "period_end": "2020-12-31", "region_code": "TS-1", "value": 3},
            {"series_id": "cases", "period_end": "2020-12-31", "region_code": "TS-2", "value": 7},
            {"series_id": "cases", "period_end": "2020-12-31", "region_code": "TS-3", "value": 90},
        ],
        "activity": [{"activity_id": "A1", "text_en": "=1+1", "text_fr": "@cmd; é"}],
        "budget_line": [{"activity_id": "A1", "budget_year": 2019, "amount": "1500000.50"}, {"activity_id": "A1", "amount": None}],
        "printed_total": [{"amount": "1500000.50"}],
    },
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Tiny data with a small count and texts that a spreadsheet would run."""
    return tiny_warehouse(tmp_path_factory.mktemp("package"), SENSITIVE)


def catalogue(warehouse: Warehouse) -> Catalogue:
    """What the page Data gives to the package."""
    asked = (queries.relations(warehouse), queries.relation_columns(warehouse), queries.sources(warehouse))
    return Catalogue(*asked, version=warehouse.version)


@pytest.fixture(scope="module")
def zipped(warehouse: Warehouse) -> dict[str, bytes]:
    """The package of each language."""
    return {code: package_zip(catalogue(warehouse), language(code), warehouse=warehouse) for code in language_codes()}


@pytest.fixture(scope="module")
def packages(zipped: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same, laid out in folders."""
    folders = {code: tmp_path_factory.mktemp(code) for code in language_codes()}
    for code, folder in folders.items():
        with zipfile.ZipFile(io.BytesIO(zipped[code])) as archive:
            archive.extractall(folder)
    return folders


@pytest.mark.parametrize("code", language_codes())
def test_package_validates(code: str, packages: dict[str, Path], warehouse: Warehouse) -> None:
    report = Package(str(packages[code] / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == len(warehouse.relation_names())


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("budget_line", "2019,planned", "2019,promised", "constraint-error"),
        ("budget_line", "1500000.5", "a million", "type-error"),
        ("pillar", "tst-2019,1", "tst-2024,1", "foreign-key"),
        ("plan", "plan_id", "plan", "incorrect-label"),
    ],
)
def test_package_would_not_validate_with_a_fault(
    name: str, old: str, new: str, kind: str, packages: dict[str, Path], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(packages["en"], tmp_path / "en"))
    path = folder / "csv" / f"{name}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="")
    report = Package(str(folder / "datapackage.json")).get_resource(name).validate()
    assert kind in {error_kind for (error_kind,) in report.flatten(["type"])}


def test_package_is_the_same_each_time(zipped: dict[str, bytes], warehouse: Warehouse) -> None:
    assert package_zip(catalogue(warehouse), language("fr"), warehouse=warehouse) == zipped["fr"]


def test_package_holds_two_files_for_each_relation_and_nothing_unmasked(packages: dict[str, Path], warehouse: Warehouse) -> None:
    folder = packages["en"]
    names = warehouse.relation_names()
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"datapackage.json", *(f"csv/{name}.csv" for name in names), *(f"parquet/{name}.parquet" for name in names)}
    assert set(names).isdisjoint(HIDDEN)
    assert {resource["name"] for resource in described(warehouse)["resources"]} == set(names)


def test_small_counts_are_masked_in_every_file(packages: dict[str, Path]) -> None:
    folder = packages["en"]
    rows = parquet.read_table(folder / "parquet" / "observation.parquet").to_pylist()
    assert {row["region_code"]: row["value"] for row in rows if row["region_code"]} == {"TS-1": None, "TS-2": None, "TS-3": 90}
    written = (folder / "csv" / "observation.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[3:8] for line in written if "TS-" in line] == [
        ["TS-1", "", "", "", "masked"],
        ["TS-2", "", "", "", "masked"],
        ["TS-3", "", "", "90", ""],
    ]


def test_csv_is_in_the_format_of_its_language_and_runs_no_formula(packages: dict[str, Path]) -> None:
    french = (packages["fr"] / "csv" / "budget_line.csv").read_bytes().decode("utf-8")
    assert french.startswith("\ufeffplan_id;pillar_code;activity_id;budget_year;stage;amount;")
    assert ";2019;planned;1500000,5;XOF;" in french
    english = (packages["en"] / "csv" / "activity.csv").read_text(encoding="utf-8-sig")
    assert ",'=1+1,'@cmd; é," in english


def test_parquet_keeps_types_exact_amounts_and_texts(warehouse: Warehouse) -> None:
    read = parquet.read_table(io.BytesIO(parquet_bytes(warehouse.arrow("budget_line"))))
    assert [str(read.schema.field(name).type) for name in ("plan_id", "budget_year", "amount")] == ["string", "int32", "decimal128(18, 2)"]
    assert read.column("amount").to_pylist() == [Decimal("1500000.50"), None]
    assert warehouse.arrow("activity").column("text_en").to_pylist() == ["=1+1"]


def described(warehouse: Warehouse, code: str = "en") -> dict[str, Any]:
    """The descriptor in a language."""
    return descriptor(catalogue(warehouse), language(code))


def test_descriptor_tells_types_keys_codes_and_meanings(warehouse: Warehouse) -> None:
    resources = {resource["name"]: resource for resource in described(warehouse)["resources"]}
    fields = {field["name"]: field for field in resources["pillar"]["schema"]["fields"]}
    assert resources["pillar"]["schema"]["primaryKey"] == ["plan_id", "pillar_code"]
    assert resources["pillar"]["schema"]["foreignKeys"][0] == {
        "fields": ["plan_id"],
        "reference": {"resource": "plan", "fields": ["plan_id"]},
    }
    assert fields["is_own_translation"] == {
        "name": "is_own_translation",
        "type": "boolean",
        "description": fields["is_own_translation"]["description"],
        "trueValues": ["yes"],
        "falseValues": ["no"],
        "constraints": {"required": True},
    }
    stage = next(field for field in resources["budget_line"]["schema"]["fields"] if field["name"] == "stage")
    assert stage["constraints"] == {"required": True, "enum": ["planned", "committed", "disbursed", "spent"]}
    assert all(field["description"] != field["name"] for resource in resources.values() for field in resource["schema"]["fields"])


def test_descriptor_speaks_the_language_of_its_files(warehouse: Warehouse) -> None:
    french = described(warehouse, "fr")
    assert french["title"].startswith("Plans d’action nationaux")
    assert {resource["dialect"]["delimiter"] for resource in french["resources"]} == {";"}
    assert json.dumps(french, ensure_ascii=False).count('"trueValues": ["oui"]') > 0


@pytest.mark.parametrize("name", [*HIDDEN, "nowhere", "plan; DROP TABLE plan", 'plan" --', "duckdb_tables"])
def test_no_table_but_those_shown_is_given(name: str, warehouse: Warehouse) -> None:
    for give in (warehouse.table, warehouse.arrow):
        with pytest.raises(NapError, match="No table or view of this name"):
            give(name)


def test_table_gives_all_rows_or_the_first(warehouse: Warehouse) -> None:
    assert warehouse.table("budget_line")["amount"].dropna().tolist() == [1500000.5]
    assert len(warehouse.table("budget_line")) == 2
    assert len(warehouse.table("budget_line", row_limit=1)) == 1
    sizes = warehouse.relation_sizes().set_index("relation")["row_count"]
    assert (sizes["budget_line"], sizes["observation"], "reference_observation" in sizes.index) == (2, 4, False)
