import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import type { AccessOrigin } from "../access";
import type { GuardrailArgs } from "./args";
import { document } from "./documents";
import { appContent } from "./statements/apps";
import { isolation, trafficEncryption } from "./statements/containers";
import { domains, otherDomain, personTag } from "./statements/domain";
import { closedDoors, deployersOnly, featureDoors, startingContent } from "./statements/doors";
import { missingKeys, otherKeys } from "./statements/keys";
import { instanceTypes, runTime } from "./statements/limits";
import { missingNetwork, otherNetwork } from "./statements/network";
import { signIn } from "./statements/signIn";
import { narrowed, type Statement } from "./statements/statement";

export interface ServiceControlArgs extends GuardrailArgs {
    /** Roles that make and change the domain, by ARN; none: nothing is said about who may. */
    readonly deployers: readonly string[];
    /** From where Studio may be opened. */
    readonly origin: AccessOrigin;
}

/** Purposes of the documents. A target takes five policies, AWS's own FullAWSAccess among them. */
export const SERVICE_CONTROL_POLICIES = ["jobs", "limits", "doors", "place"] as const;

export type ServiceControlName = (typeof SERVICE_CONTROL_POLICIES)[number];

/**
 * The guardrails as service control policies: an upper bound of whoever is in the account, not of our roles alone.
 *
 * Statements that name what is of one account (ids, keys, images, scripts, deployers, the way in) hold for that account
 * only; the others wherever the policy is attached. Wildcards inside the names of actions are part of the full policy
 * language Organizations takes, outside of China. Source: AWS Security Blog, "AWS Organizations service control policy
 * now supports full IAM language".
 */
export function serviceControlPolicies(args: ServiceControlArgs): Record<ServiceControlName, aws.iam.PolicyDocument> {
    const here = (statements: Statement[]): Statement[] =>
        statements.map((statement) => narrowed(statement, { StringEquals: { "aws:PrincipalAccount": args.account } }));
    return {
        jobs: document([...missingNetwork(), ...isolation(args), ...trafficEncryption(args), ...runTime(args)]),
        limits: document([...missingKeys(), ...instanceTypes(args), ...here(appContent(ofTheAccount(args)))]),
        doors: document([
            ...closedDoors(),
            ...featureDoors(args.features),
            ...domains(),
            ...here(exceptDeployers(args)),
        ]),
        place: document(
            here([...otherNetwork(args), ...otherKeys(args), ...otherDomain(args), ...signIn(args.origin)]),
        ),
    };
}

/**
 * The policies as texts, for Organizations.
 * @throws pulumi.RunError (when the text is known) for one beyond AWS's limit
 */
export function serviceControlTexts(args: ServiceControlArgs): Record<ServiceControlName, pulumi.Output<string>> {
    const documents = serviceControlPolicies(args);
    return Object.fromEntries(
        SERVICE_CONTROL_POLICIES.map((name) => [name, documentText("service control policy", name, documents[name])]),
    ) as Record<ServiceControlName, pulumi.Output<string>>;
}

/**
 * In an account nobody but who deploys makes images and start scripts, so that all of them are admitted here; which
 * belong to the domain is for the guardrails of its roles to say.
 */
function ofTheAccount(args: ServiceControlArgs): ServiceControlArgs {
    const all = (type: string): string => `arn:${args.partition}:sagemaker:${args.region}:${args.account}:${type}/*`;
    return { ...args, imageArns: [all("image")], scriptArns: [all("studio-lifecycle-config")] };
}

/** Nobody could deploy under a policy that exempts nobody, so without a known deployer these are left out. */
function exceptDeployers(args: ServiceControlArgs): Statement[] {
    return args.deployers.length === 0
        ? []
        : [...deployersOnly(args), ...startingContent(), ...personTag(args)].map((statement) =>
              narrowed(statement, { ArnNotEquals: { "aws:PrincipalArn": args.deployers } }),
          );
}
