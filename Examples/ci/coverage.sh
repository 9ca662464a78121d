#!/bin/sh
# Judges the policies and writes every report; the exit status is the verdict.
# Usage: coverage.sh DOCUMENTS POLICIES REPORTS; BUILDCOVER names the program.
set -u
mkdir -p "$3"
exec "${BUILDCOVER:-buildcover}" check "$1" --policy "$2" \
  --write html="$3/coverage.html" \
  --write markdown="$3/coverage.md" \
  --write sarif="$3/coverage.sarif" \
  --write junit="$3/coverage.xml" \
  --write gitlab="$3/code-quality.json" \
  --write json="$3/coverage.json"
