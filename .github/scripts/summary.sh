#!/usr/bin/env bash
# Writes what was found out about $STACK as Markdown, for the job's page and for the comment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}" "${REPORTS:?}"

node --require ts-node/register/transpile-only .github/scripts/summary.ts "$STACK" "$REPORTS" > "$REPORTS/$STACK.md"
cat "$REPORTS/$STACK.md" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
