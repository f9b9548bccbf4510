#!/bin/sh
# Builds crates/bezint-wasm for the browser: bezint.js, bezint_bg.wasm and bezint.d.ts, in
#   target/wasm/bezint   the engine
#   target/wasm/author   the engine and the authoring side, for the studio
# `scripts/build-wasm.sh engine` builds only the first. Nothing is written when nothing has changed.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

# What every browser that Bezint supports can run.
features="--enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-multivalue
  --enable-mutable-globals --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext"

# Messages of panics name source files: where those are on this machine is nobody's business, and would make the same
# source another file elsewhere.
RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$PWD=bezint ${RUSTFLAGS:-}"
export RUSTFLAGS

# $1: the folder in target/wasm; the rest: options for cargo. Each has a target folder of its own, since cargo gives the
# two the same file name and would take the one for the other.
build() {
  out=target/wasm/$1
  raw=target/wasm/raw/$1
  target_dir=$2
  shift 2
  CARGO_TARGET_DIR=$target_dir for_wasm wasm-pack --log-level warn build crates/bezint-wasm --target web \
    --mode no-install --no-pack --no-opt --profile browser --out-name bezint --out-dir "$PWD/$raw" "$@"
  if cmp -s "$raw/bezint_bg.wasm" "$raw/optimized-from.wasm" && cmp -s "$raw/bezint.js" "$out/bezint.js"; then return; fi

  # Without the limit what has one caller is put into it, whatever its size: that made one function of 119 kB, which no
  # browser is quick to make ready, and verdicts took a fifth longer.
  # shellcheck disable=SC2086 # a list of options
  npx wasm-opt -O3 --one-caller-inline-max-function-size=200 $features "$raw/bezint_bg.wasm" -o "$raw/optimized.wasm"
  mkdir -p "$out"
  mv "$raw/optimized.wasm" "$out/bezint_bg.wasm"
  cp "$raw/bezint.js" "$raw/bezint.d.ts" "$raw/bezint_bg.wasm.d.ts" "$out/"
  cp "$raw/bezint_bg.wasm" "$raw/optimized-from.wasm"
}

build bezint "$CARGO_TARGET_DIR"
[ "${1:-}" = engine ] || build author "$CARGO_TARGET_DIR/author" -- --features author
