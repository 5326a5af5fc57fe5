import { StudioDomain, type StudioDomainArgs } from "../../components/domain";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

/** A domain as the least stack file describes it, but for a second instance type. */
export const ARGS: StudioDomainArgs = {
    place: PLACE,
    features: ["studio", "jobs"],
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    defaultGroupId: "sg-default",
    executionRoleArn: "arn:aws:iam::111122223333:role/execution",
    keyArn: "arn:aws:kms:eu-west-1:111122223333:key/domain",
    homes: "retain",
    volumes: { defaultGb: 5, maximumGb: 100 },
    idleShutdown: { minutes: 120 },
    instances: { jupyterLab: "ml.t3.medium", codeEditor: "ml.t3.large", offered: [] },
    lifecycleScripts: {},
    fileSystems: [],
    canvas: { directDeploy: false, modelRegister: false, timeSeries: false },
    projectsPortfolio: false,
    docker: { enabled: false, accounts: [] },
    tagPropagation: false,
    protect: true,
    after: [],
    tags: { project: "fixture" },
};

/** The domain of {@link ARGS}, with changes. */
export function recordDomain(changes: Partial<StudioDomainArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        new StudioDomain("domain", { ...ARGS, ...changes }, inPlace());
    }, STACK);
}
