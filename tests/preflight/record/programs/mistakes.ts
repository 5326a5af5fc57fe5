import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Programs that go wrong, each in one way; `mistake` in the configuration says which. */
const mistake = new pulumi.Config().require("mistake");
const provider = new aws.Provider("home", { region: "eu-west-1", allowedAccountIds: ["444455556666"] });

switch (mistake) {
    case "run-error":
        throw new pulumi.RunError("network.cidr: 10.0.0.0/8 is larger than /16");
    case "error":
        throw new Error("a mistake in the program");
    case "apply-error":
        new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider }).id.apply(() => {
            throw new Error("lost in apply");
        });
        break;
    case "rejection":
        void Promise.reject(new Error("lost in a promise"));
        break;
    case "logged":
        void pulumi.log.error("this stack is broken");
        break;
    case "no-provider":
        new aws.ec2.Vpc("first", { cidrBlock: "10.0.0.0/16" });
        new aws.ec2.Vpc("second", { cidrBlock: "10.1.0.0/16" });
        aws.getCallerIdentityOutput();
        break;
    case "duplicate":
        new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, { provider });
        new aws.ec2.Vpc("vpc", { cidrBlock: "10.1.0.0/16" }, { provider });
        break;
    case "unknown-invoke":
        aws.ec2.getAmiOutput({ owners: ["amazon"] }, { provider });
        break;
    case "wrong-account":
        new aws.Provider("contradiction", {
            region: "eu-west-1",
            allowedAccountIds: ["444455556666"],
            assumeRoles: [{ roleArn: "arn:aws:iam::999900001111:role/deploy" }],
        });
        break;
    case "endless":
        setInterval(() => undefined, 1000);
        break;
    case "exit":
        console.error("giving up");
        process.exit(3);
        break;
    case "secret-in-message":
        throw new pulumi.RunError(`the token is ${new pulumi.Config().require("token")}`);
}
