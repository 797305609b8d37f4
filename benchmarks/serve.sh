#!/bin/sh
# Measures a server under load: the server on core 0, the load on core 1, nothing else running.
#
#   benchmarks/serve.sh FOLDER
#
# In FOLDER, which must not be there, it simulates 3.3 million transactions of 100,000 cards (700,000
# are history), fits two models of 30 columns, 17 of which are features of the card's past, and then
#   1. sends events at 500 a second for ten minutes, with a challenger, a log, a state on disk, a
#      snapshot and an exchange of models in mid-run;
#   2. sends events at rising rates, for the highest one that is sustained (all answered, p99 at most
#      20 ms), and then at twice that rate, to see what becomes of the others;
#   3. sends 100,000 events and then a million at RATE to a server started anew, for ten minutes, and
#      looks at its memory behind both: what is resident, and the heap that a full collection leaves;
#   4. holds one model of 13 columns behind synth and behind FastAPI at the same rates, where uvicorn
#      is there (pip install fastapi uvicorn xgboost numpy).
# It takes about half an hour. What is printed is in FOLDER/figures.txt; its table in FOLDER/table.md.
#
#   SECONDS_AT_500  of the first part (600)      RATES    of the second (1000 2000 3000 4000 5000)
#   FIRST, MILLION  events of the third (100000 and 1100000) at RATE a second (2000)
#   SECONDS_EACH    of each load of the second and the fourth (30)
#   ROWS, HISTORY   simulated rows (3300000), and how many of them are history (700000)
#   HEAP            of the server of events (768m), all of it taken at the start, so that what grows is seen
#   SYNTH, BENCH    the programs (./synth, ./synth-bench)
set -eu

here=$(CDPATH='' cd -P -- "$(dirname "$0")/.." && pwd)
[ $# -eq 1 ] || { echo "usage: benchmarks/serve.sh FOLDER" >&2; exit 2; }
mkdir "$1"
cd "$1"
synth=${SYNTH:-$here/synth}
bench=${BENCH:-$here/synth-bench}
rows=${ROWS:-3300000}
history=${HISTORY:-700000}
heap=${HEAP:-768m}
each=${SECONDS_EACH:-30}
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
skip=0
port=8080
pid=
trap 'stop' EXIT

say() { echo "$*" | tee -a figures.txt; }

stop() {
  [ -z "$pid" ] || { kill "$pid" && wait "$pid" || true; }
  pid=
}

# Starts a program on core 0 and waits until its path answers: serve PATH COMMAND...
serve() {
  path=$1
  shift
  begun=$(date +%s)
  taskset -c 0 "$@" > server.txt 2>&1 &
  pid=$!
  until curl -s -f -o /dev/null "http://127.0.0.1:$port$path"; do
    kill -0 "$pid" || { cat server.txt; exit 1; }
    sleep 0.2
  done
  say "  ready after $(($(date +%s) - begun)) s"
}

# Sends requests, and adds a line to the table: load WHAT ARGUMENT...
load() {
  what=$1
  shift
  taskset -c 1 "$java" -cp "$paths" dev.synth.benchmarks.ServeBenchmark pid="$pid" \
    what="$what" table="$PWD/lines.txt" "$@" > load.txt 2>&1 || { cat load.txt; exit 1; }
  sed 's/^/  /' load.txt | tee -a figures.txt
}

# Sends events that were not sent before: events WHAT RATE WARMUP COUNT [ARGUMENT...]
events() {
  name=$1
  rate=$2
  warmup=$3
  count=$4
  shift 4
  all=$((rate * warmup + count))
  load "$name" url="http://127.0.0.1:$port/events" rows="$PWD/events.csv" skip=$skip most=$all \
    rate="$rate" warmup="$warmup" requests="$count" "$@"
  skip=$((skip + all))
}

# Starts the server of events. Its heap is taken at the start, as where -Xms is -Xmx in production.
serve_events() {
  serve /v2/health/ready \
    env SYNTH_JAVA_OPTS="-Xms$heap -Xmx$heap -XX:+AlwaysPreTouch ${SYNTH_JAVA_OPTS:-}" \
    "$synth" serve model --port $port --shadow challenger --log decisions --state state "$@"
}

counts() {
  curl -s "http://127.0.0.1:$port/metrics" |
    grep -E '^synth_(events|refused|shadow_(rows|dropped)|log_(dropped|lost)_rows|reloads|state)' |
    grep -v -E ' 0(\.0)?$' | sed 's/^/  /' | tee -a figures.txt
  say "  files of the state: $(cd state && echo *.bin)"
}

# Says what a full collection leaves of the heap, where the JDK's jcmd is there. Three of four leave
# up to 5 % of the heap unmoved, so it is the least of four.
kept() {
  jcmd=$(dirname "$(command -v "$java")")/jcmd
  [ -x "$jcmd" ] || return 0
  for each in 1 2 3 4; do
    "$jcmd" "$pid" GC.run > /dev/null
    curl -s "http://127.0.0.1:$port/metrics" | grep '^synth_heap_used_bytes '
  done | awk -v when="$1" \
    'NR == 1 || $2 < least { least = $2 } END { printf "  heap in use %s, after a collection: %.0f MB\n", when, least / 1048576 }' |
    tee -a figures.txt
}

config() {
  cat << CONFIG
name: cards
data: {source: fit.csv, label: fraud, positive: "1", time: timestamp, exclude: [card_id]}
split: {method: time}
augmentation: {ratio: 0.1}
evaluation: {classifiers: [xgboost]}
CONFIG
}

features() {
  cat << CONFIG
features:
  event_id: transaction_id
  forget: 7d
  calendar: {fields: [hour, weekday]}
  entities:
    card_id:
      - time-since-last
      - {count: [30m, 1h, 1d, 7d]}
      - {sum: {of: amount, over: [1h, 1d, 7d]}}
      - {mean: {of: amount, over: [7d, last 5]}}
      - {deviation: {of: amount, over: 7d}}
      - {ratio_to_mean: {of: amount, over: 7d}}
      - {distinct: {of: merchant_category, over: 7d}}
      - {distinct: {of: merchant_country, over: 7d}}
      - {lag: {of: amount, back: 1}}
CONFIG
}

paths=$("$bench" serve paths=true | grep classes | tail -n 1 | sed 's/^[^/]*//') # no color codes

config > plain.yaml
{ config; features; } > past.yaml
"$synth" demo --quiet --rows 60000 --seed 7 fit.csv
"$synth" demo --quiet --rows "$rows" all.csv
head -n $((history + 1)) all.csv > history.csv
{ head -n 1 all.csv; tail -n +$((history + 2)) all.csv; } | cut -d, -f1-15 > events.csv
rm all.csv
"$synth" fit --config past.yaml --to model --arm none > fit.txt 2>&1
"$synth" fit --config past.yaml --to challenger --arm none --set seed=43 >> fit.txt 2>&1
"$synth" fit --config plain.yaml --to plain --arm none >> fit.txt 2>&1

say "1. events, 500 a second, with a challenger, a log, a snapshot and a swap"
serve_events --history history.csv
events "events, with a swap" 500 10 $((500 * ${SECONDS_AT_500:-600})) swap=true
counts

say "2. events at rising rates"
best=
for rate in ${RATES:-1000 2000 3000 4000 5000}; do
  events "events" "$rate" 5 $((rate * each))
  ! grep -q '^sustained.*yes$' load.txt || best=$rate
done
if [ -n "$best" ]; then
  say "  the highest rate that was sustained: $best a second; now twice that"
  events "events, twice what is sustained" $((2 * best)) 2 $((2 * best * each / 2))
fi
counts
stop

say "3. a million events, of a server started anew"
serve_events
events "events, the first of a server" "${RATE:-2000}" 5 "${FIRST:-100000}"
kept "behind the first"
events "events, the million behind them" "${RATE:-2000}" 0 "${MILLION:-1100000}"
kept "behind the million"
counts
stop

say "4. one model of 13 columns behind synth and behind FastAPI"
cut -d, -f2,4-15 events.csv | head -n 10001 > requests.csv
for server in synth fastapi; do
  if [ $server = synth ]; then
    serve /ping "$synth" serve plain --port $port
  elif command -v uvicorn > /dev/null; then
    serve /docs env BUNDLE="$PWD/plain" uvicorn --app-dir "$here/benchmarks" serve_fastapi:app \
      --port $port --log-level warning
  else
    say "  no uvicorn here"
    continue
  fi
  for rate in 500 1000 2000; do
    load "13 columns, JSON, $server" url="http://127.0.0.1:$port/invocations" \
      rows="$PWD/requests.csv" format=json rate=$rate warmup=10 seconds="$each"
  done
  stop
done

{
  echo "| what | requests a second | seconds | refused | failed | p50, ms | p99 | p99.9 | max | resident, MB | processor, µs |"
  echo "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
  cat lines.txt
} > table.md
rm lines.txt load.txt
echo
cat table.md
