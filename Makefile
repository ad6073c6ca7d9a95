# Everything runs in .venv, which each target sets up by itself; PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The builder prints a notice about its own end of life, which is dealt with in docs/methodology.md.
export NO_MKDOCS_2_WARNING := 1
# Visdom is published as source only, and its build needs a module that newer releases of setuptools lack.
BUILT := PIP_USE_PEP517=1 PIP_CONSTRAINT=build-constraints.txt PIP_BUILD_CONSTRAINT=build-constraints.txt
# Two files of tests at a time: much of the time one of them waits for a browser or a process.
TWO := --numprocesses 2 --dist loadfile
# Edit links point at the repository that this clone came from.
export REPO_URL ?= $(shell git remote get-url origin 2>/dev/null | sed -n 's#^git@\([^:]*\):#https://\1/#; s#\.git$$##; /^https:/p')
export EDIT_URI ?= $(if $(REPO_URL),edit/main/docs/)

.PHONY: help serve serve-light build test test-light bench format clean
help:
	@echo "make serve        install, run every stale pair, serve the site on 127.0.0.1:8000"
	@echo "make serve-light  serve the stored records, without PyTorch and TensorFlow"
	@echo "make build        build the site into site/ from the stored records"
	@echo "make test         all tests; needs Chromium and a C++ compiler"
	@echo "make test-light   the tests that need neither framework"
	@echo "make bench        the benchmark of the tool itself, half an hour; TOPICS=autodiff for less"
	@echo "make format       format and lint"

serve: $(VENV)/full
	$(BIN)/comparekit run || echo "Some pairs did not run or do not hold; the pages say which."
	$(BIN)/mkdocs serve --dirty --no-strict

serve-light: $(VENV)/light
	$(BIN)/mkdocs serve --dirty --no-strict

build: $(VENV)/light
	$(BIN)/mkdocs build

test: $(VENV)/full
	$(BIN)/python -m pytest $(TWO)

test-light: $(VENV)/light
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[site,test]'
	$(BIN)/python -m pytest $(TWO) -m "not frameworks"

bench: $(VENV)/full
	$(BIN)/python tests/bench.py $(TOPICS)

format: $(VENV)/light
	$(BIN)/pip install --quiet --constraint constraints.txt ruff
	$(BIN)/ruff format --line-length 72 snippets
	$(BIN)/ruff format src tests
	$(BIN)/ruff check --fix

clean:
	rm -rf $(VENV) .cache site build

$(VENV)/light: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[site]'
	touch $@

$(VENV)/full: $(VENV)/light
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[site,frameworks,test]'
	$(BUILT) $(BIN)/pip install --quiet --constraint constraints.txt --editable '.[visdom]'
	touch $@
