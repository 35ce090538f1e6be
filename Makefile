# Everything a newcomer needs, from Python 3.11, make and git alone.
# The first Python that is new enough; make PYTHON=... names another.
PYTHON ?= $(shell for each in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
ARGS ?=
# How many tests run at a time; .ci/run takes as many as there are processors.
WORKERS ?= 2

.PHONY: setup demo test test-postgresql check bench endure permissions privacy lock clean

setup: $(VENV)/.ready

# The lock names every package with its hash; Doorstep itself is installed from this folder.
$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Doorstep needs Python 3.11 or newer; say where with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up $(VENV) with what the lock names; this takes a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	@$(RUN) -m bot demo $(ARGS)

# All of the tests on SQLite; then on PostgreSQL whatever reaches a database in ways of its own, and
# one in 75 of the rest.
test: setup
	$(RUN) -m pytest -n $(WORKERS) $(ARGS)
	$(RUN) -m pytest -n $(WORKERS) --database postgresql --share 75 $(ARGS)

# All of them on PostgreSQL.
test-postgresql: setup
	$(RUN) -m pytest -n $(WORKERS) --database postgresql $(ARGS)

check: test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: setup
	$(RUN) -m benchmarks $(ARGS)

# The same tests as `make test`, each with its full number of rounds; takes a while.
endure: setup
	ENDURE=1 $(RUN) -m pytest -n $(WORKERS) --timeout=7200 tests/endurance $(ARGS)

# Write docs/permissions.md anew from what the code allows.
permissions: setup
	$(RUN) -m tests.permissions_table

# Write docs/kept.md anew from the register of what is kept.
privacy: setup
	$(RUN) -m tests.kept_page

# For maintainers: choose the newest versions that pyproject.toml allows.
lock:
	uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --upgrade -o requirements.lock
	uv pip compile pyproject.toml --group dev --group benchmark --python-version 3.11 --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --upgrade -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
