# The two commands of the README, and what they are made of.
#   make run     installs what is missing, builds, runs the month's batch on the sample cohort
#   make test    the same set-up, then every test
# Looking for what nobody thought of: make fuzz SECONDS=60, make sanitize.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PACKAGES := libglpk-dev libcsv-dev libzip-dev libexpat1-dev libxlsxwriter-dev libsqlite3-dev
BUILD := -c release --explicit-target-dependency-import-check error
SAMPLE := data/family-friend
OUT ?= runs/2026-11
# Language of the run: ja or en; by default that of the locale.
UILANG ?=
# Of the benchmarks; see Benchmarks/README.md.
PYTHON ?= python3
SCALE ?= small

.PHONY: run test build setup lint format sample demo-year bench fuzz sanitize clean

run: build
	@echo
	@.build/release/musubi match --programme configs/family-friend.yaml \
	    --volunteers $(SAMPLE)/volunteers.csv --residents $(SAMPLE)/residents.csv \
	    --as-of 2026-11-01 --out $(OUT) --force $(if $(UILANG),--lang $(UILANG))

test: setup
	swift build $(BUILD) --build-tests
	swift test $(BUILD) --skip-build

build: setup
	swift build $(BUILD) --product musubi

# Installs the Debian packages that are missing, and only then asks for rights.
setup:
	@missing=(); for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	    echo "installing $${missing[*]}"; \
	    as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    $$as_root apt-get update -qq; \
	    DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq "$${missing[@]}"; \
	fi

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# Makes the sample cohorts again; the same seed gives the same bytes. Programme:residents:volunteers.
SAMPLES := family-friend:200:170 spot-errands:160:120 corporate:120:110 student-exchange:90:28 alumni-network:120:150
sample: build
	@for sample in $(SAMPLES); do \
	    IFS=: read -r name residents volunteers <<< "$$sample"; \
	    .build/release/musubi simulate --programme configs/$$name.yaml --residents $$residents \
	        --volunteers $$volunteers --seed 1 --as-of 2026-11-01 --out data/$$name --force; \
	done

# Three years of everybody's work with the real commands on made-up exports: 36 months of match, answers and record, then
# three annual reports: make demo-year DEMO=runs/demo-year REPORTS=reports. The same seed gives the same figures.
DEMO ?= runs/demo-year
REPORTS ?= $(DEMO)/reports
DEMO_SEED ?= 1
DEMO_PEOPLE ?= --residents 700 --volunteers 600
DEMO_PROGRAMME := configs/family-friend.yaml
MUSUBI := .build/release/musubi
demo-year: build
	@if [ -e "$(DEMO)" ] && [ ! -f "$(DEMO)/truth.json" ]; then \
	    echo "$(DEMO) is there and is no demo; choose another DEMO" >&2; exit 1; \
	fi; \
	rm -rf "$(DEMO)"; mkdir -p "$(DEMO)"; log="$(DEMO)/demo.log"; ledger="$(DEMO)/musubi.sqlite"; \
	$(MUSUBI) simulate --programme $(DEMO_PROGRAMME) --years 3 $(DEMO_PEOPLE) --seed $(DEMO_SEED) \
	    --as-of 2027-03-31 --out "$(DEMO)"; \
	for export in "$(DEMO)"/exports/*; do \
	    month="$${export##*/}"; last="$$(date -d "$$month-01 +1 month -1 day" +%F)"; echo -n "$$month "; \
	    $(MUSUBI) match --programme $(DEMO_PROGRAMME) --volunteers "$$export/volunteers.csv" \
	        --residents "$$export/residents.csv" --as-of "$$month-01" --ledger "$$ledger" \
	        --out "$(DEMO)/runs/$$month" >> "$$log"; \
	    $(MUSUBI) simulate --programme $(DEMO_PROGRAMME) --answers "$(DEMO)/runs" --seed $(DEMO_SEED) \
	        --as-of "$$last" --out "$(DEMO)/answers" --force >> "$$log"; \
	    for kind in decisions contacts outcomes surveys; do \
	        [ ! -f "$(DEMO)/answers/$$kind.csv" ] || $(MUSUBI) record $$kind "$(DEMO)/answers/$$kind.csv" \
	            --ledger "$$ledger" --as-of "$$last" >> "$$log"; \
	    done; \
	done; \
	echo; \
	for year in 2024 2025 2026; do \
	    for edition in internal public; do \
	        $(MUSUBI) report --ledger "$$ledger" --fiscal-year $$year --as-of "$$((year + 1))-03-31" \
	            --edition $$edition --lang both --out "$(REPORTS)/$$year-$$edition" --force >> "$$log"; \
	        echo "$(REPORTS)/$$year-$$edition/impact.html"; \
	    done; \
	done

# Times the optimiser against other solvers: make bench PYTHON=.venv/bin/python SCALE=full
bench: build
	$(PYTHON) -B Benchmarks/bench.py --scale $(SCALE)

# Fuzzes every parser, or those of TARGETS, for SECONDS each: make fuzz SECONDS=600 TARGETS="csv weekly".
SECONDS ?= 60
TARGETS ?=
fuzz: setup
	Fuzzing/run.sh $(SECONDS) $(TARGETS)

# Runs the tests of everything that reads foreign bytes under AddressSanitizer. The backtracer of Swift would
# wait for ever on a signal that the sanitizer has taken; XCTest, which no test here needs, leaks by itself.
SANITIZED := IntakeTests|RecordsTests|CompatibilityTests|ProgrammesTests
sanitize: setup
	SWIFT_BACKTRACE=enable=no swift test --sanitize=address --disable-xctest --scratch-path .build/sanitize --filter '$(SANITIZED)'

clean:
	rm -rf .build runs
