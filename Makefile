# The commands for development. `make` alone lists them.

PORT ?= 8080
DATA ?= data
DATABASE ?=

TEXTS := Sources Tests Benchmarks Package.swift
program := .build/release/broadsheet
# Without the settings of a service on this machine.
place = --environment-file '' --data '$(DATA)' $(if $(DATABASE),--database '$(DATABASE)')
# Tests that measure memory or time, kill processes, wait for a connection to end, or make pictures. They run
# without other tests.
ALONE := WriteAheadLogTests|DarkroomTests|CrashTests|ConnectionTests|RoomTests|SmugglingTests|FramingTests|UploadingTests|PictureLibraryTests
# Tests that compare processor time. They run in their own process, on one core, so other processes may run.
COSTS := CostTests
# Workers that run the browser and cluster tests in parallel, each with its own processes.
beside = --numprocesses 2 --dist worksteal
# Hashing a password without optimization takes two seconds, and many tests sign in.
optimized = -Xcxx -O2

# The version that `broadsheet --version` prints.
export SOURCE_VERSION := $(shell .ci/version)

.PHONY: help serve test check bench package package-test format lint

help:
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

serve: ## builds Broadsheet and serves DATA=data at PORT=8080, on DATABASE=… if given
	@.ci/install build
	swift build --configuration release --product broadsheet
# An empty folder gets the demo edition, unless the database has stories.
	@test -n "$$(ls -A '$(DATA)' 2>/dev/null)" -a ! -e '$(DATA)/demo-unfinished' || $(program) demo $(place)
	@exec $(program) serve $(place) --port '$(PORT)'

# The cluster tests mostly wait, so they run alongside the Swift tests that measure nothing.
test: ## runs all checks: format, Swift tests, cluster tests, browser tests
	@.ci/install test
	@$(MAKE) --no-print-directory lint
	@rm -rf .build/tests
	@.ci/environment >/dev/null 2>&1 & swift build --build-tests $(optimized) && wait
	@.ci/beside alone=".ci/bucket .ci/swift-tests alone --filter '$(ALONE)'"
	@.ci/beside postgresql-alone='.ci/on-postgresql alone'
	@.ci/beside \
		swift=".ci/postgresql .ci/swift-tests rest --skip '$(ALONE)|$(COSTS)' && .ci/on-postgresql rest" \
		cluster='.ci/browser Cluster $(beside)'
	@.ci/beside costs=".ci/swift-tests costs --filter '$(COSTS)'" browser='.ci/browser Browser $(beside)'
	@! command -v python3 >/dev/null || .ci/slowest

check: lint ## checks the format, and the dependencies that ARCHITECTURE.md allows
	@.ci/install build
	swift test $(optimized) --disable-xctest --filter StructureTests

bench: ## runs the benchmarks and prints a table
	@.ci/install bench
	Benchmarks/run

# With the Swift runtime linked in, the program runs on machines without Swift.
package: ## makes a Debian package in .build/package, for machines without Swift
	@.ci/install package
	swift build --configuration release --product broadsheet --static-swift-stdlib --scratch-path .build/static
	deploy/debian/build .build/static/release/broadsheet .build/package

package-test: ## installs that package on a new Debian machine in a container (as root), and upgrades and removes it
	@.ci/install package
	.ci/browser Package

format: ## formats the Swift files
	swift format --in-place --recursive $(TEXTS)

lint:
	swift format lint --strict --recursive $(TEXTS)
