import { built, type Feature, replaced } from "./feature";

const LIFE = "engine/multiAccount: makes everything, each thing in its account";
const PROVEN = "engine/aws/hub: carries nothing of an attachment before its owner accepts";

/** Private access from several accounts (SAM and CloudFormation). */
export const SYS3: readonly Feature[] = [
    built(
        "F-118",
        "a shared account and two lines of business",
        ["components/deployments", "Pulumi.prod.yaml"],
        [LIFE],
    ),
    built(
        "F-119",
        "ranges and zones of the central VPC",
        ["components/hub", "components/addresses"],
        [LIFE, "hub/gateway: makes exactly these resources for two zones and eleven services"],
    ),
    built(
        "F-120",
        "a central VPC without a way out of its own",
        ["components/hub"],
        ["hub/gateway: makes exactly these resources for two zones and eleven services"],
    ),
    replaced(
        "F-121",
        "a transit gateway that accepts, associates and propagates by itself",
        { by: "three tables of static routes, each attachment accepted in code", because: "W3-2" },
        ["components/hub"],
        ["hub/gateway: has a gateway that accepts, associates and propagates nothing by itself", PROVEN],
    ),
    built(
        "F-122",
        "the gateway shared with the accounts",
        ["components/hub"],
        [
            "hub/gateway: shares the gateway with each account but its own, never outside the organization",
            "engine/aws/hub: is there for the accounts it is shared with, and for no other",
        ],
    ),
    replaced(
        "F-123",
        "resolver endpoints in and out with rules associated with nothing",
        { by: "private zones associated with each VPC, and one inbound resolver for the company", because: "W3-10" },
        ["components/hub", "components/network/dns/inboundResolver.ts"],
        [
            "hub/zones: are in the hub's VPC, say what they are for, and keep the VPCs others bring in",
            "hub/gateway: admits the company's name servers to an inbound resolver, on 53 from their ranges alone",
        ],
    ),
    replaced(
        "F-124",
        "an endpoint group open to all private ranges on all ports",
        { by: "443 from stated ranges", because: "W3-10" },
        ["components/hub"],
        ["hub/endpoints: admits 443 from the stated ranges, and nothing out"],
    ),
    built(
        "F-125",
        "shared endpoints of SageMaker's API, Studio, API Gateway and STS",
        ["components/hub"],
        ["hub/endpoints: stands in both zones, without names of its own, behind its audiences' groups"],
    ),
    built(
        "F-126",
        "private zones for the shared endpoints, apex or wildcard as the service needs",
        ["components/hub"],
        [
            "hub/zones: has apex and wildcard of",
            "engine/aws/hub: takes a VPC of another account with its owner's authorization only, given for that VPC",
        ],
    ),
    replaced(
        "F-127",
        "outputs of the hub read by scripts",
        { by: "arguments between components of one program", because: "nobody copies ids by hand" },
        ["components/deployments"],
        ["hub/gateway: tells where its endpoints and their tables are", LIFE],
    ),
    built(
        "F-128",
        "ranges of the access VPC",
        ["components/access", "components/settings"],
        ["access/network: has exactly these subnets, tables, endpoints and rules"],
    ),
    built(
        "F-129",
        "the access VPC with a gateway endpoint of DynamoDB",
        ["components/access"],
        ["access/network: reaches the table through an endpoint that lets one role ask one table"],
    ),
    built(
        "F-130",
        "a private REST API bound to the hub's endpoint",
        ["components/access"],
        [
            "access/api: is private, and answers through the hub's endpoint alone, two methods of one stage",
            "access/api: limits, counts and traces requests, logs errors, and never whole requests",
        ],
    ),
    replaced(
        "F-131",
        "a path per user, an authorizer of the request with a cache",
        { by: "one path; the person comes from the verified token", because: "W3-3, W3-4" },
        ["components/access", "assets/functions/authorizer"],
        [
            "access/api: asks the authorizer about every session, by the header, for two minutes",
            "functions/access/choice: takes no name from the path, the query, a header or a cookie",
        ],
    ),
    replaced(
        "F-132",
        "a user pool with a public domain and implicit flow",
        {
            by: "a pool of administrators' making: SRP and TOTP through its endpoint, or code with PKCE",
            because: "W3-8",
        },
        ["components/access", "assets/functions/page"],
        [
            "access/signIn: has a pool that only administrators fill",
            "access/signIn: hosted: Cognito's pages with a style, the code flow alone",
        ],
    ),
    replaced(
        "F-133",
        "two tables: user to line of business, line of business to account",
        { by: "one directory with all a link needs", because: "a line of business may have several domains" },
        ["components/access"],
        ["access/directory: is one table with its own key, recovery to any second and deletion protection"],
    ),
    built(
        "F-134",
        "an authorizer that verifies the token's signature and client",
        ["assets/functions/authorizer"],
        [
            "functions/access/badTokens: access API: tokens and names that are not accepted",
            "functions/access/keys: is read again for a new key, which is then accepted beside the old one",
        ],
    ),
    built(
        "F-135",
        "401 without a token, 403 for another's profile",
        ["assets/functions/authorizer", "components/access"],
        [
            "functions/access/badTokens: 401: no header, whatever else carries the token",
            "functions/access/weaknesses: a signed-in person gets their own profile, whoever the request speaks of",
        ],
    ),
    built(
        "F-136",
        "person to account, role, domain and link; 302 with the link",
        ["assets/functions/presign"],
        ["functions/access/choice: hands a program the link and its life, and a browser a redirect"],
    ),
    built(
        "F-137",
        "the presign function's role, table and roles by name",
        ["components/access"],
        ["access/functions: give the presign function exactly these rights beside its logs and traces"],
    ),
    built(
        "F-138",
        "a client that follows the redirect to Studio",
        ["assets/functions/page"],
        ["page/openStudio: goes into Studio in place of itself"],
    ),
    built("F-139", "outputs of the access service", ["components/access", "components/deployments"], [LIFE]),
    built(
        "F-140",
        "a line of business: range, domain, user, what it takes from the hub",
        ["components/deployments", "components/settings"],
        [LIFE, "hub/lob: changes nothing in hub, access service and the other lines of business when it comes"],
    ),
    replaced(
        "F-141",
        "a VPC whose only route leads to the gateway, with nothing behind it",
        { by: "a data plane: endpoints of its own or the hub's, and zones", because: "W3-1" },
        ["components/network", "components/hub"],
        ["hub/weaknesses: every service a line of business leaves to the hub is there, with its zone in that VPC"],
    ),
    replaced(
        "F-142",
        "an execution role with AWS's full-access policy",
        { by: "roles by persona below a boundary, in each line of business", because: "W3-5, W0-1" },
        ["components/security/roles"],
        ["personas/denied: What no persona may"],
    ),
    built(
        "F-143",
        "a VPC-only domain and a profile in each line of business",
        ["components/domain", "components/profiles"],
        [LIFE],
    ),
    built(
        "F-144",
        "a role the presign function assumes, bound to the hub's two endpoints",
        ["components/access"],
        [
            "access/lobAccess: trusts exactly this",
            "access/lobAccess: is one role with two documents, named as everybody expects it, for an hour",
        ],
    ),
    built("F-145", "outputs of a line of business", ["components/deployments"], [LIFE]),
    built(
        "F-146",
        "a simulated company network",
        ["components/onprem"],
        [
            "onprem/onPremises: has these resources, whose names are contract",
            "onprem/addresses: are those of the reference design for two zones: hosts first, then the gateway",
        ],
    ),
    replaced(
        "F-147",
        "a bastion and a Windows host behind SSH and RDP",
        { by: "a host with a browser, reached through Session Manager", because: "W3-12" },
        ["components/onprem", "assets/on-premises"],
        [
            "onprem/weaknesses: a bastion instead of Session Manager",
            "onprem/browser: is shown on a display that listens on the host alone",
        ],
    ),
    replaced(
        "F-148",
        "a tunnel command over SSH",
        { by: "a Session Manager command and a script that walks the whole path", because: "W3-12" },
        ["assets/on-premises"],
        ["onprem/walk: says ok to each step where everything is as stated, and ends with 0"],
    ),
    built(
        "F-149",
        "peering, routes and zones for the company network",
        ["components/onprem", "components/hub"],
        [
            "onprem/onPremises: by a peering, names the account and leaves acceptance to it",
            "onprem/lifeCycle: is made, each part in its own account",
        ],
    ),
    built("F-150", "an order of deployment", ["components/deployments", "docs/multi-account.md"], [LIFE]),
    replaced(
        "F-151",
        "rows of the tables written by hand",
        { by: "items made from the stack file", because: "names that must agree come from one place" },
        ["components/access"],
        ["engine/multiAccount: adds line of business C, and of what stands changes what it must"],
    ),
    replaced(
        "F-152",
        "users made by hand with permanent passwords in clear text",
        { by: "users from the stack file or by administrators, with temporary passwords and TOTP", because: "W3-8" },
        ["components/access", "docs/multi-account.md"],
        [
            "access/signIn: private: a pool without a domain, a client that never sends a password, an account for each person",
            "page/signIn: takes a newcomer through password and authenticator app into Studio",
        ],
    ),
    built(
        "F-153",
        "a walk from token to link, and another's path refused",
        ["assets/on-premises", "commands"],
        [
            "onprem/walk: shows token and link to nobody",
            "functions/access/weaknesses: a signed-in person gets their own profile, whoever the request speaks of",
        ],
    ),
    replaced(
        "F-154",
        "scripts with a file of parameters",
        { by: "one stack file, checked as a whole", because: "names and Regions cannot disagree" },
        ["components/settings", "Pulumi.prod.yaml"],
        [LIFE],
    ),
    built(
        "F-155",
        "an order of clean-up",
        ["components/deployments", "components/domain/drain"],
        ["engine/multiAccount: destroys to nothing in every account"],
    ),
];
