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
    const own = `${id}-${alphanumericId("", 8)}`;
    // AWS promises no order; those of single zones come first here, so that nobody finds the right one by chance.
    const zonal = zonesUsed(subject).map((zone) => `${own}-${zone}.${host}`);
    return [...zonal, `${own}.${host}`, ...privateNames].map((dnsName) => ({ dnsName, hostedZoneId }));
}

/** Names of the zones an interface endpoint has an address in. */
function zonesUsed(subject: Subject): string[] {
    const { subnetIds } = subject.inputs;
    return (Array.isArray(subnetIds) ? subnetIds : []).flatMap((id) => {
        const zone = subject.find("aws:ec2/subnet:Subnet", String(id))?.properties["availabilityZone"];
        return typeof zone === "string" ? [zone] : [];
    });
}

function isGateway(subject: Subject): boolean {
    return subject.text("vpcEndpointType") === "Gateway";
}
