# questions to the clock: worktime check FILE, worktime deadline OPTIONS (worktime --help)
. "$PARTS/java.sh"
. "$PARTS/cli.sh"
run_cli worktime "$@"
