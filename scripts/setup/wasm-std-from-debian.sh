#!/bin/sh
# Builds the standard library for wasm32 from Debian's sources, by Debian's compiler, and lays out a toolchain that
# rustup can run. docs/closed-networks.md tells why and how.
. scripts/setup/say.sh

need_packages rustc-web cargo-web rust-web-src
lld=$(/usr/bin/rustc --version --verbose | sed -n 's/^LLVM version: \([0-9]*\)\..*/lld-\1/p')
need_packages "$lld"
BEZINT_WASM_STD=debian
. scripts/env.sh

target=wasm32-unknown-unknown
host=$(/usr/bin/rustc --version --verbose | sed -n 's/^host: //p')
mkdir -p "$BEZINT_CACHE/toolchains"
work=$(mktemp -d "$BEZINT_CACHE/toolchains/.building-XXXXXX")
trap 'rm -rf "$work"' EXIT

# Cargo builds the standard library along with any crate that asks for it: an empty one will do.
mkdir -p "$work/empty/src"
printf '[package]\nname = "empty"\nedition = "2024"\n' >"$work/empty/Cargo.toml"
: >"$work/empty/src/lib.rs"
build_std() {
  # RUSTC_BOOTSTRAP allows `-Z` to a compiler of the stable channel.
  (cd "$work/empty" && env -u RUSTUP_TOOLCHAIN -u RUSTFLAGS RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=target \
    /usr/bin/cargo build --release --target "$target" -Z build-std=std,panic_abort,panic_unwind,test,proc_macro)
}

# $1: where the toolchain will be in the end, which the wrappers must name.
lay_out() {
  sysroot=$work/sysroot
  mkdir -p "$sysroot/bin" "$sysroot/lib/rustlib/$target/lib" "$sysroot/lib/rustlib/$host/bin"
  ln -s "/usr/lib/rustlib/$host/lib" "$sysroot/lib/rustlib/$host/lib"
  ln -s "$(command -v "$lld")" "$sysroot/lib/rustlib/$host/bin/rust-lld"
  cp "$work/empty/target/$target/release/deps/"*.rlib "$sysroot/lib/rustlib/$target/lib/"
  rm "$sysroot/lib/rustlib/$target/lib/"libempty-*.rlib
  ln -s /usr/bin/cargo "$sysroot/bin/cargo"
  for program in rustc rustdoc; do
    printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$program" "$1" >"$sysroot/bin/$program"
    chmod +x "$sysroot/bin/$program"
  done
}

step "building the standard library for wasm32 from Debian's sources" build_std
lay_out "$WASM_TOOLCHAIN"
mv -T "$sysroot" "$WASM_TOOLCHAIN"
