#!/usr/bin/env bash
# Puts the reports of all stacks into the pull request's one comment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

node --require ts-node/register/transpile-only .github/scripts/comment.ts "${REPORTS:?}"
