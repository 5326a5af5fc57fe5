#!/usr/bin/env bash
# Lists the stacks, one for each Pulumi.STACK.yaml, as the job output `stacks`: a JSON list, production last.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

others=()
production=()
for file in Pulumi.*.yaml; do
    [ -e "$file" ] || continue
    stack=${file#Pulumi.}
    stack=${stack%.yaml}
    if [[ ! $stack =~ ^[A-Za-z0-9_.-]+$ ]]; then
        echo "::error file=$file::a stack's name has letters, digits, hyphens, underscores and dots only; rename the file" >&2
        exit 1
    fi
    if grep -Eq '^ +private-studio:production: *true *(#.*)?$' "$file"; then
        production+=("\"$stack\"")
    else
        others+=("\"$stack\"")
    fi
done
all=("${others[@]}" "${production[@]}")
list=$(IFS=,; echo "${all[*]}")
echo "stacks=[$list]" >> "${GITHUB_OUTPUT:-/dev/stdout}"
