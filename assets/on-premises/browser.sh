#!/bin/bash
# Shows a browser of this host on a person's own screen, over Session Manager: studio-browser URL
# The display listens on the host itself alone, has a password of its own for each start, and ends with this command.
set -u

say() {
    printf '%s\n' "$@" >&2
}

if [ $# -ne 1 ] || [[ ! $1 =~ ^https://[A-Za-z0-9./_-]+$ ]]; then
    say "Usage: studio-browser https://…: the stack's output apiUrl"
    exit 64
fi

missing=
for each in Xvnc vncpasswd firefox; do
    command -v "$each" >/dev/null 2>&1 || missing="$missing $each"
done
if [ -n "$missing" ]; then
    say "Not installed:$missing. Amazon's repositories had no such package when the host started, or were not reached." \
        "See /var/log/cloud-init-output.log; studio-walk needs neither."
    exit 1
fi

display=1
port=$((5900 + display))
work=$(mktemp -d) || exit 1
server=
# shellcheck disable=SC2317 # The trap calls it.
clean_up() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# VNC takes eight characters.
password=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && printf '%s\n' "$password" | vncpasswd -f >"$work/password")
mkdir "$work/profile"
Xvnc ":$display" -localhost -SecurityTypes VncAuth -PasswordFile "$work/password" -geometry 1440x900 -depth 24 \
    >"$work/log" 2>&1 &
server=$!
sleep 2
kill -0 "$server" 2>/dev/null || {
    say "The display does not start:" "$(tail -n 3 "$work/log")"
    server=
    exit 1
}

cat <<TEXT
On your own machine, in a second terminal:

  aws ssm start-session --target <this host> --document-name AWS-StartPortForwardingSession \\
    --parameters portNumber=$port,localPortNumber=$port

Then point a VNC viewer to localhost:$port. Password: $password
Ctrl-C here ends browser and display.
TEXT
# The profile goes with the command: no session and no page is kept.
DISPLAY=:$display firefox --no-remote --profile "$work/profile" "$1" >/dev/null 2>&1
