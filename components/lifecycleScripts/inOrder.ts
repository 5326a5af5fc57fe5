/**
 * One script that runs two, each by its own interpreter: SageMaker starts one only. It ends as the second one does, so
 * that what goes wrong in the first keeps no app from starting.
 */
export function inOrder(first: string, second: string): string {
    return `#!/bin/bash
# Two scripts, one after the other.
run() {
    local script status
    script=$(mktemp) && cat > "$script" && chmod u+x "$script" || return
    "$script"
    status=$?
    rm -f "$script"
    return "$status"
}

${quoted(first)}
${quoted(second)}`;
}

function quoted(script: string): string {
    const end = freeLine(script, "END_OF_SCRIPT");
    return `run <<'${end}'\n${script.endsWith("\n") ? script : `${script}\n`}${end}\n`;
}

/** A line the text does not have. */
function freeLine(text: string, line: string): string {
    return text.split("\n").includes(line) ? freeLine(text, `${line}_`) : line;
}
