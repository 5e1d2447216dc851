# Runs the tests of all parts and adds up what they counted. Sourced by the command `test`.
#
# A part that is in the tree has to run at least one test: an empty run is a failure, not a success.

RESULTS=$BUILD/test
passed=0 failed=0 skipped=0

run_tests() {
  parts="web java launcher journeys"
  if [ $# -gt 0 ]; then
    for part in "$@"; do
      case " $parts " in
        *" $part "*) ;;
        *) die "$EXIT_USAGE" "there is no part '$part' of the tests. Parts: $parts" ;;
      esac
    done
    parts=$*
  fi
  tests_began=$(date +%s)
  require_java
  require_node
  require_disk "$ROOT"
  case " $parts " in
    *" journeys "*) [ ! -d "$ROOT/e2e" ] || require_chromium ;;
  esac
  # The journeys need no window, but whoever watches them wants the newest folder only.
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  lock_build
  say "Testing with Java $JAVA_MAJOR ($JAVA_HOME) and Node $(node --version): $parts"
  for part in $parts; do "test_$part"; done
  unlock_build
  summary
}

summary() {
  say
  [ ! -s "$RESULTS/failures" ] || {
    say "What failed:"
    sed 's/^/  /' "$RESULTS/failures"
    say
  }
  say "All logs: $RESULTS, $(($(date +%s) - tests_began)) s in all"
  line="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
  say "$line"
  [ "$failed" -eq 0 ] || exit "$EXIT_TESTS"
}

require_chromium() {
  CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  [ -x "${CHROMIUM:-/nonexistent}" ] || die "$EXIT_NO_CHROMIUM" "no Chromium was found${CHROMIUM:+ at $CHROMIUM}, and the journeys run in a real browser. Install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/chromium; the other tests run without it: $0 test web java launcher"
  export CHROMIUM
}

# Instead of the one in build.sh: a build that fails is a failed test, and the closing line still comes.
build_failed() { # WHAT LOG
  fail "$1; what comes after it was not run" "$2"
  unlock_build
  summary
}

# check TEXT LOG COMMAND...: a step that is right or wrong as a whole.
check() {
  step "$@" || fail "$1" "$2"
}

fail() { # WHAT LOG
  failed=$((failed + 1))
  printf '%s (log: %s)\n' "$1" "$2" >>"$RESULTS/failures"
  show_failure "$2"
}

# count TEXT LOG RESULT KIND PATH: adds what a test tool wrote down. A tool that ended badly without a failed test, or
# well without any test, counts as one failure.
count() {
  counts=$(node "$PARTS/count-tests.mjs" "$4" "$5" "$RESULTS/failures" 2>>"$2") || counts="0 0 0"
  # shellcheck disable=SC2086  # three numbers
  set -- "$1" "$2" "$3" $counts
  passed=$((passed + $4)) failed=$((failed + $5)) skipped=$((skipped + $6))
  printf '          %s passed, %s failed, %s skipped\n' "$4" "$5" "$6"
  if [ "$5" -gt 0 ]; then
    show_failure "$2"
  elif [ "$3" -ne 0 ]; then
    fail "$1: ended with exit code $3" "$2"
  elif [ "$4" -eq 0 ]; then
    fail "$1: ran no test" "$2"
  fi
}

test_launcher() {
  result=0
  step "launcher: error lines, stale builds" "$RESULTS/launcher.log" sh "$ROOT/deploy/launcher/launcher-test.sh" || result=$?
  count "launcher" "$RESULTS/launcher.log" "$result" lines "$RESULTS/launcher.log"
}

test_web() {
  if [ ! -d "$ROOT/web" ]; then
    say "  no web/ in this tree, its tests are left out"
    return 0
  fi
  install_web
  check "screens: types" "$RESULTS/web-types.log" in_folder "$ROOT/web" npm run check-types
  check "screens: lint" "$RESULTS/web-lint.log" in_folder "$ROOT/web" npm run lint
  check "screens: both languages complete" "$RESULTS/web-i18n.log" in_folder "$ROOT/web" npm run check-i18n
  result=0
  step "screens: unit tests (vitest)" "$RESULTS/web-unit.log" in_folder "$ROOT/web" npm test -- \
    --reporter=default --reporter=json --outputFile.json="$RESULTS/vitest.json" || result=$?
  count "screens: unit tests" "$RESULTS/web-unit.log" "$result" vitest "$RESULTS/vitest.json"
  build_web
  check "screens: size of what is loaded" "$RESULTS/web-size.log" in_folder "$ROOT/web" npm run check-size
}

test_java() {
  build_web # it goes into the jar
  [ -f "$ROOT/server/pom.xml" ] && server_mark=$(server_fingerprint "$web_mark")
  # Reports of tests that were deleted since would be counted again.
  find "$ROOT" -name node_modules -prune -o -type d \( -name surefire-reports -o -name failsafe-reports \) -path '*/target/*' -print |
    while IFS= read -r reports; do rm -rf "$reports"; done
  result=0
  step "Java: all modules (mvn verify)" "$RESULTS/java.log" maven --fail-at-end verify || result=$?
  count "Java" "$RESULTS/java.log" "$result" surefire "$ROOT"
  if [ "$result" -eq 0 ] && [ -f "$(server_archive)" ]; then
    unpack_server
    stamp server "$server_mark"
  fi
}

test_journeys() {
  if [ ! -d "$ROOT/e2e" ]; then
    say "  no e2e/ in this tree, the journeys are left out"
    return 0
  fi
  build_web
  build_server
  check "journeys: fetch packages (npm ci)" "$RESULTS/journeys-packages.log" \
    in_folder "$ROOT/e2e" env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
  start_test_server || return 0
  result=0
  step "journeys: $CHROMIUM" "$RESULTS/journeys.log" in_folder "$ROOT/e2e" \
    env FIRSTFIX_URL="http://127.0.0.1:$test_port" PLAYWRIGHT_JSON_OUTPUT_NAME="$RESULTS/playwright.json" \
    npm test -- --reporter=list,json || result=$?
  stop_test_server
  failed_before=$failed
  count "journeys" "$RESULTS/journeys.log" "$result" playwright "$RESULTS/playwright.json"
  [ "$failed" -eq "$failed_before" ] || show_complaints "$RESULTS/server.log"
}

# What the server complained of: a journey says only that nothing came.
show_complaints() { # LOG
  {
    say "---- warnings and errors of $1"
    grep -E -A 8 ' (WARN|ERROR) [0-9]+ ---|^Caused by' "$1" | tail -n 120
    say "----"
  } >&2
}

# The server that the journeys meet is started by the same command a person types, on data of its own.
start_test_server() {
  unlock_build
  test_data=$(mktemp -d "${TMPDIR:-/tmp}/firstfix-test.XXXXXX")
  test_port=$(free_port 18080)
  node "$ROOT/e2e/support/map-file.mjs" "$test_data/small.pmtiles"
  FIRSTFIX_PORT=$test_port FIRSTFIX_DATA=$test_data FIRSTFIX_MAP_FILE=$test_data/small.pmtiles "$ROOT/firstfix" demo >"$RESULTS/server.log" 2>&1 </dev/null &
  test_server=$!
  trap stop_test_server EXIT
  trap 'exit 130' INT TERM
  step "journeys: start the server with demo data" "$RESULTS/wait.log" \
    node "$PARTS/wait-ready.mjs" "http://127.0.0.1:$test_port" "$test_server" 900 && return 0
  stop_test_server
  fail "journeys: the server did not start" "$RESULTS/server.log"
  return 1
}

stop_test_server() {
  kill "$test_server" 2>/dev/null || true
  wait "$test_server" 2>/dev/null || true
  rm -rf "$test_data"
  trap - EXIT INT TERM
}
