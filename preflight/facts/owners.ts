import type { Finding } from "../../policy-pack/policies/definition";
import type { PolicyReport, PolicyResult } from "../../policy-pack/policies/run";
import { isExisting } from "./existing";

/**
 * Takes what policies say about resources that this stack does not make out of the verdict, and returns it as lines to
 * know: its owner can change it, a deployment of this stack cannot.
 */
export function splitOwners(report: PolicyReport): { readonly policies: PolicyReport; readonly notices: string[] } {
    const ours = ({ urn }: Finding): boolean => !isExisting(urn);
    const policies = report.policies.map((policy): PolicyResult => ({
        ...policy,
        violations: policy.violations.filter(ours),
        undecided: policy.undecided.filter(ours),
        excepted: policy.excepted.filter(({ finding }) => ours(finding)),
    }));
    const notices = report.policies.flatMap(({ id, name, violations }) =>
        violations
            .filter((finding) => !ours(finding))
            .map(({ message }) => `For the owner of the VPC: ${id} ${name}: ${message}`),
    );
    return { policies: { ...report, policies }, notices };
}
