#!/bin/sh
# Rust's standard library for wasm32: from rustup where its server can be reached, else built from Debian's sources.
. scripts/setup/say.sh
. scripts/env.sh

target=wasm32-unknown-unknown
if [ -z "$WASM_TOOLCHAIN" ] || [ -x "$WASM_TOOLCHAIN/bin/rustc" ]; then exit 0; fi

# On a closed network rustup waits for ever instead of failing. macOS has no `timeout`.
limit=
command -v timeout >/dev/null && limit="timeout 20"
if [ "${BEZINT_WASM_STD:-rustup}" = rustup ] &&
  step "fetching the standard library for wasm32 with rustup" $limit rustup target add "$target"; then
  exit 0
fi

is_debian || give_up "rustup could not fetch the standard library for $target; docs/closed-networks.md says what to do."
exec scripts/setup/wasm-std-from-debian.sh
