/** The profile in whose app the caller runs; both variables come with every Studio execution-role session. */
export const OWN_PROFILE = "${sagemaker:DomainId}/${sagemaker:UserProfileName}";

/** What the names of image configurations begin with that people make themselves. */
export const DRAFTS = "draft-";

/** Stands between a team and the rest of the name where AWS knows names alone, as in logs; no team's name holds it. */
export const TEAM_SEPARATOR = "--";
