import { physicalName, type Place, placePath } from "../names";

/** What a function of a deployment and what belongs to it are called; known before they exist. */
export interface FunctionNames {
    readonly functionName: string;
    readonly functionArn: string;
    /** IAM path of the role. */
    readonly rolePath: string;
    readonly roleName: string;
    readonly roleArn: string;
    readonly logGroupName: string;
    /** Without the `:*` that stands for its streams. */
    readonly logGroupArn: string;
}

/** Names of the function that serves `purpose`: lower-case letters, digits and hyphens, one function each. */
export function functionNames(place: Place, partition: string, purpose: string): FunctionNames {
    const { account, region } = place;
    const functionName = physicalName(place, "function", purpose);
    const rolePath = placePath(place);
    const roleName = physicalName(place, "role", `function-${purpose}`);
    const logGroupName = physicalName(place, "logGroup", `functions/${purpose}`);
    return {
        functionName,
        functionArn: `arn:${partition}:lambda:${region}:${account}:function:${functionName}`,
        rolePath,
        roleName,
        roleArn: `arn:${partition}:iam::${account}:role${rolePath}${roleName}`,
        logGroupName,
        logGroupArn: `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`,
    };
}
