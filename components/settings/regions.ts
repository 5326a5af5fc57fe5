import { partitionOf } from "../../policy-pack/facts";

/**
 * Beginning of the zone ids by region: every commercial Region that has SageMaker, China and GovCloud. From
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html; China's and GovCloud's
 * as EC2 DescribeAvailabilityZones reports them.
 */
const ZONE_ID_PREFIXES = {
    "af-south-1": "afs1",
    "ap-east-1": "ape1",
    "ap-east-2": "ape2",
    "ap-northeast-1": "apne1",
    "ap-northeast-2": "apne2",
    "ap-northeast-3": "apne3",
    "ap-south-1": "aps1",
    "ap-south-2": "aps2",
    "ap-southeast-1": "apse1",
    "ap-southeast-2": "apse2",
    "ap-southeast-3": "apse3",
    "ap-southeast-4": "apse4",
    "ap-southeast-5": "apse5",
    "ap-southeast-6": "apse6",
    "ap-southeast-7": "apse7",
    "ca-central-1": "cac1",
    "ca-west-1": "caw1",
    "eu-central-1": "euc1",
    "eu-central-2": "euc2",
    "eu-north-1": "eun1",
    "eu-south-1": "eus1",
    "eu-south-2": "eus2",
    "eu-west-1": "euw1",
    "eu-west-2": "euw2",
    "eu-west-3": "euw3",
    "il-central-1": "ilc1",
    "me-central-1": "mec1",
    "me-south-1": "mes1",
    "mx-central-1": "mxc1",
    "sa-east-1": "sae1",
    "us-east-1": "use1",
    "us-east-2": "use2",
    "us-west-1": "usw1",
    "us-west-2": "usw2",
    "cn-north-1": "cnn1",
    "cn-northwest-1": "cnnw1",
    "us-gov-east-1": "usge1",
    "us-gov-west-1": "usgw1",
} as const satisfies Record<string, string>;

export type RegionName = keyof typeof ZONE_ID_PREFIXES;

/** What follows from a Region's name. */
export interface Region {
    readonly name: RegionName;
    /** For example `euw1`, the beginning of `euw1-az1`. */
    readonly zoneIdPrefix: string;
    /** For example `aws`, the second part of every ARN. */
    readonly partition: string;
}

export const REGION_NAMES = Object.keys(ZONE_ID_PREFIXES) as RegionName[];

/** Facts of a Region of the table. */
export function regionFacts(name: RegionName): Region {
    return { name, zoneIdPrefix: ZONE_ID_PREFIXES[name], partition: partitionOf(name).id };
}

/** Whether a zone id (`euw1-az1`) or zone name (`eu-west-1a`) belongs to the Region. */
export function zoneBelongsTo(zone: string, region: Region): boolean {
    return isZoneId(zone) ? zone.startsWith(`${region.zoneIdPrefix}-az`) : zone.slice(0, -1) === region.name;
}

function isZoneId(zone: string): boolean {
    return /-az\d+$/.test(zone);
}
