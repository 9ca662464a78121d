#!/bin/sh
# 8 builds, written by `buildcover plan --format shell`.
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

start adios2-2.10.1-x86_64_v3-b91c7b0a39 'adios2@=2.10.1 +mpi platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' adios2 2.10.1 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' '+mpi' e4s-neoverse_v1 e4s-neoverse_v1 develop 1 '' medium
start hdf5-1.14.3-x86_64_v3-bb80fbf80a 'hdf5@=1.14.3 +mpi ~cxx api=v112 build_type=Release platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' hdf5 1.14.3 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' '+mpi ~cxx api=v112 build_type=Release' e4s 'e4s,radiuss' develop 1 '' medium
start py-calver-2024.1-x86_64_v3-8d707e0f74 'py-calver@=2024.1 build_system=python_pip platform=linux os=ubuntu22.04 target=x86_64_v3' py-calver 2024.1 linux ubuntu22.04 x86_64_v3 '' 'build_system=python_pip' e4s e4s develop 1 '' medium
start trilinos-16.0.0-x86_64_v3-3f7f68c393 'trilinos@=16.0.0 with_a_rather_long_name_1=value_1 with_a_rather_long_name_2=value_2 with_a_rather_long_name_3=value_3 with_a_rather_long_name_4=value_4 with_a_rather_long_name_5=value_5 with_a_rather_long_name_6=value_6 with_a_rather_long_name_7=value_7 with_a_rather_long_name_8=value_8 with_a_rather_long_name_9=value_9 with_a_rather_long_name_10=value_10 with_a_rather_long_name_11=value_11 with_a_rather_long_name_12=value_12 with_a_rather_long_name_13=value_13 with_a_rather_long_name_14=value_14 with_a_rather_long_name_15=value_15 with_a_rather_long_name_16=value_16 with_a_rather_long_name_17=value_17 with_a_rather_long_name_18=value_18 with_a_rather_long_name_19=value_19 with_a_rather_long_name_20=value_20 platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' trilinos 16.0.0 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' 'with_a_rather_long_name_1=value_1 with_a_rather_long_name_2=value_2 with_a_rather_long_name_3=value_3 with_a_rather_long_name_4=value_4 with_a_rather_long_name_5=value_5 with_a_rather_long_name_6=value_6 with_a_rather_long_name_7=value_7 with_a_rather_long_name_8=value_8 with_a_rather_long_name_9=value_9 with_a_rather_long_name_10=value_10 with_a_rather_long_name_11=value_11 with_a_rather_long_name_12=value_12 with_a_rather_long_name_13=value_13 with_a_rather_long_name_14=value_14 with_a_rather_long_name_15=value_15 with_a_rather_long_name_16=value_16 with_a_rather_long_name_17=value_17 with_a_rather_long_name_18=value_18 with_a_rather_long_name_19=value_19 with_a_rather_long_name_20=value_20' e4s e4s develop 1 '' medium
start zlib-ng-2.2.1-neoverse_v1-b43ee7d700 'zlib-ng@=2.2.1 build_system=python_pip platform=linux os=ubuntu22.04 target=neoverse_v1 %gcc@=11.4.0' zlib-ng 2.2.1 linux ubuntu22.04 neoverse_v1 'gcc@=11.4.0' 'build_system=python_pip' e4s-neoverse_v1 e4s-neoverse_v1 develop 1 '' medium
start zlib-ng-2.2.1-x86_64_v3-2a18d417d4 'zlib-ng@=2.2.1 +shared platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' zlib-ng 2.2.1 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' '+shared' e4s e4s develop 1 tgu5cgz5b5ydzl5tscoqpbptcewtvagp medium
finish

start amrex-24.09-x86_64_v3-de281e3bce 'amrex@=24.09 dimensions=1,2,3 platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' amrex 24.09 linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' 'dimensions=1,2,3' e4s e4s develop 2 '' medium
start py-torch-git.v2.5_2.5.0-x86_64_v3-244db037a2 'py-torch@=git.v2.5=2.5.0 build_system=python_pip platform=linux os=ubuntu22.04 target=x86_64_v3 %gcc@=11.4.0' py-torch 'git.v2.5=2.5.0' linux ubuntu22.04 x86_64_v3 'gcc@=11.4.0' 'build_system=python_pip' ml-linux-x86_64-cpu 'ml-linux-x86_64-cpu,ml-linux-x86_64-cuda' develop 2 '' medium
finish

if [ -s "$directory/failed" ]; then
  echo "$(wc -l <"$directory/failed") failed" >&2
  exit 1
fi
