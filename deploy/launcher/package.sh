# Makes target/firstfix-VERSION-OS-ARCH.tar.gz: the unpacked server, a Java runtime cut to size, and an AOT cache that
# was trained on exactly that runtime and those jars (it fits no other). Sourced by the command `package`.

make_package() {
  require_java
  require_node
  require_disk "$ROOT"
  have tar || die "$EXIT_BUILD" "tar is not on PATH, and the archive is made with it."
  build_all
  build_cli
  version=$(sed -n 's|^  <version>\(.*\)</version>.*|\1|p' "$ROOT/pom.xml" | head -n 1)
  platform
  name=firstfix-$version-$os-$arch
  staging=$ROOT/target/package
  home=$staging/$name
  archive=$ROOT/target/$name.tar.gz
  log=$BUILD/package.log
  rm -rf "$staging"
  mkdir -p "$home"
  say "Packaging $name"

  collect
  step "switch off sealing in the libraries" "$log" unseal_jars || build_failed "unsealing" "$log"
  step "cut the Java runtime to size (jlink)" "$log" link_runtime || build_failed "jlink" "$log"
  started=
  trap stop_started EXIT
  trap 'exit 130' INT TERM
  train
  step "write the archive" "$log" in_folder "$staging" tar -czf "$archive" "$name" || build_failed "tar" "$log"
  # Gone before the check: a cache that only works beside the jars it was trained on would pass otherwise.
  rm -rf "$staging"
  check_archive
  trap - EXIT INT TERM
  say "Wrote $archive ($(($(wc -c <"$archive") / 1048576)) MB). Unpack it anywhere and run: $name/firstfix serve"
}

platform() {
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=macos ;;
    *) die "$EXIT_BUILD" "there is no package for $(uname -s); Linux and macOS are known here, Windows has firstfix.cmd package." ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=x64 database=amd64 ;;
    aarch64 | arm64) arch=arm64 database=arm64v8 ;;
    *) die "$EXIT_BUILD" "there is no embedded PostgreSQL for $(uname -m); x86_64 and arm64 are known." ;;
  esac
}

collect() {
  mkdir -p "$home/launcher/commands" "$home/docs"
  cp "$ROOT/firstfix" "$ROOT/LICENSE" "$home/"
  for part in common.sh java.sh run.sh cli.sh commands/demo.sh commands/serve.sh commands/diagnose.sh commands/dispatch.sh commands/worktime.sh commands/help.sh; do
    cp "$PARTS/$part" "$home/launcher/$part"
  done
  # Compiled, because the runtime inside has no compiler.
  "$JAVA_HOME/bin/javac" -d "$home/launcher" "$PARTS/CheckDatabase.java"
  cp "$ROOT/docs/operations/running.md" "$home/docs/"
  cp -R "$ROOT/deploy/systemd" "$ROOT/deploy/nginx.conf" "$home/docs/"
  cp -R "$SERVER_FOLDER" "$home/server"
  mkdir -p "$home/cli"
  cp "$CLI_JAR" "$home/cli/"
  # The embedded PostgreSQL of the other platforms is most of the size and of no use here.
  os_of_binaries=$os
  [ "$os" = linux ] || os_of_binaries=darwin
  for binaries in "$home"/server/lib/embedded-postgres-binaries-*.jar; do
    case $binaries in
      */embedded-postgres-binaries-$os_of_binaries-$database-[0-9]*) ;;
      *) rm -f "$binaries" ;;
    esac
  done
}

# Java 25 refuses to start from a cache with classes of a sealed package once the jar lies at another path ("sealing
# violation"). Sealing has no use for us, so the few jars that ask for it (xz) get it switched off.
unseal_jars() {
  printf 'Sealed: false\n' >"$staging/unsealed"
  "$JAVA" "$PARTS/SealedJars.java" "$home"/server/lib/*.jar >"$staging/sealed" || return 1
  while IFS= read -r library; do
    "$JAVA_HOME/bin/jar" ufm "$library" "$staging/unsealed" || return 1
  done <"$staging/sealed"
}

# Everything of Java SE, so that a library's hidden need does not fail at a customer's; without compilers and tools.
# Beyond it: jdk.security.auth (the embedded database asks whether it is root), jdk.charsets (GBK in imported files),
# jdk.localedata (Chinese dates), jdk.jcmd and jdk.jfr (to look into a running server).
link_runtime() {
  "$JAVA_HOME/bin/jlink" --output "$home/runtime" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.se,jdk.unsupported,jdk.security.auth,jdk.charsets,jdk.localedata,jdk.crypto.ec,jdk.net,jdk.zipfs \
    --add-modules jdk.management,jdk.management.agent,jdk.jfr,jdk.jcmd,jdk.naming.dns,jdk.httpserver,jdk.xml.dom \
    --include-locales en,zh
}

# start FOLDER-OF-FIRSTFIX [VARIABLE=VALUE]...: the demo on a free port with data of its own.
start() {
  program=$1/firstfix
  mode=$2
  shift 2
  port=$(free_port 18180)
  data=$(mktemp -d "${TMPDIR:-/tmp}/firstfix-package.XXXXXX")
  env -u FIRSTFIX_JAVA_HOME -u FIRSTFIX_DB_URL "$@" FIRSTFIX_PORT="$port" FIRSTFIX_DATA="$data" "$program" "$mode" \
    >"$BUILD/package-server.log" 2>&1 </dev/null &
  started=$!
}

stop_started() {
  [ -n "$started" ] || return 0
  kill "$started" 2>/dev/null || true
  wait "$started" 2>/dev/null || true
  started=
  rm -rf "$data"
}

await() { node "$PARTS/wait-ready.mjs" "http://127.0.0.1:$port" "$started" "$1"; }

# The cache holds what one run has loaded: start, demo data (two years of work, which takes minutes on a busy machine), the
# first pages. It is written when that run ends.
train() {
  start "$home" demo FIRSTFIX_JAVA_OPTS="-XX:AOTCacheOutput=$home/server/firstfix.aot -Xlog:aot=off"
  step "train the AOT cache: start once" "$log" await 1200 || build_failed "the training run" "$BUILD/package-server.log"
  node "$PARTS/visit.mjs" "http://127.0.0.1:$port" >>"$log" 2>&1 || build_failed "the training visit" "$log"
  step "train the AOT cache: write it" "$log" stop_started
  [ -s "$home/server/firstfix.aot" ] || build_failed "writing the AOT cache" "$BUILD/package-server.log"
}

# What a customer does: unpack elsewhere, start. AOTMode=on makes an unusable cache an error instead of a slow start.
check_archive() {
  elsewhere=$(mktemp -d "${TMPDIR:-/tmp}/firstfix-unpacked.XXXXXX")
  step "check: unpack elsewhere" "$log" in_folder "$elsewhere" tar -xzf "$archive" || build_failed "unpacking" "$log"
  start "$elsewhere/$name" serve FIRSTFIX_JAVA_OPTS=-XX:AOTMode=on
  step "check: the unpacked server starts with its cache" "$log" await 300 ||
    build_failed "starting the unpacked server" "$BUILD/package-server.log"
  stop_started
  rm -rf "$elsewhere"
}
