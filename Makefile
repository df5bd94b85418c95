# `make grade` and `make test` do all their set-up themselves: the first time a few minutes, then seconds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install -c constraints.txt

.PHONY: grade test lint verify schema docs benchmarks clean

grade: $(VENV)/installed  ## grade exercise_03, starting with its starter, as a student would
	@$(BIN)/grade exercise_03 || test $$? -eq 1

test: lint  ## the linters, all tests, and the proof of every exercise
	@$(BIN)/python -m pytest tests solutions -n 2 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=90

lint: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

verify: $(VENV)/installed  ## prove the exercises and their solutions
	@$(BIN)/grade verify

schema: $(VENV)/installed  ## after a change of the exercise format
	$(BIN)/grade schema > exercises/exercise.schema.json

docs: $(VENV)/installed-dev  ## after a change of the command line
	GRADE_UPDATE=1 $(BIN)/python -m pytest -q tests/test_docs.py

benchmarks: $(VENV)/installed  ## what the figures in benchmarks/README.md rest on
	$(BIN)/python benchmarks/startup.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis .coverage

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) -e '.[dev]'
	@touch $@
