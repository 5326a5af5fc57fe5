#!/usr/bin/env bash
# To be sourced. The policy pack's configuration of $STACK: its own file, else production's, which is the strictest.
PACK_CONFIG=policy-pack/config/$STACK.json
if [ ! -f "$PACK_CONFIG" ]; then
    PACK_CONFIG=policy-pack/config/prod.json
fi
