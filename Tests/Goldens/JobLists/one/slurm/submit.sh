#!/bin/sh
# Submits every build, a wave after the one before it has ended; prints the numbers of the jobs.
# Options for sbatch may be given: ./submit.sh --partition=builds
set -eu
cd "$(dirname "$0")"

# submit ARRAY OFFSET [OPTION ...]
submit() {
  array=$1 offset=$2
  shift 2
  BUILDCOVER_OFFSET=$offset BUILDCOVER_DIRECTORY=$PWD sbatch --parsable --export=ALL --array="$array" \
    ${after:+"--dependency=afterany$after"} "$@" build.sbatch
}

after=''

# Wave 1
wave=''
job=$(submit '1-1%8' 0 "$@")
echo "$job"
wave=$wave:${job%%;*}
after=$wave
