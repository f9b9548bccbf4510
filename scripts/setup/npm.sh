#!/bin/sh
# The packages of package-lock.json. No install script of a package is run: none of ours needs one.
. scripts/setup/say.sh

node scripts/setup/npm-is-current.mjs || step "installing the npm packages" npm ci --ignore-scripts --no-audit --no-fund
