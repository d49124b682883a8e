# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint types score bench model gazetteer clean

demo: $(VENV)/installed
	$(BIN)/kg build examples --out out
	@echo
	@echo "The page:  out/network.html   (or: $(BIN)/kg view)"
	@echo "The graph: out/graph.ttl"
	@echo "Ask it:    $(BIN)/kg query --list"
	@echo "           $(BIN)/kg query waar-gevochten"
	@echo "           $(BIN)/kg query wie-zegt-wat --param wie=Zelenski"

test: $(VENV)/developer lint types
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developer
	$(BIN)/mypy

# The figures of the README: the rules, every verb as an event, NewsReader. Needs the development data beside the checkout.
score: $(VENV)/developer
	$(BIN)/kg build ../shared/data/meantime-nl/dev.jsonl --out out/score
	$(BIN)/python benchmarks/every_verb.py ../shared/data/meantime-nl/dev.jsonl > out/score/every_verb.jsonl
	$(BIN)/kg score ../shared/data/meantime-nl/dev.jsonl --graph out/score/graph.ttl \
	    --baseline out/score/every_verb.jsonl \
	    --baseline ../shared/data/meantime-nl/dev.newsreader.jsonl

# Times and numbers against the Recognizers specs; what the pipeline itself reaches, beside Frog and
# any nl_core_news_* that is installed (every label: python -m training measure).
bench: $(VENV)/developer
	$(BIN)/python benchmarks/time_cases.py
	$(BIN)/python benchmarks/pipeline.py

# Trains the weights anew from the open data beside the checkout; hours. Silver names want Frog
# (Debian: frog frogdata ucto).
model: $(VENV)/developer
	$(BIN)/python -m training

gazetteer: $(VENV)/developer
	$(BIN)/python -m training.gazetteer

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

$(VENV)/developer: pyproject.toml requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

clean:
	rm -rf $(VENV) build dist out/*
