import { AwsError } from "../../errors";
import { allOf } from "../../lookup";
import type { Place } from "../../place";
import type { Provider } from "../../provider";
import type { Stored } from "../../store";
import { isObject, textAt } from "../../values";
import type { Api } from "./request";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

type Operation = (form: URLSearchParams, provider: Provider, place: Place) => string;

/** Operations of the EC2 API that functions of this project call; each answers the inside of its response. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
    DescribeSecurityGroups: (form, { store }, place) => {
        const found = allOf(store, place, GROUP).filter((group) =>
            filtersOf(form).every(({ name, values }) => values.includes(valueOf(group, name) ?? "")),
        );
        const items = found.map((group) =>
            [
                element("groupId", group.id),
                element("groupName", textAt(group.properties, "name") ?? ""),
                element("vpcId", textAt(group.properties, "vpcId") ?? ""),
                element("ipPermissions", rules(store.list({ type: INGRESS }), group)),
                element("ipPermissionsEgress", rules(store.list({ type: EGRESS }), group)),
            ].join(""),
        );
        return element("securityGroupInfo", items.map((item) => element("item", item)).join(""));
    },
    DeleteSecurityGroup: (form, provider, place) => {
        const group = groupOf(form.get("GroupId"), provider, place);
        provider.delete({ type: GROUP, name: group.id, place }, group.id, group.properties);
        return element("return", "true");
    },
    RevokeSecurityGroupIngress: (form, provider, place) => revoke(INGRESS, form, provider, place),
    RevokeSecurityGroupEgress: (form, provider, place) => revoke(EGRESS, form, provider, place),
    CreateTags: (form, provider, place) => {
        const added = Object.fromEntries(
            numbered(form, "Tag").map((prefix) => [form.get(`${prefix}.Key`) ?? "", form.get(`${prefix}.Value`)]),
        );
        for (const key of numbered(form, "ResourceId")) {
            const group = groupOf(form.get(key), provider, place);
            const tags = { ...(isObject(group.properties["tags"]) ? group.properties["tags"] : {}), ...added };
            provider.store.put({ ...group, properties: { ...group.properties, tags } });
        }
        return element("return", "true");
    },
};

/** EC2's query protocol: a form goes in, XML comes out. */
export const ec2: Api = ({ body }, provider, place) => {
    const form = new URLSearchParams(body);
    const name = form.get("Action") ?? "";
    const operation = OPERATIONS[name];
    if (operation === undefined) {
        throw new Error(`EC2's ${name} is not emulated`);
    }
    const headers = { "content-type": "text/xml" };
    try {
        return { status: 200, headers, body: element(`${name}Response`, operation(form, provider, place)) };
    } catch (error) {
        if (error instanceof AwsError) {
            const cause = element("Code", error.code) + element("Message", error.message);
            return { status: 400, headers, body: element("Response", element("Errors", element("Error", cause))) };
        }
        throw error;
    }
};

/** Takes away the group's rules that say what the form says. Source: EC2 API reference, IpPermission. */
function revoke(type: string, form: URLSearchParams, { store }: Provider, place: Place): string {
    const wanted = numbered(form, "IpPermissions").flatMap((prefix) =>
        numbered(form, `${prefix}.Groups`).map((source) =>
            [`${prefix}.IpProtocol`, `${prefix}.FromPort`, `${prefix}.ToPort`, `${source}.GroupId`]
                .map((key) => form.get(key))
                .join(" "),
        ),
    );
    const held = allOf(store, place, type).filter(
        ({ properties }) => properties["securityGroupId"] === form.get("GroupId"),
    );
    const revoked = held.filter(({ properties: p }) =>
        wanted.includes([p["ipProtocol"], p["fromPort"], p["toPort"], p["referencedSecurityGroupId"]].join(" ")),
    );
    if (revoked.length === 0) {
        throw new AwsError("InvalidPermission.NotFound", "the specified rule does not exist in this security group");
    }
    revoked.forEach((rule) => store.remove(rule));
    return element("return", "true");
}

function rules(all: readonly Stored[], group: Stored): string {
    return all
        .filter(({ properties }) => properties["securityGroupId"] === group.id)
        .map(({ properties }) =>
            element(
                "item",
                [
                    element("ipProtocol", String(properties["ipProtocol"])),
                    element("fromPort", String(properties["fromPort"])),
                    element("toPort", String(properties["toPort"])),
                    element(
                        "groups",
                        element("item", element("groupId", String(properties["referencedSecurityGroupId"]))),
                    ),
                ].join(""),
            ),
        )
        .join("");
}

function groupOf(id: string | null, { store }: Provider, place: Place): Stored {
    const group = allOf(store, place, GROUP).find((each) => each.id === id);
    if (group === undefined) {
        throw new AwsError("InvalidGroup.NotFound", `the security group '${id ?? ""}' does not exist`);
    }
    return group;
}

function filtersOf(form: URLSearchParams): readonly { readonly name: string; readonly values: readonly string[] }[] {
    return numbered(form, "Filter").map((prefix) => ({
        name: form.get(`${prefix}.Name`) ?? "",
        values: numbered(form, `${prefix}.Value`).map((key) => form.get(key) ?? ""),
    }));
}

/** Value of a filter's field. Source: EC2 API reference, DescribeSecurityGroups. */
function valueOf({ id, properties }: Stored, filter: string): string | undefined {
    const tag = /^tag:(.+)$/.exec(filter)?.[1];
    if (tag !== undefined) {
        return isObject(properties["tags"]) ? (properties["tags"][tag] as string | undefined) : undefined;
    }
    const fields: Readonly<Record<string, string | undefined>> = {
        "group-id": id,
        "group-name": textAt(properties, "name"),
        "vpc-id": textAt(properties, "vpcId"),
    };
    if (!(filter in fields)) {
        throw new Error(`the filter ${filter} of DescribeSecurityGroups is not emulated`);
    }
    return fields[filter];
}

/** Keys of a list in a form, `Filter.1`, `Filter.2`, in order. */
function numbered(form: URLSearchParams, name: string): string[] {
    const found = [...form.keys()].filter((key) => key.startsWith(`${name}.`));
    return [...new Set(found.map((key) => `${name}.${key.slice(name.length + 1).split(".")[0]}`))];
}

function element(name: string, inside: string): string {
    return `<${name}>${/^</.test(inside) ? inside : inside.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</${name}>`;
}
