#!/bin/bash
# Walks a person's whole way to Studio from the company network, one check a step: names, hub, page, session, Studio;
# and what shall stay closed from here. Run it on the host of the simulator: studio-walk --help
set -u
LC_ALL=C
export LC_ALL

usage() {
    cat <<'TEXT'
Usage: studio-walk --region R --hub RANGE --api URL [options]

Tries, from where it runs, what shall work and what shall be refused, and prints a table.

  --region R        Region of the hub
  --hub RANGE       IPv4 range of the hub's VPC; every name shall have its addresses there
  --api URL         the stack's output apiUrl
  --sign-in S       what the stack file says: private or hosted; default: private
  --refuse "A ..."  addresses in the lines of business where something listens on 443, as their endpoints' interfaces
  --token           read an access token from standard input, and ask for a link with it
  --profile P       LOB/PROFILE to ask for, for who has several; default: none
  --timeout S       seconds for one try, 1 to 60; default: 5

What cannot be tried is "NOT TESTED", never "ok". No token and no link is printed or written to a file.

Exit status: 0 all as stated; 1 something is open or broken; 2 nothing is wrong, but not all could be tested;
64 a mistake in the options.
TEXT
}

mistake() {
    printf '%s\n' "$1" "Try: studio-walk --help" >&2
    exit 64
}

region='' hub='' api='' sign_in=private refuse='' with_token=no profile='' timeout=5

while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        usage
        exit 0
        ;;
    --token)
        with_token=yes
        shift
        ;;
    --region | --hub | --api | --sign-in | --refuse | --profile | --timeout)
        [ $# -gt 1 ] || mistake "$1 needs a value."
        case $1 in
        --region) region=$2 ;;
        --hub) hub=$2 ;;
        --api) api=$2 ;;
        --sign-in) sign_in=$2 ;;
        --refuse) refuse=$2 ;;
        --profile) profile=$2 ;;
        --timeout) timeout=$2 ;;
        esac
        shift 2
        ;;
    *) mistake "There is no option $1." ;;
    esac
done

# --- what the options may be: they become parts of addresses and commands ---

fits() {
    [[ $2 =~ ^$3$ ]] || mistake "$1 is \"$2\": write $4."
}

octet='(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])'
address="$octet(\.$octet){3}"
fits --region "$region" '[a-z]{2}(-[a-z]+)+-[0-9]+' "a Region such as eu-west-1"
fits --hub "$hub" "$address/([0-9]|[12][0-9]|3[0-2])" "a range such as 10.0.0.0/16"
case $region in
cn-*) suffix=amazonaws.com.cn ;;
*) suffix=amazonaws.com ;;
esac
fits --api "$api" "https://[a-z0-9]+\.execute-api\.$region\.${suffix//./\\.}/[A-Za-z0-9_-]+/?" "the output apiUrl of the stack"
fits --sign-in "$sign_in" '(private|hosted)' "private or hosted"
for each in $refuse; do fits --refuse "$each" "$address" "addresses such as 10.100.64.12"; done
[ -z "$profile" ] || fits --profile "$profile" '[A-Za-z0-9-]+/[A-Za-z0-9-]+' "LOB/PROFILE"
fits --timeout "$timeout" '([1-9]|[1-5][0-9]|60)' "whole seconds from 1 to 60"

token=
if [ "$with_token" = yes ]; then
    IFS= read -r token || [ -n "$token" ] || mistake "--token reads an access token from standard input, and there is none."
    # What it is is not said, whatever it is.
    [[ ${#token} -le 8192 && $token =~ ^[A-Za-z0-9._-]+$ ]] || mistake "Standard input holds no access token."
fi

api=${api%/}/
api_host=${api#https://}
api_host=${api_host%%/*}
sagemaker=api.sagemaker.$region.$suffix
# Every name below this one is Studio's; no domain of this name need exist.
studio=d-walk.studio.$region.sagemaker.aws

# --- the table ---

good=0 wrong=0 untested=0
row() {
    printf '%-10s  %-72s  %s\n' "$1" "$2" "$3"
}
ok() {
    good=$((good + 1))
    row ok "$1" "$2"
}
bad() {
    wrong=$((wrong + 1))
    row WRONG "$1" "$2"
}
skip() {
    untested=$((untested + 1))
    row "NOT TESTED" "$1" "$2"
}
has() {
    command -v "$1" >/dev/null 2>&1
}

# --- tries ---

number() {
    local a b c d
    IFS=. read -r a b c d <<<"$1"
    echo $(((a << 24) + (b << 16) + (c << 8) + d))
}

in_hub() {
    local bits=${hub#*/} mask
    [[ $1 =~ ^$address$ ]] || return 1
    mask=$((bits == 0 ? 0 : (0xffffffff << (32 - bits)) & 0xffffffff))
    [ $(($(number "$1") & mask)) -eq $(($(number "${hub%/*}") & mask)) ]
}

resolve() {
    addresses=$(timeout "$((timeout * 2))" getent ahosts "$1" 2>/dev/null | sed 's/[[:space:]].*//' | sort -u | tr '\n' ' ')
    addresses=${addresses% }
}

# web: what curl ended with; status: of HTTP; head and body: what was answered, which is kept nowhere else.
web_try() {
    local answer
    answer=$(curl --silent --include --write-out '\n%{http_code}' --connect-timeout "$timeout" \
        --max-time "$((timeout * 4))" "$@" 2>/dev/null | tr -d '\r\000'; exit "${PIPESTATUS[0]}")
    web=$?
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    head=${answer%%$'\n\n'*}
    body=${answer#*$'\n\n'}
}

header() {
    sed -n "s/^$1:[[:space:]]*//Ip" <<<"$head" | sed -n 1p
}

why() {
    case $web in
    6) echo "the name does not resolve" ;;
    51 | 60) echo "the certificate does not fit (curl $web)" ;;
    *) echo "no answer (curl $web)" ;;
    esac
}

# --- the checks ---

check_name() {
    local name="$1 resolves into the hub" each
    has getent || {
        skip "$name" "no getent here"
        return
    }
    resolve "$1"
    [ -n "$addresses" ] || {
        bad "$name" "it does not resolve: is the hub's zone associated with this VPC?"
        return
    }
    for each in $addresses; do
        in_hub "$each" || {
            bad "$name" "$each is outside $hub"
            return
        }
    done
    ok "$name" "$addresses"
}

check_tls() {
    local name="$1 answers on 443 with its own certificate"
    web_try "https://$1/"
    if [ "$web" -eq 0 ]; then ok "$name" "HTTP $status"; else bad "$name" "$(why)"; fi
}

check_page() {
    local name="the page is served with a content security policy"
    web_try "$api"
    if [ "$web" -ne 0 ]; then
        bad "$name" "$(why)"
    elif [ "$status" != 200 ]; then
        bad "$name" "HTTP $status"
    elif [ -z "$(header Content-Security-Policy)" ]; then
        bad "$name" "it has none"
    else
        ok "$name" "HTTP 200"
    fi
}

check_without_token() {
    local name="a session without a token is refused"
    web_try "${api}session"
    if [ "$web" -ne 0 ]; then
        bad "$name" "$(why)"
    elif [ "$status" = 401 ]; then
        ok "$name" "HTTP 401"
    else
        bad "$name" "HTTP $status"
    fi
}

# The token goes to curl through a pipe: arguments can be read by every process of the host.
web_try_signed_in() {
    web_try --config - "$@" < <(printf 'header = "Authorization: Bearer %s"\n' "$token")
}

check_link() {
    local name="a session with the token opens Studio" to code
    [ -n "$token" ] || {
        skip "$name" "give an access token with --token"
        return
    }
    web_try_signed_in "${api}session${profile:+?profile=$profile}"
    if [ "$web" -ne 0 ]; then
        bad "$name" "$(why)"
        return
    fi
    to=$(header Location)
    code=$(sed -n 's/.*"error"[[:space:]]*:[[:space:]]*"\([a-z_]*\)".*/\1/p' <<<"$body" | sed -n 1p)
    case $status in
    302)
        if [[ ! $to =~ ^https://(d-[a-z0-9]+\.studio\.$region\.sagemaker\.aws)/ ]]; then
            bad "$name" "it leads somewhere else than Studio"
        elif [[ $(header Cache-Control) != *no-store* ]]; then
            bad "$name" "the answer may be stored"
        else
            ok "$name" "to ${BASH_REMATCH[1]}"
        fi
        ;;
    409) skip "$name" "the person has several profiles: choose one with --profile" ;;
    401) bad "$name" "HTTP 401: the token is not valid, or has expired" ;;
    *) bad "$name" "HTTP $status${code:+ $code}" ;;
    esac
}

check_refused() {
    local name=$1
    shift
    web_try "$@"
    case $web in
    0 | 51 | 60) bad "$name" "it answers" ;;
    6 | 7 | 28 | 35 | 52 | 56) ok "$name" "no answer (curl $web)" ;;
    *) skip "$name" "curl ended with $web" ;;
    esac
}

hosts="$api_host $sagemaker sts.$region.$suffix $studio"
[ "$sign_in" = hosted ] || hosts="$hosts cognito-idp.$region.$suffix"

printf 'Walk to %s, hub %s, up to %s s a try.\n\n' "$api" "$hub" "$timeout"
row result check found
row ---------- ------------------------------------------------------------------------ -----
for host in $hosts; do check_name "$host"; done
if has curl; then
    for host in $hosts; do check_tls "$host"; done
    check_page
    check_without_token
    check_link
    check_refused "the internet is refused by name" https://example.com/
    check_refused "the internet is refused by address" https://1.1.1.1/
    check_refused "the internet is refused without TLS" http://1.1.1.1/
    check_refused "AWS services outside the hub are refused" "https://ec2.$region.$suffix/"
    if [ -z "$refuse" ]; then
        skip "the lines of business are refused" "name addresses of theirs with --refuse"
    fi
    for each in $refuse; do check_refused "$each in a line of business is refused" "https://$each/"; done
else
    skip "everything over HTTPS" "no curl here"
fi

printf '\n%s ok, %s wrong, %s not tested.\n' "$good" "$wrong" "$untested"
[ "$wrong" -eq 0 ] || exit 1
if [ "$untested" -gt 0 ]; then
    printf 'NOT TESTED is not ok: mend what is named there and run it again.\n'
    exit 2
fi
