import { type GraphResource, isUnknown } from "../../graph";
import type { Finding } from "../definition";
import { undecided, violation } from "../findings";

/** What a client of a user pool may not do. Absent, it has no flows. */
export function checkFlows(client: GraphResource): Finding[] {
    const { allowedOauthFlows } = client.props;
    const flows: unknown[] = Array.isArray(allowedOauthFlows) ? allowedOauthFlows : [allowedOauthFlows];
    if (flows.includes("implicit")) {
        return [
            violation(
                client,
                'allowedOauthFlows has "implicit", which leaves tokens in addresses. Use "code" with PKCE.',
            ),
        ];
    }
    return flows.some(isUnknown)
        ? [undecided(client, "allowedOauthFlows is not known yet; it must not have implicit.")]
        : [];
}

/** Whether an identity pool admits guests; by default it does not. */
export function checkGuests(pool: GraphResource): Finding[] {
    const { allowUnauthenticatedIdentities } = pool.props;
    if (isUnknown(allowUnauthenticatedIdentities)) {
        return [undecided(pool, "allowUnauthenticatedIdentities is not known yet; it must not be true.")];
    }
    return allowUnauthenticatedIdentities === true
        ? [
              violation(
                  pool,
                  "allowUnauthenticatedIdentities is true: guests get credentials of your account. Set it to false.",
              ),
          ]
        : [];
}
