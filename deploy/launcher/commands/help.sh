# this list
say "Firstfix: after-sales service, from the customer's call to the signed service report."
say
say "usage: firstfix COMMAND [OPTION]..."
for file in "$PARTS"/commands/*.sh; do
  # The first line of a command's file is its line of help.
  printf '  %-9s %s\n' "$(basename "$file" .sh)" "$(sed -n '1s/^# *//p' "$file")"
done
cat <<END

Options of demo and serve:  --port N (or FIRSTFIX_PORT, default 8080)   --data FOLDER (or FIRSTFIX_DATA)
An external database:       FIRSTFIX_DB_URL=jdbc:postgresql://host:5432/firstfix, FIRSTFIX_DB_OWNER, FIRSTFIX_DB_OWNER_PASSWORD
Another JDK (>= $NEED_JAVA):        FIRSTFIX_JAVA_HOME=/path/to/jdk       more JVM options: FIRSTFIX_JAVA_OPTS
END
[ "$INSTALLED" = yes ] || say "All variables, folders and exit codes: docs/operations/running.md"
