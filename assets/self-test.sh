#!/bin/sh
# Shows from inside a Studio app what the network and the guardrails let through and what they stop.
# Run it in a JupyterLab terminal: sh self-test.sh --help
set -u
# Ranges such as a-z mean the same everywhere.
LC_ALL=C
export LC_ALL

usage() {
    cat <<'TEXT'
Usage: sh self-test.sh [options]

Tries, from where it runs, what shall work and what shall be refused, and prints a table.

  --region R           Region; default: AWS_REGION, AWS_DEFAULT_REGION
  --egress E           what the stack file says: isolated, nat or firewall; default: isolated
  --allow "D ..."      domains that shall be reached over HTTPS; default: none
  --refuse "D ..."     domains that exist outside and shall be refused; default: example.com and a new name
                       below github.io, where every name exists
  --foreign-bucket B   somebody else's public S3 bucket of this Region, for example of registry.opendata.aws
  --data-bucket B      bucket of network data that people of this domain use
  --data-prefix P      beginning of the test object's key; default: self-test
  --domain D           Studio domain; default: of the app this runs in
  --role ARN           role for the test job; default: of the app this runs in
  --colleague P        user profile of somebody else
  --timeout S          seconds for one try, 1 to 60; default: 5

Each option may be given as a variable instead: SELF_TEST_REGION, SELF_TEST_EGRESS, SELF_TEST_ALLOW and so on.

What cannot be tried is "NOT TESTED", never "ok". The one object it writes is deleted; a job that AWS accepts against
the rules is stopped at once. No link, key or answer of AWS is printed.

Exit status: 0 all as stated; 1 something is open or broken; 2 nothing is wrong, but not all could be tested;
64 a mistake in the options.
TEXT
}

mistake() {
    printf '%s\n' "$1" "Try: sh self-test.sh --help" >&2
    exit 64
}

region=${SELF_TEST_REGION:-${AWS_REGION:-${AWS_DEFAULT_REGION:-}}}
egress=${SELF_TEST_EGRESS:-isolated}
allow=${SELF_TEST_ALLOW:-}
refuse=${SELF_TEST_REFUSE:-}
foreign_bucket=${SELF_TEST_FOREIGN_BUCKET:-}
data_bucket=${SELF_TEST_DATA_BUCKET:-}
data_prefix=${SELF_TEST_DATA_PREFIX:-self-test}
domain=${SELF_TEST_DOMAIN:-}
role=${SELF_TEST_ROLE:-}
colleague=${SELF_TEST_COLLEAGUE:-}
timeout=${SELF_TEST_TIMEOUT:-5}
# Where SageMaker tells an app what it is.
metadata=${SELF_TEST_METADATA:-/opt/ml/metadata/resource-metadata.json}

while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        usage
        exit 0
        ;;
    --region | --egress | --allow | --refuse | --foreign-bucket | --data-bucket | --data-prefix | --domain | --role | --colleague | --timeout)
        [ $# -gt 1 ] || mistake "$1 needs a value."
        case $1 in
        --region) region=$2 ;;
        --egress) egress=$2 ;;
        --allow) allow=$2 ;;
        --refuse) refuse=$2 ;;
        --foreign-bucket) foreign_bucket=$2 ;;
        --data-bucket) data_bucket=$2 ;;
        --data-prefix) data_prefix=$2 ;;
        --domain) domain=$2 ;;
        --role) role=$2 ;;
        --colleague) colleague=$2 ;;
        --timeout) timeout=$2 ;;
        esac
        shift 2
        ;;
    *) mistake "There is no option $1." ;;
    esac
done

# --- what the options may be: they become parts of addresses and commands ---

only() {
    case $2 in
    -* | *[!$3]*) mistake "$1 is \"$2\": only the characters $3, not a dash at the beginning." ;;
    esac
}

[ -n "$region" ] || mistake "The Region is not known: give --region."
only --region "$region" 'a-z0-9-'
for each in $allow; do only --allow "$each" 'a-z0-9.-'; done
for each in $refuse; do only --refuse "$each" 'a-z0-9.-'; done
only --foreign-bucket "$foreign_bucket" 'a-z0-9.-'
only --data-bucket "$data_bucket" 'a-z0-9.-'
only --data-prefix "$data_prefix" 'A-Za-z0-9._/-'
only --domain "$domain" 'a-z0-9-'
only --role "$role" 'A-Za-z0-9:/+=,.@_-'
only --colleague "$colleague" 'A-Za-z0-9-'
case $egress in
isolated | nat | firewall) ;;
*) mistake "--egress is \"$egress\": isolated, nat or firewall." ;;
esac
case $timeout in
[1-9] | [1-5][0-9] | 60) ;;
*) mistake "--timeout is \"$timeout\": whole seconds from 1 to 60." ;;
esac

random=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')
refuse=${refuse:-"example.com self-test-$random.github.io"}
case $region in
cn-*) suffix=amazonaws.com.cn ;;
*) suffix=amazonaws.com ;;
esac
api=api.sagemaker.$region.$suffix

# --- the table ---

good=0
wrong=0
untested=0

row() {
    printf '%-10s  %-56s  %s\n' "$1" "$2" "$3"
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

# --- what it leaves behind is removed however it ends ---

work=$(mktemp -d) || mistake "There is no place for temporary files: set TMPDIR."
object=
job=

# shellcheck disable=SC2317 # The trap calls it.
remove_object() {
    [ -z "$object" ] || aws_try s3api delete-object --bucket "$data_bucket" --key "$object"
}
stop_job() {
    [ -z "$job" ] || aws_try sagemaker stop-processing-job --processing-job-name "$job"
}
# shellcheck disable=SC2317 # The trap calls it.
clean_up() {
    remove_object
    stop_job
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- tries; each sets a word for what happened and prints nothing ---

# web: reached, refused or unclear.
web_try() {
    curl --silent --output /dev/null --connect-timeout "$timeout" --max-time "$((timeout * 2))" "$@" 2>/dev/null
    code=$?
    case $code in
    # 60: a server answered, with a certificate curl does not trust.
    0 | 60) web=reached ;;
    # No such name, no connection, too late, TLS ended, nothing answered, connection ended.
    6 | 7 | 28 | 35 | 52 | 56) web=refused ;;
    *) web=unclear ;;
    esac
}

# aws_code: ok, network, credentials, unclear, or the error code of AWS.
aws_try() {
    if AWS_PAGER='' AWS_MAX_ATTEMPTS=1 aws --region "$region" --output json \
        --cli-connect-timeout "$timeout" --cli-read-timeout "$((timeout * 2))" "$@" \
        >/dev/null 2>"$work/error" </dev/null; then
        aws_code=ok
        return 0
    fi
    aws_code=$(sed -n 's/.*An error occurred (\([A-Za-z0-9.]*\)).*/\1/p' "$work/error" | sed -n 1p)
    if [ -z "$aws_code" ]; then
        case $(cat "$work/error") in
        *"onnect to the endpoint URL"* | *"onnect timeout"* | *"ead timeout"* | *"onnection was closed"*) aws_code=network ;;
        *"nable to locate credentials"* | *"oken has expired"*) aws_code=credentials ;;
        *) aws_code=unclear ;;
        esac
    fi
    case $aws_code in
    ExpiredToken | ExpiredTokenException | InvalidClientTokenId | UnrecognizedClientException) aws_code=credentials ;;
    esac
    return 0
}

denied() {
    case $aws_code in
    AccessDenied | AccessDeniedException) return 0 ;;
    *) return 1 ;;
    esac
}

# addresses: what the app's own resolver answers for a name.
resolve() {
    if has timeout; then
        addresses=$(timeout "$((timeout * 2))" getent ahosts "$1" 2>/dev/null)
    else
        addresses=$(getent ahosts "$1" 2>/dev/null)
    fi
    addresses=$(printf '%s\n' "$addresses" | sed 's/[[:space:]].*//' | sort -u | tr '\n' ' ')
    addresses=${addresses% }
}

is_private() {
    case $1 in
    10.* | 192.168.* | 172.1[6-9].* | 172.2[0-9].* | 172.3[01].* | 100.6[4-9].* | 100.[7-9][0-9].* | 100.1[01][0-9].* | 100.12[0-7].*) return 0 ;;
    *) return 1 ;;
    esac
}

# direct: answered or silent; a name is asked of a resolver of the internet, past the VPC's own.
direct_try() {
    if has python3; then
        python3 - "$1" "$2" "$timeout" <<'PYTHON' 2>/dev/null
import socket, struct, sys
way, server, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3])
query = struct.pack(">HHHHHH", 4711, 256, 1, 0, 0, 0) + b"\x07example\x03com\x00\x00\x01\x00\x01"
try:
    kind = socket.SOCK_DGRAM if way == "UDP" else socket.SOCK_STREAM
    with socket.socket(socket.AF_INET, kind) as link:
        link.settimeout(seconds)
        link.connect((server, 53))
        link.sendall(query if way == "UDP" else struct.pack(">H", len(query)) + query)
        answered = len(link.recv(512)) > 0
except OSError:
    answered = False
sys.exit(10 if answered else 11)
PYTHON
        code=$?
    elif [ "$1" = UDP ]; then
        dig +time="$timeout" +tries=1 "@$2" example.com >/dev/null 2>&1
        code=$?
    else
        dig +tcp +time="$timeout" +tries=1 "@$2" example.com >/dev/null 2>&1
        code=$?
    fi
    case $code in
    0 | 10) direct=answered ;;
    # 9: dig got no reply.
    9 | 11) direct=silent ;;
    *) direct=unclear ;;
    esac
}

# --- the checks ---

check_aws_names() {
    name="the SageMaker API's name resolves to private addresses"
    has getent || {
        skip "$name" "no getent here"
        return
    }
    resolve "$api"
    [ -n "$addresses" ] || {
        bad "$name" "it does not resolve"
        return
    }
    for each in $addresses; do
        is_private "$each" || {
            bad "$name" "$each is not private: no endpoint, or private DNS is off"
            return
        }
    done
    ok "$name" "$addresses"
}

# Without this one, everything being refused would only say that nothing works.
check_aws_reached() {
    name="the SageMaker API is reached"
    has curl || {
        skip "$name" "no curl here"
        return
    }
    web_try "https://$api/"
    case $web in
    reached) ok "$name" "it answers" ;;
    refused) bad "$name" "no answer (curl $code)" ;;
    *) skip "$name" "curl ended with $code" ;;
    esac
}

check_outside_names() {
    for host in $refuse; do
        name="$host does not resolve"
        if ! has getent; then
            skip "$name" "no getent here"
        elif [ "$api_resolves" = no ]; then
            skip "$name" "no name resolves here"
        else
            resolve "$host"
            if [ -z "$addresses" ]; then
                ok "$name" "no address"
            else
                bad "$name" "$addresses"
            fi
        fi
    done
}

check_outside_resolvers() {
    for server in 1.1.1.1 8.8.8.8; do
        for way in UDP TCP; do
            name="resolver $server is refused over $way"
            if ! has python3 && ! has dig; then
                skip "$name" "neither python3 nor dig here"
                continue
            fi
            direct_try "$way" "$server"
            case $direct in
            silent) ok "$name" "no answer" ;;
            answered) bad "$name" "it answers: names can be looked up past the VPC" ;;
            *) skip "$name" "the query ended with $code" ;;
            esac
        done
    done
}

check_allowed() {
    for host in $allow; do
        name="$host is reached over HTTPS"
        has curl || {
            skip "$name" "no curl here"
            continue
        }
        web_try "https://$host/"
        case $web in
        reached) ok "$name" "it answers" ;;
        refused) bad "$name" "no answer (curl $code)" ;;
        *) skip "$name" "curl ended with $code" ;;
        esac
    done
}

# refused_web NAME CURL-ARGUMENTS
refused_web() {
    name=$1
    shift
    has curl || {
        skip "$name" "no curl here"
        return
    }
    web_try "$@"
    case $web in
    refused) ok "$name" "no answer (curl $code)" ;;
    reached) bad "$name" "it answers" ;;
    *) skip "$name" "curl ended with $code" ;;
    esac
}

check_refused() {
    for host in $refuse; do
        refused_web "$host is refused over HTTPS" "https://$host/"
        refused_web "$host is refused over HTTP" "http://$host/"
    done
    # With the address given, no name is looked up: this is the firewall alone.
    refused_web "one.one.one.one is refused over HTTPS by its address" \
        --resolve one.one.one.one:443:1.1.1.1 https://one.one.one.one/
    refused_web "one.one.one.one is refused over HTTP by its address" \
        --resolve one.one.one.one:80:1.1.1.1 http://one.one.one.one/
    refused_web "address 1.1.1.1 is refused over HTTPS" https://1.1.1.1/
    refused_web "address 1.1.1.1 is refused over HTTP" http://1.1.1.1/
}

# The bucket is public and the request unsigned, so neither the bucket nor a role says no: only the endpoint's policy.
check_foreign_bucket() {
    name="bucket ${foreign_bucket:-of somebody else} is refused by the S3 endpoint"
    if [ -z "$foreign_bucket" ]; then
        skip "$name" "name one with --foreign-bucket"
        return
    elif ! has curl; then
        skip "$name" "no curl here"
        return
    fi
    status=$(curl --silent --output "$work/listing" --write-out '%{http_code}' --connect-timeout "$timeout" \
        --max-time "$((timeout * 2))" "https://s3.$region.$suffix/$foreign_bucket?list-type=2&max-keys=1" 2>/dev/null)
    code=$?
    if [ "$code" -ne 0 ]; then
        bad "$name" "S3 is not reached at all (curl $code)"
        return
    fi
    case $status in
    200) bad "$name" "it can be listed" ;;
    403)
        case $(cat "$work/listing") in
        *"<Code>AccessDenied</Code>"*) ok "$name" "AccessDenied" ;;
        *) skip "$name" "S3 refuses for another reason" ;;
        esac
        ;;
    301) skip "$name" "it is in another Region" ;;
    404) skip "$name" "there is no such bucket" ;;
    *) skip "$name" "S3 answers $status" ;;
    esac
}

data_step() {
    step=$1
    shift
    aws_try "$@"
    [ "$aws_code" = ok ]
}

check_own_data() {
    name="bucket ${data_bucket:-of our own} can be used"
    if [ -z "$data_bucket" ]; then
        skip "$name" "name one with --data-bucket"
        return
    elif ! has aws; then
        skip "$name" "no AWS CLI here"
        return
    fi
    key=$data_prefix/$random
    printf '%s' "$random" >"$work/sent"
    object=$key
    if data_step "put-object" s3api put-object --bucket "$data_bucket" --key "$key" --body "$work/sent" &&
        data_step "list-objects-v2" s3api list-objects-v2 --bucket "$data_bucket" --prefix "$key" --max-items 1 &&
        data_step "get-object" s3api get-object --bucket "$data_bucket" --key "$key" "$work/received" &&
        data_step "delete-object" s3api delete-object --bucket "$data_bucket" --key "$key"; then
        object=
        if [ "$(cat "$work/received" 2>/dev/null)" = "$random" ]; then
            ok "$name" "written, listed, read, deleted"
        else
            bad "$name" "what was read is not what was written"
        fi
        return
    fi
    case $aws_code in
    credentials) skip "$name" "no valid AWS credentials" ;;
    unclear) skip "$name" "$step: the AWS CLI failed" ;;
    *) bad "$name" "$step: $aws_code" ;;
    esac
}

check_job_without_vpc() {
    name="a job outside the VPC is refused"
    account=$(printf '%s' "$role" | sed -n 's/^arn:[a-z-]*:iam::\([0-9]\{12\}\):role\/.*/\1/p')
    if ! has aws; then
        skip "$name" "no AWS CLI here"
        return
    elif [ -z "$account" ]; then
        skip "$name" "the role is not known: give --role"
        return
    fi
    # Known before AWS answers, so that it is stopped even when this script is interrupted.
    job=self-test-$random
    aws_try sagemaker create-processing-job --processing-job-name "$job" --role-arn "$role" \
        --app-specification "ImageUri=$account.dkr.ecr.$region.$suffix/self-test:none" \
        --processing-resources "ClusterConfig={InstanceCount=1,InstanceType=ml.t3.medium,VolumeSizeInGB=1}"
    if [ "$aws_code" = ok ]; then
        stop_job
        if [ "$aws_code" = ok ]; then
            job=
            bad "$name" "AWS accepted it; it was stopped"
        else
            bad "$name" "AWS accepted it; stop $job now ($aws_code)"
        fi
        return
    fi
    # Without an answer nobody knows whether it runs: it is stopped at the end.
    [ "$aws_code" = network ] || job=
    if denied && grep -q "iam:PassRole" "$work/error"; then
        skip "$name" "refused for the role, not for the network"
    elif denied; then
        ok "$name" "$aws_code"
    else
        unlike_denied "$name"
    fi
}

check_colleague() {
    name="a link to ${colleague:-somebody else}'s profile is refused"
    if [ -z "$colleague" ]; then
        skip "$name" "name one with --colleague"
        return
    elif ! has aws; then
        skip "$name" "no AWS CLI here"
        return
    elif [ -z "$domain" ]; then
        skip "$name" "the domain is not known: give --domain"
        return
    fi
    # The link opens the profile for whoever holds it: it is thrown away unseen, and shortest-lived.
    aws_try sagemaker create-presigned-domain-url --domain-id "$domain" --user-profile-name "$colleague" \
        --expires-in-seconds 5
    if [ "$aws_code" = ok ]; then
        bad "$name" "AWS made a link"
    elif denied; then
        ok "$name" "$aws_code"
    else
        unlike_denied "$name"
    fi
}

unlike_denied() {
    case $aws_code in
    network) bad "$1" "SageMaker is not reached" ;;
    credentials) skip "$1" "no valid AWS credentials" ;;
    unclear) skip "$1" "the AWS CLI failed" ;;
    *) skip "$1" "AWS answers $aws_code, not AccessDenied" ;;
    esac
}

# --- what the app is, where the options do not say ---

said() {
    [ ! -r "$metadata" ] || sed -n "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"\([^\"]*\)\".*/\1/p" "$metadata" | sed -n 1p
}
domain=${domain:-$(said DomainId)}
role=${role:-$(said ExecutionRoleArn)}

printf 'Self-test in %s, egress %s, up to %s s a try.\n\n' "$region" "$egress" "$timeout"
row result check found
row ---------- -------------------------------------------------------- -----
api_resolves=yes
check_aws_names
if has getent && [ -z "$addresses" ]; then api_resolves=no; fi
check_aws_reached
check_outside_resolvers
check_allowed
if [ "$egress" = nat ]; then
    row "-" "other domains are refused" "not stated: egress nat is not filtered"
else
    check_outside_names
    check_refused
fi
check_foreign_bucket
check_own_data
check_job_without_vpc
check_colleague

printf '\n%s ok, %s wrong, %s not tested.\n' "$good" "$wrong" "$untested"
[ "$wrong" -eq 0 ] || exit 1
if [ "$untested" -gt 0 ]; then
    printf 'NOT TESTED is not ok: mend what is named there and run it again.\n'
    exit 2
fi
exit 0
