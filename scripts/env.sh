# Where the tools are. Sourced, from the project's root, by every script and recipe that uses one of them.
#
# BEZINT_CACHE     what a fresh clone need not make again: the tools and, on a closed network, a toolchain
# BEZINT_TOOLS     the Rust tools, as <crate>-<version>, each in $BEZINT_CACHE/tools/<crate>-<version>/bin
# WASM_TOOLCHAIN   the folder of the toolchain that builds for wasm32; empty when rustup's own one can
# CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER   programs; a value already set is kept
#
# `for_wasm COMMAND` runs a command (cargo, wasm-pack) with the toolchain that can build for wasm32.

export BEZINT_CACHE="${BEZINT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/bezint}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"

# wasm-bindgen's tool and library must be the same version, so the lock file decides.
BEZINT_TOOLS="wasm-pack-0.15.1 geckodriver-0.37.1 wasm-bindgen-cli-$(
  sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock
)"
for tool in $BEZINT_TOOLS; do
  case ":$PATH:" in
    *":$BEZINT_CACHE/tools/$tool/bin:"*) ;;
    *) PATH="$BEZINT_CACHE/tools/$tool/bin:$PATH" ;;
  esac
done
unset tool
export PATH

# The first of the programs given that exists, or nothing.
first_of() {
  for candidate in "$@"; do
    if command -v "$candidate"; then return 0; fi
  done
  return 0
}

export CHROMIUM="${CHROMIUM:-$(first_of chromium chromium-browser /Applications/Chromium.app/Contents/MacOS/Chromium)}"
export CHROMEDRIVER="${CHROMEDRIVER:-$(first_of chromedriver)}"
export FIREFOX="${FIREFOX:-$(first_of firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox)}"
export GECKODRIVER="${GECKODRIVER:-$(first_of geckodriver)}"

# rustup's own toolchain is the first choice; BEZINT_WASM_STD=debian chooses the one of docs/closed-networks.md.
WASM_TOOLCHAIN=
if [ "${BEZINT_WASM_STD:-rustup}" = debian ] ||
  ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
  WASM_TOOLCHAIN="$BEZINT_CACHE/toolchains/wasm32-$(dpkg-query -W -f='${Version}' rustc-web 2>/dev/null)"
fi
export WASM_TOOLCHAIN

for_wasm() {
  if [ -n "$WASM_TOOLCHAIN" ]; then RUSTUP_TOOLCHAIN="$WASM_TOOLCHAIN" "$@"; else "$@"; fi
}
