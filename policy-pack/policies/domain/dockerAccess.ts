import { isUnknown, readPath } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { repair } from "../remediation";
import { blockAt, elementsAt } from "./inputs";
import { DOMAIN } from "./tokens";

interface DockerConfig extends Record<string, unknown> {
    readonly trustedDockerAccounts: readonly string[];
}

const BLOCK = "domainSettings.dockerSettings";
const ON = "ENABLED";

/** P06: a VPC-only domain's Docker does not go through its VPC, so only the list of accounts bounds it. */
export const domainDockerAccess = resourcePolicy<DockerConfig>({
    id: "P06",
    name: "sagemaker-domain-docker-access-restricted",
    title: "Docker is off, or reaches trusted registries only",
    description: "The domain must keep Docker off, or name trusted accounts for it.",
    why: "Docker in Studio pulls and pushes images through a network of the service, past the firewall and the endpoint policies of the VPC. A registry that a stranger controls is a way out for data.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("CM-7", "Least Functionality"),
    publishedIds: ["nist:CM-7", "nist:SC-7"],
    remediationSteps: `Set ${BLOCK}.enableDockerAccess to "DISABLED", or list in vpcOnlyTrustedAccounts accounts that trustedDockerAccounts allows.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DockerSettings.html",
    config: {
        properties: {
            trustedDockerAccounts: {
                type: "array",
                items: { type: "string", pattern: "^\\d{12}$" },
                description: "ids of the accounts whose registries Docker may reach; empty: Docker stays off",
            },
        },
        defaults: { trustedDockerAccounts: [] },
    },
    types: [DOMAIN],
    checkResource(domain, { trustedDockerAccounts }) {
        const access = readPath(domain.props, `${BLOCK}.enableDockerAccess`);
        if (!isUnknown(access) && access !== ON) {
            return [];
        }
        const accounts = readPath(domain.props, `${BLOCK}.vpcOnlyTrustedAccounts`);
        const problem = problemOf(accounts, trustedDockerAccounts);
        if (problem === undefined && !holdsUnknown(accounts)) {
            return [];
        }
        if (isUnknown(access)) {
            return [undecided(domain, `${BLOCK}.enableDockerAccess is not known yet; it must be "DISABLED".`)];
        }
        return problem === undefined
            ? [undecided(domain, `${BLOCK}.vpcOnlyTrustedAccounts is not known yet; it must name trusted accounts.`)]
            : [
                  violation(
                      domain,
                      `${BLOCK}.enableDockerAccess is "${ON}" and vpcOnlyTrustedAccounts ${problem}. Set it to "DISABLED", or name accounts of trustedDockerAccounts only.`,
                  ),
              ];
    },
    remediate(props, { trustedDockerAccounts }) {
        const settings = blockAt(props, BLOCK);
        const accounts = elementsAt(settings, "vpcOnlyTrustedAccounts");
        return (
            settings !== undefined &&
            problemOf(accounts, trustedDockerAccounts) !== undefined &&
            repair(settings, "enableDockerAccess", (access) => access === ON, "DISABLED")
        );
    },
});

/** What is wrong with a list for certain, whatever its unknown elements are. */
function problemOf(accounts: unknown, trusted: readonly string[]): string | undefined {
    if (isUnknown(accounts)) {
        return undefined;
    }
    if (!Array.isArray(accounts) || accounts.length === 0) {
        return "is empty";
    }
    const others = accounts.filter((each: unknown) => !isUnknown(each) && !trusted.some((known) => known === each));
    if (others.length === 0) {
        return undefined;
    }
    const named = others.filter((each: unknown) => typeof each === "string" && /^\d{12}$/.test(each));
    return `names ${named.length === others.length ? named.join(", ") : "something that is no trusted account"}`;
}

function holdsUnknown(accounts: unknown): boolean {
    return isUnknown(accounts) || (Array.isArray(accounts) && accounts.some(isUnknown));
}
