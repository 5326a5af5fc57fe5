import type { RequestContext } from "../../../../policy-pack/iam";
import { type Calls, COLLEAGUE, never } from "../calls";
import type { Probe } from "../types";

/** What belongs to other people: their profiles, spaces and apps, and what ties a profile to its person. */
export function people(calls: Calls): Probe[] {
    const { colleagues, domain, own, subject, world } = calls;
    const { features } = world.intent;
    const ownProfile = `user-profile/${domain}/${subject.own}`;
    const theirs = `space/${domain}/theirs`;
    return [
        ...never(
            "open a colleague's profile",
            calls.call("CreatePresignedDomainUrl", `user-profile/${domain}/${COLLEAGUE}`),
        ),
        ...never("make a space in a colleague's name", calls.call("CreateSpace", theirs, colleagues)),
        ...never(
            "work in a colleague's space",
            calls.call("CreateApp", `app/${domain}/theirs/jupyterlab/default`, colleagues),
            calls.call("UpdateSpace", theirs, colleagues),
        ),
        ...never(
            "make a space that others may enter",
            calls.call("CreateSpace", `space/${domain}/own`, { ...own, "sagemaker:SpaceSharingType": "Shared" }),
        ),
        ...never("connect to a colleague's space from outside", calls.call("StartSession", theirs, ownerTag(calls))),
        ...(features.includes("remoteIde")
            ? []
            : never(
                  "open a space to connections from outside",
                  calls.call("CreateSpace", `space/${domain}/own`, { ...own, "sagemaker:RemoteAccess": "ENABLED" }),
                  calls.call("UpdateSpace", `space/${domain}/own`, { ...own, "sagemaker:RemoteAccess": "ENABLED" }),
              )),
        ...never("give a profile to somebody", calls.call("AddTags", ownProfile, personTag(calls))),
        ...never("take a profile from its person", calls.call("DeleteTags", ownProfile, tagKeys(calls))),
        ...never(
            "change profiles or the domain",
            calls.call("CreateUserProfile", `user-profile/${domain}/new`),
            calls.call("UpdateUserProfile", ownProfile),
            calls.call("DeleteUserProfile", ownProfile),
            calls.call("UpdateDomain", `domain/${domain}`),
            calls.call("DeleteDomain", `domain/${domain}`),
        ),
        ...never("make notebook instances", calls.call("CreateNotebookInstance", "notebook-instance/probe")),
        ...otherDomain(calls),
    ];
}

function tagKeys({ world }: Calls): RequestContext {
    return { "aws:TagKeys": [world.intent.facts.tagKey] };
}

function personTag(calls: Calls): RequestContext {
    return { ...tagKeys(calls), [`aws:RequestTag/${calls.world.intent.facts.tagKey}`]: "somebody" };
}

/** SageMaker tags a space with the profile it is of. */
function ownerTag(calls: Calls): RequestContext {
    const owner = calls.arn("sagemaker", `user-profile/${calls.domain}/${COLLEAGUE}`);
    return {
        "aws:ResourceTag/sagemaker:user-profile-arn": owner,
        "sagemaker:ResourceTag/sagemaker:user-profile-arn": owner,
    };
}

const OTHER_DOMAIN = "d-another0domain";

/** Where spaces lie in another domain, and where SageMaker says by its tag that something was made there. */
function otherDomain(calls: Calls): Probe[] {
    const domainArn = calls.arn("sagemaker", `domain/${OTHER_DOMAIN}`);
    const made = {
        "aws:ResourceTag/sagemaker:domain-arn": domainArn,
        "sagemaker:ResourceTag/sagemaker:domain-arn": domainArn,
    };
    // The profile of the same name there.
    const owner = { ...calls.own, "sagemaker:OwnerUserProfileArn": ownerThere(calls) };
    return [
        ...never(
            "open a profile of another domain",
            calls.call("CreatePresignedDomainUrl", `user-profile/${OTHER_DOMAIN}/${calls.subject.own}`),
        ),
        ...never(
            "work in another domain",
            calls.call("CreateSpace", `space/${OTHER_DOMAIN}/own`, owner),
            calls.call("DeleteApp", `app/${OTHER_DOMAIN}/own/jupyterlab/default`, owner),
        ),
        ...(calls.subject.session === "job"
            ? // A job's session tells no domain, so no policy could deny it; docs/operations.md says what that leaves open.
              []
            : never(
                  "stop what another domain's people started",
                  calls.onOwn("StopTrainingJob", "training-job/x", made),
              )),
    ];
}

function ownerThere(calls: Calls): string {
    return calls.arn("sagemaker", `user-profile/${OTHER_DOMAIN}/${calls.subject.own}`);
}
