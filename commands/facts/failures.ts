import { UserError } from "../open/outputs";
import { type Action, leastPolicy } from "./actions";

const DENIED = ["UnauthorizedOperation", "AccessDenied", "AccessDeniedException"];
const THROTTLED = ["RequestLimitExceeded", "Throttling", "ThrottlingException", "TooManyRequestsException"];
const NO_VPC = ["InvalidVpcID.NotFound", "InvalidVpcID.Malformed"];
const NO_CREDENTIALS = ["CredentialsProviderError", "TokenProviderError"];
const OLD_CREDENTIALS = ["ExpiredToken", "ExpiredTokenException", "RequestExpired"];
const WRONG_CREDENTIALS = ["AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException", "OptInRequired"];

/**
 * Why EC2 did not answer, as a message for people: the cause that keeps all calls from working first, else every action
 * that was refused, with the least policy that mends it.
 *
 * @param failures what each action failed with; empty when the VPC was not among the answers
 */
export function refusal(failures: ReadonlyMap<Action, unknown>, vpcId: string, region: string): UserError {
    const errors = [...failures.values()].map((error) => (error instanceof Error ? error : new Error(String(error))));
    const named = (names: readonly string[]): Error | undefined => errors.find(({ name }) => names.includes(name));
    if (named(NO_CREDENTIALS)) {
        return new UserError(
            "No AWS credentials were found: sign in first (aws sso login, or the environment's variables).",
        );
    }
    if (named(OLD_CREDENTIALS)) {
        return new UserError("Your AWS credentials have expired: sign in again.");
    }
    const wrong = named(WRONG_CREDENTIALS);
    if (wrong) {
        return new UserError(
            `${wrong.name}: AWS does not accept your credentials in ${region}. Sign in again; if that does not help, ask whether the Region is enabled for the account.`,
        );
    }
    const denied = [...failures].filter(([, error]) => error instanceof Error && DENIED.includes(error.name));
    if (denied.length > 0) {
        return accessDenied(
            denied.map(([action]) => action),
            region,
        );
    }
    if (errors.length === 0 || named(NO_VPC)) {
        return new UserError(
            `There is no VPC ${vpcId} in ${region} of the account your credentials are of. Check the id, --region, and which account you are signed in to.`,
        );
    }
    if (named(THROTTLED)) {
        return new UserError(`AWS answers too many requests of this account in ${region}. Try again in a minute.`);
    }
    const [first] = errors;
    return new UserError(
        `${first?.name}: ${first?.message}\nEC2 in ${region} did not answer; nothing was written. Check the Region's name and your connection.`,
    );
}

function accessDenied(actions: readonly Action[], region: string): UserError {
    const distinct = [...new Set(actions)].sort();
    return new UserError(
        [
            `Your credentials may not call ${distinct.join(", ")}; nothing was written.`,
            "Have this policy added to your role, or run the command with one that has it:",
            leastPolicy(distinct, region),
        ].join("\n"),
    );
}
