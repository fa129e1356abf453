# Reckon's house-keeping. `make` alone lists what there is; `make run` and `make test` need
# nothing beyond the Swift toolchain: what else is missing they install.
#
#   make run ARGS="open chatbot-model-analysis"
#   make install PREFIX=$HOME/.local
#
# Kept to what GNU make 3.81 (macOS) understands.

SHELL = /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

SWIFT ?= swift
SUITE ?= bookworm
ARGS ?=
BENCH ?=
FUZZ_SECONDS ?= 120
FUZZ ?=
SANITIZERS ?= address thread
TORTURE ?= 1000
TORTURED ?= .build/release
TESTFLAGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
export SWIFT

# On macOS the Swift library is a part of the system. DEBUG_INFO=dwarf keeps what a debugger and a
# profiler want to know of lines, at the price of some time. Debug builds and tests watch that nothing is
# changed while it is read; a release does not look again at every access.
DEBUG_INFO ?= none
RELEASE = -c release -debug-info-format $(DEBUG_INFO) -Xswiftc -enforce-exclusivity=unchecked
ifneq ($(shell uname -s),Darwin)
# A program without shared libraries has no path to look for them on: glibc stops at one.
RELEASE += --static-swift-stdlib --disable-local-rpath
endif

# An import that Package.swift does not declare is an error.
DEBUG = --explicit-target-dependency-import-check error

bin = $(DESTDIR)$(PREFIX)/bin
share = $(DESTDIR)$(PREFIX)/share
bash_completions = $(share)/bash-completion/completions
zsh_completions = $(share)/zsh/site-functions
fish_completions = $(share)/fish/vendor_completions.d
manual = man1/reckon.1 man5/reckon-exercise.5 man5/reckon-notebook.5 man7/reckon-language.7

release = .build/release/reckon
debug = .build/debug/reckon

# Up to date as long as no source is newer, so that `make run` starts without asking
# `swift build`. Folders count as sources: a deleted file changes its folder.
stamp = .build/release.stamp
sources := Package.swift $(wildcard Package.resolved) $(shell find Sources)
ifeq ($(wildcard $(release)),)
.PHONY: $(stamp)
endif
desk_stamp = .build/release-desk.stamp
ifeq ($(wildcard $(release)-desk),)
.PHONY: $(desk_stamp)
endif
desk_if_asked = $(if $(filter grade review debrief export release simulate,$(firstword $(ARGS))),$(desk_stamp))

# Every room with the coverage that libFuzzer looks at; numbers that run over still end the program.
FUZZED = -c release --package-path Tests/Fuzz --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer \
  -Xswiftc -use-ld=lld

swift_files = Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

.PHONY: help set-up run build test install uninstall man dist deb try-dist try-deb this-commit \
  format format-check import-check lint bench counts costs engines fuzz sanitize torture docs clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

set-up: ## install the system packages that are missing and check the Swift toolchain
	@command -v "$(SWIFT)" >/dev/null 2>&1 || packaging/check-toolchain
	@packaging/install-system-packages
	@packaging/check-toolchain

run: $(stamp) $(desk_if_asked) ## start the tutor: make run ARGS="open chatbot-model-analysis"
	@$(release) $(ARGS)

build: $(stamp) $(desk_stamp) ## build the release

# What is built is said on standard error; standard output is the program's.
$(stamp): $(sources)
	@$(MAKE) --no-print-directory set-up
	@echo "Building reckon (the first time takes some minutes) …" >&2
	@RECKON_COMMIT=$$(packaging/commit) \
	  RECKON_STATIC=$$(packaging/static-libraries) $(SWIFT) build $(RELEASE) --product reckon >&2
	@touch $@

# The assistants' commands take longer to build than all else: a student does not wait for them.
$(desk_stamp): $(sources)
	@$(MAKE) --no-print-directory set-up
	@echo "Building reckon-desk (the first time takes some minutes) …" >&2
	@RECKON_COMMIT=$$(packaging/commit) \
	  RECKON_STATIC=$$(packaging/static-libraries) $(SWIFT) build $(RELEASE) --product reckon-desk >&2
	@touch $@

test: set-up ## build and run all tests; TESTFLAGS="--filter Formulas" for some
	$(SWIFT) build --build-tests $(DEBUG)
	$(SWIFT) test --parallel $(DEBUG) $(TESTFLAGS)

install: $(stamp) $(desk_stamp) man ## install below PREFIX (/usr/local), with exercises, manual, completions
	install -d "$(bin)" "$(share)/reckon/Exercises" "$(share)/doc/reckon" \
	  "$(bash_completions)" "$(zsh_completions)" "$(fish_completions)"
	$(release) --generate-completion-script bash > .build/completion.bash
	$(release) --generate-completion-script zsh > .build/completion.zsh
	$(release) --generate-completion-script fish > .build/completion.fish
	install -s -m 755 $(release) "$(bin)/reckon"
	install -s -m 755 $(release)-desk "$(bin)/reckon-desk"
	install -m 644 .build/completion.bash "$(bash_completions)/reckon"
	install -m 644 .build/completion.zsh "$(zsh_completions)/_reckon"
	install -m 644 .build/completion.fish "$(fish_completions)/reckon.fish"
	for page in $(manual); do \
	  install -d "$(share)/man/$${page%/*}" && \
	  install -m 644 ".build/man/$${page#*/}" "$(share)/man/$$page" || exit 1; done
	packaging/install-folder Exercises "$(share)/reckon/Exercises"
	packaging/install-folder docs "$(share)/doc/reckon/docs"
	packaging/write-copyright "$(SWIFT)" > .build/copyright
	install -m 644 README.md .build/copyright $(wildcard LICENSE) "$(share)/doc/reckon"

uninstall: ## remove what `make install` put below PREFIX
	rm -f "$(bin)/reckon" "$(bin)/reckon-desk" "$(bash_completions)/reckon" "$(zsh_completions)/_reckon" \
	  "$(fish_completions)/reckon.fish" $(manual:%="$(share)/man/%")
	rm -rf "$(share)/reckon" "$(share)/doc/reckon"

man: $(stamp) $(desk_stamp) ## write the manual pages into .build/man
	@SOURCE_DATE_EPOCH=$$(packaging/commit --time) $(release) --generate-manual docs .build/man

# What is handed on names the commit that it is of, though no source has changed since an older one.
this-commit:
	@if [ -e $(release) ] && commit=$$(packaging/commit) && [ -n "$$commit" ] && \
	  ! $(release) --version | grep -q "$$commit"; then rm -f $(stamp) $(desk_stamp); fi

# Programs for machines unlike this one take nothing from its libraries.
dist: this-commit ## make an archive for any Linux on x86-64, into .build/dist
	@packaging/install-package-tools strip gzip
	@rm -rf .build/dist/stage
	@$(MAKE) --no-print-directory install DESTDIR=.build/dist/stage PREFIX= >/dev/null
	@SOURCE_DATE_EPOCH=$$(packaging/commit --time) packaging/make-archive .build/dist/stage .build/dist

deb: this-commit ## make a package for Debian and Ubuntu, into .build/dist, and check it (lintian)
	@packaging/install-package-tools strip gzip dpkg-deb dpkg-shlibdeps lintian
	@rm -rf .build/dist/stage
	@$(MAKE) --no-print-directory install DESTDIR=.build/dist/stage PREFIX=/usr >/dev/null
	@deb=$$(SOURCE_DATE_EPOCH=$$(packaging/commit --time) packaging/make-deb .build/dist/stage .build/dist) && \
	  lintian --fail-on error,warning "$$deb" && echo "$$deb"

try-dist: dist ## unpack, use and install the archive on clean systems (root; SUITE="bullseye trixie")
	@packaging/install-package-tools debootstrap script
	@packaging/try-package .build/dist/reckon-*-linux.tar.gz $(SUITE)

try-deb: deb ## install, use and purge the package on clean systems (root; SUITE="bookworm trixie")
	@packaging/install-package-tools debootstrap script
	@packaging/try-package .build/dist/reckon_*.deb $(SUITE)

format: ## format the Swift files in place
	$(SWIFT) format --in-place --parallel --recursive $(swift_files)

format-check: ## check the format of the Swift files
	$(SWIFT) format lint --strict --parallel --recursive $(swift_files)

import-check: ## check that pure rooms stay pure and that only the command prints
	@packaging/check-imports

lint: set-up ## lint the exercises
	$(SWIFT) build $(DEBUG)
	packaging/lint-exercises $(debug)

bench: $(stamp) $(desk_stamp) ## measure Reckon beside other programs into docs/performance.md (BENCH=--quick: a look)
	@packaging/install-bench-peers
	@$(SWIFT) build -c release --package-path Benchmarks >&2
	@Benchmarks/.build/release/bench $(BENCH) .build/release docs/performance.md

counts: $(stamp) ## count instructions of what must not get slower, against Benchmarks/counts.txt
	@packaging/install-bench-peers valgrind
	@$(SWIFT) build -c release --package-path Benchmarks >&2
	@Benchmarks/.build/release/bench counts .build/release Benchmarks/counts.txt

costs: $(stamp) $(desk_stamp) ## measure what reading texts of others takes, from 1 kB to 4 MB, into docs/limits.md
	@$(SWIFT) build -c release --package-path Benchmarks >&2
	@Benchmarks/.build/release/bench $(BENCH) costs .build/release docs/limits.md

fuzz: set-up ## make up inputs for what reads text and files; FUZZ_SECONDS=600 a target, FUZZ="Parser Texts" for some
	@RECKON_FUZZED_ROOMS=yes $(SWIFT) build $(FUZZED) >&2
	@Tests/Fuzz/run $(FUZZ_SECONDS) $(FUZZ)

sanitize: set-up ## run the tests with the sanitizers of addresses and threads; TESTFLAGS="--filter Files" for some
	@for kind in $(SANITIZERS); do \
	  ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --parallel --sanitize=$$kind --scratch-path .build-$$kind \
	    $(DEBUG) $(TESTFLAGS) || exit; \
	done

torture: $(if $(findstring release,$(TORTURED)),$(stamp) $(desk_stamp)) ## kill programs, fill disks, close terminals; TORTURE=30 takes a minute or two
	@packaging/install-bench-peers python3
	@Tests/Torture/torture --programs $(TORTURED) --count $(TORTURE)

docs: set-up ## build the documentation of the libraries (DocC) into .build/docs; a warning is an error
	@$(SWIFT) build $(DEBUG) >&2
	@packaging/build-docs .build/docs

engines: $(stamp) $(desk_stamp) ## grade 20 000 notebooks on a Spark cluster that loses a worker (Java, pyspark)
	RECKON_SPARK_RECORDS=20000 RECKON_PROGRAM="$$PWD/$(release)" \
	  $(MAKE) --no-print-directory test TESTFLAGS="--filter SparkTests"

clean: ## remove what was built
	rm -rf .build .build-address .build-thread .build-fuzz
