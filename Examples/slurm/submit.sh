#!/usr/bin/env bash
# Judges a farm in parts on Slurm: a survey of each part, the survey of the whole, an outcome of each part, the reports
# of the whole. Usage: submit.sh DOCUMENTS POLICIES DIRECTORY SHARDS
# DIRECTORY must be seen by all nodes. Submitting again repeats only what is missing or out of date.
set -eu
if [ $# -ne 4 ]; then
  echo "usage: $0 DOCUMENTS POLICIES DIRECTORY SHARDS" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
export DOCUMENTS=$1 POLICIES=$2 WORK=$3 SHARDS=$4
# One day for all tasks: one that is repeated after midnight must judge waivers as the others did.
export TODAY=${TODAY:-$(date -u +%F)}
export BUILDCOVER=${BUILDCOVER:-buildcover}
mkdir -p "$WORK"

# job NAME OPTION...: submits a script of this folder and prints the job's number.
job() {
  local name=$1
  shift
  sbatch --parsable --export=ALL --requeue --output="$WORK/$name-%A-%a.log" --job-name="buildcover-$name" \
    --kill-on-invalid-dep=yes "$@" "$here/$name.sbatch"
}

survey=$(job survey --array="1-$SHARDS")
whole=$(job survey-merge --dependency="afterok:$survey")
check=$(job check --array="1-$SHARDS" --dependency="afterok:$whole")
# After any end of the tasks: where one has failed, the merge says which.
merge=$(job merge --dependency="afterany:$check")
echo "$survey $whole $check $merge"
