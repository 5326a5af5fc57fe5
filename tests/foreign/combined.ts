import * as aws from "@pulumi/aws";

import { canvas } from "./systems/canvas";
import { employeeTag } from "./systems/employeeTag";
import { firewall } from "./systems/firewall";
import { hub } from "./systems/hub/hub";
import { workshop } from "./systems/workshop";

// One program as an organisation's account would hold it: everything side by side, and a second person in the first's group.
const { domain, role, group } = canvas((suffix) => `canvas-${suffix}`);
new aws.sagemaker.UserProfile("canvas-second-user", {
    domainId: domain.id,
    userProfileName: "seconduser",
    userSettings: { executionRole: role.arn, securityGroups: [group.id] },
});
firewall((suffix) => `firewall-${suffix}`);
workshop((suffix) => `workshop-${suffix}`);
hub((suffix) => `hub-${suffix}`);
employeeTag((suffix) => `employeeTag-${suffix}`);
