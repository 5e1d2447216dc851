# questions to the fault finding: diagnose evaluate --train FILE --test FILE ... (diagnose --help)
. "$PARTS/java.sh"
. "$PARTS/cli.sh"
run_cli diagnose "$@"
