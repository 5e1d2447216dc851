# Shared by all commands: messages, exit codes, checks of the machine, progress. Sourced by ./firstfix.

# Exit codes are part of the contract (docs/operations/running.md): scripts and systemd units read them.
EXIT_USAGE=2
EXIT_NO_JDK=10
EXIT_OLD_JDK=11
EXIT_NO_NODE=12
EXIT_OLD_NODE=13
EXIT_PORT_TAKEN=14
EXIT_DISK_FULL=15
EXIT_DATABASE=16
EXIT_FOLDER=17
EXIT_NO_CHROMIUM=18
EXIT_BUILD=20
EXIT_TESTS=21
EXIT_RUNNING=22

NEED_JAVA=25
NEED_NODE=20.19
NEED_DISK_MB=1024

BUILD=$ROOT/.build

say() { printf '%s\n' "$*"; }
complain() { printf 'firstfix: %s\n' "$*" >&2; }

# die CODE MESSAGE: one line that says what is wrong, with which values, and what to do about it.
die() {
  code=$1
  shift
  complain "$*"
  exit "$code"
}

unknown_command() {
  die "$EXIT_USAGE" "there is no command '$1'. Commands: $(command_names)help. Try: $0 help"
}

command_names() {
  for file in "$PARTS"/commands/*.sh; do
    name=$(basename "$file" .sh)
    [ "$name" = help ] || printf '%s, ' "$name"
  done
}

have() { command -v "$1" >/dev/null 2>&1; }

# version_at_least HAVE NEED: compares major.minor as numbers, so that 20.9 is older than 20.19.
version_at_least() {
  have_major=${1%%.*} need_major=${2%%.*}
  have_rest=${1#*.} need_rest=${2#*.}
  have_minor=${have_rest%%.*} need_minor=${need_rest%%.*}
  [ "$have_major" -gt "$need_major" ] && return 0
  [ "$have_major" -eq "$need_major" ] && [ "$have_minor" -ge "$need_minor" ]
}

require_node() {
  have node || die "$EXIT_NO_NODE" "Node.js was not found on PATH, and building the screens needs Node.js >= $NEED_NODE. Install it (your system's package manager or nodejs.org) and run this again."
  node_version=$(node --version 2>/dev/null | sed 's/^v//')
  case $node_version in
    [0-9]*.[0-9]*) ;;
    *) die "$EXIT_OLD_NODE" "'$(command -v node) --version' answered '$node_version', which is no version. Firstfix needs Node.js >= $NEED_NODE; install it and run this again." ;;
  esac
  version_at_least "$node_version" "$NEED_NODE" || die "$EXIT_OLD_NODE" "Node.js $node_version ($(command -v node)) is too old: building the screens needs >= $NEED_NODE. Install a newer one and run this again."
  have npm || die "$EXIT_NO_NODE" "Node.js $node_version is here, but npm is not on PATH. Install npm (it comes with Node.js) and run this again."
}

# require_disk FOLDER: PostgreSQL loses its footing on a full disk, so stop while there is still room to clean up.
require_disk() {
  folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free_kb=$(df -Pk "$folder" 2>/dev/null | awk 'NR == 2 { print $4 }')
  case $free_kb in '' | *[!0-9]*) return 0 ;; esac
  free_mb=$((free_kb / 1024))
  [ "$free_mb" -ge "$NEED_DISK_MB" ] || die "$EXIT_DISK_FULL" "only $free_mb MB are free on the disk of $folder, Firstfix needs $NEED_DISK_MB MB. Free some space, or put the data elsewhere with FIRSTFIX_DATA=/other/folder."
}

# require_folder FOLDER WHAT: makes it, and finds out now whether it can be written.
require_folder() {
  mkdir -p "$1" 2>/dev/null || true
  [ -d "$1" ] && [ -w "$1" ] && return 0
  die "$EXIT_FOLDER" "the $2 $1 cannot be written by user $(id -un). Change its owner, or choose another with FIRSTFIX_DATA=/other/folder."
}

# port_taken PORT: true when something listens on it. The kernel's own table where there is one; no tool needed.
port_taken() {
  if [ -r /proc/net/tcp ]; then
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port="$(printf '%04X' "$1")" '
      $4 == "0A" { n = split($2, local, ":"); if (local[n] == port) found = 1 }
      END { exit !found }'
  elif have netstat; then
    netstat -an 2>/dev/null | grep -E "^tcp.*[.:]$1[[:space:]].*LISTEN" >/dev/null
  else
    return 1
  fi
}

require_port() {
  case $1 in
    '' | *[!0-9]* | ??????*) die "$EXIT_USAGE" "the port '$1' is not a number from 1 to 65535. Set FIRSTFIX_PORT or --port, for example FIRSTFIX_PORT=8080." ;;
  esac
  { [ "$1" -ge 1 ] && [ "$1" -le 65535 ]; } || die "$EXIT_USAGE" "the port $1 is not in 1 to 65535. Set FIRSTFIX_PORT or --port, for example FIRSTFIX_PORT=8080."
  if port_taken "$1"; then
    die "$EXIT_PORT_TAKEN" "port $1 is taken by another program$(port_owner "$1"). Stop that program, or choose another port: FIRSTFIX_PORT=$(free_port $(($1 + 1))) $0 $command"
  fi
  if [ "$1" -lt 1024 ] && [ "$(id -u)" != 0 ] && [ "$1" -lt "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || echo 0)" ]; then
    die "$EXIT_PORT_TAKEN" "port $1 may only be opened by root, and you are $(id -un). Choose a port from 1024 up, and put a reverse proxy in front (deploy/nginx.conf)."
  fi
}

# Naming the owner is a courtesy: silent where the tool is missing or the process belongs to somebody else.
port_owner() {
  owner=
  if have ss; then
    owner=$(ss -ltnpH "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ (\1, process \2)/p' | head -n 1)
  elif have lsof; then
    owner=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print " (" $1 ", process " $2 ")" }')
  fi
  printf '%s' "$owner"
}

# free_port FROM: the first port from FROM on that nobody listens on.
free_port() {
  candidate=$1
  while port_taken "$candidate"; do candidate=$((candidate + 1)); done
  echo "$candidate"
}

# step TEXT LOG COMMAND...: runs the command with its output in LOG and shows that something happens.
# The command stays in the foreground so that Ctrl+C reaches it; only the clock runs beside it.
step() {
  step_text=$1 step_log=$2
  shift 2
  mkdir -p "$(dirname "$step_log")"
  step_began=$(date +%s)
  show_clock "$step_text" "$step_began" &
  clock=$!
  step_result=0
  "$@" >"$step_log" 2>&1 </dev/null || step_result=$?
  # KILL, because a clock that has only just been forked still has its parent's traps and would swallow TERM.
  kill -KILL "$clock" 2>/dev/null || true
  wait "$clock" 2>/dev/null || true
  step_seconds=$(($(date +%s) - step_began))
  if [ -t 1 ]; then printf '\r\033[K'; fi
  if [ "$step_result" -eq 0 ]; then
    printf '  ok      %-46s %4s s\n' "$step_text" "$step_seconds"
  else
    printf '  FAILED  %-46s %4s s\n' "$step_text" "$step_seconds"
  fi
  return "$step_result"
}

show_clock() {
  if [ -t 1 ]; then
    while kill -0 $$ 2>/dev/null; do
      printf '\r\033[K  ...     %-46s %4s s' "$1" "$(($(date +%s) - $2))"
      sleep 1 >/dev/null 2>&1
    done
  else
    # Without a terminal (CI) a line now and then is enough to see that it is alive.
    while sleep 60 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
      printf '  ...     %-46s %4s s\n' "$1" "$(($(date +%s) - $2))"
    done
  fi
}

# show_failure LOG: the end of the log, because that is where the reason stands, and where to read the rest.
show_failure() {
  lines=40
  [ -z "${CI:-}" ] || lines=200
  {
    say "---- the last lines of $1"
    tail -n $lines "$1"
    say "---- the whole log: $1"
  } >&2
}
