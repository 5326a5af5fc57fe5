#!/usr/bin/env bash
# To be sourced. Whether $STACK stands in many accounts.
has_many_accounts() {
    grep -Eqs '^ +private-studio:deployment: *multi-account' "Pulumi.$STACK.yaml"
}
