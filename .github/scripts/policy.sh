#!/usr/bin/env bash
# `pulumi preview` of $STACK of the repository in the working directory, with the policy pack beside this script. Writes
# what the pack said to $SARIF, also when it stopped the preview; without it where the pack did not get to say all.
set -euo pipefail
: "${STACK:?}" "${PROJECT:?}" "${SARIF:?}"
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
policies=$(cd "$scripts/../.." && pwd)
commands=(node "$policies/policy-pack/bin/commands/main.js")

# The pack's packages only, at the versions of the lock file.
npm --prefix "$policies" ci --workspace policy-pack
npm --prefix "$policies" run build --workspace policy-pack

options=(--policy-pack "$policies/policy-pack")
if [ -n "${PACK_CONFIG:-}" ]; then
    "${commands[@]}" check "$PACK_CONFIG"
    options+=(--policy-pack-config "$PWD/$PACK_CONFIG")
fi
pulumi install --cwd "$PROJECT"

# shellcheck source=.github/scripts/credentials.sh
source "$scripts/credentials.sh"
events=$PWD/.policy-events.json
status=0
# --event-log is one of the CLI's debugging flags.
PULUMI_DEBUG_COMMANDS=true pulumi preview --cwd "$PROJECT" --stack "$STACK" --non-interactive --color never \
    "${options[@]}" --event-log "$events" || status=$?

project=${PROJECT#./}
source=Pulumi.yaml
if [ "$project" != . ]; then
    source=${project%/}/Pulumi.yaml
fi
touch "$events"
if ! "${commands[@]}" sarif --source "$source" < "$events" > "$SARIF"; then
    rm "$SARIF"
    exit 1
fi
exit "$status"
