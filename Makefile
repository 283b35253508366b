# Everything one does with elided. `make help` lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/bash
GO ?= go
FUZZTIME ?= 60s
TOOL = $(GO) tool -modfile=tools/go.mod
# Tests and checks need no compilation by cmd/elided's profile; the binaries that tests build have it.
UNPROFILED = -pgo=off
# GENERATED is what `make proto` writes.
GENERATED = proto/elide/*/*/*.go proto/elide/*/*/gateway/*.* docs/api.md

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

build: ## build bin/elided
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/ ./cmd/...

test: ## run every test
	$(GO) test $(UNPROFILED) -timeout 14m ./...

check: fmt vet lint generated tidy race ## everything that CI refuses

fmt:
	@out=$$(gofmt -l $$(git ls-files --cached --others --exclude-standard '*.go')); \
	  test -z "$$out" || { echo "not formatted (run gofmt -w):"; echo "$$out"; exit 1; }

vet:
	$(GO) vet $(UNPROFILED) ./...

lint:
	GOFLAGS="$$GOFLAGS $(UNPROFILED)" $(TOOL) staticcheck ./...
	cd proto && $(GO) tool -modfile=../tools/go.mod buf lint

generated: ## generated code is what `make proto` makes
	@before=$$(cat $(GENERATED) | sha256sum); $(MAKE) -s proto; \
	  test "$$before" = "$$(cat $(GENERATED) | sha256sum)" || \
	  { echo "generated code differed from the contract: commit what make proto made"; exit 1; }

tidy:
	$(GO) mod tidy -diff
	cd tools && $(GO) mod tidy -diff
	cd tools/dist && $(GO) mod tidy -diff

race: ## the tests under the race detector; workers are the plain binary
	$(GO) test $(UNPROFILED) -race -timeout 30m ./...

profile: ## the profile that elided is compiled by, anew: after large changes of an engine, on a quiet machine
	$(GO) run -trimpath ./bench -profile cmd/elided/default.pgo

bench: ## speed and memory beside a floor measured in the same run
	$(GO) run ./bench

hostile: ## every hostile program beside good ones, for half an hour; writes docs/hostile.md
	HOSTILE=whole HOSTILE_DOC=$(CURDIR)/docs/hostile.md $(GO) test -count=1 -parallel 5 -timeout 120m ./e2e/hostile

test-nomad: ## the driver's tasks on a real Nomad agent: that of NOMAD_BIN, or bin/nomad, which is built once
	@test -n "$$NOMAD_BIN" || $(MAKE) bin/nomad
	cd e2e/nomad && NOMAD_BIN="$${NOMAD_BIN:-$(CURDIR)/bin/nomad}" $(GO) test -v -count=1 -parallel 3 -timeout 30m ./...

bin/nomad: e2e/nomad/go.mod
	cd e2e/nomad && $(GO) build -o ../../bin/nomad github.com/hashicorp/nomad

dist: ## what a release consists of: binaries, archives, packages, bills of materials and checksums, in dist/
	GO=$(GO) deploy/package/dist.sh

test-dist: ## the packages, installed, used, upgraded and removed; root on a Debian
	ELIDED_TEST_DIST=1 $(GO) test -v -count=1 -timeout 15m ./e2e/dist

vm-test: ## control groups in a VM with a kernel of Debian's; not part of test
	GO=$(GO) e2e/vm/run.sh

test-prometheus: ## metrics, rules and dashboard beside a real Prometheus, Debian's where there is none
	GO=$(GO) e2e/prometheus/run.sh

vm-systemd: ## the packages under a real systemd, in a VM: half an hour; not part of test
	GO=$(GO) e2e/vm/systemd.sh

fuzz: ## every fuzz target for FUZZTIME
	@for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p 2>/dev/null | grep '^Fuzz'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || exit 1; \
	  done; done

fuzz-python: ## random Python programs beside CPython 3.11, for FUZZTIME
	cd e2e/python/fuzz && FUZZTIME=$(FUZZTIME) $(GO) test -count=1 -timeout 0 -run TestDifferences -v .

proto: ## regenerate the Go code of the contracts
	cd proto && $(GO) tool -modfile=../tools/go.mod buf generate

docs: ## write the pages that follow from the code: configuration and command line
	$(GO) test ./internal/config -run TestReference -update
	$(GO) test ./cmd/elided -run TestCLIPage -update

.PHONY: help build test check fmt vet lint generated tidy race profile bench hostile test-nomad vm-test vm-systemd test-prometheus fuzz fuzz-python proto docs dist test-dist
