# make run, make test, make bench: each makes what it needs first.
PYTHON ?= python3
PORT ?= 8501
HOST ?= localhost
STORY ?= cop
PYTHONS ?= 3.11 3.12 3.13 3.14
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run prepare test unit product browser lint messages picture bench bundle

run: $(VENV)/run.stamp
	@echo "NAP Analytics: http://localhost:$(PORT)"
	$(BIN)/python -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Before a meeting: every scene drawn, the files to take away written, the browser's cache filled where the dashboard runs.
prepare: $(VENV)/run.stamp
	$(BIN)/python -m nap_analytics prepare --story $(STORY) --dashboard http://localhost:$(PORT)

test: lint unit product browser

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqruff lint nap_analytics
	$(BIN)/python -m mypy --num-workers 2

unit: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests/unit -n 2

product: $(VENV)/test.stamp
	sh tests/install_browser.sh
	$(BIN)/python -m pytest tests/product -n 2

browser: $(VENV)/test.stamp
	sh tests/install_browser.sh
	$(BIN)/python -m pytest tests/browser -n 2

# The words of the code into the catalogues; then fill what is empty in nap_analytics/locale/.
messages: $(VENV)/test.stamp
	$(BIN)/python -m tests.messages

# The picture of the README, drawn anew.
picture: $(VENV)/test.stamp
	NAP_DRAW_PICTURE=1 $(BIN)/python -m pytest tests/browser/test_picture.py --whole

bench: $(VENV)/test.stamp
	sh tests/install_browser.sh
	$(BIN)/python -m tests.bench

# One zip in dist/ that runs without internet on Windows with one of these versions of Python.
bundle: $(VENV)/test.stamp
	$(BIN)/python -m nap_analytics.bundle --pythons $(PYTHONS)

$(VENV)/made.stamp:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: requirements.txt $(VENV)/made.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
