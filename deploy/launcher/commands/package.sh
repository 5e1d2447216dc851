# make an archive for this kind of machine: server, its own Java, AOT cache; then check that it starts
. "$PARTS/java.sh"
. "$PARTS/build.sh"
. "$PARTS/package.sh"
[ $# -eq 0 ] || die "$EXIT_USAGE" "package takes no options, and '$1' was given."
make_package
