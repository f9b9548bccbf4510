#!/bin/sh
# Runs the tests of crates/bezint-wasm in a real browser: `scripts/test-wasm.sh chromium` or `firefox`.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

# The test runner takes the first driver it finds in the environment, so it must see only the one that is meant.
case "${1:-}" in
  chromium) browser="--chrome --chromedriver $CHROMEDRIVER" other=GECKODRIVER ;;
  firefox) browser="--firefox --geckodriver $GECKODRIVER" other=CHROMEDRIVER ;;
  *) echo "usage: scripts/test-wasm.sh chromium|firefox" >&2 && exit 2 ;;
esac
unset "$other"

# shellcheck disable=SC2086 # a list of options
for_wasm wasm-pack test --headless $browser --mode no-install crates/bezint-wasm --features author
