/** A refusal by AWS; `code` is the error code AWS documents, the text is ours. */
export class AwsError extends Error {
    constructor(
        readonly code: string,
        text: string,
    ) {
        super(`api error ${code}: ${text}`);
    }
}

/** A refusal by the provider itself, before any call to AWS. */
export class ProviderError extends Error {}
