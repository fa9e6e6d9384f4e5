# What a developer and a newcomer type. Everything lives in .venv; nothing asks questions.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEV ?= ../shared/dev

.PHONY: demo test browser check gate bench lock audit sbom docs clean

demo: $(INSTALLED)  ## read the bundled stories into a ledger; print a brief and the agenda
	@BIN=$(BIN) sh examples/demo.sh

test: $(INSTALLED) browser  ## all tests
	$(BIN)/python -m pytest --numprocesses logical --dist loadfile

browser:  ## Chromium, which tests look at the desk with: Debian's, where it may be installed; else those tests are skipped
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; } || \
		echo "no Chromium, and it may not be installed here: tests/browser will be skipped"

check: $(INSTALLED)  ## style, types, layers, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md corpus/README.md docs/*.md
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

docs: $(INSTALLED)  ## write the generated parts of README and docs anew, and the site to build/site
	$(BIN)/cog -r README.md corpus/README.md docs/*.md
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

gate: $(INSTALLED)  ## quality floors on a fixed sample of the development data
	$(BIN)/python bench/quality.py gate --dev $(DEV)

bench: $(INSTALLED)  ## all figures on the development data (bench/figures.json), and how time grows with the text (bench/growth.json)
	$(BIN)/python bench/quality.py measure --dev $(DEV)
	$(BIN)/python bench/growth.py

lock: $(INSTALLED)  ## pin what pyproject.toml asks for, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate pyproject.toml --group dev --extra postgres --extra datasets --extra mcp --extra ray -o requirements.lock

audit: $(INSTALLED)  ## known faults of what is locked; says so where there is no network to ask over
	$(BIN)/python scripts/audit.py requirements.lock

sbom: $(INSTALLED)  ## what a release is made of (CycloneDX), beside its wheel in dist
	mkdir -p dist
	$(BIN)/uv venv --quiet --clear build/released
	$(BIN)/uv pip install --quiet --python build/released --constraints requirements.lock .
	$(BIN)/cyclonedx-py environment build/released --pyproject pyproject.toml --output-reproducible --of JSON \
		-o dist/dateline-$$($(BIN)/python -c "import dateline; print(dateline.__version__)").cdx.json

$(INSTALLED): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) demo
