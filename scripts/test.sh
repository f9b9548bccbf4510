#!/bin/sh
# Runs the stages listed in scripts/stages, in their order, and stops at the first that fails.
# `scripts/test.sh clippy types` runs only these; the stages that did not run are counted as skipped.
set -eu
cd "$(dirname "$0")/.."

passed=0 failed=0 skipped=0 table=
chosen=" $* "

trim() { printf '%s' "$1" | sed 's/^ *//; s/ *$//'; }

# note NAME RESULT SECONDS: a line of the table at the end.
note() {
  table="$table$(printf '  %-12s %-8s %5s' "$1" "$2" "$3")
"
}

# The list is read by descriptor 3, so that a stage cannot eat it as its input.
while IFS='|' read -r name what command <&3; do
  case "$name" in '#'* | '') continue ;; esac
  name=$(trim "$name") what=$(trim "$what") command=$(trim "$command")
  if [ "$failed" -gt 0 ] || { [ "$chosen" != '  ' ] && [ "${chosen#* "$name" }" = "$chosen" ]; }; then
    skipped=$((skipped + 1))
    note "$name" skipped ''
    continue
  fi

  printf '\n── %s: %s\n   %s\n' "$name" "$what" "$command"
  begin=$(date +%s)
  if sh -c ". scripts/env.sh && $command" 3<&-; then
    result=passed passed=$((passed + 1))
  else
    result=FAILED failed=$((failed + 1))
  fi
  seconds=$(($(date +%s) - begin))
  printf '── %s: %s in %s s\n' "$name" "$result" "$seconds"
  note "$name" "$result" "$seconds s"
done 3<scripts/stages

printf '\n%s\n%s passed, %s failed, %s skipped\n' "$table" "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
