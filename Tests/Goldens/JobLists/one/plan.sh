#!/bin/sh
# 1 build, written by `buildcover plan --format shell`.
# Each writes LOGS/NAME.log and LOGS/NAME.status; the script ends with 1 if any failed.
set -u

usage() { echo "usage: $0 [-j JOBS] [-l LOGS]"; }

jobs=1 logs=logs
while getopts j:l:h option; do
  case $option in
  j) jobs=$OPTARG ;;
  l) logs=$OPTARG ;;
  h) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
  esac
done
case $jobs in '' | 0* | *[!0-9]*) usage >&2; exit 2 ;; esac
mkdir -p -- "$logs" || exit 2

build() {
  spack install "$BUILDCOVER_SPEC"
  if [ -n "${BUILDCACHE:-}" ]; then
    spack buildcache push --unsigned "$BUILDCACHE" "$BUILDCOVER_SPEC"
  fi
}

directory=$(mktemp -d) || exit 2
trap 'rm -rf "$directory"' EXIT
trap 'trap - INT TERM; kill 0; exit 130' INT
trap 'exit 143' TERM
mkfifo "$directory/leave" || exit 2
exec 3<>"$directory/leave"
while [ "$jobs" -gt 0 ]; do echo >&3; jobs=$((jobs - 1)); done

start() {
  read -r _ <&3
  run "$@" &
}

run() {
  BUILDCOVER_NAME=${1}
  BUILDCOVER_SPEC=${2}
  BUILDCOVER_PACKAGE=${3}
  BUILDCOVER_VERSION=${4}
  BUILDCOVER_PLATFORM=${5}
  BUILDCOVER_OS=${6}
  BUILDCOVER_TARGET=${7}
  BUILDCOVER_COMPILER=${8}
  BUILDCOVER_VARIANTS=${9}
  BUILDCOVER_STACK=${10}
  BUILDCOVER_STACKS=${11}
  BUILDCOVER_SNAPSHOT=${12}
  BUILDCOVER_WAVE=${13}
  BUILDCOVER_HASH=${14}
  BUILDCOVER_SIZE=${15}
  export BUILDCOVER_NAME BUILDCOVER_SPEC BUILDCOVER_PACKAGE BUILDCOVER_VERSION BUILDCOVER_PLATFORM BUILDCOVER_OS BUILDCOVER_TARGET BUILDCOVER_COMPILER BUILDCOVER_VARIANTS BUILDCOVER_STACK BUILDCOVER_STACKS BUILDCOVER_SNAPSHOT BUILDCOVER_WAVE BUILDCOVER_HASH BUILDCOVER_SIZE
  (set -e; build) >"$logs/$BUILDCOVER_NAME.log" 2>&1 3>&- </dev/null
  status=$?
  echo "$status" >"$logs/$BUILDCOVER_NAME.status"
  if [ "$status" -ne 0 ]; then
    echo "$BUILDCOVER_NAME failed with $status, see $logs/$BUILDCOVER_NAME.log" >&2
    echo "$BUILDCOVER_NAME" >>"$directory/failed"
  fi
  echo >&3
}

finish() { wait; }

start py-pyproject-hooks-1.2.0-x86_64_v3-e73431e830 'py-pyproject-hooks@=1.2.0 build_system=python_pip platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' py-pyproject-hooks 1.2.0 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' 'build_system=python_pip' e4s e4s develop 1 '' medium
finish

if [ -s "$directory/failed" ]; then
  echo "$(wc -l <"$directory/failed") failed" >&2
  exit 1
fi
