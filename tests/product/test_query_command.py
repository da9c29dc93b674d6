"""`python -m nap_analytics query`: one SELECT over tables and views in, plain CSV out; no way to files, settings or unmasked rows."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nap_analytics.cli import app
from nap_analytics.errors import QueryError
from nap_analytics.warehouse import HIDDEN, Sandbox
from tests.tiny import Tables, measured, together, write_folder

ROOT = Path(__file__).parents[2]

ROWS: Tables = together(
    measured("s", baseline=0, target=100, values=12.5, value_kind="percent"),
    {
        "activity": [{"activity_id": "A1"}],
        "budget_line": [{"activity_id": "A1", "budget_year": 2019, "amount": "1500000.50"}, {"activity_id": "A1", "amount": None}],
        "printed_total": [{"amount": "1500000.50"}],
    },
)

ACCEPTED = {
    "SELECT plan_id, start_year FROM plan": [("tst-2019", 2019)],
    "select plan_id from plan; -- a comment": [("tst-2019",)],
    "/* first */ FROM pillar SELECT pillar_code": [("1",)],
    "SELECT value FROM observation": [(12.5,)],
    "SELECT value FROM main.observation": [(12.5,)],
    "SELECT progress_pct FROM pillar_progress": [(12.5,)],
    "SELECT progress_pct FROM pillar_progress(DATE '2022-12-31')": [(12.5,)],
    "SELECT progress_pct FROM pillar_progress(DATE '2019-12-31')": [(None,)],
    "WITH p AS (SELECT plan_id FROM plan) SELECT * FROM p": [("tst-2019",)],
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n": [(1,), (2,), (3,)],
    "SELECT (SELECT COUNT(*) FROM plan) AS plans": [(1,)],
    "SELECT plan_id FROM plan WHERE plan_id IN (SELECT plan_id FROM pillar)": [("tst-2019",)],
    "SELECT 1 UNION ALL SELECT 2": [(1,), (2,)],
    "SELECT UNNEST([1, 2])": [(1,), (2,)],
    "SELECT * FROM range(2)": [(0,), (1,)],
    "VALUES (1)": [(1,)],
}

NOT_ONE_SELECT = [
    "",
    ";",
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP TABLE plan",
    "INSERT INTO plan SELECT * FROM plan",
    "UPDATE plan SET end_year = 1",
    "DELETE FROM plan",
    "DROP TABLE plan",
    "CREATE TABLE mine AS SELECT 1",
    "COPY plan TO 'stolen.csv'",
    "COPY (SELECT 1) TO 'stolen.csv'",
    "EXPORT DATABASE 'stolen'",
    "ATTACH 'stolen.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "PRAGMA version",
    "CALL pragma_version()",
    "SET memory_limit = '1GB'",
    "RESET memory_limit",
    "EXPLAIN SELECT 1",
    "EXPLAIN ANALYZE SELECT 1",
    "DESCRIBE plan",
    "SUMMARIZE plan",
    "SHOW TABLES",
    "SELECT * FROM (SHOW TABLES)",
    "SELECT * FROM (DESCRIBE reference_observation)",
    "PREPARE mine AS SELECT 1",
    "BEGIN",
    "CHECKPOINT",
]

NO_SUCH_RELATION = [
    "SELECT * FROM nowhere",
    "SELECT * FROM 'file.csv'",
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM pg_catalog.pg_tables",
    "SELECT * FROM sqlite_master",
    "SELECT * FROM REFERENCE_OBSERVATION",
    'SELECT * FROM "Reference_Observation"',
    "SELECT * FROM main.reference_observation",
    "SELECT * FROM memory.main.reference_observation",
    "SELECT * FROM plan, reference_observation",
    "SELECT * FROM plan WHERE EXISTS (FROM reference_observation)",
    "SELECT (SELECT MAX(value) FROM recorded_observation)",
    "SELECT * FROM plan UNION ALL BY NAME SELECT * FROM recorded_observation",
    "WITH o AS (SELECT * FROM reference_observation) SELECT * FROM o",
    "WITH plan AS (SELECT * FROM reference_observation) SELECT * FROM plan",
    "WITH reference_observation AS (SELECT 1 AS a) SELECT * FROM reference_observation",
    "WITH o AS MATERIALIZED (FROM ledger_observation) SELECT 1",
    "WITH a AS (SELECT 1) SELECT * FROM (WITH b AS (SELECT * FROM recorded_observation) SELECT * FROM b)",
    "SELECT * FROM plan AS p, LATERAL (SELECT * FROM reference_observation) AS o",
    "SELECT * FROM plan SEMI JOIN reference_observation USING (source_id)",
    *(f"SELECT * FROM {name}" for name in HIDDEN),
]

CLOSED_FUNCTION = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv_auto('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM read_parquet('submissions/*.parquet')",
    "SELECT * FROM parquet_schema('a.parquet')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM query('SELECT * FROM reference_observation')",
    "SELECT * FROM query_table('reference_observation')",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM pragma_table_info('plan')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "SELECT * FROM force_checkpoint()",
    "SELECT getenv('HOME')",
    "SELECT GetEnv('HOME')",
    "SELECT system.main.getenv('HOME')",
    "SELECT plan_id FROM plan ORDER BY getenv(plan_id)",
    "SELECT plan_id FROM plan WHERE getenv('HOME') LIKE '/%'",
    "SELECT list_transform(['HOME'], lambda name: getenv(name))",
    "SELECT current_setting('home_directory')",
    "SELECT nextval('mine')",
    "SELECT write_log('mine')",
]

NO_ANSWER = ["SELEKT 1", "SELECT * FROM plan WHERE", "SELECT colour FROM plan", "SELECT nofunction(1)", "SELECT error('mine')"]

REFUSED = {
    **dict.fromkeys(NOT_ONE_SELECT, "Only one SELECT is accepted."),
    **dict.fromkeys(NO_SUCH_RELATION, "No table or view of this name: {name}"),
    **dict.fromkeys(CLOSED_FUNCTION, "This function cannot be used in a query: {name}"),
    **dict.fromkeys(NO_ANSWER, "The query cannot be answered: {reason}"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny data and an empty workspace."""
    home = tmp_path_factory.mktemp("query")
    write_folder(home / "data", ROWS)
    (home / "workspace").mkdir()
    return home


@pytest.fixture(scope="module")
def sandbox(home: Path) -> Sandbox:
    """What the command asks."""
    return Sandbox(folder=home / "data", workspace=home / "workspace")


@pytest.fixture
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command reads the tiny data and runs in its folder."""
    monkeypatch.setenv("NAP_DATA", str(home / "data"))
    monkeypatch.setenv("NAP_WORKSPACE", str(home / "workspace"))
    monkeypatch.chdir(home)
    return home


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder with a code of its bytes."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.parametrize("statement", ACCEPTED)
def test_one_select_is_answered(statement: str, sandbox: Sandbox) -> None:
    assert sandbox.answer(statement)[1] == ACCEPTED[statement]


@pytest.mark.parametrize("statement", REFUSED)
def test_anything_else_is_refused_with_its_reason(statement: str, sandbox: Sandbox) -> None:
    with pytest.raises(QueryError) as raised:
        sandbox.answer(statement)
    assert raised.value.message == REFUSED[statement]


def test_the_database_itself_is_closed(sandbox: Sandbox) -> None:
    """The second lock: what the first would let through finds no file and no setting."""
    asked = sandbox._warehouse
    for statement in ("SELECT * FROM read_text('/etc/passwd')", "COPY plan TO 'stolen.csv'", "ATTACH 'stolen.db'", "SET threads = 1"):
        with pytest.raises(Exception, match=r"disabled|locked"):
            asked.rows(statement)


@pytest.mark.usefixtures("at_home")
def test_answer_is_plain_csv(capfd: pytest.CaptureFixture[str]) -> None:
    statement = """
        SELECT amount, amount / 3 AS third, CAST(NULL AS TEXT) AS nothing, DATE '2019-12-31' AS day, TRUE AS yes, FALSE AS no,
            100.0 AS hundred, CAST(0.25 AS DECIMAL(9, 4)) AS quarter, CAST('inf' AS DOUBLE) AS endless, 'é, "x"' AS text,
            1276000000 AS large, -0.5 AS below
        FROM budget_line WHERE budget_year = 2019
    """
    assert app(["query", statement], standalone_mode=False) is None
    printed = capfd.readouterr()
    assert printed.err == ""
    assert printed.out == (
        "amount,third,nothing,day,yes,no,hundred,quarter,endless,text,large,below\n"
        '1500000.5,500000.1666666667,,2019-12-31,true,false,100,0.25,inf,"é, ""x""",1276000000,-0.5\n'
    )


@pytest.mark.usefixtures("at_home")
def test_no_rows_still_have_a_header(capfd: pytest.CaptureFixture[str]) -> None:
    assert app(["query", "SELECT plan_id, amount FROM budget_line WHERE FALSE"], standalone_mode=False) is None
    assert capfd.readouterr().out == "plan_id,amount\n"


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "No table or view of this name: recorded_observation\n"),
        ("fr", "Aucune table ou vue de ce nom\u00a0: recorded_observation\n"),
    ],
)
def test_refusal_is_told_on_the_error_stream(code: str, sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert app(["query", "SELECT * FROM recorded_observation", "--lang", code], standalone_mode=False) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err == sentence


def test_data_at_fault_is_told_fault_by_fault(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "data", {"pillar": [{"pillar_code": "1", "source_id": "page"}]})
    monkeypatch.setenv("NAP_DATA", str(folder))
    monkeypatch.setenv("NAP_WORKSPACE", str(home / "workspace"))
    assert app(["query", "SELECT 1", "--lang", "en"], standalone_mode=False) == 1
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[0] == (
        "pillar.csv, row 2, column source_id: “page” — expected: a code that stands in source.csv, column source_id"
    )


def test_command_itself_exits_with_its_status_and_writes_nothing(at_home: Path) -> None:
    """As a user runs it: status 0 with CSV in UTF-8, status 2 for a statement that writes, for no statement and for no language."""
    before = contents(at_home)
    assert _run("SELECT name_en, 'é' AS letter FROM pillar") == (0, "name_en,letter\n1 (en),é\n".encode())
    assert _run("COPY plan TO 'stolen.csv'") == (2, b"")
    assert _run() == (2, b"")
    assert _run("SELECT 1", "--lang", "xx") == (2, b"")
    assert contents(at_home) == before


def _run(*arguments: str) -> tuple[int, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "nap_analytics", "query", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout
