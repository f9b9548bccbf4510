#!/bin/sh
# What must be there before the set-up can begin: Node and Rust, which it does not install itself.
. scripts/setup/say.sh

command -v node >/dev/null || give_up "Node is missing: install version 20 or later, from https://nodejs.org or your system."
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
  give_up "Node $(node --version) is too old: version 20 or later is needed."
command -v rustup >/dev/null ||
  give_up "Rust is missing: install it with rustup, from https://rustup.rs, with the components rustfmt and clippy."
cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 ||
  give_up "Rust lacks a component: run \`rustup component add rustfmt clippy\`."
