import { createHash } from "node:crypto";

type Args = Readonly<Record<string, unknown>>;

/** AWS's own parameters: images of Amazon Linux. Source: Systems Manager user guide, "Calling AMI public parameters". */
const IMAGES = /^\/aws\/service\/ami-amazon-linux-latest\/[\w.-]+$/;

/** What AWS keeps under a public parameter with the id of an image; undefined for any other parameter. */
export function imageParameter(args: Args, region: string): Args | undefined {
    const { name } = args;
    if (typeof name !== "string" || !IMAGES.test(name)) {
        return undefined;
    }
    const image = `ami-${createHash("sha256").update(`${region}${name}`).digest("hex").slice(0, 17)}`;
    return {
        ...args,
        id: name,
        // A public parameter has no account in its ARN.
        arn: `arn:aws:ssm:${region}::parameter${name}`,
        type: "String",
        value: image,
        insecureValue: image,
        version: 1,
        region,
    };
}
