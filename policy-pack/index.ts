import { PolicyPack } from "@pulumi/policy";

import { POLICIES } from "./policies";
import { toPulumiPolicy } from "./policies/adapter";
import { installSharedValues } from "./runtime/install";

installSharedValues();

// Starts a server that keeps the process alive: nothing but the engine may import this file.
new PolicyPack("private-studio", {
    displayName: "Private SageMaker Studio",
    description: "Network mode, keys, endpoints, roles and attribute-based access of SageMaker Studio",
    provider: "aws",
    enforcementLevel: "mandatory",
    policies: POLICIES.map((policy) => toPulumiPolicy(policy)),
});
