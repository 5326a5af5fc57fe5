import type { Stored } from "./aws/store";
import { isObject, textAt, valuesAt } from "./aws/values";

/** Where traffic of one zone goes, hop by hop: `firewall eu-west-1a`, `nat eu-west-1a`, `internet`, `local`, `nowhere`. */
export interface Way {
    readonly zone: string;
    /** From the studio subnet to an address outside. */
    readonly out: readonly string[];
    /** From the subnet of the NAT gateway back to the studio subnet; empty where there is no NAT gateway. */
    readonly back: readonly string[];
}

/** As many hops as the longest way has, and one more. */
const MOST_HOPS = 5;

/** Follows the routes that stand in an emulated account, for each studio subnet in order of its zone. */
export function waysOut(resources: readonly Stored[]): Way[] {
    const account = new Account(resources);
    return account
        .subnetsOfTier("studio")
        .map((studio) => {
            const zone = zoneOf(studio);
            const nat = account.subnetsOfTier("nat").find((subnet) => zoneOf(subnet) === zone);
            const range = textAt(studio.properties, "cidrBlock") ?? "";
            return {
                zone,
                out: account.follow(studio, "0.0.0.0/0"),
                back: nat === undefined ? [] : [account.hop(nat, range).text],
            };
        })
        .sort((a, b) => a.zone.localeCompare(b.zone));
}

interface Hop {
    readonly text: string;
    /** Subnet the traffic arrives in; undefined at an end of the way. */
    readonly next?: Stored;
}

class Account {
    constructor(private readonly resources: readonly Stored[]) {}

    subnetsOfTier(tier: string): Stored[] {
        return this.all("aws:ec2/subnet:Subnet").filter(({ properties }) =>
            (textAt(properties, "tags.Name") ?? "").includes(`-${tier}-`),
        );
    }

    /** Hops of traffic to `destination` that leaves a subnet. */
    follow(subnet: Stored, destination: string): string[] {
        const way: string[] = [];
        for (let at: Stored | undefined = subnet; at !== undefined && way.length < MOST_HOPS;) {
            const { text, next } = this.hop(at, destination);
            way.push(text);
            at = next;
        }
        return way;
    }

    /** What the subnet's table does with traffic to exactly this destination, else the VPC's local route does it. */
    hop(subnet: Stored, destination: string): Hop {
        const association = this.all("aws:ec2/routeTableAssociation:RouteTableAssociation").find(
            ({ properties }) => properties["subnetId"] === subnet.id,
        );
        const route = this.all("aws:ec2/route:Route").find(
            ({ properties }) =>
                properties["routeTableId"] === association?.properties["routeTableId"] &&
                properties["destinationCidrBlock"] === destination,
        );
        if (route === undefined) {
            return { text: destination === "0.0.0.0/0" ? "nowhere" : "local" };
        }
        const { gatewayId, natGatewayId, vpcEndpointId } = route.properties;
        if (gatewayId !== undefined) {
            const gateway = this.all("aws:ec2/internetGateway:InternetGateway").find(({ id }) => id === gatewayId);
            return { text: gateway === undefined ? "missing gateway" : "internet" };
        }
        return natGatewayId === undefined ? this.throughFirewall(vpcEndpointId) : this.throughNat(natGatewayId);
    }

    private throughNat(id: unknown): Hop {
        const nat = this.all("aws:ec2/natGateway:NatGateway").find((gateway) => gateway.id === id);
        return this.arrival("nat", nat?.properties["subnetId"]);
    }

    private throughFirewall(id: unknown): Hop {
        const attachment = this.all("aws:networkfirewall/firewall:Firewall")
            .flatMap(({ properties }) => valuesAt(properties, "firewallStatuses[].syncStates[].attachments[]"))
            .filter(isObject)
            .find(({ endpointId }) => endpointId === id);
        return this.arrival("firewall", attachment?.["subnetId"]);
    }

    private arrival(kind: string, subnetId: unknown): Hop {
        const subnet = this.all("aws:ec2/subnet:Subnet").find(({ id }) => id === subnetId);
        return subnet === undefined ? { text: `missing ${kind}` } : { text: `${kind} ${zoneOf(subnet)}`, next: subnet };
    }

    private all(type: string): Stored[] {
        return this.resources.filter((resource) => resource.type === type);
    }
}

function zoneOf(subnet: Stored): string {
    return textAt(subnet.properties, "availabilityZone") ?? "";
}
