# What every step of the set-up shares. Sourced, from the project's root.
set -eu

# An interrupted step leaves by the same door as one that ends, and so tidies up.
trap 'exit 130' HUP INT TERM

say() { printf 'set-up: %s\n' "$*"; }

# Ends the set-up with what the person must do.
give_up() {
  printf 'set-up: %s\n' "$@" >&2
  exit 1
}

# step WHAT COMMAND…: says what a step does before it starts, and how long it took when it is done. Its output goes to
# a log, which is shown when the step fails: an installer's chatter hides the one line that matters.
# A function that is run so must join its commands by &&: `set -e` does not reach into a condition.
step() {
  what=$1
  shift
  say "$what …"
  begin=$(date +%s)
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
    say "$what: done in $(($(date +%s) - begin)) s"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

is_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# Those of the Debian packages given that are not installed.
missing_packages() {
  for package in "$@"; do
    case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# `--no-remove`, because rustc-web conflicts with Debian's own package of rustup, which must not vanish unasked.
apt_install() {
  apt-get update &&
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends --no-remove "$@"
}

# need_packages WHAT FOR… : installs what is missing, or says which command does.
need_packages() {
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then return 0; fi
  if [ "$(id -u)" != 0 ]; then
    give_up "these Debian packages are missing, and only root can install them:" \
      "  sudo apt-get install --no-install-recommends $missing"
  fi
  # shellcheck disable=SC2086 # a list of packages
  step "installing ${missing}with apt" apt_install $missing
}
