import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { takesFrom } from "../dependencies";
import { shown, undecided, violation } from "../findings";
import { missingKey } from "../keys";
import { isNamed, type Named, namedProblems, namedProperty } from "../named";
import { ENDED_RUNTIMES, SUPPORTED_RUNTIMES } from "./runtimes";
import { FUNCTION } from "./tokens";

interface FunctionConfig extends Record<string, unknown> {
    readonly functionsOutsideVpc: readonly Named[];
    readonly functionsUnderAwsKey: readonly Named[];
    readonly supportedRuntimes: readonly string[];
}

const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

/** P67: a function outside a VPC talks to the internet unseen, whatever the network's rules are. */
export const functionInVpc = resourcePolicy<FunctionConfig>({
    id: "P67",
    name: "lambda-function-in-vpc",
    title: "Functions run in the VPC, up to date, encrypted and traced",
    description:
        "The function must run in a VPC on a supported runtime, with an own key for its variables and tracing.",
    why: "A function outside a VPC reaches the whole internet past firewall and endpoint policies. A runtime out of support gets no security updates; AWS's own key opens the variables to everybody who may read the function.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:Lambda.2",
        "fsbp:Lambda.3",
        "checkov:CKV_AWS_117",
        "checkov:CKV_AWS_173",
        "checkov:CKV_AWS_50",
        "cdk-nag:AwsSolutions-L1",
        "guard:LAMBDA_INSIDE_VPC",
    ],
    remediationSteps:
        'Set vpcConfig (or name the function in functionsOutsideVpc with the reason), a supported runtime, kmsKeyArn where there are environment variables, and tracingConfig {mode: "Active"}.',
    url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    config: {
        properties: {
            functionsOutsideVpc: namedProperty("functions that may run outside a VPC"),
            functionsUnderAwsKey: namedProperty("functions whose variables may lie under AWS's own key"),
            supportedRuntimes: {
                type: "array",
                items: { type: "string", minLength: 1 },
                description: "identifiers of the runtimes that functions may use",
            },
        },
        defaults: { functionsOutsideVpc: [], functionsUnderAwsKey: [], supportedRuntimes: SUPPORTED_RUNTIMES },
    },
    scope: "all",
    types: [FUNCTION],
    readsDependencies: true,
    checkResource: (resource, { functionsOutsideVpc, functionsUnderAwsKey, supportedRuntimes }) => [
        ...namedProblems(resource, "functionsOutsideVpc", functionsOutsideVpc),
        ...(isNamed(resource, functionsOutsideVpc) ? [] : checkVpc(resource)),
        ...checkRuntime(resource, supportedRuntimes),
        ...namedProblems(resource, "functionsUnderAwsKey", functionsUnderAwsKey),
        ...(isNamed(resource, functionsUnderAwsKey) ? [] : checkVariables(resource)),
        ...checkTracing(resource),
    ],
});

function checkVpc(resource: GraphResource): Finding[] {
    const subnets = readPath(resource.props, "vpcConfig.subnetIds");
    const { capacityProviderConfig } = resource.props;
    if (Array.isArray(subnets) ? subnets.length > 0 : isUnknown(subnets) && takesFrom(resource, "vpcConfig", SUBNETS)) {
        return [];
    }
    // A capacity provider runs its functions on instances in its own VPC.
    if (!isUnknown(capacityProviderConfig) && (capacityProviderConfig ?? undefined) !== undefined) {
        return [];
    }
    return isUnknown(subnets) || isUnknown(capacityProviderConfig)
        ? [undecided(resource, "vpcConfig is not known yet; it must name subnets.")]
        : [
              violation(
                  resource,
                  "vpcConfig is not set, so it runs outside any VPC. Name subnets and security groups, or the function in functionsOutsideVpc with the reason.",
              ),
          ];
}

function checkRuntime(resource: GraphResource, supported: readonly string[]): Finding[] {
    const { runtime, packageType, imageUri } = resource.props;
    // An image brings its own runtime, which no property tells.
    if (packageType === "Image" || (imageUri ?? "") !== "") {
        return [];
    }
    if (isUnknown(runtime)) {
        return [undecided(resource, "runtime is not known yet; it must be a supported one.")];
    }
    // Without one Lambda makes no function from an archive.
    if (runtime === undefined || runtime === null || supported.some((each) => each === runtime)) {
        return [];
    }
    const found = shown(runtime, [...ENDED_RUNTIMES, ...SUPPORTED_RUNTIMES]);
    return [violation(resource, `runtime is ${found}, which is not in supportedRuntimes. Use a newer one.`)];
}

function checkVariables(resource: GraphResource): Finding[] {
    const variables = readPath(resource.props, "environment.variables");
    const isEmpty = typeof variables === "object" && variables !== null && Object.keys(variables).length === 0;
    if (variables === undefined || (isEmpty && !isUnknown(variables))) {
        return [];
    }
    const findings = missingKey(resource, "kmsKeyArn", "it encrypts the environment variables");
    // Without variables no key is needed.
    return isUnknown(variables) && findings.length > 0
        ? [
              undecided(
                  resource,
                  "environment is not known yet; with variables the function must have a key in kmsKeyArn.",
              ),
          ]
        : findings;
}

function checkTracing(resource: GraphResource): Finding[] {
    const mode = readPath(resource.props, "tracingConfig.mode");
    if (isUnknown(mode)) {
        return [undecided(resource, "tracingConfig.mode is not known yet; it must be Active.")];
    }
    const found = mode === undefined ? "not set, which means PassThrough" : shown(mode, ["PassThrough"]);
    return mode === "Active" ? [] : [violation(resource, `tracingConfig.mode is ${found}. Set it to "Active".`)];
}
