# Every recipe is a call of a script, which can be read, and run, without make.
.PHONY: help run test setup build bench fuzz quality size extension clean
.SILENT:

SERVE ?= 1
STAGES ?=
SECONDS ?= 60
POLICY ?=
KEY ?=
NAME ?=
HOSTS ?=
OUT ?=
CORPORA ?= ../shared/corpora

help: ## List the targets
	sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12

run: setup ## Set up, build, play the main job in a browser, serve the studio on port 8000 (SERVE=0: do not serve)
	SERVE=$(SERVE) scripts/run.sh

test: ## Set up and run every check and test, from fast to slow (STAGES="types native": only these)
	scripts/test.sh $(STAGES)

setup: ## Install what is missing: browsers, npm packages, the WebAssembly tools
	scripts/setup.sh

build: setup ## Build the engine, the extension's packages and the studio, into target/
	scripts/build.sh

extension: setup ## Build the extension's packages; a company's by POLICY=acme.toml KEY=acme.key NAME="Bezint for Acme"
	scripts/build-wasm.sh engine
	. scripts/env.sh && node scripts/build.mjs extension $(if $(POLICY),--policy "$(POLICY)") \
	  $(if $(KEY),--key "$(KEY)") $(if $(NAME),--name "$(NAME)") $(if $(OUT),--out "$(OUT)") \
	  $(foreach host,$(HOSTS),--host "*://$(host)/*")

bench: build ## Measure verdicts beside those of others, the cold start, typing, pasting (CORPORA=folder: its posts)
	. scripts/env.sh && CORPORA="$(if $(filter file,$(origin CORPORA)),,$(CORPORA))" node tests/bench/run.js

quality: ## Measure detection with cases that others wrote (CORPORA=folder: of JSON lines), lists in target/quality/
	cargo run --quiet --release --package bezint-packs --example quality -- $(CORPORA)

fuzz: setup ## Feed the TOML reader, the sealed loader and the engine with nonsense (SECONDS=60: so long each)
	scripts/fuzz.sh $(SECONDS)

size: build ## Compare the sizes of what browsers download with their budgets
	node scripts/size.mjs

clean: ## Remove what was built; the tools in the cache stay
	rm -rf target
