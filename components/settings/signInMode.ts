import { NAMESPACE } from "./schema";

/** Whether the configuration asks for `access.mode: identity-center`, read before anything else is: other keys hang on it. */
export function asksForIdentityCenter({ config }: { readonly config: Readonly<Record<string, unknown>> }): boolean {
    const access = config[`${NAMESPACE}:access`];
    return typeof access === "object" && access !== null && "mode" in access && access.mode === "identity-center";
}
