#!/usr/bin/env bash
# To be sourced. Leaves the job's identity token where AWS's SDKs look for it, in the CLI and in the provider alike; they
# exchange it for credentials of AWS_ROLE_ARN by themselves. The token is short-lived: source this right before pulumi.
: "${AWS_ROLE_ARN:?set the variable AWS_PREVIEW_ROLE of the repository, or AWS_DEPLOY_ROLE of the environment}"
: "${AWS_REGION:?set the variable AWS_REGION of the repository}"
: "${PULUMI_BACKEND_URL:?set the variable PULUMI_BACKEND_URL of the repository}"
: "${ACTIONS_ID_TOKEN_REQUEST_URL:?the job needs the permission id-token: write}"
: "${ACTIONS_ID_TOKEN_REQUEST_TOKEN:?the job needs the permission id-token: write}"

AWS_WEB_IDENTITY_TOKEN_FILE=$(mktemp "${RUNNER_TEMP:-/tmp}/identity.XXXXXX")
trap 'rm -f "$AWS_WEB_IDENTITY_TOKEN_FILE"' EXIT
# The request's own token comes by standard input: arguments are visible to every process of the machine.
printf 'Authorization: bearer %s\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" |
    curl --fail --silent --show-error --max-time 30 --retry 3 --header @- \
        "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" |
    node -e 'process.stdout.write(JSON.parse(fs.readFileSync(0, "utf8")).value)' > "$AWS_WEB_IDENTITY_TOKEN_FILE" || {
    echo "::error::GitHub gave no identity token for audience sts.amazonaws.com" >&2
    exit 1
}
echo "::add-mask::$(cat "$AWS_WEB_IDENTITY_TOKEN_FILE")"
AWS_ROLE_SESSION_NAME=github-${GITHUB_RUN_ID:-local}
export AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_SESSION_NAME
