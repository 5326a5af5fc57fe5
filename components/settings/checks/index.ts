import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { addressesGivenWhenUsed, operatorsAreApart, productionIsNotOpen, tagsLeaveAbacAlone } from "./access";
import { domainProblems, sharingBucketIsKnown, sharingKeyIsOfRegion } from "./domain";
import { ARNS, arnsAreOfAccount, arnsAreOfPartition } from "./identities";
import { networkProblems } from "./network";
import { productionIsProtected, productionKeepsHomes } from "./state";
import { profilesHaveRoomForTags, tagKeysHaveOneSpelling, userTagsLeaveIdentityAlone } from "./userTags";
import { profileNamesAreValid, usersAreDistinct } from "./users";

export { withProfiles } from "./users";

/** The top keys that could be read, and the Region. */
export type Known = Partial<TopValues> & {
    readonly region?: Region;
    /** Whether no value of `tags` may stand in a message. */
    readonly hideTags?: boolean;
};

/** Rules between keys. Each is checked when all the keys it needs could be read. */
export function crossChecks(known: Known): Problem[] {
    const { account, production, protect, network, access, domain, security, users, tags, region } = known;
    return [
        ...(production !== undefined && protect !== undefined ? productionIsProtected(protect, production) : []),
        ...(network ? networkProblems(network, { region, production }) : []),
        ...(access ? [...addressesGivenWhenUsed(access), ...operatorsAreApart(access)] : []),
        ...(access && production !== undefined ? productionIsNotOpen(access, production) : []),
        ...(access && tags ? tagsLeaveAbacAlone(access, tags, known.hideTags ?? false) : []),
        ...(account && region ? arnsAreOfPartition(ARNS.account(account), region) : []),
        ...(access && region ? arnsAreOfPartition(ARNS.access(access), region) : []),
        ...(network && region ? arnsAreOfPartition(ARNS.network(network), region) : []),
        ...(security && region ? arnsAreOfPartition(ARNS.security(security), region) : []),
        ...(account ? arnsAreOfAccount(ARNS.account(account), account.id) : []),
        ...(account && network ? arnsAreOfAccount(ARNS.network(network), account.id) : []),
        ...(account && security ? arnsAreOfAccount(ARNS.security(security), account.id) : []),
        ...(domain ? domainProblems(domain) : []),
        ...(domain && security ? sharingBucketIsKnown(domain, security) : []),
        ...(domain && region ? sharingKeyIsOfRegion(domain, region) : []),
        ...(domain && production !== undefined ? productionKeepsHomes(domain, production) : []),
        ...(users ? [...profileNamesAreValid(users), ...usersAreDistinct(users)] : []),
        ...(users ? userTagsLeaveIdentityAlone(users, access?.tag) : []),
        ...(users && tags ? [...tagKeysHaveOneSpelling(users, tags), ...profilesHaveRoomForTags(users, tags)] : []),
    ];
}
