#!/usr/bin/env bash
# Compares $STACK with what really stands; fails on any difference and changes nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}"
# shellcheck source=.github/scripts/deployment.sh
source .github/scripts/deployment.sh
if has_many_accounts; then
    echo "::notice::stack $STACK stands in many accounts, which only the update's role may enter: look for drift with it (docs/multi-account.md, Limits)"
    exit 0
fi
# shellcheck source=.github/scripts/credentials.sh
source .github/scripts/credentials.sh

pulumi refresh --preview-only --expect-no-changes --diff --stack "$STACK" --non-interactive --color never || {
    echo "::error::stack $STACK has drifted or could not be read: docs/operations.md, Drift" >&2
    exit 1
}
