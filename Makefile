# Everything a person or CI runs, each with one line of help. Needs make and Python 3.11 or newer, nothing else.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
# Packages come with the hashes of the lock files; the project itself is installed in place.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench soak profile lock clean

help: ## this list 本帮助
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## a synthetic province, loaded and served; Ctrl-C stops it 演示
	@$(BIN)/hub demo $(ARGS)

test: $(VENV)/.installed-dev ## all tests (ARGS="-k word" selects) 测试
	@$(BIN)/python -m pytest -n 2 $(ARGS)

lint: $(VENV)/.installed-dev ## style, types and the walls between packages 静态检查
	@$(BIN)/ruff format --check --quiet . || { echo "run 'make format'"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.installed-dev ## let ruff lay the code out 格式化
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

BENCH := $(BIN)/python -m pytest -o python_files='bench_*.py' -o python_functions='bench_*' -p no:xdist -s

bench: $(VENV)/.installed-dev ## measure reading and loading 性能测试
	@$(BENCH) tests/benchmarks $(ARGS)

SOAK := ORACLE_OPERATIONS=$(or $(OPERATIONS),30000) ORACLE_SEED=$(or $(SEED),$(shell date +%s)) ORACLE_SHARE=1

soak: $(VENV)/.installed-dev ## many operations against the oracle (OPERATIONS=, SEED=), the whole policy matrix, then memory over a million requests 长时间测试
	@$(SOAK) $(BIN)/python -m pytest -n 2 -s tests/oracle $(ARGS)
	@MATRIX=all $(BIN)/python -m pytest -n 2 tests/matrix $(ARGS)
	@SIDE_CHANNELS=all $(BIN)/python -m pytest -n 2 tests/side_channels $(ARGS)
	@$(BIN)/python -m pytest -o python_files='soak_*.py' -o python_functions='soak_*' -p no:xdist -s tests/oracle $(ARGS)

profile: $(VENV)/.installed-dev ## show where the microseconds of one request go 单次请求耗时分析
	@$(BENCH) tests/benchmarks/bench_stages.py $(ARGS)

lock: $(VENV)/.installed-dev ## compute the lock files anew after a change in pyproject.toml 更新依赖锁
	@$(INSTALL) uv
	@$(BIN)/uv pip compile $(LOCK) --extra build pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile $(LOCK) --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

LOCK := --quiet --no-config --universal --generate-hashes --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url

clean: ## remove the environment and all caches; data directories stay 清理
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3 需要 Python 3.11 及以上"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "venv is missing: apt install python3-venv 缺少 venv"; exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV) 正在安装 ..."
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
