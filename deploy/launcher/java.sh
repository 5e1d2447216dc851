# Finds a JDK that is new enough and exports JAVA_HOME. Sourced by the commands that need Java.

# java_major HOME: prints the major version, from the file `release` (no process) or by asking java itself.
java_major() {
  version=
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  case $version in
    1.*) version=${version#1.} ;; # before Java 9: 1.8.0
  esac
  version=${version%%[!0-9]*}
  echo "${version:-0}"
}

# A build needs the compiler; an unpacked archive only the virtual machine.
is_java_home() {
  [ -x "$1/bin/java" ] || return 1
  [ "$INSTALLED" = yes ] || [ -x "$1/bin/javac" ]
}

# The home of `java` on PATH: usually a chain of links, on macOS a stub that has to be asked.
java_home_on_path() {
  program=$(command -v java) || return 1
  while [ -L "$program" ]; do
    target=$(readlink "$program")
    case $target in
      /*) program=$target ;;
      *) program=$(dirname "$program")/$target ;;
    esac
  done
  home=$(cd -P "$(dirname "$program")/.." && pwd)
  if [ -r "$home/release" ]; then
    echo "$home"
  else
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
}

# FIRSTFIX_JVM_FOLDERS replaces the usual places; the launcher's own test uses it.
jvm_folders() {
  if [ -n "${FIRSTFIX_JVM_FOLDERS:-}" ]; then
    printf '%s\n' "$FIRSTFIX_JVM_FOLDERS"/*
    return
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/lib64/jvm/* /opt/* /opt/java/* /usr/java/* /usr/local/openjdk-* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*
}

require_java() {
  if [ -n "${FIRSTFIX_JAVA_HOME:-}" ]; then
    # Who names one means that one: falling back to another would hide the mistake.
    is_java_home "$FIRSTFIX_JAVA_HOME" || die "$EXIT_NO_JDK" "FIRSTFIX_JAVA_HOME=$FIRSTFIX_JAVA_HOME is not a JDK (no bin/java and bin/javac there). Set it to the folder of a JDK >= $NEED_JAVA, or unset it to search the usual places."
    JAVA_MAJOR=$(java_major "$FIRSTFIX_JAVA_HOME")
    [ "$JAVA_MAJOR" -ge "$NEED_JAVA" ] || die "$EXIT_OLD_JDK" "FIRSTFIX_JAVA_HOME=$FIRSTFIX_JAVA_HOME is Java $JAVA_MAJOR, Firstfix needs a JDK >= $NEED_JAVA. Set it to a newer one, or unset it to search the usual places."
    JAVA_HOME=$FIRSTFIX_JAVA_HOME
  elif [ "$INSTALLED" = yes ] && [ -x "$ROOT/runtime/bin/java" ]; then
    # The archive's own; the AOT cache fits only this one.
    JAVA_HOME=$ROOT/runtime
  else
    find_java
  fi
  export JAVA_HOME
  JAVA=$JAVA_HOME/bin/java
}

find_java() {
  newest=0 newest_home="" best=0 best_home=""
  for candidate_home in "${JAVA_HOME:-}" "$(java_home_on_path 2>/dev/null || true)"; do
    consider_java "$candidate_home"
    [ -z "$best_home" ] || break
  done
  if [ -z "$best_home" ]; then
    while IFS= read -r candidate_home; do
      consider_java "$candidate_home"
    done <<FOLDERS
$(jvm_folders)
FOLDERS
  fi
  if [ -z "$best_home" ]; then
    get="Install JDK $NEED_JAVA (for example Eclipse Temurin $NEED_JAVA from adoptium.net, or your system's package) or set FIRSTFIX_JAVA_HOME to one."
    [ "$newest" -eq 0 ] && die "$EXIT_NO_JDK" "no JDK was found in JAVA_HOME, on PATH or in the usual folders; Firstfix needs a JDK >= $NEED_JAVA. $get"
    die "$EXIT_OLD_JDK" "the newest JDK found is Java $newest ($newest_home), Firstfix needs a JDK >= $NEED_JAVA. $get"
  fi
  JAVA_HOME=$best_home JAVA_MAJOR=$best
}

# Of several that are new enough the lowest wins: it is the nearest to the one the product is tested on.
consider_java() {
  [ -n "$1" ] && is_java_home "$1" || return 0
  major=$(java_major "$1")
  if [ "$major" -gt "$newest" ]; then newest=$major newest_home=$1; fi
  if [ "$major" -ge "$NEED_JAVA" ] && { [ "$best" -eq 0 ] || [ "$major" -lt "$best" ]; }; then
    best=$major best_home=$1
  fi
}
