#!/usr/bin/env bash
# `pulumi preview` of $STACK with the policy pack into $REPORTS. Violations come as events: `--json` leaves them out.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}" "${REPORTS:?}"
mkdir -p "$REPORTS"
# shellcheck source=.github/scripts/deployment.sh
source .github/scripts/deployment.sh
if has_many_accounts; then
    # The accounts' deployers trust the update's role alone, so the role of previews enters none of them.
    echo "many accounts, which only the update's role may enter; the update previews before it changes anything" \
        > "$REPORTS/$STACK.preview.none"
    exit 0
fi
# The verdict of a preview that never came about.
echo 1 > "$REPORTS/$STACK.preview.status"
# shellcheck source=.github/scripts/credentials.sh
source .github/scripts/credentials.sh
# shellcheck source=.github/scripts/packConfig.sh
source .github/scripts/packConfig.sh

# --event-log is one of the CLI's debugging flags.
PULUMI_DEBUG_COMMANDS=true pulumi preview --stack "$STACK" --non-interactive --color never \
    --policy-pack policy-pack --policy-pack-config "$PACK_CONFIG" --event-log "$REPORTS/$STACK.events.json"
echo $? > "$REPORTS/$STACK.preview.status"
