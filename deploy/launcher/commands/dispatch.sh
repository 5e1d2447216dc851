# routes for engineers: dispatch solve FILE, dispatch check FILE SOLUTION, dispatch replay (dispatch --help)
. "$PARTS/java.sh"
. "$PARTS/cli.sh"
run_cli dispatch "$@"
