import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName, type Place, placePath } from "../../names";
import type { Tags } from "../../tags";
import type { GuardrailArgs } from "./args";
import { guardrailDocuments, type GuardrailName, GUARDRAILS } from "./documents";

export interface GuardrailsArgs extends Omit<GuardrailArgs, "account" | "region"> {
    readonly place: Place;
    readonly tags: Tags;
}

/** The guardrails as managed policies, for every execution and job role of the deployment. */
export class Guardrails extends pulumi.ComponentResource {
    /** ARN of each policy by its purpose. */
    readonly arns: Readonly<Record<GuardrailName, pulumi.Output<string>>>;
    /** The same ARNs, in the order in which roles get them. */
    readonly policyArns: pulumi.Output<string>[];

    constructor(name: string, args: GuardrailsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Guardrails", name, {}, opts);
        const { place, tags, ...rest } = args;
        const documents = guardrailDocuments({ ...rest, account: place.account, region: place.region });
        const made = GUARDRAILS.map((purpose) => {
            const policy = new aws.iam.Policy(
                `${name}-${purpose}`,
                {
                    name: physicalName(place, "policy", `guardrail-${purpose}`),
                    path: placePath(place),
                    description: DESCRIPTIONS[purpose],
                    policy: documentText("managed policy", `${name}-${purpose}`, documents[purpose]),
                    tags,
                },
                { parent: this },
            );
            return [purpose, policy.arn] as const;
        });
        this.arns = Object.fromEntries(made) as Record<GuardrailName, pulumi.Output<string>>;
        this.policyArns = made.map(([, arn]) => arn);
        this.registerOutputs({ arns: this.arns });
    }
}

const DESCRIPTIONS: Readonly<Record<GuardrailName, string>> = {
    jobs: "How jobs and models of Studio run: in the network, isolated, encrypted, and not for ever",
    limits: "What jobs of Studio store under a key, and what they and its apps run on",
    doors: "Ways into Studio that stay closed, and what its apps start with",
    place: "Subnets, groups and keys of Studio",
};
