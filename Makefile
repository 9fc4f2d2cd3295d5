# SPDX-License-Identifier: Apache-2.0
# `make` prints what there is. Everything is installed into .venv, and only when pyproject.toml changed.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
SYSTEM := resources/deploy/system-packages .ci/system

# Without a display of its own a machine shows the kiosk to nobody; then `kiosk run` says what to do.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check build bare bench bench-long clean

help: ## print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(STAMPS)/run ## show the default pack on this screen (ARGS="--window 1280x720" and the like)
	@$(BIN)/kiosk run $(ARGS)

test: $(STAMPS)/dev $(STAMPS)/test ## run all tests, and hold what they cover (ARGS="-k name" runs some)
	@PYTHON=$(BIN)/python .ci/tests $(ARGS)

check: $(STAMPS)/dev ## format, lint, types, floors; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

build: $(STAMPS)/dev $(STAMPS)/build ## make dist/kiosk, which needs no Python, and start it once
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build_spec.spec
	$(BIN)/python -m tests.build.smoke dist/kiosk

bare: build $(STAMPS)/bare ## as root: start dist/kiosk in a bare Debian 12 (ARGS="--mirror http://…")
	$(BIN)/python -m tests.build.bare_root dist/kiosk $(ARGS)

bench: build $(STAMPS)/test $(STAMPS)/bench ## measure beside the peers, nearly an hour (ARGS="--short", "--write")
	@$(BIN)/python -m tests.bench $(ARGS)

bench-long: $(STAMPS)/dev $(STAMPS)/test ## measure what takes hours: frames and endurance (ARGS="--short")
	@$(BIN)/python -m tests.bench --long $(ARGS)

clean: ## take away everything that was made, .venv too
	rm -rf $(VENV) build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || \
		{ echo "Python's venv is missing. Install it: sudo apt-get install -y python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMPS)/run: pyproject.toml $(SYSTEM) | $(BIN)/python
	@.ci/system run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[speech]'
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: pyproject.toml $(STAMPS)/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(STAMPS)/bench: $(SYSTEM) | $(BIN)/python
	@.ci/system bench || echo "What is missing is left out, with the reason."
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/test $(STAMPS)/build $(STAMPS)/bare: $(STAMPS)/%: $(SYSTEM) | $(BIN)/python
	@.ci/system $*
	@mkdir -p $(STAMPS) && touch $@
