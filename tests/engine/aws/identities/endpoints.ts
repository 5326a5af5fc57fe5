import { createHash } from "node:crypto";
import { ENDPOINT_SERVICES } from "../../../../policy-pack/facts";
import { alphanumericId, type Subject, upperCaseId } from "../subject";

/** Id of the AWS-managed prefix list of a gateway endpoint service: the same for every account of a Region. */
export function prefixListOf(serviceName: string): string {
    return `pl-${createHash("sha256").update(serviceName).digest("hex").slice(0, 8)}`;
}

export function prefixListId(subject: Subject): string | undefined {
    return isGateway(subject) ? prefixListOf(subject.text("serviceName")) : undefined;
}

/** The endpoint's own DNS names and, with private DNS, those of the service. */
export function dnsEntries(subject: Subject, id: string): { dnsName: string; hostedZoneId: string }[] {
    if (isGateway(subject)) {
        return [];
    }
    const serviceName = subject.text("serviceName");
    const [, service = ""] = serviceName.split(`.${subject.place.region}.`);
    const host = `${service.split(".").reverse().join(".")}.${subject.place.region}.vpce.${subject.dnsSuffix}`;
    const known = Object.values(ENDPOINT_SERVICES).find(
        (other) => other.serviceName(subject.place.region) === serviceName,
    );
    const privateNames =
        subject.inputs["privateDnsEnabled"] === true ? (known?.privateDnsNames(subject.place.region) ?? []) : [];
    const hostedZoneId = upperCaseId("Z", 13);
    return [`${id}-${alphanumericId("", 8)}.${host}`, ...privateNames].map((dnsName) => ({ dnsName, hostedZoneId }));
}

function isGateway(subject: Subject): boolean {
    return subject.text("vpcEndpointType") === "Gateway";
}
