import {
    DescribeDomainCommand,
    type DescribeDomainCommandOutput,
    paginateListTags,
    type SageMakerClient,
} from "@aws-sdk/client-sagemaker";

import { isError } from "./errors";

/** The domain, or undefined when AWS says that there is none of this id. Any other answer is thrown on: it is no "gone". */
export async function findDomain(
    client: SageMakerClient,
    domainId: string,
): Promise<DescribeDomainCommandOutput | undefined> {
    try {
        return await client.send(new DescribeDomainCommand({ DomainId: domainId }));
    } catch (error) {
        if (isError(error, "ResourceNotFound")) {
            return undefined;
        }
        throw error;
    }
}

/** Value of a tag of a SageMaker resource. */
export async function tagOf(client: SageMakerClient, arn: string, key: string): Promise<string | undefined> {
    for await (const { Tags = [] } of paginateListTags({ client }, { ResourceArn: arn })) {
        const found = Tags.find((tag) => tag.Key === key);
        if (found !== undefined) {
            return found.Value;
        }
    }
    return undefined;
}
