#!/bin/sh
# Rust's standard library for wasm32: from rustup where its server can be reached, else built from Debian's sources.
. scripts/setup/say.sh
. scripts/env.sh

target=wasm32-unknown-unknown
if [ -z "$WASM_TOOLCHAIN" ] || [ -x "$WASM_TOOLCHAIN/bin/rustc" ]; then exit 0; fi

# On a closed network rustup waits for ever instead of failing. macOS has no `timeout`.
limit=
command -v timeout >/dev/null && limit="timeout 20"
if [ "${BEZINT_WASM_STD:-rustup}" = rustup ]; then
  step "fetching the standard library for wasm32 with rustup" $limit rustup target add "$target" && exit 0
  say "rustup could not fetch it (docs/closed-networks.md tells the other way)"
fi

is_debian || give_up "the other way needs Debian: give rustup a mirror that has rust-std for $target."
exec scripts/setup/wasm-std-from-debian.sh
