import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { wholePattern } from "../patterns";
import { INSTANCE_TYPE_PATHS } from "./instanceTypePaths";
import { type Place, valuesAt } from "./valuesAt";

interface InstanceConfig extends Record<string, unknown> {
    readonly allowedInstanceTypes: readonly string[];
}

/** Burstable and general-purpose types up to 16 virtual CPUs, and the two smallest sizes with one GPU. */
const DEFAULT_TYPES = [
    "ml\\.t[23]\\.[a-z0-9]+",
    "ml\\.[cmr]\\d[a-z]*\\.(medium|large|xlarge|2xlarge|4xlarge)",
    "ml\\.g\\d[a-z]*\\.(xlarge|2xlarge)",
];

/** AWS runs it for the servers of Studio Classic and RStudio, the only value some of them take. */
const SYSTEM = "system";

/** P16: what an instance type costs shows only on the bill. */
export const instanceTypes = resourcePolicy<InstanceConfig>({
    id: "P16",
    name: "sagemaker-instance-types-allowed",
    title: "Instance types are allowed ones",
    description: "The SageMaker resource must run on instance types of the configured list only.",
    why: "One forgotten accelerator instance costs more in a week than a team's notebooks in a year, and stolen credentials are turned into the largest machines there are. A list keeps both to what was decided.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("CM-7(5)", "Least Functionality | Authorized Software — Allow-by-exception"),
    publishedIds: ["aws-whitepaper:sagemaker-InstanceTypes"],
    remediationSteps:
        "Choose an allowed instance type, or add the type to allowedInstanceTypes; an IAM condition on sagemaker:InstanceTypes keeps people to the same list.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/notebooks-available-instance-types.html",
    config: {
        properties: {
            allowedInstanceTypes: {
                type: "array",
                items: { type: "string", format: "regex" },
                description:
                    "regular expressions for the whole instance type; where none is named, AWS's small default runs",
            },
        },
        defaults: { allowedInstanceTypes: DEFAULT_TYPES },
    },
    types: Object.keys(INSTANCE_TYPE_PATHS),
    checkResource(resource, { allowedInstanceTypes }) {
        const patterns = allowedInstanceTypes.map(wholePattern);
        const unreadable = allowedInstanceTypes.filter((_, index) => patterns[index] === undefined);
        if (unreadable.length > 0) {
            const entries = unreadable.map((entry) => `"${entry}"`).join(", ");
            return [undecided(resource, `allowedInstanceTypes holds ${entries}: no regular expression. Correct it.`)];
        }
        const isAllowed = (type: string): boolean => patterns.some((pattern) => pattern?.test(type) === true);
        return (INSTANCE_TYPE_PATHS[resource.type] ?? [])
            .flatMap((path) => valuesAt(resource.props, path))
            .flatMap((place) => checkType(resource, place, isAllowed));
    },
});

function checkType(resource: GraphResource, { path, value }: Place, isAllowed: (type: string) => boolean): Finding[] {
    if (isUnknown(value)) {
        return [undecided(resource, `${path} is not known yet; only the configured instance types are allowed.`)];
    }
    const type = typeof value === "string" ? value : "";
    if (type === SYSTEM || isAllowed(type)) {
        return [];
    }
    // A text that is no instance type may be anything, a secret too.
    const found = /^ml\.[a-z0-9-]{1,20}\.[a-z0-9]{1,12}$/.test(type) ? type : "no instance type of SageMaker";
    return [violation(resource, `${path} is ${found}. Choose a type that allowedInstanceTypes admits.`)];
}
