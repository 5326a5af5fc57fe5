import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

type Security = TopValues["security"];

/** A baseline makes something, and what needs a part of it has that part. */
export function baselineHangsTogether({ baseline }: Security): Problem[] {
    if (baseline === undefined) {
        return [];
    }
    const path = ["security", "baseline"];
    const { accessAnalyzer, config, guardDuty, logGroups, macie, securityHub, trail } = baseline;
    const switches = [accessAnalyzer, guardDuty, logGroups, macie, securityHub];
    return [
        ...(trail === "none" && config === "none" && !switches.includes(true)
            ? [
                  {
                      path,
                      found: baseline,
                      rule: "a baseline makes at least one thing",
                      fix: "remove baseline, or turn on what this stack is to make for the account",
                  },
              ]
            : []),
        ...(securityHub && config === "none"
            ? [
                  {
                      path: [...path, "securityHub"],
                      found: true,
                      rule: "Security Hub's checks read what AWS Config records, and config is none",
                      fix: "set config: recorder, or config: rules where the account has a recorder",
                  },
              ]
            : []),
    ];
}

/** Source: AWS Config developer guide, macie-status-check, which names the Regions without Macie. */
export function macieIsThere({ baseline }: Security, region: Region): Problem[] {
    return baseline?.macie === true && region.partition !== "aws"
        ? [
              {
                  path: ["security", "baseline", "macie"],
                  found: true,
                  rule: `Macie is there in the partition aws; ${region.name} (aws:region) is in ${region.partition}`,
                  fix: "set macie false",
              },
          ]
        : [];
}

/** What is seen comes from a trail, and there is one group to read it in. */
export function responseHasATrail({ baseline, response }: Security): Problem[] {
    if (response === undefined) {
        return [];
    }
    const own = (baseline?.trail ?? "none") !== "none";
    const path = ["security", "response", "trailLogGroup"];
    const { trailLogGroup } = response;
    if (own && trailLogGroup !== undefined) {
        return [
            {
                path,
                found: trailLogGroup,
                rule: "security.baseline.trail makes a trail with a log group of its own",
                fix: "remove trailLogGroup, or set security.baseline.trail: none",
            },
        ];
    }
    return own || trailLogGroup !== undefined
        ? []
        : [
              {
                  path,
                  found: undefined,
                  rule: "API calls are seen through a trail, and this stack makes none",
                  fix: "name the log group of the account's trail, or give security.baseline with trail: management",
              },
          ];
}
