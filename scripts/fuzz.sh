#!/bin/sh
# Runs each fuzz target for a bounded time: `scripts/fuzz.sh 60` for 60 seconds each, `scripts/fuzz.sh 600 load` for one.
#
# Inputs that reach something new are kept in target/fuzz/corpus, so that the next run begins where this one ended. An
# input that fails is left in fuzz/artifacts, and its name is printed with the command that runs it again. No sanitizer
# is asked for, since none of our code is unsafe; so the stable compiler will do.
set -eu
cd "$(dirname "$0")/.."
. scripts/setup/say.sh
. scripts/env.sh

seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- read load evaluate

fuzzer=cargo-fuzz-0.13.2
scripts/setup/system.sh
if is_debian; then need_packages g++; fi
scripts/setup/tools.sh "$fuzzer"
PATH="$BEZINT_CACHE/tools/$fuzzer/bin:$PATH"
corpus=$CARGO_TARGET_DIR/fuzz/corpus

# Sealed policies to begin with are made of those in TOML, since their form changes with the code.
seeds=$CARGO_TARGET_DIR/fuzz/seeds/load
mkdir -p "$seeds"
for policy in crates/bezint-packs/policies/starter.toml tests/policies/*.toml crates/bezint-cli/tests/policies/traced*.toml; do
  case "$policy" in *.drafts.toml) continue ;; esac
  cargo run --quiet --package bezint-cli -- seal "$policy" -o "$seeds/$(basename "$policy" .toml).bezint"
done

for target in "$@"; do
  case "$target" in
    read) begin="fuzz/seeds/read crates/bezint-policy/tests/mistakes crates/bezint-packs/policies tests/policies"
      options="-max_len=20000 -dict=fuzz/policy.dict" ;;
    load) begin=$seeds options="-max_len=60000" ;;
    evaluate) begin="fuzz/seeds/evaluate tests/corpus" options="-max_len=4000 -dict=fuzz/draft.dict" ;;
    *) give_up "there is no fuzz target $target: they are read, load and evaluate" ;;
  esac
  mkdir -p "$corpus/$target"
  say "fuzzing $target for $seconds s"
  # shellcheck disable=SC2086 # lists of folders and options
  CARGO_TARGET_DIR="$CARGO_TARGET_DIR/fuzz" cargo fuzz run --fuzz-dir fuzz --sanitizer none "$target" "$corpus/$target" \
    $begin -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 $options
done
