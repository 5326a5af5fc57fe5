/** `aws.ec2.VpcEndpoint` of `aws:ec2/vpcEndpoint:VpcEndpoint`: the class as TypeScript programs name it. */
export function typeName(token: string): string {
    const [provider = "", module = "", kind = ""] = token.split(":");
    return [provider, module.split("/")[0], kind].filter((part) => part !== "").join(".");
}
