import { type Found, gather } from "./gather";
import { anyOf } from "./match";
import { callerKind, isFederatedUser } from "./principals";
import { allowedReason, explicitReason, implicitReason, undecidedReason } from "./reasons";
import { every, given, some, someAllow, type Term } from "./terms";
import {
    type AccessRequest,
    type Caller,
    type Decision,
    type PolicyLayers,
    type ResourcePolicyKind,
    type StatementReference,
    UNKNOWN_TEXT,
} from "./types";

/**
 * Decides one request as AWS would, from the documents alone.
 *
 * Unknown documents, values and parts of names never make it `allowed` or `denied` by a guess: the verdict is definite
 * only where it is the same whatever they hold. A malformed document counts as one nobody can read.
 *
 * What the caller of this function must see to: the context holds every key AWS would send (`derivedContext` helps);
 * service control policies are those of the caller's account, resource control policies those of the resource's. KMS
 * grants, bucket ACLs and public access blocks are not policies and not looked at.
 *
 * @see IAM guide, reference_policies_evaluation-logic_policy-eval-denyallow,
 * reference_policies_evaluation-logic-cross-account
 */
export function evaluate(request: AccessRequest, layers: PolicyLayers): Decision {
    const kind = layers.resourcePolicyKind ?? defaultKind(request);
    const found = gather(request, layers, kind);
    const denies = [
        ...[found.identity, found.boundary, found.session, found.resource, found.endpoint],
        ...found.serviceControl,
        ...found.resourceControl,
    ]
        .flat()
        .filter((finding) => finding.effect === "Deny");
    const definiteDenies = unique(denies.filter(({ match }) => match === "yes").map(({ reference }) => reference));
    if (definiteDenies.length > 0) {
        const reason = explicitReason(request, definiteDenies);
        return { verdict: "denied", kind: "explicit deny", deciding: definiteDenies, reason };
    }
    const allow = every([
        ownAndResource(request, layers, found, kind),
        ...found.serviceControl.map((level) => someAllow("service control", level)),
        ...found.resourceControl.map((level) => someAllow("resource control", level)),
        layers.endpoint === undefined ? given(true, "endpoint") : someAllow("endpoint", found.endpoint),
    ]);
    if (allow.match === "no") {
        const reason = implicitReason(request, allow.missing, kind);
        return { verdict: "denied", kind: "implicit deny", deciding: [], missing: allow.missing, reason };
    }
    if (allow.match === "yes" && anyOf(denies.map(({ match }) => match)) === "no") {
        const deciding = unique(allow.allows);
        return { verdict: "allowed", kind: "allow", deciding, reason: allowedReason(request, deciding) };
    }
    const unsure = [
        ...(allow.match === "maybe" ? allow.unsure : []),
        ...denies.filter(({ match }) => match === "maybe"),
    ];
    return {
        verdict: "undecided",
        kind: "undecided",
        deciding: unique(unsure.map(({ reference }) => reference)),
        reason: undecidedReason(request, unsure),
    };
}

/**
 * Identity, boundary, session and resource policies together.
 *
 * The three ways in which a resource policy can name the caller matter within one account: an Allow that names the user
 * or session itself needs nothing else, one that names the role is limited by boundary and session policies, one that
 * names the account leaves the choice to identity policies.
 */
function ownAndResource(request: AccessRequest, layers: PolicyLayers, found: Found, kind: ResourcePolicyKind): Term {
    const { caller } = request;
    const direct = someAllow("resource", found.resource, "direct");
    const role = someAllow("resource", found.resource, "role");
    const account = someAllow("resource", found.resource, "account");
    if (callerKind(caller) !== "entity") {
        return direct;
    }
    if (caller.type === "root" && kind === "trust") {
        // AWS refuses it whatever the policies: "Roles may not be assumed by root accounts".
        return given(false, "identity");
    }
    // The root user needs no identity policy.
    const identity = caller.type === "root" ? given(true, "identity") : someAllow("identity", found.identity);
    const boundary = layers.boundary === undefined ? given(true, "boundary") : someAllow("boundary", found.boundary);
    const session = sessionTerm(caller, layers, found);
    if (caller.account !== request.resourceAccount || isChainedSourceIdentity(request)) {
        return every([identity, boundary, session, some([direct, role, account])]);
    }
    switch (kind) {
        case "either":
            return some([every([some([identity, role]), boundary, session]), direct]);
        case "key":
            return some([direct, every([role, boundary, session]), every([account, identity, boundary, session])]);
        case "trust":
            return some([
                // A boundary must allow a user's AssumeRole even where the trust policy names the user.
                // IAM guide, id_roles_update-role-trust-policy, "Notes".
                caller.type === "user" ? every([direct, boundary]) : direct,
                every([role, boundary, session]),
                every([account, identity, boundary, session]),
            ]);
    }
}

/**
 * Role to role, both the caller's policies and the trust policy must allow `sts:SetSourceIdentity`, as across accounts.
 *
 * @see IAM guide, id_credentials_temp_control-access_monitor, "Permissions required to set source identity"
 */
function isChainedSourceIdentity({ caller, action }: AccessRequest): boolean {
    return caller.type === "role-session" && action.toLowerCase() === "sts:setsourceidentity";
}

/** A federated user's session without session policies has no permissions from identity policies. */
function sessionTerm(caller: Caller, layers: PolicyLayers, found: Found): Term {
    return (layers.session ?? []).length === 0
        ? given(!isFederatedUser(caller), "session")
        : someAllow("session", found.session);
}

function defaultKind(request: AccessRequest): ResourcePolicyKind {
    const action = request.action.toLowerCase();
    if (/^sts:(assumerole.*|tagsession|setsourceidentity|setcontext)$/.test(action)) {
        return "trust";
    }
    // A resource that is not known may be a key: then the stricter rule.
    const mayBeKey = request.resource.includes(":key/") || request.resource.includes(UNKNOWN_TEXT);
    return action.startsWith("kms:") && mayBeKey ? "key" : "either";
}

function unique(references: readonly StatementReference[]): readonly StatementReference[] {
    const seen = new Set<string>();
    return references.filter((reference) => {
        const key = JSON.stringify([reference.layer, reference.document, reference.statement]);
        return !seen.has(key) && seen.add(key);
    });
}
