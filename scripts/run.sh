#!/bin/sh
# Builds what has changed, shows the main job, and serves the studio.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

scripts/build.sh
exec node scripts/demo.mjs
