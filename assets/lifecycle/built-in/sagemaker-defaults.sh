#!/bin/bash
# Gives the SageMaker Python SDK the defaults of the role this app runs as: subnets, groups, keys, roles, bucket. They
# lie in the deployment's bucket, one file for each role, and are fetched at every start of the app, as the person. What
# cannot be fetched or written is said in the log of the start, and never keeps the app from starting.
#
# The deployment puts DEFAULTS_FOLDER and DEFAULTS_REGION before these lines.

# Where SageMaker tells an app what it is.
METADATA="${DEFAULTS_METADATA-/opt/ml/metadata/resource-metadata.json}"
# Where the SDK looks: the administrator's file first, then the person's, which comes before it.
ADMIN_FILE="${DEFAULTS_ADMIN_FILE-/etc/xdg/sagemaker/config.yaml}"
USER_FILE="${XDG_CONFIG_HOME:-$HOME/.config}/sagemaker/config.yaml"
# First line of the deployment's files.
MARK="# Defaults of the SageMaker Python SDK, written by the deployment of Studio."

say() { echo "sagemaker-defaults: $*"; }

# Name of the role, from the app's metadata, or else from its credentials.
role_name() {
    local arn=""
    [ -r "$METADATA" ] &&
        arn=$(sed -n 's/.*"ExecutionRoleArn"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$METADATA" | sed -n 1p)
    if [ -n "$arn" ]; then
        echo "${arn##*/}"
    else
        timeout 30 aws sts get-caller-identity --region "$DEFAULTS_REGION" --query Arn --output text 2>/dev/null |
            sed -n 's|.*:assumed-role/\([^/]*\)/.*|\1|p'
    fi
}

write() { install -D -m 0644 "$1" "$2" 2>/dev/null; }
write_as_root() { sudo -n install -D -m 0644 "$1" "$2" 2>/dev/null; }

role=$(role_name)
if [ -z "$role" ]; then
    say "not set: neither $METADATA nor the app's credentials name its role"
    exit 0
fi

fetched=$(mktemp)
trap 'rm -f "$fetched"' EXIT
source="$DEFAULTS_FOLDER/$role.yaml"
if ! problem=$(timeout 60 aws s3 cp --region "$DEFAULTS_REGION" --only-show-errors "$source" "$fetched" 2>&1); then
    say "not set: $source could not be read: ${problem:-it took too long}"
elif [ "$(head -n 1 "$fetched")" != "$MARK" ]; then
    say "not set: $source is no file of the deployment"
elif write "$fetched" "$ADMIN_FILE" || write_as_root "$fetched" "$ADMIN_FILE"; then
    say "the SDK takes its defaults from $ADMIN_FILE"
elif [ -e "$USER_FILE" ] && [ "$(head -n 1 "$USER_FILE")" != "$MARK" ]; then
    say "not set: $ADMIN_FILE cannot be written, and $USER_FILE is your own; compare it with $source"
elif write "$fetched" "$USER_FILE"; then
    say "the SDK takes its defaults from $USER_FILE"
else
    say "not set: neither $ADMIN_FILE nor $USER_FILE can be written"
fi

exit 0
