import { arnPlace } from "../arns";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { servicesOf } from "../services";

type Security = TopValues["security"];
type Network = TopValues["network"];

/** Keys that exist, by the purpose they serve. */
const PURPOSES = ["domain", "data", "logs"] as const;

/** That a destroy deletes data is said twice: that the buckets may go, and that they may go full. */
export function fullBucketsAreProtected({ buckets }: Security, protect: boolean): Problem[] {
    return buckets.emptyOnDestroy && protect
        ? [
              {
                  path: ["security", "buckets", "emptyOnDestroy"],
                  found: true,
                  rule: "buckets are emptied only in a stack that is not protected",
                  fix: "remove emptyOnDestroy, or set private-studio:protect: false as well",
              },
          ]
        : [];
}

/** In production nobody of the account passes the S3 endpoint by, so those who must are known by name. */
export function productionNamesDeployers(
    { buckets }: Security,
    { assumeRole }: TopValues["account"],
    production: boolean,
): Problem[] {
    return production && buckets.create && assumeRole === undefined && buckets.deployers.length === 0
        ? [
              {
                  path: ["security", "buckets", "deployers"],
                  found: buckets.deployers,
                  rule: "production closes its buckets to all who do not come through the S3 endpoint, so it knows who deploys",
                  fix: "name the roles that deploy here, or one that the deployment assumes in account.assumeRole",
              },
          ]
        : [];
}

/** Who administers a key does not use it. */
export function breakGlassAdministersNothing({ breakGlass, keyAdministrators }: Security): Problem[] {
    return breakGlass.flatMap((arn, index) =>
        keyAdministrators.includes(arn)
            ? [
                  {
                      path: ["security", "breakGlass", index],
                      found: arn,
                      rule: "a role for emergencies uses the key for data, and administrators of keys (security.keyAdministrators) do not",
                      fix: "name another role here or there",
                  },
              ]
            : [],
    );
}

/** Canvas keeps people's work in a bucket under the stack's key, never in one it makes for itself. */
export function canvasHasItsBucket({ buckets }: Security, { features }: Network): Problem[] {
    return features.includes("canvas") && !buckets.create
        ? [
              {
                  path: ["security", "buckets", "create"],
                  found: false,
                  rule: "the feature canvas keeps its workspace in a bucket of the stack",
                  fix: "remove create, or take canvas off network.features",
              },
          ]
        : [];
}

/** What is encrypted lies in the account and Region, and so does its key. */
export function keysAreOfPlace({ keys }: Security, account: string, region: Region): Problem[] {
    return PURPOSES.flatMap((purpose) => {
        const found = keys[purpose];
        if (found === undefined) {
            return [];
        }
        const place = arnPlace(found);
        return place.partition === region.partition && place.region === region.name && place.account === account
            ? []
            : [
                  {
                      path: ["security", "keys", purpose],
                      found,
                      rule: `the key is one of the account (account.id) in the region ${region.name} (aws:region): its ARN begins with arn:${region.partition}:kms:${region.name}:${account}:`,
                      fix: "name a key of that account and region, or remove it and have one made",
                  },
              ];
    });
}

/** There is an endpoint to come through, and a policy that can say so. */
export function onlyThroughEndpointHasEffect({ keys }: Security, network: Network, region: Region): Problem[] {
    const path = ["security", "keys", "onlyThroughEndpoint"];
    if (!keys.onlyThroughEndpoint) {
        return [];
    }
    return [
        ...(servicesOf(network, region.name).some((key) => key === "kms" || key === "kms-fips")
            ? []
            : [
                  {
                      path,
                      found: true,
                      rule: "the VPC has an endpoint of kms; no feature chooses one",
                      fix: "add kms to network.endpoints.add, or remove onlyThroughEndpoint",
                  },
              ]),
        ...(keys.data === undefined
            ? []
            : [
                  {
                      path,
                      found: true,
                      rule: "the policy of the key in keys.data is its owner's, so nothing is denied here",
                      fix: "remove onlyThroughEndpoint and let the key's own policy say it, or remove keys.data",
                  },
              ]),
    ];
}
