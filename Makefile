# Isnad, by task. `make run` and `make test` also install what a fresh Debian machine lacks besides Swift 6.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build

SWIFT  ?= swift
PREFIX ?= /usr/local
# One build serves all: tests run in the release configuration, without @testable imports.
FLAGS  := -c release
ISNAD  := .build/release/isnad
PYTHON := .venv/bin/python
SHARED ?= ../shared
FUZZ_SECONDS ?= 60
SUDO   := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

EXAMPLES := $(wildcard Examples/*/article.txt)

.PHONY: build run test evaluate bench docs docs-ontology fuzz example install man format clean names packages test-packages run-packages venv help

## help: this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## build: the command, in the release configuration
build: packages names
	$(SWIFT) build $(FLAGS) --product isnad

# SwiftPM does not see files that come to Ontology/ or go from it; a new list of names makes it look again.
names:
	@mkdir -p .build && find Ontology -type f ! -path '*/.*' | LC_ALL=C sort > .build/ontology-names.new
	@cmp -s .build/ontology-names.new .build/ontology-names || touch Package.swift
	@mv .build/ontology-names.new .build/ontology-names

# package : a command that succeeds when it is there
packages: NEEDED := pkg-config:command,-v,pkg-config libxml2-dev:pkg-config,--exists,libxml-2.0 libserd-dev:pkg-config,--exists,serd-0
test-packages: NEEDED := raptor2-utils:command,-v,rapper serdi:command,-v,serdi libxml2-utils:command,-v,xmllint \
    parallel:command,-v,parallel poppler-utils:command,-v,pdftotext unzip:command,-v,unzip python3-venv:python3,-m,ensurepip,--version \
    chromium:command,-v,chromium default-jre-headless:command,-v,java \
    curl:command,-v,curl virtuoso-opensource:command,-v,virtuoso-t tmux:command,-v,tmux
run-packages: NEEDED := graphviz:command,-v,dot fontconfig:command,-v,fc-list fonts-noto-core:fc-list,-q,:lang=ar

packages test-packages run-packages:
	@missing=(); for need in $(NEEDED); do \
	    probe=$${need#*:}; $${probe//,/ } >/dev/null 2>&1 || missing+=("$${need%%:*}"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	    echo "installing $${missing[*]}"; \
	    $(SUDO) apt-get update -qq; \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends "$${missing[@]}"; \
	fi

venv: $(PYTHON)
$(PYTHON): Tests/requirements.txt | test-packages
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	@touch $@

## run: the graph of the example article, in five forms, in out/
run: build run-packages
	@mkdir -p out
	$(ISNAD) build Examples/workshop/article.txt -o out/graph.ttl -o out/graph.rdf -o out/graph.nt -o out/graph.dot
	$(ISNAD) draw Examples/workshop/article.txt -o out/graph.svg
	$(ISNAD) stats Examples/workshop/article.txt
	@echo; ls -l out/graph.*
	@echo; echo "read the picture: out/graph.svg; why an edge is there: $(ISNAD) explain Examples/workshop/article.txt"

## test: all tests: Swift, then those that need other tools
test: packages names test-packages run-packages venv
	$(SWIFT) build $(FLAGS) --build-tests
	ISNAD_PYTHON=$(abspath $(PYTHON)) $(SWIFT) test $(FLAGS) --skip-build
	for check in Tests/*/check; do echo "== $$check"; ISNAD=$(abspath $(ISNAD)) PYTHON=$(abspath $(PYTHON)) SHARED=$(abspath $(SHARED)) $$check; done

## evaluate: scores against the reference graphs, where they are; fails if one fell by more than 0.01
evaluate: build venv
	$(PYTHON) Tests/Documents/evaluate.py --isnad $(ISNAD) --shared $(SHARED)

## bench: speed, as ratios against peers measured in the same run; writes the README's table
bench: build venv
	@if [ ! -f $(SHARED)/bench/statements.py ]; then echo "no $(SHARED)/bench: nothing to measure with"; exit 0; fi; \
	$(PYTHON) Benchmarks/bench.py --shared $(SHARED) --readme README.md

## example: makes the files of Examples/ anew from their articles, and docs/session.txt
example: build run-packages venv
	for article in $(EXAMPLES); do \
	    base=$${article%.txt}; \
	    $(ISNAD) build $$article -o $$base.ttl -o $$base.rdf -o $$base.nt -o $$base.dot; \
	    $(ISNAD) draw $$article -o $$base.svg -o $$base.png; \
	done
	ISNAD=$(abspath $(ISNAD)) PYTHON=$(abspath $(PYTHON)) Tests/Session/check --write

## docs: the page of the ontology in docs/ontology, and the libraries' documentation as DocC makes it, in out/docs
docs: packages names docs-ontology
	rm -rf .build/symbols && mkdir -p .build/symbols out
	$(SWIFT) package --scratch-path .build-docs dump-symbol-graph --minimum-access-level public
	for module in ArabicText RDF KnowledgeGraph Drawing Reading Extraction IsnadKit FollowTheMoney; do \
	    find .build-docs -name "$$module.symbols.json" -exec cp {} .build/symbols/ \; ; done
	docc convert --additional-symbol-graph-dir .build/symbols --fallback-display-name Isnad \
	    --fallback-bundle-identifier isnad --output-path out/docs

docs-ontology: venv run-packages
	$(PYTHON) docs/ontology.py

## man: the man pages in docs/man, from the help of the command
man: packages names
	$(SWIFT) build $(FLAGS) --build-tests
	python3 docs/manual.py .build/release/generate-manual $(ISNAD) docs/man

## fuzz: each fuzz target for a minute (FUZZ_SECONDS)
fuzz: packages names
	Tests/Fuzz/run $(FUZZ_SECONDS)

## install: the command under PREFIX, with Swift's library inside, so that it moves anywhere
install: packages names
	$(SWIFT) build -c release --product isnad --static-swift-stdlib --scratch-path .build-static
	install -D -m 755 .build-static/release/isnad $(DESTDIR)$(PREFIX)/bin/isnad
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 && install -m 644 docs/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	for shell in bash:share/bash-completion/completions/isnad zsh:share/zsh/site-functions/_isnad fish:share/fish/vendor_completions.d/isnad.fish; do \
	    target=$(DESTDIR)$(PREFIX)/$${shell#*:}; mkdir -p $$(dirname $$target); \
	    .build-static/release/isnad --generate-completion-script $${shell%%:*} > $$target; \
	done

## format: the sources as .swift-format has them
format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Plugins Package.swift

clean:
	rm -rf .build .build-static out
