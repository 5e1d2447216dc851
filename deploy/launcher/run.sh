# Starts the server in this process, after everything that can be known beforehand has been checked.
. "$PARTS/java.sh"

run_server() { # MODE [OPTION]...
  mode=$1
  shift
  fresh=no
  while [ $# -gt 0 ]; do
    case $1 in
      --port) need_value "$@" && FIRSTFIX_PORT=$2 && shift ;;
      --port=*) FIRSTFIX_PORT=${1#*=} ;;
      --data) need_value "$@" && FIRSTFIX_DATA=$2 && shift ;;
      --data=*) FIRSTFIX_DATA=${1#*=} ;;
      --fresh) fresh=yes ;;
      *) die "$EXIT_USAGE" "$mode does not know '$1'. Its options: --port N, --data FOLDER$([ "$mode" = demo ] && echo ", --fresh")." ;;
    esac
    shift
  done
  FIRSTFIX_PORT=${FIRSTFIX_PORT:-8080}
  default_data=$ROOT/.data/$mode
  FIRSTFIX_DATA=${FIRSTFIX_DATA:-$default_data}
  case $FIRSTFIX_DATA in
    /*) ;;
    *) FIRSTFIX_DATA=$PWD/$FIRSTFIX_DATA ;;
  esac

  require_java
  [ "$INSTALLED" = yes ] || require_node
  require_not_running
  require_port "$FIRSTFIX_PORT"
  choose_database_port
  [ "$fresh" = no ] || forget_demo
  require_folder "$FIRSTFIX_DATA" "data folder"
  require_disk "$FIRSTFIX_DATA"

  if [ "$INSTALLED" = yes ]; then
    SERVER_JAR=$ROOT/server/firstfix-server.jar
  else
    . "$PARTS/build.sh"
    build_all
  fi
  require_database

  # exec keeps the process id, so this names the server.
  echo $$ >"$FIRSTFIX_DATA/server.pid"
  export FIRSTFIX_PORT FIRSTFIX_DATA FIRSTFIX_DB_PORT
  say "Starting Firstfix ($mode) on http://localhost:$FIRSTFIX_PORT, data in $FIRSTFIX_DATA. Ctrl+C stops it."
  # Without a console nothing can be shown, and Java would look for a display when it draws a PDF.
  set -- -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true
  cache=$(dirname "$SERVER_JAR")/firstfix.aot
  # A cache made by another Java is ignored by the virtual machine, so it may be named whenever it is there.
  [ ! -f "$cache" ] || set -- "$@" "-XX:AOTCache=$cache"
  # shellcheck disable=SC2086  # FIRSTFIX_JAVA_OPTS may hold several words
  exec "$JAVA" "$@" ${FIRSTFIX_JAVA_OPTS:-} -Dfirstfix.mode="$mode" -jar "$SERVER_JAR"
}

need_value() { [ $# -ge 2 ] || die "$EXIT_USAGE" "$1 needs a value, for example $1 $([ "$1" = --port ] && echo 8081 || echo /var/lib/firstfix)."; }

# Two servers on one folder of data would fight for the embedded database.
require_not_running() {
  running=$(cat "$FIRSTFIX_DATA/server.pid" 2>/dev/null || true)
  case $running in '' | *[!0-9]*) return 0 ;; esac
  if ps -p "$running" -o args= 2>/dev/null | grep firstfix.mode= >/dev/null; then
    die "$EXIT_RUNNING" "Firstfix is already running on the data in $FIRSTFIX_DATA (process $running). Stop it with Ctrl+C in its window or with: kill $running"
  fi
}

# The port of the embedded database matters to nobody, so a taken one is no reason to stop; unless it was asked for.
choose_database_port() {
  [ -z "${FIRSTFIX_DB_URL:-}" ] || return 0
  asked=${FIRSTFIX_DB_PORT:-}
  FIRSTFIX_DB_PORT=${asked:-54329}
  port_taken "$FIRSTFIX_DB_PORT" || return 0
  # A server that was killed leaves its database on this port; the next server stops it and takes over.
  orphan=$(head -n 1 "$FIRSTFIX_DATA/database/postgres/postmaster.pid" 2>/dev/null || true)
  if [ -n "$orphan" ] && kill -0 "$orphan" 2>/dev/null; then return 0; fi
  [ -z "$asked" ] || die "$EXIT_PORT_TAKEN" "port $asked (FIRSTFIX_DB_PORT, for the embedded database) is taken by another program$(port_owner "$asked"). Choose another, for example FIRSTFIX_DB_PORT=$(free_port $((asked + 1)))."
  FIRSTFIX_DB_PORT=$(free_port $((FIRSTFIX_DB_PORT + 1)))
  say "Port 54329 is taken, the embedded database uses $FIRSTFIX_DB_PORT."
}

# Only the folder that this launcher made itself is ever thrown away.
forget_demo() {
  [ "$mode $FIRSTFIX_DATA" = "demo $default_data" ] || die "$EXIT_USAGE" "--fresh throws away only the demo's own data in $ROOT/.data/demo. Remove $FIRSTFIX_DATA yourself if that is meant."
  rm -rf "$default_data"
}

# With an external database the driver itself is asked, so wrong passwords and names show here, in one line.
require_database() {
  [ -n "${FIRSTFIX_DB_URL:-}" ] || return 0
  driver=
  for file in "$(dirname "$SERVER_JAR")"/lib/postgresql-*.jar; do [ -f "$file" ] && driver=$file; done
  [ -n "$driver" ] || return 0
  if [ -f "$PARTS/CheckDatabase.class" ]; then
    set -- -cp "$driver:$PARTS" CheckDatabase
  else
    set -- -cp "$driver" "$PARTS/CheckDatabase.java"
  fi
  problem=$("$JAVA" -XX:TieredStopAtLevel=1 "$@" 2>&1) || die "$EXIT_DATABASE" "$problem"
}
