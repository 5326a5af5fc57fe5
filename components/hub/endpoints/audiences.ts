import type { ServiceKey } from "../../../policy-pack/facts";

/** Who calls the hub's endpoints: lines of business, the presign function, people's browsers. */
export const AUDIENCES = ["lob", "access", "clients"] as const;

export type Audience = (typeof AUDIENCES)[number];

/** What the presign function calls: it takes on the line of business's role and asks for the link. */
const ACCESS_SERVICES: readonly ServiceKey[] = ["sts", "sagemaker.api"];

/**
 * What a browser, or a person's command line, talks to: sign-in, the access API and Studio itself, which calls SageMaker
 * from the page. Source: sagemaker developer guide, studio-interface-endpoint.
 */
const CLIENT_SERVICES: readonly ServiceKey[] = ["studio", "execute-api", "sagemaker.api", "sts", "cognito-idp"];

/** What only people use; a line of business has no business with either. */
const PEOPLE_ONLY: readonly ServiceKey[] = ["execute-api", "cognito-idp"];

/**
 * Who may call a service's endpoint and finds it by its private zone: the security groups and the associations of zones
 * both follow from this.
 *
 * @param endpoints `local`: lines of business have their own endpoints and use none of the hub's
 */
export function audiencesOf(service: ServiceKey, endpoints: "shared" | "local"): Audience[] {
    const may: Readonly<Record<Audience, boolean>> = {
        lob: endpoints === "shared" && !PEOPLE_ONLY.includes(service),
        access: ACCESS_SERVICES.includes(service),
        clients: CLIENT_SERVICES.includes(service),
    };
    return AUDIENCES.filter((audience) => may[audience]);
}
