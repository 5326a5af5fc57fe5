import {
    DeleteAppCommand,
    DescribeAppCommand,
    DescribeDomainCommand,
    DescribeNotebookInstanceCommand,
    DescribePipelineCommand,
    DescribePipelineExecutionCommand,
    DescribeSpaceCommand,
    ListAppsCommand,
    type AppType,
    StopNotebookInstanceCommand,
    StopPipelineExecutionCommand,
    UpdateSpaceCommand,
} from "@aws-sdk/client-sagemaker";

import { door, type Finding, instances, role } from "../findings";
import { ifThere, type KindOfWork, phaseOf, present, type Subject } from "../work";

const LOST: Finding = { rule: "role", text: "its pipeline is gone, so nothing shows as whom it works" };

/** Its steps are judged each by itself, as the jobs and models they are; here it is as whom it works. */
export const pipelineExecution: KindOfWork = {
    async look(client, subject, rules) {
        const run = await client.send(
            new DescribePipelineExecutionCommand({ PipelineExecutionArn: subject["PipelineExecutionArn"] }),
        );
        const pipeline = await ifThere(client.send(new DescribePipelineCommand({ PipelineName: run.PipelineArn })));
        return {
            ...phaseOf(run.PipelineExecutionStatus, {
                live: ["Executing"],
                over: ["Failed", "Stopped", "Stopping", "Succeeded"],
            }),
            roles: present(pipeline?.RoleArn),
            subnets: [],
            findings: pipeline === undefined ? [LOST] : role(rules, pipeline.RoleArn),
        };
    },
    async stop(client, subject) {
        await client.send(new StopPipelineExecutionCommand({ PipelineExecutionArn: subject["PipelineExecutionArn"] }));
        return true;
    },
};

/** Stopped, not deleted: its volume holds somebody's files. */
export const notebookInstance: KindOfWork = {
    async look(client, subject) {
        const found = await client.send(
            new DescribeNotebookInstanceCommand({ NotebookInstanceName: subject["NotebookInstanceName"] }),
        );
        return {
            ...phaseOf(found.NotebookInstanceStatus, {
                live: ["InService"],
                over: ["Deleting", "Failed", "Stopped", "Stopping"],
            }),
            roles: present(found.RoleArn),
            subnets: present(found.SubnetId),
            findings: [door("notebook instances are a way in beside Studio, which this deployment does not have")],
        };
    },
    async stop(client, subject) {
        await client.send(new StopNotebookInstanceCommand({ NotebookInstanceName: subject["NotebookInstanceName"] }));
        return true;
    },
};

/** Deleting an app ends its process; files stay in the space's volume and the home directory. */
export const app: KindOfWork = {
    async look(client, subject, rules) {
        const found = await client.send(new DescribeAppCommand(appInput(subject)));
        return {
            ...phaseOf(found.Status, { live: ["InService"], over: ["Deleted", "Deleting", "Failed"] }),
            roles: [],
            subnets: [],
            domainId: subject["DomainId"]!,
            findings: instances(rules.instances.apps, [found.ResourceSpec?.InstanceType]),
        };
    },
    async stop(client, subject) {
        await client.send(new DeleteAppCommand(appInput(subject)));
        return true;
    },
};

/** A space is not deleted, it holds somebody's files: its apps are, and then the door to it is closed. */
export const space: KindOfWork = {
    async look(client, subject, rules) {
        const found = await client.send(
            new DescribeSpaceCommand({ DomainId: subject["DomainId"], SpaceName: subject["SpaceName"] }),
        );
        const open = found.SpaceSettings?.RemoteAccess === "ENABLED" && !rules.remoteAccess;
        return {
            ...phaseOf(found.Status, { live: ["InService", "Update_Failed"], over: ["Deleting", "Failed"] }),
            roles: [],
            subnets: [],
            domainId: subject["DomainId"]!,
            findings: open ? [door("people can connect to it from outside Studio (RemoteAccess)")] : [],
        };
    },
    async stop(client, subject) {
        const of = { DomainId: subject["DomainId"], SpaceName: subject["SpaceName"] };
        const { Apps = [] } = await client.send(
            new ListAppsCommand({ DomainIdEquals: of.DomainId, SpaceNameEquals: of.SpaceName }),
        );
        const standing = Apps.filter(({ Status }) => Status !== "Deleted" && Status !== "Failed");
        for (const { AppType, AppName, Status } of standing) {
            if (Status === "InService") {
                await client.send(new DeleteAppCommand({ ...of, AppType, AppName }));
            }
        }
        if (standing.length > 0) {
            return false;
        }
        await client.send(new UpdateSpaceCommand({ ...of, SpaceSettings: { RemoteAccess: "DISABLED" } }));
        return true;
    },
};

/** Nothing is done about a domain but telling people: whatever was done would end everybody's work. */
export const domain: KindOfWork = {
    async look(client, subject) {
        const found = await client.send(new DescribeDomainCommand({ DomainId: subject["DomainId"] }));
        return {
            status: found.Status ?? "unknown",
            phase: "live",
            roles: [],
            subnets: [],
            domainId: subject["DomainId"]!,
            findings:
                found.AppNetworkAccessType === "VpcOnly"
                    ? []
                    : [door("its apps reach the internet; AppNetworkAccessType must be VpcOnly")],
        };
    },
};

function appInput(subject: Subject): {
    DomainId: string;
    AppType: AppType;
    AppName: string;
    SpaceName?: string;
    UserProfileName?: string;
} {
    const { SpaceName, UserProfileName } = subject;
    return {
        DomainId: subject["DomainId"]!,
        AppType: subject["AppType"] as AppType,
        AppName: subject["AppName"]!,
        // An app belongs to a space or to a profile; SageMaker refuses both at once.
        ...(SpaceName === undefined ? { UserProfileName } : { SpaceName }),
    };
}
