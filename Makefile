# Every target says what it does; `make help` lists them. Needs Python >= 3.11 with venv, and git.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
DEMO := demo-out
DEMO_PACKS := --pack ofac --pack ear-cloud --pack affiliates-50 --pack nprm-2024
CHECKED := src tests

.DEFAULT_GOAL := help
.PHONY: help setup demo check test lint format docs law bench lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(INSTALLED) ## Make .venv and install exactly what the lock names

$(INSTALLED): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Knowntenant needs Python 3.11 or later; name one with: make PYTHON=python3.12 setup"; exit 1; }
	@echo "Setting up: a virtual environment in .venv, wheels only, each checked against its hash."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --only-binary :all: -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  --no-build-isolation --editable .
	@touch $@
	@echo "Set up. The program is $(BIN)/knowntenant."

demo: setup ## Make a synthetic provider and lists, screen, review, say where the results are
	@echo "Step 1 of 4: making Harborgrid, a made-up cloud provider with 2,000 customers."
	@rm -rf $(DEMO)
	@$(BIN)/knowntenant sample $(DEMO)/harborgrid --customers 2000 --seed 7
	@echo "Step 2 of 4: making lists of made-up people and companies in official formats, and"
	@echo "screening its customers against them. Hits are expected; truth.jsonl says who was planted."
	@$(BIN)/knowntenant lists sample $(DEMO)/authorities --customers 2000 --seed 7
	@$(BIN)/knowntenant lists update --from $(DEMO)/authorities --to $(DEMO)/lists
	@$(BIN)/knowntenant lists status $(DEMO)/lists
	@$(BIN)/knowntenant screen $(DEMO)/harborgrid/customers.csv --lists $(DEMO)/lists \
	  --html $(DEMO)/hits.html || test $$? -eq 1
	@echo "Step 3 of 4: checking its written program. Two elements were left unwritten on purpose."
	@$(BIN)/knowntenant program check $(DEMO)/harborgrid/program.toml || test $$? -eq 1
	@echo "Step 4 of 4: reviewing its export as of 30 June 2027, under three packs in force and the"
	@echo "proposed one, owners and resellers screened too. Findings are expected: they are planted,"
	@echo "and truth.jsonl beside them says so."
	@$(BIN)/knowntenant review $(DEMO)/harborgrid --as-of 2027-06-30 --lists $(DEMO)/lists \
	  --program $(DEMO)/harborgrid/program.toml $(DEMO_PACKS) --html $(DEMO)/review.html \
	  --json $(DEMO)/review.json || test $$? -eq 1
	@echo "Done. Open $(DEMO)/review.html and $(DEMO)/hits.html in a browser; $(DEMO)/review.json holds"
	@echo "the review for programs."

check: lint ## The fast checks: linters, types, floors, unit tests (under 3 minutes)
	$(BIN)/python -m pytest -n 2 -q -m "not slow"

lint: setup ## Only the linters: ruff, its formatter, mypy, the floors
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy $(CHECKED)
	$(BIN)/lint-imports --no-cache

test: lint ## Everything that CI runs: linters, all tests, coverage floors
	$(BIN)/python -m pytest -n auto -q --cov --cov-report=
	$(BIN)/coverage json --quiet
	$(BIN)/python tests/code_health/coverage_floor.py

format: setup ## Rewrite the sources in the house's format
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

docs: setup ## Write the generated pages again: docs/law.md, scenarios.md, facts.md, export-format.md
	$(BIN)/knowntenant docs
	$(BIN)/python -m tests.code_health.readme

law: docs ## The same as docs; the page to read first is docs/law.md

bench: setup ## Review 100,000 customers with 5,000,000 access rows; fails over 60 s or 2 GB
	$(BIN)/python benchmarks/review_export.py

lock: ## Make the hashed locks in requirements/ again (the one target that asks for new versions)
	@test -x .venv-lock/bin/uv || { $(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv; }
	cd requirements && for part in runtime dev; do \
	  UV_CUSTOM_COMPILE_COMMAND="make lock" ../.venv-lock/bin/uv pip compile $$part.in -o $$part.txt \
	  $$(test $$part = dev && echo "-c runtime.txt") --upgrade --universal --python-version 3.11 \
	  --exclude-newer P7D --generate-hashes --no-emit-index-url --no-emit-find-links --quiet || exit 1; \
	done

clean: ## Remove what the other targets made, the environment too
	rm -rf .venv .venv-lock .cache .hypothesis .ruff_cache $(DEMO) bench-out build dist
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
