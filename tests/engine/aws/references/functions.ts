import { from, IN_USE, type Reference } from "./reference";

/** Lambda. A role, key or log group may go before its function, which fails when it is next called. */
export const FUNCTIONS: readonly Reference[] = [
    ...from("aws:lambda/function:Function", {
        // Its network interfaces hold them.
        "vpcConfig.subnetIds[]": ["subnet", IN_USE],
        "vpcConfig.securityGroupIds[]": ["securityGroup", IN_USE],
        role: ["role", undefined, "InvalidParameterValueException"],
        kmsKeyArn: ["key", undefined, "InvalidParameterValueException"],
    }),
    ...from("aws:lambda/invocation:Invocation", { functionName: ["function"] }),
];
