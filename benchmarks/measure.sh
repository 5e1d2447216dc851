#!/bin/sh
# The figures of docs/operations/figures.md that need a server of their own. Needs JAVA_HOME (Java 25), curl, ps; built classes
# (`./mvnw -q -B -Pbenchmarks -pl benchmarks -am -DskipTests process-classes`).
#   measure.sh load  JAR DATA PORT DATABASE-PORT [arguments of LoadTest]   on a data folder that BulkData filled
#   measure.sh start HOME PORT DATABASE-PORT       HOME: an archive of `./firstfix package`, unpacked; data in a folder of its own
set -eu
what=$1
shift

now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }
rss() { awk '/^VmRSS/ {printf "%d MB", $2 / 1024}' "/proc/$1/status"; }
cpu() { awk '{printf "%.1f CPU s", ($14 + $15) / 100}' "/proc/$1/stat"; }

# The address, the process: milliseconds until it answers.
await_ready() {
  begun=$(now)
  until curl -sf -o /dev/null "http://localhost:$1/actuator/health/readiness"; do
    kill -0 "$2" 2>/dev/null || { echo "The server ended." >&2; exit 1; }
    sleep 0.1
  done
  since "$begun"
}

stop() {
  kill "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
}

load() {
  jar=$1 data=$2 port=$3 database=$4
  shift 4
  echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
  FIRSTFIX_DATA=$data FIRSTFIX_PORT=$port FIRSTFIX_DB_PORT=$database "$JAVA_HOME/bin/java" -XX:+UseCompactObjectHeaders ${FIRSTFIX_JAVA_OPTS:-} \
    -Dfirstfix.mode=serve -jar "$jar" >"$data.log" 2>&1 &
  server=$!
  trap 'kill $server 2>/dev/null || true' EXIT
  echo "ready after $(await_ready "$port" "$server") ms"
  here=$(cd "$(dirname "$0")" && pwd)
  [ -s "$here/target/classpath" ] || (cd "$here/.." && ./mvnw -q -B -Pbenchmarks -pl benchmarks -am -DskipTests process-classes \
    dependency:build-classpath -Dmdep.outputFile="$here/target/classpath" >/dev/null 2>&1)
  "$JAVA_HOME/bin/java" -cp "$here/target/classes:$(cat "$here/target/classpath")" org.firstfix.benchmarks.LoadTest --url "http://localhost:$port" "$@"
  echo "resident after the load: $(rss "$server"), of it heap:"
  "$JAVA_HOME/bin/jcmd" "$server" GC.heap_info | grep -i 'used' | head -n 1
  "$JAVA_HOME/bin/jcmd" "$server" GC.run >/dev/null
  echo "heap after a collection:"
  "$JAVA_HOME/bin/jcmd" "$server" GC.heap_info | grep -i 'used' | head -n 1
  echo "load average after: $(cut -d' ' -f1-3 /proc/loadavg)"
  trap - EXIT
  stop "$server"
}

start_once() {
  home=$1 port=$2 database=$3 data=$4
  FIRSTFIX_JAVA_OPTS=$5 "$home/firstfix" serve --port "$port" --data "$data" >"$data.log" 2>&1 &
  launcher=$!
  took=$(await_ready "$port" "$launcher")
  page=$(curl -s -o /dev/null -w '%{time_total}' "http://localhost:$port/")
  again=$(curl -s -o /dev/null -w '%{time_total}' "http://localhost:$port/")
  # The launcher becomes Java, or starts it.
  java=$(pgrep -P "$launcher" java || echo "$launcher")
  echo "| $6 | $took ms | $(cpu "$java") | $page s, then $again s | $(rss "$java") | $(cut -d' ' -f1 /proc/loadavg) |"
  stop "$java"
  while kill -0 "$launcher" 2>/dev/null; do sleep 0.1; done
}

start() {
  home=$1 port=$2
  FIRSTFIX_DB_PORT=$3
  export FIRSTFIX_DB_PORT
  folder=$(mktemp -d)
  echo "| start | ready | CPU | first page | resident | load |"
  echo "| --- | --- | --- | --- | --- | --- |"
  start_once "$home" "$port" "$3" "$folder/data" "" "first ever: database made, AOT cache"
  for turn in 1 2 3; do start_once "$home" "$port" "$3" "$folder/data" "" "again, AOT cache ($turn)"; done
  for turn in 1 2 3; do start_once "$home" "$port" "$3" "$folder/data" "-XX:AOTMode=off" "again, no AOT cache ($turn)"; done
  rm -rf "$folder"
}

"$what" "$@"
