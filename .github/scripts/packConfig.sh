#!/usr/bin/env bash
# To be sourced. The policy pack's configuration of $STACK: its own file, else the strictest of its kind of deployment.
# shellcheck source=.github/scripts/deployment.sh
source .github/scripts/deployment.sh
PACK_CONFIG=policy-pack/config/$STACK.json
if [ ! -f "$PACK_CONFIG" ]; then
    if has_many_accounts; then
        PACK_CONFIG=policy-pack/config/prod.json
    else
        PACK_CONFIG=policy-pack/config/single-account.json
    fi
fi
