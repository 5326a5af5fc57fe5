import { sdkClass } from "../sdk";
import { hexId } from "../subject";
import { ACCESS_SERVICE } from "./accessService";
import { DNS } from "./dns";
import { FIREWALL } from "./firewall";
import { FUNCTIONS } from "./functions";
import { HUB } from "./hub";
import { IMAGES } from "./images";
import type { Identity, IdentityTable } from "./identity";
import { NETWORK } from "./network";
import { ON_PREMISES } from "./onPremises";
import { ORGANIZATION } from "./organization";
import { SECURITY } from "./security";
import { SIGN_IN } from "./signIn";
import { STUDIO } from "./studio";
import { WATCH } from "./watch";

export type { Identity } from "./identity";
export { prefixListOf } from "./endpoints";

/** Types the emulator knows by name; every other type of the SDK gets the generic behaviour. */
export const IDENTITIES: IdentityTable = {
    ...NETWORK,
    ...HUB,
    ...FIREWALL,
    ...DNS,
    ...SECURITY,
    ...ORGANIZATION,
    ...ON_PREMISES,
    ...SIGN_IN,
    ...STUDIO,
    ...IMAGES,
    ...FUNCTIONS,
    ...WATCH,
    ...ACCESS_SERVICE,
};

/**
 * Identity of a type. A type the tables do not have gets a made-up id and, where the SDK has the property, an ARN.
 *
 * @returns undefined for a type that not even the SDK has
 */
export function identityOf(type: string): Identity | undefined {
    const known = IDENTITIES[type];
    const sdk = sdkClass(type);
    if (known !== undefined || sdk === undefined) {
        return known;
    }
    const [, module = "", name = ""] = /^aws:([^/:]+)[^:]*:(\w+)$/.exec(type) ?? [];
    const kind = name.toLowerCase();
    return {
        id: () => hexId(`${kind}-`),
        ...(sdk.inputs.has("name") ? { autoName: "name" } : {}),
        outputs: sdk.outputs.has("arn") ? { arn: (subject, id) => subject.arn(module, `${kind}/${id}`) } : {},
    };
}
