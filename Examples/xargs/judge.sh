#!/usr/bin/env bash
# Judges a farm in parts on one machine, for farms that are larger than its memory.
# Usage: judge.sh DOCUMENTS POLICIES DIRECTORY SHARDS [TASKS AT ONCE]
# The exit status is the verdict, as that of `buildcover check`. Running it again repeats only what is missing or out of date.
set -eu
if [ $# -lt 4 ] || [ $# -gt 5 ]; then
  echo "usage: $0 DOCUMENTS POLICIES DIRECTORY SHARDS [TASKS]" >&2
  exit 2
fi
documents=$1 policies=$2 work=$3 shards=$4 tasks=${5:-$(nproc)}
buildcover=${BUILDCOVER:-buildcover}
today=${TODAY:-$(date -u +%F)}
mkdir -p "$work"

# for_each_shard COMMAND...: runs it once for each shard, with SHARD in its words replaced by the number.
for_each_shard() { seq "$shards" | xargs -P "$tasks" -I SHARD "$@" || exit 2; }

surveys=() outcomes=()
for ((shard = 1; shard <= shards; shard++)); do
  surveys+=("$work/survey-$shard.json")
  outcomes+=("$work/outcome-$shard.json")
done
for_each_shard "$buildcover" survey "$documents" --shard "SHARD/$shards" --threads 1 --quiet \
  --output "$work/survey-SHARD.json"
"$buildcover" survey merge "${surveys[@]}" --output "$work/survey.json"
for_each_shard "$buildcover" check "$documents" --policy "$policies" --today "$today" --survey "$work/survey.json" \
  --shard "SHARD/$shards" --threads 1 --quiet --output "$work/outcome-SHARD.json"
exec "$buildcover" merge "${outcomes[@]}" --format json --output "$work/report.json" \
  --write "html=$work/report.html" --write "plan-json=$work/plan.json"
