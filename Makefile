# make run, make test, make bench: each makes what it needs first.
PYTHON ?= python3
PORT ?= 8501
HOST ?= localhost
STORY ?= cop
PYTHONS ?= 3.11 3.12 3.13 3.14
VENV := .venv
BIN := $(VENV)/bin
# Two tests at a time, those of a file together: they share what takes long to make.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile

.PHONY: run prepare test test-all unit product browser product-and-browser lint messages picture bench bundle

run: $(VENV)/run.stamp
	@echo "NAP Analytics: http://localhost:$(PORT)"
	$(BIN)/python -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

# Before a meeting: every scene drawn, the files to take away written, the browser's cache filled where the dashboard runs.
prepare: $(VENV)/run.stamp
	$(BIN)/python -m nap_analytics prepare --story $(STORY) --dashboard http://localhost:$(PORT)

# Each claim once, in minutes; the run says how long it took.
test: $(VENV)/test.stamp
	sh tests/install_browser.sh
	@begun=$$(date +%s); $(MAKE) --no-print-directory lint unit product-and-browser \
	&& echo "make test: $$(( ($$(date +%s) - begun) / 60 )) min $$(( ($$(date +%s) - begun) % 60 )) s"

# Every combination of pages, languages, windows and stories, the installations of the bundle, the picture of the README.
test-all: $(VENV)/test.stamp
	sh tests/install_browser.sh
	@begun=$$(date +%s); $(MAKE) --no-print-directory lint unit product-and-browser WHOLE=--whole \
	&& echo "make test-all: $$(( ($$(date +%s) - begun) / 60 )) min $$(( ($$(date +%s) - begun) % 60 )) s"

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqruff lint nap_analytics
	$(BIN)/python -m mypy --num-workers 2

unit: $(VENV)/test.stamp
	$(PYTEST) tests/unit $(WHOLE)

product: $(VENV)/test.stamp
	sh tests/install_browser.sh
	$(PYTEST) tests/product $(WHOLE)

browser: $(VENV)/test.stamp
	sh tests/install_browser.sh
	$(PYTEST) tests/browser $(WHOLE)

# In one run, so that no core waits for the last test of either; the long files first (tests/conftest.py).
product-and-browser: $(VENV)/test.stamp
	$(PYTEST) --no-loadscope-reorder tests/product tests/browser $(WHOLE)

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
