/** Who publishes the checks, as the page names them. */
const SOURCES: Readonly<Record<string, string>> = {
    fsbp: "Security Hub FSBP",
    config: "AWS Config",
    "control-tower": "Control Tower",
    "aws-whitepaper": "AWS whitepaper",
    "aws-sample": "aws-samples assessment",
    checkov: "Checkov",
    "cdk-nag": "cdk-nag",
    guard: "CloudFormation Guard",
    kics: "KICS",
    terrascan: "Terrascan",
    trivy: "Trivy",
    prowler: "Prowler",
    conformity: "Conformity",
    steampipe: "Steampipe",
    pulumi: "Pulumi",
    cis: "CIS AWS Benchmark",
    nist: "NIST SP 800-53",
    pci: "PCI DSS",
    "aws-docs": "AWS documentation",
};

/** A source's name for people. */
export function sourceName(source: string): string {
    return SOURCES[source] ?? source;
}

/** Ids of published controls, grouped by who publishes them. */
export function idsBySource(publishedIds: readonly string[]): string {
    const groups = new Map<string, string[]>();
    for (const published of publishedIds) {
        const [source = "", ...rest] = published.split(":");
        groups.set(source, [...(groups.get(source) ?? []), rest.join(":")]);
    }
    return [...groups].map(([source, ids]) => `${sourceName(source)} ${ids.join(", ")}`).join(" · ");
}
