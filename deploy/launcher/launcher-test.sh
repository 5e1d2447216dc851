#!/bin/sh
# Tests the launcher on a copy of itself in a temporary folder, with a JDK, Maven, Node and server that are fakes of a
# few lines: what it says and which exit code it gives when something is missing, and that it builds only what is stale.
# Prints "ok NAME" or "not ok NAME" per case. Run by `./firstfix test launcher`, or alone.
set -u
unset CDPATH FIRSTFIX_JAVA_HOME FIRSTFIX_PORT FIRSTFIX_DATA FIRSTFIX_DB_URL FIRSTFIX_JAVA_OPTS MAVEN_HOME CI
real=$(cd -P "$(dirname "$0")/../.." && pwd)
real_java_home=${JAVA_HOME:-}
unset JAVA_HOME
work=$(mktemp -d "${TMPDIR:-/tmp}/firstfix-launcher.XXXXXX")
listener=
trap 'stop_listener; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
bad=0

# ---- the fakes

bin=$work/bin
root=$work/clone
mkdir -p "$bin" "$root/deploy" "$root/server" "$root/engines" "$root/web/apps/console"
cp "$real/firstfix" "$root/"
cp -R "$real/deploy/launcher" "$root/deploy/"
for tool in sh awk basename cat cksum cp cut date df dirname env find git grep head id ls mkdir mktemp mv ps readlink rm \
  sed sleep sort tail touch tr uname xargs; do
  # Only these: whatever else the launcher called would be missing on somebody's machine.
  path=$(command -v "$tool") && ln -s "$path" "$bin/$tool"
done

program() { # FILE, the text on standard input
  mkdir -p "$(dirname "$1")"
  rm -f "$1" # it may be a link to the real program, which must not be written through
  { echo '#!/bin/sh' && cat; } >"$1"
  chmod +x "$1"
}

fake_jdk() { # FOLDER VERSION
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  program "$1/bin/javac" </dev/null
  program "$1/bin/java" <<'JAVA'
case "$*" in
  *jarmode=tools*)
    echo unpack >>"$CALLS"
    for last; do :; done
    mkdir -p "$last/lib" && echo jar >"$last/firstfix-server-0.1.0.jar" && echo driver >"$last/lib/postgresql-1.jar" ;;
  *CheckDatabase*) echo "the database at $FIRSTFIX_DB_URL cannot be used: refused" && exit 1 ;;
  *firstfix.mode=*) echo "SERVER $* port=$FIRSTFIX_PORT data=$FIRSTFIX_DATA" ;;
esac
JAVA
}

fake_node() { # VERSION
  program "$bin/node" <<NODE
echo v$1
NODE
}

CALLS=$work/calls
export CALLS
fake_jdk "$work/jvm/jdk-25" 25.0.3
fake_node 20.19.0
program "$bin/npm" <<'NPM'
echo "npm $1" >>"$CALLS"
case $1 in
  ci) mkdir -p node_modules ;;
  run) mkdir -p apps/console/dist && echo html >apps/console/dist/index.html ;;
esac
[ ! -f "$(dirname "$CALLS")/npm-fails" ] || { echo "the reason why" && exit 1; }
NPM
program "$root/mvnw" <<'MVNW'
echo mvn >>"$CALLS"
mkdir -p server/target && echo jar >server/target/firstfix-server-0.1.0.jar
MVNW
echo '<project/>' >"$root/pom.xml"
echo '<project/>' >"$root/server/pom.xml"
echo '{}' >"$root/web/package.json"
echo '{}' >"$root/web/package-lock.json"
printf 'target/\nnode_modules/\ndist/\n.data/\n/.build/\n' >"$root/.gitignore"
git -C "$root" init -q

# ---- how a case is written

# run [NAME=VALUE]... -- ARGUMENT...: starts the launcher with nothing but the fakes around it.
run() {
  : >"$CALLS"
  code=0
  assignments=
  while [ "$1" != -- ]; do assignments="$assignments $1" && shift; done
  shift
  # shellcheck disable=SC2086  # the values in these cases hold no spaces
  output=$(cd "${from:-$work}" && env -i HOME="$work/home" PATH="$bin" CALLS="$CALLS" FIRSTFIX_PORT="$port" \
    FIRSTFIX_JVM_FOLDERS="$work/jvm" $assignments "${launcher:-$root/firstfix}" "$@" 2>&1 </dev/null) || code=$?
  called=$(sort "$CALLS" | tr '\n' ' ')
}

ok() { echo "ok $1"; }
not_ok() {
  bad=$((bad + 1))
  echo "not ok $1"
  printf '    exit code %s, called: %s\n' "$code" "$called"
  printf '%s\n' "$output" | sed 's/^/    | /'
}

# fails NAME CODE TEXT...: one line, that exit code, every TEXT in it.
fails() {
  name=$1 expected=$2
  shift 2
  lines=$(printf '%s\n' "$output" | grep -c .)
  if [ "$code" -ne "$expected" ] || [ "$lines" -ne 1 ]; then
    not_ok "$name"
    return
  fi
  holds "$name" "$@"
}

holds() { # NAME TEXT...
  name=$1
  shift
  for text in "$@"; do
    case $output in *"$text"*) ;; *) not_ok "$name (no '$text')" && return ;; esac
  done
  ok "$name"
}

calls() { # NAME CALLS
  if [ "$code" -eq 0 ] && [ "$called" = "$2" ]; then ok "$1"; else not_ok "$1 (expected calls: $2)"; fi
}

stop_listener() {
  [ -z "$listener" ] || kill "$listener" 2>/dev/null
  listener=
}

# A port that nobody has, for all cases that are not about ports.
port=28473

# ---- words

run -- help
holds "help lists the commands" demo serve test package "FIRSTFIX_DB_URL"
run --
holds "no command is help" "usage: firstfix"
run -- fly
fails "an unknown command" 2 "'fly'" "demo" "help"
run -- ../commands/demo
fails "a command that is a path" 2 "../commands/demo"
run -- demo --prot 1
fails "an unknown option" 2 "--prot" "--port"
run -- demo --port
fails "an option without its value" 2 "--port needs a value"
run -- test everything
fails "an unknown part of the tests" 2 "everything" "journeys"

# ---- Java

run FIRSTFIX_JVM_FOLDERS="$work/none" -- demo
fails "no JDK" 10 "no JDK" ">= 25" "FIRSTFIX_JAVA_HOME"
fake_jdk "$work/old/jdk-17" 17.0.15
fake_jdk "$work/old/jdk-8" 1.8.0_412
run FIRSTFIX_JVM_FOLDERS="$work/old" -- demo
fails "only old JDKs" 11 "Java 17" "$work/old/jdk-17" ">= 25"
run FIRSTFIX_JAVA_HOME="$work/old/jdk-8" -- demo
fails "an old JDK that was asked for" 11 "FIRSTFIX_JAVA_HOME" "Java 8"
run FIRSTFIX_JAVA_HOME="$work/none" -- demo
fails "a JDK that was asked for and is none" 10 "FIRSTFIX_JAVA_HOME=$work/none"
mkdir -p "$work/broken/jdk/bin"
run FIRSTFIX_JVM_FOLDERS="$work/broken" -- demo
fails "a JDK folder without java" 10 "no JDK"

# ---- Node.js

mv "$bin/node" "$work/node"
run -- demo
fails "no Node.js" 12 "Node.js" ">= 20.19"
fake_node 20.9.0
run -- demo
fails "Node.js 20.9 is older than 20.19" 13 "20.9.0" ">= 20.19"
fake_node "is not a version"
run -- demo
fails "a node that is none" 13 "is no version"
fake_node 22.1.0
mv "$bin/npm" "$work/npm"
run -- demo
fails "Node.js without npm" 12 "npm"
mv "$work/npm" "$bin/npm"

# ---- ports

for wrong in abc 0 65536 100000 -1 8080x; do
  run FIRSTFIX_PORT=$wrong -- demo
  fails "port $wrong" 2 "$wrong" "65535"
done
node_here=$(command -v node) && [ -r /proc/net/tcp ] && {
  "$node_here" -e '
    const server = require("net").createServer().listen(0, "127.0.0.1", () => console.log(server.address().port));
    setTimeout(() => process.exit(), 20000)' >"$work/port" &
  listener=$!
  tries=0
  until [ -s "$work/port" ] || [ $tries -ge 50 ]; do sleep 0.1 && tries=$((tries + 1)); done
  taken=$(cat "$work/port")
  run FIRSTFIX_PORT="$taken" -- demo
  fails "a port that is taken" 14 "port $taken is taken" "FIRSTFIX_PORT="
  run FIRSTFIX_DB_PORT="$taken" -- demo
  fails "a database port that is taken" 14 "port $taken" "FIRSTFIX_DB_PORT="
  stop_listener
}

# ---- folders and disk

program "$work/few/df" <<'DF'
printf 'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/x 1 1 204800 99%% /\n'
DF
run PATH="$work/few:$bin" -- demo
fails "a disk that is nearly full" 15 "200 MB" "1024 MB" "FIRSTFIX_DATA"
echo file >"$work/file"
run FIRSTFIX_DATA="$work/file/data" -- serve
fails "a data folder that cannot be made" 17 "$work/file/data" "FIRSTFIX_DATA"
run FIRSTFIX_DATA="$work/elsewhere" -- demo --fresh
fails "--fresh throws away nothing but the demo's own data" 2 "$work/elsewhere"
real_ps=$(readlink "$bin/ps")
program "$bin/ps" <<'PS'
echo "java -Dfirstfix.mode=serve -jar firstfix-server.jar"
PS
mkdir -p "$work/busy" && echo 4711 >"$work/busy/server.pid"
run FIRSTFIX_DATA="$work/busy" -- serve
fails "a data folder in use" 22 "4711" "$work/busy"
rm "$bin/ps" && ln -s "$real_ps" "$bin/ps"

# ---- building and starting

touch "$work/npm-fails"
run -- demo
if [ "$code" -eq 20 ]; then holds "a build that fails shows why and where" "the reason why" ".build/web-packages.log"; else not_ok "a build that fails"; fi
rm "$work/npm-fails"
run -- demo
calls "the first start builds everything" "mvn npm ci npm run unpack "
holds "the server gets its port, mode and data" "firstfix.mode=demo" "port=$port" "data=$root/.data/demo" "UseCompactObjectHeaders"
run -- demo
calls "the second start builds nothing" ""
touch "$root/pom.xml" "$root/web/package.json"
run -- serve
calls "touching files builds nothing" ""
holds "serve has data of its own" "firstfix.mode=serve" "data=$root/.data/serve"
mkdir -p "$root/server/src/main/java" "$root/server/src/test/java" && echo a >"$root/server/src/main/java/A.java"
run -- demo
calls "a changed source builds the server only" "mvn unpack "
echo a >"$root/server/src/test/java/ATest.java"
run -- demo
calls "a changed test builds nothing" ""
rm "$root/server/src/main/java/A.java"
run -- demo
calls "a deleted source builds the server" "mvn unpack "
echo a >"$root/web/apps/console/main.tsx"
run -- demo
calls "a changed screen builds screens and jar, fetches nothing" "mvn npm run unpack "
echo '{ "lockfileVersion": 3 }' >"$root/web/package-lock.json"
run -- demo
calls "a changed lock file fetches the packages" "mvn npm ci npm run unpack "
rm -rf "$root/.build/server"
run -- demo
calls "a lost result is made again" "mvn unpack "
mkdir -p "$root/.build/lock" && echo 999999 >"$root/.build/lock/pid"
run -- demo
calls "the lock of a killed build does not block" ""
ln -s "$root/firstfix" "$work/link" && ln -s link "$work/link2"
launcher=$work/link2 from=/ run -- demo --port 28474
holds "works through links, from any folder, with --port" "data=$root/.data/demo" "port=28474"
run FIRSTFIX_DATA=here FIRSTFIX_JAVA_OPTS=-Xmx512m -- demo
holds "a relative data folder lies where one stands; JVM options are passed on" "data=$work/here" "-Xmx512m"

# ---- database

run FIRSTFIX_DB_URL=jdbc:postgresql://127.0.0.1:1/firstfix -- serve
if [ "$code" -eq 16 ]; then holds "an unreachable database" "firstfix: the database at jdbc:postgresql://127.0.0.1:1/firstfix"; else not_ok "an unreachable database"; fi
for driver in "$real"/.build/server/lib/postgresql-*.jar; do
  if [ ! -f "$driver" ] || [ ! -x "$real_java_home/bin/java" ]; then continue; fi
  check_database() {
    code=0 called=
    output=$(FIRSTFIX_DB_URL=$1 "$real_java_home/bin/java" -cp "$driver" "$real/deploy/launcher/CheckDatabase.java" 2>&1) || code=$?
  }
  check_database jdbc:postgresql://127.0.0.1:1/firstfix
  fails "the driver's answer when nobody listens" 1 "127.0.0.1:1" "unset FIRSTFIX_DB_URL"
  check_database jdbc:mysql://127.0.0.1/firstfix
  fails "an address of another database" 1 "jdbc:mysql" "jdbc:postgresql://host:5432/firstfix"
done

[ "$bad" -eq 0 ]
