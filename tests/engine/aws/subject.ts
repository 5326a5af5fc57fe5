import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { partitionOf } from "../../../policy-pack/facts";
import { cidr, formatCidr } from "../../../policy-pack/net";
import { globalArn, type Place, regionalArn } from "./place";
import type { Store, Stored } from "./store";
import { type Properties, textAt } from "./values";

const LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A resource being made: what its identity can be derived from. */
export class Subject {
    constructor(
        readonly type: string,
        readonly place: Place,
        readonly inputs: Properties,
        readonly store: Store,
    ) {}

    /** The text at a path of the inputs, else `fallback`. */
    text(path: string, fallback = ""): string {
        return textAt(this.inputs, path) ?? fallback;
    }

    /** Ending of AWS's host names here. */
    get dnsSuffix(): string {
        return partitionOf(this.place.region).dnsSuffix;
    }

    get partition(): string {
        return partitionOf(this.place.region).id;
    }

    arn(service: string, resource: string): string {
        return regionalArn(this.place, service, resource);
    }

    globalArn(service: string, resource: string): string {
        return globalArn(this.place, service, resource);
    }

    /** Another resource of the same account and Region. */
    find(type: string, id: string): Stored | undefined {
        return this.store.get(type, this.place.account, this.place.region, id);
    }
}

/** The address at a place in a subnet's range; the first four are AWS's. Empty for a subnet that is not there. */
export function hostAddress(subject: Subject, subnetId: string, place: number): string {
    const range = textAt(subject.find("aws:ec2/subnet:Subnet", subnetId)?.properties ?? {}, "cidrBlock");
    return range === undefined ? "" : formatCidr({ base: cidr(range).base + place, prefix: 32 }).replace("/32", "");
}

/** An id of prefix and hexadecimal digits; EC2's ids have 17. */
export function hexId(prefix: string, digits = 17): string {
    return prefix + randomBytes(9).toString("hex").slice(0, digits);
}

/** Lower-case letters and digits. */
export function alphanumericId(prefix: string, length: number): string {
    return prefix + Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join("");
}

/** Upper-case letters and digits, as IAM's and Route 53's ids. */
export function upperCaseId(prefix: string, length: number): string {
    return prefix + alphanumericId("", length).toUpperCase();
}

export function uuid(): string {
    return randomUUID();
}
