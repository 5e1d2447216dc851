# Runs an engine's command. Standard output belongs to its answers, so what the launcher has to say goes elsewhere.

run_cli() { # COMMAND [OPTION]...
  require_java >&2
  if [ "$INSTALLED" = yes ]; then
    CLI_JAR=$ROOT/cli/firstfix-cli.jar
  else
    . "$PARTS/build.sh"
    build_cli >&2
  fi
  # A question is answered before a larger collector and compiler would pay; a file of a million gets them anyway.
  exec "$JAVA" -XX:+UseSerialGC -jar "$CLI_JAR" "$@"
}
