// A pack of one mandatory policy, to show that packs run; plain JavaScript starts fastest.
const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("engine-test-pack", {
    policies: [
        {
            name: "no-public-domain",
            description: "Domains stay in the VPC.",
            enforcementLevel: "mandatory",
            validateResource: ({ type, props }, report) => {
                if (type === "aws:sagemaker/domain:Domain" && props.appNetworkAccessType !== "VpcOnly") {
                    report(`appNetworkAccessType is ${props.appNetworkAccessType}`);
                }
            },
        },
        {
            name: "no-second-subnet",
            description: "Says something about every subnet.",
            enforcementLevel: "advisory",
            validateResource: ({ type, name }, report) => {
                if (type === "aws:ec2/subnet:Subnet" && name === "subnet-1") {
                    report("a second subnet");
                }
            },
        },
    ],
});
