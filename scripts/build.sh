#!/bin/sh
# Builds what people install and open: the engine, the extension's packages and the studio. Rebuilds what has changed.
set -eu
cd "$(dirname "$0")/.."

scripts/build-wasm.sh
node scripts/build.mjs ${POLICY:+extension --policy "$POLICY"}
