import { arnPlace } from "../arns";
import { familyOf } from "../keys/guardrails";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

type Security = TopValues["security"];

/** What Studio offers, or starts a space with, is not denied. */
export function offeredTypesAreAllowed({ instances }: TopValues["domain"], { guardrails }: Security): Problem[] {
    const { apps } = guardrails.instances;
    if (apps.length === 0) {
        return [];
    }
    const used = [
        { path: ["domain", "instances", "jupyterLab"], type: instances.jupyterLab },
        { path: ["domain", "instances", "codeEditor"], type: instances.codeEditor },
        ...instances.offered.map((type, index) => ({ path: ["domain", "instances", "offered", index], type })),
    ];
    return used
        .filter(({ type }) => !apps.includes(type) && !apps.includes(familyOf(type)))
        .map(({ path, type }) => ({
            path,
            found: type,
            rule: `apps may run on security.guardrails.instances.apps only: ${apps.join(", ")}`,
            fix: "add the type there, or choose one of them here",
        }));
}

/** Service control policies bind every account of an organization but the one that manages it. */
export function organizationIsElsewhere(
    { organization, buckets }: Security,
    { id, assumeRole }: TopValues["account"],
): Problem[] {
    if (organization === undefined) {
        return [];
    }
    const { managementRole, targets } = organization;
    const path = ["security", "organization"];
    const manager = arnPlace(managementRole).account;
    return [
        ...(manager === id
            ? [
                  {
                      path: [...path, "managementRole"],
                      found: managementRole,
                      rule: `service control policies do not bind the account that manages them, and ${id} is account.id`,
                      fix: "name a role of the management account, and deploy Studio to a member account",
                  },
              ]
            : []),
        ...targets.flatMap((target, index) =>
            target === manager
                ? [
                      {
                          path: [...path, "targets", index],
                          found: target,
                          rule: "service control policies do not bind the account that manages them",
                          fix: "name the account of Studio, or its organizational unit",
                      },
                  ]
                : [],
        ),
        ...(assumeRole === undefined && buckets.deployers.length === 0
            ? [
                  {
                      path,
                      found: organization,
                      rule: "who deploys is known, or the policies could leave the domain to nobody",
                      fix: "name the role that deploys in account.assumeRole or security.buckets.deployers",
                  },
              ]
            : []),
    ];
}

/** Organizations takes the full policy language outside of China; what it takes there is not known. */
export function organizationTakesThePolicies({ organization }: Security, region: Region): Problem[] {
    return organization !== undefined && region.partition === "aws-cn"
        ? [
              {
                  path: ["security", "organization"],
                  found: organization,
                  rule: `service control policies are attached in the partitions aws and aws-us-gov; ${region.name} (aws:region) is in aws-cn`,
                  fix: "remove organization; the policies are still written, as the output serviceControlPolicies",
              },
          ]
        : [];
}
