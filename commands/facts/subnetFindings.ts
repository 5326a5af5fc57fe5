import type { Facts, RouteTableFacts, SubnetFacts } from "../../preflight/facts";
import type { Finding } from "./finding";
import type { Need } from "./need";
import { routeFindings } from "./routeFindings";
import { isInZone, servingTable } from "./zones";

/** What is wrong with the subnets that the stack file names for Studio, zone by zone. */
export function subnetFindings(facts: Facts, need: Need): Finding[] {
    const { vpc } = need;
    return vpc === undefined
        ? []
        : Object.entries(vpc.studio).flatMap(([zone, given]) => {
              const subnet = facts.subnets.find(({ id }) => id === given.subnet);
              if (subnet === undefined) {
                  return [
                      {
                          what: `${given.subnet} (network.vpc.studio.${zone}) is not in ${facts.vpc.id}`,
                          fix: `Name a subnet of the VPC that lies in ${zone}: ${subnetsIn(facts, zone)}.`,
                      },
                  ];
              }
              const table = servingTable(facts, subnet);
              return [
                  ...placeFindings(facts, subnet, zone, given.cidr),
                  ...publicAddressFindings(facts, subnet),
                  ...tableFindings(subnet, zone, given.routeTable, table),
                  ...(table === undefined ? [] : routeFindings(subnet, table, need)),
              ];
          });
}

function placeFindings(facts: Facts, subnet: SubnetFacts, zone: string, cidr: string): Finding[] {
    return [
        ...(isInZone(subnet, zone)
            ? []
            : [
                  {
                      what: `${subnet.id} lies in ${subnet.zoneId} (${subnet.zoneName}), not in ${zone}`,
                      fix: `Name a subnet that lies in ${zone}: ${subnetsIn(facts, zone)}.`,
                  },
              ]),
        ...(subnet.cidr === cidr
            ? []
            : [
                  {
                      what: `${subnet.id} has the range ${subnet.cidr}, network.vpc.studio.${zone}.cidr is ${cidr}`,
                      fix: `Set network.vpc.studio.${zone}.cidr to ${subnet.cidr}.`,
                  },
              ]),
    ];
}

function publicAddressFindings({ region }: Facts, { id, mapPublicIp }: SubnetFacts): Finding[] {
    return mapPublicIp
        ? [
              {
                  what: `${id} gives a public address to whatever starts in it`,
                  fix: `aws ec2 modify-subnet-attribute --region ${region} --subnet-id ${id} --no-map-public-ip-on-launch`,
              },
          ]
        : [];
}

function tableFindings(
    { id }: SubnetFacts,
    zone: string,
    given: string,
    serving: RouteTableFacts | undefined,
): Finding[] {
    if (serving?.id === given) {
        return serving.main
            ? [
                  {
                      what: `${id} is served by ${given}, the main table, to which every subnet without one of its own falls`,
                      fix: `Give ${id} a table of its own and name it in network.vpc.studio.${zone}.routeTable.`,
                  },
              ]
            : [];
    }
    return [
        {
            what: `${id} is served by ${serving?.id ?? "no table"}, network.vpc.studio.${zone}.routeTable is ${given}`,
            fix: `Associate ${given} with the subnet, or name the table that serves it.`,
        },
    ];
}

function subnetsIn({ subnets }: Facts, zone: string): string {
    const found = subnets.filter((subnet) => isInZone(subnet, zone)).map(({ id, cidr }) => `${id} (${cidr})`);
    return found.length === 0 ? "it has none there" : found.join(", ");
}
