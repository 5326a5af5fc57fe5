#!/usr/bin/env bash
# Updates $STACK. Never with --skip-preview: at an update a mandatory policy stops only its own resource, the preview
# before it stops everything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
: "${STACK:?}"
# shellcheck source=.github/scripts/credentials.sh
source .github/scripts/credentials.sh
# shellcheck source=.github/scripts/packConfig.sh
source .github/scripts/packConfig.sh

pulumi up --yes --stack "$STACK" --non-interactive --color never \
    --policy-pack policy-pack --policy-pack-config "$PACK_CONFIG"
