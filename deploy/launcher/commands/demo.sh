# start with an embedded database and the demo organisation (--fresh: forget the demo's data first)
. "$PARTS/run.sh"
run_server demo "$@"
