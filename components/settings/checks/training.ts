import type { Problem } from "../problems";
import type { TopValues } from "../schema";

type Network = TopValues["network"];

/** What is said about jobs needs the feature that runs them. */
export function jobsAreAFeature({ features, distributedTraining, capacity }: Network): Problem[] {
    if (features.includes("jobs")) {
        return [];
    }
    const because = "needs the feature jobs, without which no job runs in the VPC";
    return [
        ...(distributedTraining
            ? [
                  {
                      path: ["network", "distributedTraining"],
                      found: true,
                      rule: `distributedTraining ${because}`,
                      fix: "add jobs to network.features, or remove distributedTraining",
                  },
              ]
            : []),
        ...(capacity !== undefined && capacity.jobs > 0
            ? [
                  {
                      path: ["network", "capacity", "jobs"],
                      found: capacity.jobs,
                      rule: `a number of jobs ${because}`,
                      fix: "add jobs to network.features, or remove capacity.jobs",
                  },
              ]
            : []),
    ];
}

/** SageMaker developer guide, "Run training with EFA": its traffic must be free within one security group. */
export function efaHasItsGroup({ distributedTraining, capacity }: Network): Problem[] {
    return capacity?.efa === true && !distributedTraining
        ? [
              {
                  path: ["network", "capacity", "efa"],
                  found: true,
                  rule: "the Elastic Fabric Adapter works only in a group that admits all traffic of its own",
                  fix: "set network.distributedTraining true, or remove capacity.efa",
              },
          ]
        : [];
}
