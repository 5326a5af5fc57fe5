/** Processors Amazon Linux has images for, as its parameters call them. */
export type Architecture = "arm64" | "x86_64";

/**
 * Processor of an instance type: AWS's own where a `g` follows the generation (`t4g`, `c7gn`), and of `a1`. Source: EC2
 * instance type naming conventions.
 */
export function architectureOf(instanceType: string): Architecture {
    const [family = ""] = instanceType.split(".");
    return family === "a1" || /^[a-z]+\d+g[a-z0-9-]*$/.test(family) ? "arm64" : "x86_64";
}

/**
 * Public parameter that holds the id of the newest Amazon Linux 2023 image. Source: AL2023 user guide, "Launching AL2023
 * using the SSM parameter".
 */
export function imageParameter(architecture: Architecture): string {
    return `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
}
