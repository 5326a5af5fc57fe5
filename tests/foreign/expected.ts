/** A weakness of a published system that the pack must find in a program with that system's resources. */
export interface Found {
    readonly weakness: string;
    /** Number of the policy that says so, and the logical name of the resource it says it of. */
    readonly by: readonly (readonly [policy: string, resource: string])[];
}

/** A weakness the pack says nothing about. */
export interface Left {
    readonly weakness: string;
    readonly why: string;
}

/** What the pack must find in one program, and what it leaves to others: together every weakness of the system. */
export interface Expected {
    readonly found: readonly Found[];
    readonly left: readonly Left[];
}

const DOCUMENT = "about the text of the document or its procedure, not about a resource";
const CODE = "inside a function's code, which no program tells";
const PROOF = "a path through names or routes that the preflight's proofs follow; no single resource breaks a rule";

/** VpcOnly domain with Canvas, from its Terraform description. */
const CANVAS: Expected = {
    found: [
        { weakness: "W0-1", by: [["P45", "exec-full-access"]] },
        {
            weakness: "W0-2",
            by: [
                ["P40", "s3"],
                ["P40", "sagemaker-api"],
                ["P40", "sts"],
            ],
        },
        { weakness: "W0-3", by: [["P48", "domain"]] },
        { weakness: "W0-4", by: [["P57", "exec"]] },
        { weakness: "W0-5", by: [["P63", "auto-shutdown"]] },
        { weakness: "W0-7", by: [["P07", "domain"]] },
        {
            weakness: "W0-8",
            by: [
                ["P38", "sagemaker-sg"],
                ["P38", "endpoint-sg"],
            ],
        },
        {
            weakness: "W0-10",
            by: [
                ["P05", "domain"],
                ["P57", "exec"],
            ],
        },
    ],
    left: [
        {
            weakness: "W0-6",
            why: "one profile has the group alone here; the combined program has a second one in it, and there it must be found",
        },
        {
            weakness: "W0-9",
            why: "the key's policy is AWS's default and its rotation is on; trusts are judged of roles SageMaker runs as",
        },
    ],
};

/** NAT and Network Firewall egress with locked buckets, from its CloudFormation description. */
const FIREWALL: Expected = {
    found: [
        { weakness: "W1-1", by: [["P42", "firewall-policy"]] },
        {
            weakness: "W1-5",
            by: [
                ["P42", "firewall-policy"],
                ["P54", "firewall"],
                ["P55", "vpc"],
            ],
        },
        { weakness: "W1-6", by: [["P50", "domain"]] },
        {
            weakness: "W1-8",
            by: [
                ["P02", "domain"],
                ["P43", "s3-key"],
                ["P45", "exec-policy"],
            ],
        },
        {
            weakness: "W1-9",
            by: [
                ["P62", "data-bucket"],
                ["P63", "data-bucket"],
            ],
        },
        { weakness: "W1-11", by: [["P15", "jupyter-server"]] },
        { weakness: "W1-12", by: [["P46", "exec-policy"]] },
    ],
    left: [
        { weakness: "W1-2", why: PROOF },
        { weakness: "W1-3", why: "a limit of every list of names; the preflight tells it beside the proof" },
        { weakness: "W1-4", why: PROOF },
        {
            weakness: "W1-7",
            why: "what a subnet is called decides nothing, and a group that admits its own VPC admits nobody else",
        },
        { weakness: "W1-10", why: "wanted where jobs run in the VPC, which the policies on jobs demand" },
        { weakness: "W1-13", why: "an example in the document, in no resource" },
        { weakness: "W1-14", why: DOCUMENT },
    ],
};

/** Personas, keys and access control of the administration workshop, with the domain its console steps make. */
const WORKSHOP: Expected = {
    found: [
        {
            weakness: "W2-1",
            by: [
                ["P05", "domain"],
                ["P57", "studio-data-science"],
            ],
        },
        { weakness: "W2-2", by: [["P46", "developer-access"]] },
        {
            weakness: "W2-5",
            by: [
                ["P40", "s3"],
                ["P40", "kms"],
                ["P48", "domain"],
            ],
        },
        {
            weakness: "W2-6",
            by: [
                // The one log there is records rejected traffic only: the log is what must change.
                ["P55", "flow-log"],
                ["P47", "flow-log-group"],
            ],
        },
        { weakness: "W2-8", by: [["P59", "studio-data-science"]] },
    ],
    left: [
        {
            weakness: "W2-3",
            why: "apps of others: conditions on owners are no rule of the catalogue; the access proofs ask",
        },
        { weakness: "W2-4", why: "wide by names, not by wildcards alone; the access proofs ask for each object" },
        { weakness: "W2-7", why: "costs and services that close; nothing is opened by them" },
        { weakness: "W2-9", why: "a policy without a role allows and denies nothing" },
        { weakness: "W2-10", why: DOCUMENT },
        { weakness: "W2-11", why: "permissions that are missing, not too wide" },
    ],
};

/** Hub, access service, two lines of business and on-premises simulator of the multi-account system. */
const HUB: Expected = {
    found: [
        {
            weakness: "W3-1",
            by: [
                ["P48", "lob-a-domain"],
                ["P48", "lob-b-domain"],
            ],
        },
        { weakness: "W3-4", by: [["P60", "lob-a-studio-access"]] },
        { weakness: "W3-5", by: [["P45", "lob-a-full-access"]] },
        {
            weakness: "W3-7",
            by: [
                ["P67", "authorizer"],
                ["P67", "presign"],
            ],
        },
        {
            weakness: "W3-8",
            by: [
                ["P65", "stage"],
                ["P70", "pool"],
                ["P70", "client"],
            ],
        },
        {
            weakness: "W3-10",
            by: [
                ["P40", "hub-sagemaker-api"],
                ["P40", "hub-studio"],
            ],
        },
        {
            weakness: "W3-12",
            by: [
                ["P02", "lob-a-domain"],
                ["P69", "users-table"],
                ["P55", "hub-vpc"],
                ["P37", "bastion"],
            ],
        },
        { weakness: "W3-13", by: [["P15", "lob-a-app"]] },
    ],
    left: [
        { weakness: "W3-2", why: PROOF },
        { weakness: "W3-3", why: CODE },
        {
            weakness: "W3-6",
            why: "rights beyond SageMaker by names of buckets and roles; the access proofs ask for each",
        },
        { weakness: "W3-9", why: CODE },
        { weakness: "W3-11", why: CODE },
        { weakness: "W3-14", why: DOCUMENT },
    ],
};

/** Presigned URLs by employee tag: given VPC, one role for all, the rule of the document on the people's role. */
const EMPLOYEE_TAG: Expected = {
    found: [
        { weakness: "W4-1", by: [["P59", "execution"]] },
        {
            weakness: "W4-2",
            by: [
                ["P45", "execution-full-access"],
                ["P59", "execution"],
            ],
        },
        { weakness: "W4-3", by: [["P59", "people"]] },
        { weakness: "W4-4", by: [["P59", "people"]] },
        { weakness: "W4-5", by: [["P60", "people-open"]] },
        {
            weakness: "W4-7",
            by: [
                ["P07", "domain"],
                ["P15", "app-jon"],
            ],
        },
        { weakness: "W4-8", by: [["P05", "domain"]] },
        { weakness: "W4-9", by: [["P02", "domain"]] },
    ],
    left: [{ weakness: "W4-6", why: "how a program makes names from names: only the made name is registered" }],
};

/** All five in one stack, names with the program's in front, and a second profile in the shared group of the first. */
function combined(parts: Readonly<Record<string, Expected>>, more: readonly Found[]): Expected {
    const found = Object.entries(parts).flatMap(([program, expected]) =>
        expected.found.map(({ weakness, by }): Found => ({
            weakness,
            by: by.map(([policy, resource]) => [policy, `${program}-${resource}`] as const),
        })),
    );
    const all = [...found, ...more];
    const left = Object.values(parts).flatMap((expected) => expected.left);
    return { found: all, left: left.filter(({ weakness }) => !all.some((each) => each.weakness === weakness)) };
}

const SYSTEMS = { canvas: CANVAS, firewall: FIREWALL, workshop: WORKSHOP, hub: HUB, employeeTag: EMPLOYEE_TAG };

/**
 * By program of this folder. Written down from the published systems' weaknesses before any program was judged; a row
 * changes only with its reason.
 */
export const EXPECTED: Readonly<Record<string, Expected>> = {
    ...SYSTEMS,
    combined: combined(SYSTEMS, [{ weakness: "W0-6", by: [["P61", "canvas-sagemaker-sg"]] }]),
};
