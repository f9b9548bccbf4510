#!/bin/sh
# Installs what is missing to build, test and run Bezint; does nothing, in under two seconds, when nothing is.
# Every step says itself what it is for, leaves alone what is there, and can be interrupted at any moment.
set -eu
cd "$(dirname "$0")/.."

for step in needs system npm wasm-std tools; do
  "scripts/setup/$step.sh"
done
