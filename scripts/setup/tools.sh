#!/bin/sh
# wasm-pack, wasm-bindgen's tool and geckodriver, or the tools given, built from crates.io into the cache: some minutes
# each, once. A tool is named as `<crate>-<version>`.
. scripts/setup/say.sh
. scripts/env.sh

# A tool is built beside its place and moved there at the end, so that an interrupted build leaves none that is half.
install_tool() {
  work=$(mktemp -d "$BEZINT_CACHE/tools/.building-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  CARGO_TARGET_DIR="$BEZINT_CACHE/tools/target" \
    cargo install --locked --root "$work" --version "${1##*-}" "${1%-*}" &&
    mv "$work" "$BEZINT_CACHE/tools/$1"
}

# shellcheck disable=SC2086 # a list of tools
[ $# -gt 0 ] || set -- $BEZINT_TOOLS
built=
for tool in "$@"; do
  [ -d "$BEZINT_CACHE/tools/$tool" ] && continue
  mkdir -p "$BEZINT_CACHE/tools"
  step "building $tool" install_tool "$tool"
  built=yes
done
# Kept between the tools, which share crates; of no use afterwards.
[ -z "$built" ] || rm -rf "$BEZINT_CACHE/tools/target"
