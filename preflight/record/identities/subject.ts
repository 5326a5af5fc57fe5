import { createHash } from "node:crypto";
import { partitionOf } from "../../../policy-pack/facts";
import type { Maybe } from "../../../policy-pack/graph";
import type { Place } from "../place";

const ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Thrown while something is made up from an input that cannot be read; the result is then unknown. */
export class Unreadable extends Error {}

/** Properties of a resource of this type and made-up id that stands already; undefined when there is none. */
export type Registered = (type: string, id: string) => Readonly<Record<string, unknown>> | undefined;

/** A resource about to get its made-up identity. Everything derived from it is a pure function of URN, inputs and what they name. */
export class Subject {
    constructor(
        readonly urn: string,
        readonly inputs: Readonly<Record<string, unknown>>,
        private readonly place: Place,
        /** What was registered before, for properties that follow from it. */
        readonly registered: Registered,
    ) {}

    /**
     * A string input.
     * @throws Unreadable when it is unknown, secret, or absent without a fallback
     */
    text(property: string, fallback?: string): string {
        const value = this.inputs[property] ?? fallback;
        if (typeof value !== "string") {
            throw new Unreadable(property);
        }
        return value;
    }

    /** AWS's usual id: prefix and 17 hexadecimal digits. */
    hex(prefix: string, salt: string = "", length: number = 17): string {
        return prefix + digest(this.urn, salt).slice(0, length);
    }

    uuid(salt: string = "uuid"): string {
        const hash = digest(this.urn, salt);
        return [
            hash.slice(0, 8),
            hash.slice(8, 12),
            `4${hash.slice(13, 16)}`,
            `a${hash.slice(17, 20)}`,
            hash.slice(20, 32),
        ].join("-");
    }

    /** Lower-case letters and digits. */
    alphanumeric(length: number, salt: string = ""): string {
        const hash = Buffer.from(digest(this.urn, `alphanumeric${salt}`), "hex");
        return [...hash.subarray(0, length)].map((byte) => ALPHANUMERIC[byte % ALPHANUMERIC.length]).join("");
    }

    /** Account of the resource's provider. */
    get account(): string {
        return readable(this.place.account, "account");
    }

    /** The resource's own `region` where it has one, else its provider's. */
    get region(): string {
        return this.inputs["region"] === undefined ? readable(this.place.region, "region") : this.text("region");
    }

    get partition(): string {
        return partitionOf(this.region).id;
    }

    get dnsSuffix(): string {
        return partitionOf(this.region).dnsSuffix;
    }

    /** ARN of something that lives in one Region. */
    arn(service: string, resource: string): string {
        return `arn:${this.partition}:${service}:${this.region}:${this.account}:${resource}`;
    }

    /** ARN of something an account has once for all Regions. */
    globalArn(service: string, resource: string): string {
        return `arn:${this.partition}:${service}::${this.account}:${resource}`;
    }
}

/** 64 hexadecimal digits that depend on both arguments only. */
export function digest(seed: string, salt: string): string {
    return createHash("sha256").update(`${seed}\0${salt}`).digest("hex");
}

function readable(value: Maybe<string>, what: string): string {
    if (typeof value !== "string") {
        throw new Unreadable(what);
    }
    return value;
}
