import { append } from "../append";
import type { GraphResource } from "../types";
import { isUnknown } from "../unknown";

/** One value somewhere in a property: the name of the key it stands under, and the property. */
export interface Mention {
    /** Top-level property. */
    readonly property: string;
    /** Innermost key; an element of a list has the key of its list. */
    readonly key: string;
    /** A text, or `undefined` for a value nobody knows. */
    readonly text: string | undefined;
}

/** Whom it lets in is not what a resource uses, nor is what its tags say, nor its own names. */
const NO_USE = ["assumeRolePolicy", "resourcePolicy", "tags", "tagsAll", "arn", "urn", "id"];

/** Whether a property says what a resource uses. The `policy` of an identity says what it may reach; others', who may. */
export function saysUse({ type }: GraphResource, property: string): boolean {
    return !NO_USE.includes(property) && (property !== "policy" || type.startsWith("aws:iam/"));
}

/** Every text and every unknown value in a property. */
export function mentions(resource: GraphResource, property: string): Mention[] {
    return inside(property, property, resource.props[property]);
}

function inside(property: string, key: string, value: unknown): Mention[] {
    if (isUnknown(value)) {
        return [{ property, key, text: undefined }];
    }
    if (typeof value === "string") {
        return value === "" ? [] : [{ property, key, text: value }];
    }
    if (Array.isArray(value)) {
        return value.flatMap((item) => inside(property, key, item));
    }
    return typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, item]) => inside(property, name, item))
        : [];
}

/** A name somebody may be known by, and the word that says of what kind. */
interface Named {
    readonly kind: string;
    readonly name: string;
}

/**
 * What a text may name: itself, the ARNs in it (a policy document, an integration's address) with and without what
 * follows the resource, the bucket of an S3 address, and the function of the log group that Lambda writes to.
 */
export function namesIn(key: string, text: string): Named[] {
    const names: Named[] = [{ kind: key, name: text }];
    for (const [, bucket = ""] of text.matchAll(/s3:\/\/([a-z0-9.-]+)/g)) {
        names.push({ kind: "bucket", name: bucket });
    }
    for (const [, name = ""] of text.matchAll(/^\/aws\/lambda\/(.+)$/g)) {
        names.push({ kind: "function", name });
    }
    for (const [arn] of text.matchAll(/arn:(?:(?!arn:)[^"\s\\])+/g)) {
        names.push(...namesOfArn(arn));
    }
    return names;
}

function namesOfArn(arn: string): Named[] {
    const [, , service = "", , , ...rest] = arn.split(":");
    const resource = rest.join(":");
    if (service === "s3") {
        return [{ kind: "bucket", name: resource.split("/")[0] ?? "" }];
    }
    const names: Named[] = [{ kind: "arn", name: arn }];
    // `role/path/name`, `function:name:version/invocations`, `log-group:/aws/name:*`, `table/name/index/*`
    const [, kind = "", tail = ""] = /^([a-z-]+)[:/](.+)$/.exec(resource) ?? [];
    const name = kind === "role" || kind === "policy" ? tail.split("/").at(-1) : tail.split(/:|(?<=.)\//)[0];
    if (kind === "log-group") {
        names.push({ kind: "loggroup", name: tail.split(":")[0] ?? "" });
    } else if (name !== undefined && name !== "") {
        names.push({ kind: kind.replaceAll("-", ""), name });
    }
    return names;
}

/** Values that identify a resource in the inputs of others. */
const IDENTIFYING = ["id", "arn", "name", "keyId", "bucket", "mainRouteTableId", "defaultRouteTableId"];

/** Resources by what they are known by. */
export class Identities {
    private readonly byName = new Map<string, GraphResource[]>();

    constructor(resources: readonly GraphResource[]) {
        for (const resource of resources) {
            const values = new Set([resource.id, ...IDENTIFYING.map((property) => resource.props[property])]);
            for (const value of values) {
                if (typeof value === "string" && value !== "") {
                    append(this.byName, value, resource);
                }
            }
        }
    }

    /**
     * Resources of that name. An ARN, an alias or an id under a key that asks for one tells by itself; any other name
     * counts only where the key says the kind, as `role`, `logGroupName` or `BUCKET` do.
     */
    named({ kind, name }: Named): readonly GraphResource[] {
        const found = this.byName.get(name) ?? [];
        const tells = /^arn:|^alias\//.test(name) || (/Ids?$/.test(kind) && /[-_]/.test(name));
        const word = kind.toLowerCase().replaceAll(/[_-]/g, "");
        return tells ? found : found.filter(({ type }) => word.includes(kindOf(type)));
    }
}

/** `loggroup` of `aws:cloudwatch/logGroup:LogGroup`; old and new spellings are of one kind. */
function kindOf(type: string): string {
    return (type.split(":").at(-1) ?? type).replace(/V2$/, "").toLowerCase();
}
