import type { Feature } from "../../../policy-pack/facts";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";

type Domain = TopValues["domain"];
type Network = TopValues["network"];

/** What Canvas and Projects may do counts where the network has them. */
export function canvasProblems(domain: Domain, network: Network): Problem[] {
    return [
        ...switchesHaveTheirFeature(domain, network),
        ...bedrockRoleHasItsFeatures(domain, network),
        ...canvasHasTwoZones(network),
    ];
}

const SWITCHES = ["directDeploy", "modelRegister", "timeSeries"] as const;

function switchesHaveTheirFeature({ canvas, projectsPortfolio }: Domain, { features }: Network): Problem[] {
    return [
        ...SWITCHES.filter((key) => canvas[key] && !features.includes("canvas")).map((key) =>
            needsFeature(["domain", "canvas", key], "canvas"),
        ),
        ...(projectsPortfolio && !features.includes("projects")
            ? [needsFeature(["domain", "projectsPortfolio"], "projects")]
            : []),
    ];
}

function needsFeature(path: readonly string[], feature: Feature): Problem {
    return {
        path: [...path],
        found: true,
        rule: `it counts with the feature ${feature} only`,
        fix: `add ${feature} to network.features, or set false`,
    };
}

function bedrockRoleHasItsFeatures({ canvas }: Domain, { features }: Network): Problem[] {
    const missing = (["canvas", "bedrock"] as const).filter((feature) => !features.includes(feature));
    return canvas.bedrockRole === undefined || missing.length === 0
        ? []
        : [
              {
                  path: ["domain", "canvas", "bedrockRole"],
                  found: canvas.bedrockRole,
                  rule: "Canvas customizes models of Bedrock where the network has both features, canvas and bedrock",
                  fix: `add ${missing.join(" and ")} to network.features, or remove bedrockRole`,
              },
          ];
}

/** SageMaker developer guide, "Configure Amazon SageMaker Canvas in a VPC without internet access". */
function canvasHasTwoZones({ features, zones }: Network): Problem[] {
    return features.includes("canvas") && zones.length < 2
        ? [
              {
                  path: ["network", "zones"],
                  found: zones,
                  rule: "Canvas in a VPC without internet access needs subnets in 2 zones",
                  fix: "add a zone before there is a domain, since that divides the network anew; or remove the feature canvas",
              },
          ]
        : [];
}
