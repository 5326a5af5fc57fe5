#!/usr/bin/env bash
# `pulumi preview` of $STACK with the policy pack into $REPORTS. Violations come as events: `--json` leaves them out.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}" "${REPORTS:?}"
mkdir -p "$REPORTS"
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
