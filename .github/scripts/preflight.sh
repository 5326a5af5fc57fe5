#!/usr/bin/env bash
# Preflight of $STACK into $REPORTS. Its verdict is kept for verdict.sh, so that the report is written first.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}" "${REPORTS:?}"
mkdir -p "$REPORTS"

npm start --silent -- --stack "$STACK" --json > "$REPORTS/$STACK.preflight.json" 2> "$REPORTS/$STACK.preflight.err"
echo $? > "$REPORTS/$STACK.preflight.status"
cat "$REPORTS/$STACK.preflight.err" >&2
