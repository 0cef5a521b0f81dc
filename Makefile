# The five commands of the house. `make` alone lists them.

PORT ?= 8080
DATA ?= data
DATABASE ?=

TEXTS := Sources Tests Benchmarks Package.swift
program := .build/release/broadsheet
place = --data '$(DATA)' $(if $(DATABASE),--database '$(DATABASE)')
# What measures memory and time, kills, or waits for a connection to end: it runs in a process without the other tests.
ALONE := WriteAheadLogTests|DarkroomTests|CrashTests|ConnectionTests|RoomTests|SmugglingTests
# What compares processor time runs in a process of its own.
COSTS := CostTests
# So many tests in a browser or on a cluster run beside each other, each worker with processes of its own.
beside = --numprocesses 2 --dist worksteal

.PHONY: help serve test check bench format lint

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

serve: ## builds Broadsheet and serves DATA=data at 127.0.0.1, PORT=8080, on DATABASE=postgres://… if given; an empty folder gets the demo edition, unless the database has stories
	@.ci/install build
	swift build --configuration release --product broadsheet
	@test -n "$$(ls -A '$(DATA)' 2>/dev/null)" -a ! -e '$(DATA)/demo-unfinished' || $(program) demo $(place)
	@exec $(program) serve $(place) --port '$(PORT)'

# A cluster mostly waits, so its tests run beside the Swift tests that measure nothing.
test: ## runs all tests: format, Swift tests, browser journeys
	@.ci/install test
	@$(MAKE) --no-print-directory lint
	@rm -rf .build/tests
	@.ci/environment >/dev/null 2>&1 & swift build --build-tests && wait
	@.ci/beside alone=".ci/bucket .ci/swift-tests alone --filter '$(ALONE)'"
	@.ci/beside costs=".ci/swift-tests costs --filter '$(COSTS)'"
	@.ci/beside postgresql-alone='.ci/on-postgresql alone'
	@.ci/beside \
		swift=".ci/postgresql .ci/swift-tests rest --skip '$(ALONE)|$(COSTS)' && .ci/on-postgresql rest" \
		cluster='.ci/browser Cluster $(beside)'
	@.ci/beside browser='.ci/browser Browser $(beside)'
	@! command -v python3 >/dev/null || .ci/slowest

check: lint ## is it formatted, and built as the picture in ARCHITECTURE.md says?
	@.ci/install build
	swift test --disable-xctest --filter StructureTests

bench: ## measures, and prints a table
	@.ci/install bench
	Benchmarks/run

format: ## formats the Swift files
	swift format --in-place --recursive $(TEXTS)

lint:
	swift format lint --strict --recursive $(TEXTS)
