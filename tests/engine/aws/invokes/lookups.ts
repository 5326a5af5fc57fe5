import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import type { Stored } from "../store";
import { isObject, type Properties, textAt } from "../values";
import type { Invoke, InvokeContext } from "./invoke";

/** Functions that read one resource, or several, of the emulated account. */
export const LOOKUPS: Readonly<Record<string, Invoke>> = {
    "aws:ec2/getVpc:getVpc": one("aws:ec2/vpc:Vpc", "InvalidVpcID.NotFound", ["id", "cidrBlock"]),
    "aws:ec2/getSubnet:getSubnet": one("aws:ec2/subnet:Subnet", "InvalidSubnetID.NotFound", [
        "id",
        "vpcId",
        "cidrBlock",
        "availabilityZone",
    ]),
    "aws:ec2/getSubnets:getSubnets": (args, context) => {
        const found = matching("aws:ec2/subnet:Subnet", args, context, []);
        return { ...args, id: context.place.region, ids: found.map(({ id }) => id) };
    },
    "aws:ec2/getSecurityGroup:getSecurityGroup": one("aws:ec2/securityGroup:SecurityGroup", "InvalidGroup.NotFound", [
        "id",
        "name",
        "vpcId",
    ]),
    "aws:iam/getRole:getRole": one("aws:iam/role:Role", "NoSuchEntity", ["name"]),
    "aws:sagemaker/getDomain:getDomain": one("aws:sagemaker/domain:Domain", "ResourceNotFound", ["id"]),
    "aws:kms/getKey:getKey": (args, context) => {
        const value = textAt(args, "keyId") ?? "";
        const found = named(context.store, context.place, "key", value);
        const key =
            found?.type === "aws:kms/alias:Alias"
                ? named(context.store, context.place, "key", textAt(found.properties, "targetKeyId") ?? "")
                : found;
        if (key === undefined) {
            throw new AwsError(
                "NotFoundException",
                `key '${value}' does not exist in account ${context.place.account}`,
            );
        }
        return { ...key.properties, ...args, id: key.id };
    },
};

/** Exactly one resource that fits the arguments, its `filters` and its `tags`. */
function one(type: string, missing: string, properties: readonly string[]): Invoke {
    return (args, context) => {
        const found = matching(type, args, context, properties);
        const [first] = found;
        if (first === undefined || found.length > 1) {
            const what = `${type} for ${JSON.stringify(args)} in account ${context.place.account}, ${context.place.region}`;
            throw new AwsError(
                first === undefined ? missing : "InvalidParameterValue",
                `${found.length} ${what}; one is wanted`,
            );
        }
        return { ...first.properties, id: first.id };
    };
}

function matching(
    type: string,
    args: Properties,
    { store, place }: InvokeContext,
    properties: readonly string[],
): Stored[] {
    return allOf(store, place, type).filter(
        (resource) =>
            properties.every((name) => args[name] === undefined || valueOf(resource, name) === args[name]) &&
            Object.entries(isObject(args["tags"]) ? args["tags"] : {}).every(
                ([key, value]) => tag(resource, key) === value,
            ) &&
            filters(args).every(({ name, values }) => values.includes(filterValue(resource, name))),
    );
}

function filters(args: Properties): { name: string; values: readonly unknown[] }[] {
    return Array.isArray(args["filters"]) ? (args["filters"] as { name: string; values: readonly unknown[] }[]) : [];
}

/** EC2's filter `vpc-id` is our property `vpcId`, `tag:Name` the tag. */
function filterValue(resource: Stored, filter: string): unknown {
    return filter.startsWith("tag:")
        ? tag(resource, filter.slice("tag:".length))
        : valueOf(
              resource,
              filter.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
          );
}

function valueOf(resource: Stored, name: string): unknown {
    return name === "id" ? resource.id : resource.properties[name];
}

function tag(resource: Stored, key: string): unknown {
    const tags = resource.properties["tags"];
    return isObject(tags) ? tags[key] : undefined;
}
