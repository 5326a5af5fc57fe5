import { endpointsPage, interfaces } from "./row";

const CODE_ARTIFACT = {
    only: [
        "ap-northeast-1",
        "ap-south-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "eu-central-1",
        "eu-north-1",
        "eu-south-1",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "us-east-1",
        "us-east-2",
        "us-west-2",
    ],
    source: endpointsPage("codeartifact"),
};

const CODE_COMMIT = {
    except: [
        "ap-east-2",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-west-1",
        "eu-central-2",
        "eu-south-2",
        "eusc-de-east-1",
        "mx-central-1",
    ],
    source: endpointsPage("codecommit"),
};

/** Packages, source, builds and templates. */
export const DELIVERY = interfaces({
    servicecatalog: {
        offered: {
            except: ["ap-east-2", "ap-southeast-5", "ap-southeast-7", "eusc-de-east-1", "mx-central-1"],
            source: endpointsPage("servicecatalog"),
        },
    },
    "codeconnections.api": { hosts: ["codeconnections"] },
    "codestar-connections.api": { hosts: ["codestar-connections"] },
    codebuild: {
        offered: { except: ["ap-east-2", "ca-west-1", "mx-central-1"], source: endpointsPage("codebuild") },
    },
    codepipeline: {
        // Last read of VpcEndpointPolicySupported: false. AWS's page of the endpoint says nothing of a policy either.
        supportsPolicy: false,
        source: "https://docs.aws.amazon.com/codepipeline/latest/userguide/vpc-support.html",
        offered: {
            except: ["ap-east-2", "ap-southeast-7", "ca-west-1", "mx-central-1"],
            source: endpointsPage("codepipeline"),
        },
    },
    codecommit: { offered: CODE_COMMIT },
    "git-codecommit": { offered: CODE_COMMIT },
    cloudformation: {},
    "codeartifact.api": {
        hosts: ["codeartifact"],
        offered: CODE_ARTIFACT,
        source: "https://docs.aws.amazon.com/codeartifact/latest/ug/create-vpc-endpoints.html",
    },
    "codeartifact.repositories": {
        hosts: ["*.d.codeartifact"],
        offered: CODE_ARTIFACT,
        source: "https://docs.aws.amazon.com/codeartifact/latest/ug/create-vpc-endpoints.html",
    },
});
