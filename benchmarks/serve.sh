#!/bin/sh
# Measures a server under load: the server on core 0, the load on core 1, nothing else running.
#
#   benchmarks/serve.sh FOLDER
#
# In FOLDER, which must not be there, it simulates 2.5 million transactions of 100,000 cards (700,000
# are history), fits two models of 30 columns, 17 of which are features of the card's past, and then
#   1. sends events at 500 a second for ten minutes, with a challenger, a log, a state on disk, a
#      snapshot and an exchange of models in mid-run;
#   2. sends events at rising rates, for the highest one that is sustained;
#   3. sends a million events, with the server's memory at the 100,000th and at the last;
#   4. holds one model of 13 columns behind synth and behind FastAPI at the same rates, where uvicorn
#      is there (pip install fastapi uvicorn xgboost numpy).
# It takes about half an hour. Everything that is printed is in FOLDER/figures.txt, too.
#
#   SECONDS_AT_500  of the first part (600)      RATES    of the second (1000 2000 3000 4000)
#   MILLION         events of the third (1000000) at RATE a second (2000)
#   ROWS, HISTORY   simulated rows (2500000), and how many of them are history (700000)
#   SYNTH, BENCH    the programs (./synth, ./synth-bench)
set -eu

here=$(CDPATH='' cd -P -- "$(dirname "$0")/.." && pwd)
[ $# -eq 1 ] || { echo "usage: benchmarks/serve.sh FOLDER" >&2; exit 2; }
mkdir "$1"
cd "$1"
synth=${SYNTH:-$here/synth}
bench=${BENCH:-$here/synth-bench}
rows=${ROWS:-2500000}
history=${HISTORY:-700000}
skip=0
port=8080
pid=
trap 'stop' EXIT

say() { echo "$*" | tee -a figures.txt; }

stop() {
  [ -z "$pid" ] || { kill "$pid"; wait "$pid" || true; }
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

load() { taskset -c 1 "$bench" serve pid="$pid" "$@" | tee -a figures.txt; }

# Sends events that were not sent before: events RATE WARMUP COUNT [ARGUMENT...]
events() {
  rate=$1
  warmup=$2
  count=$3
  shift 3
  all=$((rate * warmup + count))
  load url="http://127.0.0.1:$port/events" rows="$PWD/events.csv" skip=$skip most=$all \
    rate="$rate" warmup="$warmup" requests="$count" "$@"
  skip=$((skip + all))
}

counts() {
  curl -s "http://127.0.0.1:$port/metrics" |
    grep -E '^synth_(events|refused|shadow_(rows|dropped)|log_(dropped|lost)_rows|reloads)' |
    grep -v ' 0$' | sed 's/^/  /' | tee -a figures.txt
  [ ! -d state ] || say "  files of the state: $(cd state && echo *.bin)"
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
serve /v2/health/ready "$synth" serve model --port $port --shadow challenger --log decisions \
  --state state --history history.csv
events 500 10 $((500 * ${SECONDS_AT_500:-600})) swap=true
counts

say "2. events at rising rates"
for rate in ${RATES:-1000 2000 3000 4000}; do
  events "$rate" 5 $((rate * 30))
done
counts
stop

say "3. a million events"
serve /v2/health/ready "$synth" serve model --port $port --shadow challenger --log decisions \
  --state state
events "${RATE:-2000}" 5 "${MILLION:-1000000}"
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
    say "  $server, $rate a second"
    load url="http://127.0.0.1:$port/invocations" rows="$PWD/requests.csv" format=json \
      rate=$rate warmup=10 seconds=30
  done
  stop
done
