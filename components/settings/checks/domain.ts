import { arnPlace } from "../arns";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

type Domain = TopValues["domain"];

/** Rules among the keys of the domain. */
export function domainProblems(domain: Domain): Problem[] {
    return [
        ...volumesAreOrdered(domain),
        ...idleTimesAreOrdered(domain),
        ...startingTypesAreOffered(domain),
        ...dockerNamesAccounts(domain),
        ...sharingKeyGoesWithBucket(domain),
    ];
}

/** A new volume is not larger than the largest. */
function volumesAreOrdered({ volumes: { defaultGb, maximumGb } }: Domain): Problem[] {
    return defaultGb > maximumGb
        ? [
              {
                  path: ["domain", "volumes", "defaultGb"],
                  found: defaultGb,
                  rule: `defaultGb is at most maximumGb, ${maximumGb}`,
                  fix: "lower defaultGb or raise maximumGb",
              },
          ]
        : [];
}

/** What an app gets without a choice is among what can be chosen. */
function idleTimesAreOrdered({ idleShutdown }: Domain): Problem[] {
    const { minutes, minMinutes = minutes, maxMinutes = minutes } = idleShutdown;
    const path = (key: string): string[] => ["domain", "idleShutdown", key];
    return [
        ...(minMinutes > minutes
            ? [
                  {
                      path: path("minMinutes"),
                      found: minMinutes,
                      rule: `minMinutes is at most minutes, ${minutes}`,
                      fix: "lower minMinutes or raise minutes",
                  },
              ]
            : []),
        ...(maxMinutes < minutes
            ? [
                  {
                      path: path("maxMinutes"),
                      found: maxMinutes,
                      rule: `maxMinutes is at least minutes, ${minutes}`,
                      fix: "raise maxMinutes or lower minutes",
                  },
              ]
            : []),
    ];
}

/** A space starts with a type that Studio shows. */
function startingTypesAreOffered({ instances }: Domain): Problem[] {
    const { offered } = instances;
    return offered.length === 0
        ? []
        : (["jupyterLab", "codeEditor"] as const)
              .filter((app) => !offered.includes(instances[app]))
              .map((app) => ({
                  path: ["domain", "instances", app],
                  found: instances[app],
                  rule: `what a space starts with is offered; offered are ${offered.join(", ")}`,
                  fix: "add it to domain.instances.offered, or set one of them here",
              }));
}

/** In a VPC-only domain Docker reaches the registries of named accounts, and without Docker there are none to name. */
function dockerNamesAccounts({ docker: { enabled, accounts } }: Domain): Problem[] {
    const path = ["domain", "docker", "accounts"];
    if (enabled && accounts.length === 0) {
        return [
            {
                path,
                found: accounts,
                rule: "Docker is on for the registries of named accounts only",
                fix: "name the accounts, such as the domain's own, or set enabled: false",
            },
        ];
    }
    return !enabled && accounts.length > 0
        ? [
              {
                  path,
                  found: accounts,
                  rule: "accounts count only with enabled: true",
                  fix: "remove accounts, or set enabled: true",
              },
          ]
        : [];
}

/** The bucket of shared outputs is one the role and the network let through. */
export function sharingBucketIsKnown({ sharing }: Domain, { buckets, dataBuckets }: TopValues["security"]): Problem[] {
    if (sharing === undefined) {
        return [];
    }
    if (sharing.bucket === undefined) {
        return buckets.create
            ? []
            : [
                  {
                      path: ["domain", "sharing"],
                      found: sharing,
                      rule: "shared outputs go to a bucket, and the stack makes none (security.buckets.create is false)",
                      fix: "name one of security.dataBuckets in bucket, and its key in keyArn",
                  },
              ];
    }
    return dataBuckets.includes(sharing.bucket)
        ? []
        : [
              {
                  path: ["domain", "sharing", "bucket"],
                  found: sharing.bucket,
                  rule: "shared outputs go to one of security.dataBuckets: the VPC lets no other bucket through",
                  fix: "add the bucket to security.dataBuckets, or name one of them here",
              },
          ];
}

/** An existing bucket has a key of its own, which is named; the stack's bucket takes no other than the stack's. */
function sharingKeyGoesWithBucket({ sharing }: Domain): Problem[] {
    if (sharing === undefined || (sharing.bucket === undefined) === (sharing.keyArn === undefined)) {
        return [];
    }
    return sharing.keyArn === undefined
        ? [
              {
                  path: ["domain", "sharing", "keyArn"],
                  found: undefined,
                  rule: "what is shared in an existing bucket is encrypted with a key of your own",
                  fix: "add keyArn, or remove bucket and share in the stack's own one",
              },
          ]
        : [
              {
                  path: ["domain", "sharing", "keyArn"],
                  found: sharing.keyArn,
                  rule: "the stack's own bucket takes the stack's own key only",
                  fix: "remove keyArn, or name the existing bucket it belongs to",
              },
          ];
}

/** S3 encrypts with keys of the bucket's Region, which is the VPC's: its gateway endpoint reaches no other. */
export function sharingKeyIsOfRegion({ sharing }: Domain, region: Region): Problem[] {
    if (sharing?.keyArn === undefined) {
        return [];
    }
    const place = arnPlace(sharing.keyArn);
    return place.partition === region.partition && place.region === region.name
        ? []
        : [
              {
                  path: ["domain", "sharing", "keyArn"],
                  found: sharing.keyArn,
                  rule: `the key is one of the region ${region.name} (aws:region): its ARN begins with arn:${region.partition}:kms:${region.name}:`,
                  fix: "name a key of that region, the bucket's",
              },
          ];
}
