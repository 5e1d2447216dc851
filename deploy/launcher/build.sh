# Builds what is stale, and nothing else. Sourced by the commands that run from a clone.
#
# Each product has a stamp in .build/ with the fingerprint of what it was made from: the contents of the files, so that
# switching branches back and forth or touching a file does not build anything.

SERVER_FOLDER=$BUILD/server
SERVER_JAR=$SERVER_FOLDER/firstfix-server.jar
CONSOLE=$ROOT/web/apps/console/dist
CLI_JAR=$BUILD/cli/firstfix-cli.jar

# list_files PATH...: the files that count, tracked or new, without what .gitignore leaves out.
list_files() {
  git -C "$ROOT" -c core.quotePath=false ls-files -co --exclude-standard -- "$@" 2>/dev/null ||
    (
      # No git, or a source archive without .git: the same by hand.
      cd "$ROOT" && for path in "$@"; do
        [ ! -e "$path" ] || find "$path" \( -name target -o -name node_modules -o -name dist -o -name '.?*' \) -prune -o -type f -print
      done
    )
}

# fingerprint FILTER PATH...: FILTER is an extended regular expression of files that do not count.
fingerprint() {
  filter=$1
  shift
  list_files "$@" | LC_ALL=C sort -u | grep -Ev "$filter" | {
    cd "$ROOT" || exit
    # A tracked file may be gone from the tree.
    while IFS= read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
  } >"$BUILD/files.$$"
  {
    cat "$BUILD/files.$$"
    if have git; then
      (cd "$ROOT" && git hash-object --no-filters --stdin-paths <"$BUILD/files.$$")
    else
      (cd "$ROOT" && tr '\n' '\0' <"$BUILD/files.$$" | xargs -0 cksum)
    fi
  } | cksum | tr ' \t' '--'
  rm -f "$BUILD/files.$$"
}

is_fresh() { # NAME FINGERPRINT
  [ -f "$BUILD/$1.stamp" ] && [ "$(cat "$BUILD/$1.stamp")" = "$2" ]
}

stamp() { printf '%s\n' "$2" >"$BUILD/$1.stamp"; }

# Tests do not change the result; the typed client is generated from the server's OpenAPI document.
web_fingerprint() { fingerprint '\.test\.tsx?$|(^|/)test/' web server/openapi.json; }
web_lock_fingerprint() { fingerprint '^$' web/package-lock.json; }
server_fingerprint() {
  # The screens lie inside the jar, so their fingerprint is part of the server's.
  printf '%s %s %s\n' "$JAVA_MAJOR" "$1" "$(fingerprint '/src/test/' pom.xml engines schema server)"
}

# One build at a time per clone: two would write the same target folders.
lock_build() {
  mkdir -p "$BUILD" 2>/dev/null || die "$EXIT_FOLDER" "the folder $BUILD cannot be written by user $(id -un). Change the owner of the clone, or clone it again as this user."
  waited=no
  while ! mkdir "$BUILD/lock" 2>/dev/null; do
    holder=$(cat "$BUILD/lock/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$BUILD/lock" # its owner was killed
      continue
    fi
    [ "$waited" = yes ] || say "Another build of this clone is running (process ${holder:-unknown}); waiting for it."
    waited=yes
    sleep 1
  done
  echo $$ >"$BUILD/lock/pid"
  trap 'rm -rf "$BUILD/lock"' EXIT
  trap 'exit 130' INT TERM
}

unlock_build() {
  rm -rf "$BUILD/lock"
  trap - EXIT INT TERM
}

in_folder() { # FOLDER COMMAND...
  (cd "$1" && shift && exec "$@")
}

maven() { in_folder "$ROOT" "$ROOT/mvnw" -B -ntp "$@"; }

build_failed() { # WHAT LOG
  show_failure "$2"
  die "$EXIT_BUILD" "$1 failed. The reason stands above and in $2."
}

install_web() {
  lock_mark=$(web_lock_fingerprint)
  [ -d "$ROOT/web/node_modules" ] && is_fresh web-packages "$lock_mark" && return 0
  # The browser of the journeys is the system's; a package must never fetch its own.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 step "fetch the packages of the screens (npm ci)" "$BUILD/web-packages.log" \
    in_folder "$ROOT/web" npm ci --no-audit --no-fund || build_failed "npm ci in web/" "$BUILD/web-packages.log"
  stamp web-packages "$lock_mark"
}

build_web() {
  web_mark=
  [ -f "$ROOT/web/package.json" ] || return 0
  web_mark=$(web_fingerprint)
  [ -f "$CONSOLE/index.html" ] && is_fresh web "$web_mark" && return 0
  announce_build
  install_web
  step "build the screens (npm run build)" "$BUILD/web.log" in_folder "$ROOT/web" npm run build ||
    build_failed "building the screens" "$BUILD/web.log"
  [ -f "$CONSOLE/index.html" ] || die "$EXIT_BUILD" "npm run build ended well but left no $CONSOLE/index.html. See $BUILD/web.log."
  stamp web "$web_mark"
}

build_server() {
  [ -f "$ROOT/server/pom.xml" ] || die "$EXIT_BUILD" "there is no server/ in $ROOT. Is the clone complete? Try: git status"
  server_mark=$(server_fingerprint "$web_mark")
  [ -f "$SERVER_JAR" ] && is_fresh server "$server_mark" && return 0
  announce_build
  step "build the server (Maven)" "$BUILD/server.log" maven -Dmaven.test.skip=true -pl server -am package ||
    build_failed "building the server" "$BUILD/server.log"
  unpack_server
  stamp server "$server_mark"
}

# The engines alone: no screens, no database, so no Node and no long wait.
build_cli() {
  lock_build
  cli_mark="$JAVA_MAJOR $(fingerprint '/src/test/' pom.xml engines cli)"
  if [ ! -f "$CLI_JAR" ] || ! is_fresh cli "$cli_mark"; then
    step "build the engines (Maven)" "$BUILD/cli.log" maven -Dmaven.test.skip=true -pl cli -am package ||
      build_failed "building the engines" "$BUILD/cli.log"
    mkdir -p "$BUILD/cli"
    cp "$ROOT/cli/target/firstfix-cli.jar" "$CLI_JAR"
    stamp cli "$cli_mark"
  fi
  unlock_build
}

# An unpacked jar starts faster than one that holds jars, and only such a one can use an AOT cache.
unpack_server() {
  packed=$(server_archive)
  [ -f "$packed" ] || die "$EXIT_BUILD" "Maven ended well but left no server/target/firstfix-server-*.jar. See $BUILD/server.log."
  step "unpack the server" "$BUILD/unpack.log" "$JAVA" -Djarmode=tools -jar "$packed" extract --force --destination "$SERVER_FOLDER.new" ||
    build_failed "unpacking $packed" "$BUILD/unpack.log"
  mv "$SERVER_FOLDER.new/$(basename "$packed")" "$SERVER_FOLDER.new/firstfix-server.jar"
  rm -rf "$SERVER_FOLDER"
  mv "$SERVER_FOLDER.new" "$SERVER_FOLDER"
}

server_archive() {
  for packed in "$ROOT"/server/target/firstfix-server-*.jar; do
    case $packed in
      *-sources.jar | *-javadoc.jar | *-tests.jar) ;;
      *) echo "$packed" && return 0 ;;
    esac
  done
}

announce_build() {
  [ -z "${announced:-}" ] || return 0
  announced=yes
  require_disk "$ROOT"
  say "Building what has changed (Java $JAVA_MAJOR in $JAVA_HOME, Node $(node --version)). The first time takes some minutes."
}

build_all() {
  lock_build
  build_web
  build_server
  unlock_build
}
