# start for real work: embedded database, or the one at FIRSTFIX_DB_URL
. "$PARTS/run.sh"
run_server serve "$@"
