#!/bin/sh
# Browsers, their fonts, a linker for Rust, and openssl for the certificates of the test server.
. scripts/setup/say.sh

if is_debian; then
  need_packages gcc libc6-dev openssl chromium chromium-driver firefox-esr \
    fonts-noto-core fonts-noto-color-emoji fonts-liberation
  exit 0
fi

# Google Chrome refuses to load an extension from the command line, so it must be Chromium.
. scripts/env.sh
missing=
command -v cc >/dev/null || missing="$missing  a C compiler, as linker for Rust (macOS: xcode-select --install)
"
command -v openssl >/dev/null || missing="$missing  openssl
"
[ -n "$CHROMIUM" ] || missing="$missing  Chromium, or set CHROMIUM to its program (macOS: brew install --cask chromium)
"
[ -n "$CHROMEDRIVER" ] || missing="$missing  chromedriver of the same version, or set CHROMEDRIVER (macOS: brew install --cask chromedriver)
"
[ -n "$FIREFOX" ] || missing="$missing  Firefox, or set FIREFOX to its program (macOS: brew install --cask firefox)
"
[ -z "$missing" ] || give_up "please install what this script cannot on this system:" "$missing"
