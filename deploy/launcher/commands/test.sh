# build and run every test: screens, Java, launcher, journeys in a browser (or only the parts named)
. "$PARTS/java.sh"
. "$PARTS/build.sh"
. "$PARTS/test.sh"
run_tests "$@"
