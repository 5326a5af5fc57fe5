import type { PlainSettings } from "../components/settings";

/** Things to know about keys and buckets that stop nothing: what is not proven here, and who passes what is. */
export function storageNotices({ account, security }: PlainSettings): string[] {
    const { breakGlass, buckets, keys } = security;
    const existing = (["domain", "data", "logs"] as const).filter((purpose) => keys[purpose] !== undefined);
    return [
        ...(existing.length > 0
            ? [
                  `security.keys: the policies of the keys for ${existing.join(", ")} are their owners'; who may use these keys is not proven here.`,
              ]
            : []),
        ...(buckets.create && account.assumeRole === undefined && buckets.deployers.length === 0
            ? [
                  "security.buckets.deployers names nobody: the buckets hold Studio's roles to the S3 endpoint, and leave to IAM which other roles of the account list, write and delete there. What lies there only Studio reads, by its key. Production asks for the names.",
              ]
            : []),
        ...(breakGlass.length > 0
            ? [`Roles for emergencies read and write the buckets from anywhere: ${breakGlass.join(", ")}.`]
            : []),
        ...(buckets.emptyOnDestroy
            ? ["security.buckets.emptyOnDestroy is true: a destroy deletes the buckets with everything in them."]
            : []),
    ];
}
