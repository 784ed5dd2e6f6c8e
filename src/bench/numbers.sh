#!/bin/sh
# How fast Lectern starts, how much memory it takes, how heavy its pages are. `./lectern numbers` calls it.
#
# Starts the packaged server on a free port with data of its own, lets a hundred learners join, sign in, open the course
# page and complete three pages each, and then looks. Needs curl. Leaves nothing behind.
set -u

: "${LECTERN_JAVA:?call it by ./lectern numbers}" "${LECTERN_HOME:?}" "${LECTERN_JAVA_OPTIONS:=}" "${LECTERN_CACHE:=}"
learners=${1:-100}
course=un-human-rights-responsibilities
password='seven green lanterns'

command -v curl >/dev/null 2>&1 || {
  echo 'The numbers are measured with curl, and there is none here: install it.' >&2
  exit 3
}

work=$(mktemp -d)
server=
# shellcheck disable=SC2317 # the trap calls it
clean_up() {
  [ -z "$server" ] || kill -9 "$server" 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Milliseconds; on systems whose clock says only seconds, whole seconds.
now() {
  nanoseconds=$(date +%s%N)
  case $nanoseconds in
    *[!0-9]*) echo $(($(date +%s) * 1000)) ;;
    *) echo $((nanoseconds / 1000000)) ;;
  esac
}

start() {
  begun=$(now)
  cd "$work" || exit 3
  # shellcheck disable=SC2086 # the options are words
  MALLOC_ARENA_MAX=2 "$LECTERN_JAVA" $LECTERN_JAVA_OPTIONS ${LECTERN_CACHE:+"$LECTERN_CACHE"} -Dquarkus.http.host=localhost \
    -Dquarkus.http.port=0 -Dlectern.content="$LECTERN_HOME/content" \
    -jar "$LECTERN_HOME/target/quarkus-app/quarkus-run.jar" >"$work/log" 2>&1 &
  server=$!
  until grep -q 'Listening on' "$work/log"; do
    kill -0 "$server" 2>/dev/null || {
      cat "$work/log" >&2
      exit 1
    }
    sleep 0.05
  done
  base=$(sed -n 's/.*Listening on: \(http:[^ ]*[0-9]\).*/\1/p' "$work/log")
  curl -fs -o /dev/null "$base/q/health/ready" || exit 1
  ready=$(($(now) - begun))
}

# Posts JSON $2 to $1 and prints the answer.
post() {
  curl -fsS -H 'Content-Type: application/json' -d "$2" "$base$1"
}

# Resident memory of the server, in kilobytes.
memory() {
  ps -o rss= -p "$server" | tr -d ' '
}

# One learner: joins, signs in, opens the course page, reads and completes three pages.
learn() {
  email=learner$1@example.org
  post /api/v1/accounts "{\"email\":\"$email\",\"password\":\"$password\",\"name\":\"Learner $1\",\"jobNetwork\":\"POLNET\"}" >/dev/null &&
    token=$(post /api/v1/tokens "{\"email\":\"$email\",\"password\":\"$password\"}" | sed 's/.*"accessToken":"\([^"]*\)".*/\1/') &&
    visit "/courses/$course" -o /dev/null &&
    for unit in $three; do
      visit "/courses/$course/$unit" -o /dev/null &&
        visit "/courses/$course/$unit/completion" -o /dev/null -X POST -d '' || return 1
    done
}

# Opens the path $1 as the last learner's browser, with further options of curl.
visit() {
  where=$1
  shift
  curl -fsS --compressed -H "Cookie: __Host-lectern=$token" "$@" "$base$where"
}

# Bytes on the line of the path $1, compressed.
weight() {
  curl -fsS -o /dev/null -w '%{size_download}' -H 'Accept-Encoding: gzip' -H "Cookie: __Host-lectern=$token" "$base$1"
}

# The styles and scripts that a page names, one a line.
parts() {
  tr '<' '\n' <"$1" | sed -n -e 's/^link rel="stylesheet" href="\([^"]*\)".*/\1/p' -e 's/^script .*src="\([^"]*\)".*/\1/p'
}

# Finds the heaviest page of the course, alone and with its styles and scripts.
weigh_units() {
  heaviest=0
  heaviest_whole=0
  for unit in $units; do
    page=$(weight "/courses/$course/$unit")
    visit "/courses/$course/$unit" >"$work/page.html"
    whole=$page
    for part in $(parts "$work/page.html"); do
      whole=$((whole + $(weight "$part")))
    done
    if [ "$page" -gt "$heaviest" ]; then
      heaviest=$page
      heaviest_unit=$unit
    fi
    [ "$whole" -le "$heaviest_whole" ] || heaviest_whole=$whole
  done
}

# One line of the table: what, how much, unit, at most.
line() {
  sign=ok
  [ "$2" -le "$4" ] || sign='TOO MUCH' worst=1
  printf '%-58s %8s %-3s  at most %6s   %s\n' "$1" "$2" "$3" "$4" "$sign"
}

start
idle=$(memory)
post /api/v1/accounts "{\"email\":\"first@example.org\",\"password\":\"$password\",\"name\":\"First\",\"jobNetwork\":\"POLNET\"}" >/dev/null || exit 1
token=$(post /api/v1/tokens "{\"email\":\"first@example.org\",\"password\":\"$password\"}" | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
curl -fsS -H "Authorization: Bearer $token" "$base/api/v1/courses/$course" | tr '{' '\n' >"$work/course" || exit 1
units=$(sed -n 's/^"id":"\([^"]*\)","type":.*/\1/p' "$work/course")
three=$(sed -n 's/^"id":"\([^"]*\)","type":"page".*/\1/p' "$work/course" | sed 3q)
count=1
while [ "$count" -le "$learners" ]; do
  learn "$count" || exit 1
  count=$((count + 1))
done
busy=$(memory)
weigh_units

worst=0
echo "Java: $("$LECTERN_JAVA" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p'), $(uname -sm), $(getconf _NPROCESSORS_ONLN 2>/dev/null) processors"
line 'From the start of Java to ready' "$ready" ms 2000
line 'Resident memory when ready' "$((idle / 1024))" MB 300
line "Resident memory after $learners learners" "$((busy / 1024))" MB 300
line "Heaviest unit page ($heaviest_unit), compressed" "$heaviest" B 8192
line 'The same with all styles and scripts, first view' "$heaviest_whole" B 30720
exit "$worst"
