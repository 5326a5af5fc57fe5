import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Place } from "../components/names";
import { deployBoundary, previewBoundary } from "./policies/boundaries";
import { becomeStatements, deployStatements, readStatements } from "./policies/deployment";
import { document, split } from "./policies/document";
import { readState, writeState } from "./policies/stateAccess";
import { AUDIENCE, environmentSubject, GITHUB_ISSUER, githubTrust, previewSubjects } from "./policies/trust";
import { type BootstrapSettings, PROJECT } from "./settings";
import { stateBucketName, StateStore } from "./stateStore";
import { WorkflowRole, workflowRoleArn } from "./workflowRole";

/** What the workflows and `pulumi login` need next. Names are contract. */
export interface BootstrapOutputs {
    /** For `pulumi login` and the repository variable PULUMI_BACKEND_URL. */
    readonly backendUrl: pulumi.Output<string>;
    /** For `pulumi stack init --secrets-provider`. */
    readonly secretsProvider: string;
    /** For the repository variable AWS_PREVIEW_ROLE. */
    readonly previewRoleArn: pulumi.Output<string>;
    /** For the variable AWS_DEPLOY_ROLE of each GitHub environment, by stack. */
    readonly deployRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Makes the state's home and the roles of the workflows, in one account and Region. */
export function createBootstrap(settings: BootstrapSettings): BootstrapOutputs {
    const { account, region, repository, tags } = settings;
    const place: Place = { project: PROJECT, stack: settings.stack, account, region };
    const places = settings.environments.map(({ stack }): Place => ({
        project: settings.project,
        stack,
        account,
        region,
    }));
    const [first, ...others] = places;
    if (first === undefined) {
        throw new pulumi.RunError("environments: name at least one environment.");
    }
    const stacks: [Place, ...Place[]] = [first, ...others];
    const inAccount = { providers: [new aws.Provider("account", { region, allowedAccountIds: [account] })] };

    const store = new StateStore(
        "state",
        {
            place,
            administrators: settings.administrators,
            users: ["preview", ...places.map(deployPurpose)].map((purpose) => workflowRoleArn(place, purpose)),
            protect: settings.protect,
            tags,
        },
        inAccount,
    );
    const location = pulumi
        .all([store.stateKeyArn, store.secretsKeyArn])
        .apply(([stateKeyArn, secretsKeyArn]) => ({ bucket: stateBucketName(place), stateKeyArn, secretsKeyArn }));
    const provider =
        settings.identityProvider === "create"
            ? [
                  new aws.iam.OpenIdConnectProvider(
                      "github",
                      { url: `https://${GITHUB_ISSUER}`, clientIdLists: [AUDIENCE], tags },
                      { provider: inAccount.providers[0] },
                  ),
              ]
            : [];
    const afterProvider = { ...inAccount, dependsOn: provider };

    const preview = new WorkflowRole(
        "preview",
        {
            place,
            purpose: "preview",
            description: `Previews and drift checks of ${settings.project}: reads, and locks`,
            trust: githubTrust(place, previewSubjects(repository, settings.branch)),
            boundary: previewBoundary(stateBucketName(place), stacks),
            permissions: split(
                readStatements(settings.environments.flatMap((each, index) => placesOf(each, stacks[index]!))),
            ),
            stateAccess: location.apply((at) => document(readState(at, stacks))),
            tags,
        },
        afterProvider,
    );
    const deployRoles = settings.environments.map((each, index) => {
        const { environment, egress, deployers = [] } = each;
        const stack = stacks[index] as Place;
        const deployed = placesOf(each, stack);
        const role = new WorkflowRole(
            deployPurpose(stack),
            {
                place,
                purpose: deployPurpose(stack),
                description: `Updates of ${stack.project} ${stack.stack} from the environment ${environment}`,
                trust: githubTrust(place, [environmentSubject(repository, environment)]),
                boundary: deployBoundary({ region, places: deployed, egress, deployers }),
                permissions: split([...becomeStatements(deployers), ...deployStatements(deployed, egress)]),
                stateAccess: location.apply((at) => document(writeState(at, stack))),
                tags,
            },
            afterProvider,
        );
        return [stack.stack, role.arn] as const;
    });
    return {
        backendUrl: pulumi.interpolate`s3://${store.bucket}?region=${region}`,
        secretsProvider: store.secretsProvider,
        previewRoleArn: preview.arn,
        deployRoleArns: Object.fromEntries(deployRoles),
    };
}

/** What a deploy role itself deploys: the stack, or of one with deployers elsewhere those units that stand in this account. */
function placesOf(
    { deployers, units }: Pick<BootstrapSettings["environments"][number], "deployers" | "units">,
    stack: Place,
): Place[] {
    return deployers === undefined ? [stack] : units.map((unit) => ({ ...stack, unit }));
}

/** Purpose of a stack's deploy role; part of its physical name. */
function deployPurpose({ stack }: Pick<Place, "stack">): string {
    return `deploy-${stack}`;
}
