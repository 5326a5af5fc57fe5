import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { serviceBoundary } from "./otherBoundaries";
import { rolePath } from "./roleNames";

export interface ServiceBoundaryArgs {
    readonly place: Place;
    readonly tags: Tags;
}

/** The upper bound of services' roles where there is no Studio beside them, as in the account of a hub. */
export class ServiceBoundary extends pulumi.ComponentResource {
    readonly arn: pulumi.Output<string>;

    constructor(name: string, { place, tags }: ServiceBoundaryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:ServiceBoundary", name, {}, opts);
        this.arn = new aws.iam.Policy(
            name,
            {
                name: physicalName(place, "policy", "service-boundary"),
                path: rolePath(place),
                description: "Upper bound of every role of this deployment that a service works under",
                policy: documentText("managed policy", name, serviceBoundary()),
                tags,
            },
            { parent: this },
        ).arn;
        this.registerOutputs({ arn: this.arn });
    }
}
