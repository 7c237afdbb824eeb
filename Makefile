# The developer's menu. CI runs the same targets (.ci/run).
# Needs GNU make, Python 3.11+ with its venv module, and git; everything else goes into .venv.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input
# Only what a lock file lists, only if its hash fits, and nothing that needs a compiler.
LOCKED := $(PIP) install --quiet --require-hashes --only-binary :all: --requirement

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test lock fonts dictionaries styles screenshots clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/package ## set up what is needed and build the site into site/
	@$(BIN)/edition schemas >/dev/null
	$(BIN)/edition build

check: $(VENV)/package ## tell the editors what is wrong with the content (ARGS=--quiet for less)
	$(BIN)/edition check $(ARGS)

serve: $(VENV)/package ## show the site at a local address and rebuild it at every change
	$(BIN)/edition serve $(ARGS)

# Every check runs, even after one has failed, so that one run tells everything.
test: $(VENV)/test $(VENV)/audit/ready ## run all checks and tests (one test: make test ARGS="-k notes")
	@PATH="$(CURDIR)/$(BIN):$$PATH"; export PATH; failed=; \
	run() { printf '\n== %s\n' "$$*"; "$$@" || failed="$$failed [$$*]"; }; \
	run ruff check; \
	run ruff format --check; \
	run mypy; \
	run lint-imports; \
	run pytest --numprocesses 3 --dist loadfile $(ARGS); \
	echo; \
	if [ -z "$$failed" ]; then echo "PASS: all checks and tests"; \
	else echo "FAIL:$$failed"; exit 1; fi

bench: site $(VENV)/test $(VENV)/audit/ready ## print how long things take, as ratios to the aim
	@$(BIN)/python scripts/benchmark.py
	@$(BIN)/python scripts/benchmark_pages.py

lock: $(VENV)/test ## resolve the dependencies of pyproject.toml again (newest: ARGS=--upgrade)
	$(RESOLVE) --output-file requirements.lock $(ARGS)
	$(RESOLVE) --output-file requirements-test.lock --extra test --constraint requirements.lock $(ARGS)

fonts: $(VENV)/test ## derive docs/assets/fonts again from its npm package (needs npm)
	$(BIN)/python scripts/fonts.py

dictionaries: ## derive the dictionaries of the check again from their npm packages (needs npm)
	$(PYTHON) scripts/dictionaries.py

styles: $(VENV)/created ## derive the citation styles again from their Python package
	$(BIN)/python scripts/styles.py

screenshots: site $(VENV)/test ## picture every kind of page into dist/screenshots (needs Chromium)
	$(BIN)/python scripts/screenshots.py

clean: ## remove everything that these targets made, except the fonts
	rm -rf $(VENV) site dist build .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -rf scripts/*.egg-info
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

# One resolution holds for every Python from 3.11 on and every platform; no package has two versions.
RESOLVE = $(BIN)/uv pip compile pyproject.toml --quiet --no-config --universal --fork-strategy fewest \
	--python-version 3.11 --no-build --generate-hashes --group build \
	--custom-compile-command "make lock"

# --- the environment: each step leaves a stamp, so that nothing is installed twice -------------

# A virtual environment works only in the folder and with the Python that it was made for.
IDENTITY := $(CURDIR) $(shell $(PYTHON) -c 'import sys; print(sys.base_prefix, *sys.version_info[:2])')
ifneq ($(shell cat $(VENV)/created 2>/dev/null),$(IDENTITY))
$(VENV)/created: FORCE
endif

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed ($(PYTHON) is not; choose another: make PYTHON=python3.12)"; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing; on Debian or Ubuntu: sudo apt install python3-venv"; \
		exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@echo '$(IDENTITY)' > $@

$(VENV)/locked: $(VENV)/created requirements.lock
	@echo "Installing the locked packages into $(VENV) ..."
	@$(LOCKED) requirements.lock
	@touch $@

$(VENV)/package: $(VENV)/locked pyproject.toml
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test: $(VENV)/package requirements-test.lock
	@echo "Installing the locked packages for the tests ..."
	@$(LOCKED) requirements-test.lock
	@touch $@

# The judges of the built site that come from npm; without the network their tests are skipped.
$(VENV)/audit/ready: $(VENV)/test tests/audit/package.json tests/audit/package-lock.json
	@echo "Installing the locked npm packages for the tests ..."
	@mkdir -p $(@D)
	@cp tests/audit/package.json tests/audit/package-lock.json $(@D)
	@if PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix $(@D) ci --silent --ignore-scripts; then touch $@; \
	else echo "npm could not install them: the tests that need them are skipped"; fi
