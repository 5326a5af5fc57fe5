#!/usr/bin/env bash
# Fails when the preflight or the preview of $STACK failed. "Not decided" fails too: it is not "fine".
set -euo pipefail
: "${STACK:?}" "${REPORTS:?}"

failed=0
for check in preflight preview; do
    file=$REPORTS/$STACK.$check.status
    if [ -f "$file" ] && [ "$(cat "$file")" != 0 ]; then
        echo "::error::the $check of stack $STACK did not succeed: see the summary" >&2
        failed=1
    fi
done
if [ ! -f "$REPORTS/$STACK.preflight.status" ]; then
    echo "::error::there was no preflight of stack $STACK" >&2
    failed=1
fi
exit "$failed"
