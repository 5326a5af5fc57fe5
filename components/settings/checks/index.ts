import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { addressesGivenWhenUsed, operatorsAreApart, productionIsNotOpen, tagsLeaveAbacAlone } from "./access";
import { baselineHangsTogether, macieIsThere, responseHasATrail } from "./baseline";
import { canvasProblems } from "./canvas";
import { domainProblems, sharingBucketIsKnown, sharingKeyIsOfRegion } from "./domain";
import { offeredTypesAreAllowed, organizationIsElsewhere, organizationTakesThePolicies } from "./guardrails";
import { ARNS, arnsAreOfAccount, arnsAreOfPartition } from "./identities";
import { federationProblems } from "./federation";
import { fileSystemProblems } from "./fileSystems";
import { emptiedRepositoriesAreNotProtected, imageProblems, repositoriesAreOfRegion } from "./images";
import { networkProblems } from "./network";
import { groupPersonasAreKnown, signInProblems } from "./signIn";
import {
    actionSetsCount,
    commonTagsLeaveRolesAlone,
    personasOfUsersExist,
    tagsLeaveTeamsAlone,
    teamTagIsItsOwn,
} from "./personas";
import { productionIsProtected, productionKeepsHomes } from "./state";
import {
    breakGlassAdministersNothing,
    canvasHasItsBucket,
    fullBucketsAreProtected,
    keysAreOfPlace,
    onlyThroughEndpointHasEffect,
    productionNamesDeployers,
} from "./storage";
import { profilesHaveRoomForTags, tagKeysHaveOneSpelling, userTagsLeaveIdentityAlone } from "./userTags";
import { profileNamesAreValid, usersAreDistinct } from "./users";

export { withProfiles } from "./users";

/** The top keys that could be read, and the Region. */
export type Known = Partial<TopValues> & {
    readonly region?: Region;
    /** Keys of `access` that the stack file has itself; the others have their defaults. */
    readonly accessKeys?: readonly string[];
    /** Whether people enter through an access service, so that `access` names nobody. */
    readonly throughService?: boolean;
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
        ...(access ? signInProblems(access, known.accessKeys ?? [], users, known.throughService) : []),
        ...(access ? federationProblems(access, account) : []),
        ...(access && security ? groupPersonasAreKnown(access, security) : []),
        ...(account && region ? arnsAreOfPartition(ARNS.account(account), region) : []),
        ...(access && region ? arnsAreOfPartition(ARNS.access(access), region) : []),
        ...(network && region ? arnsAreOfPartition(ARNS.network(network), region) : []),
        ...(security && region ? arnsAreOfPartition(ARNS.security(security), region) : []),
        ...(account ? arnsAreOfAccount(ARNS.account(account), account.id) : []),
        ...(account && network ? arnsAreOfAccount(ARNS.network(network), account.id) : []),
        ...(account && security ? arnsAreOfAccount(ARNS.security(security), account.id) : []),
        ...(domain ? [...domainProblems(domain), ...imageProblems(domain), ...fileSystemProblems(domain)] : []),
        ...(domain && network ? canvasProblems(domain, network) : []),
        ...(domain && region ? repositoriesAreOfRegion(domain, region) : []),
        ...(domain && protect !== undefined ? emptiedRepositoriesAreNotProtected(domain, protect) : []),
        ...(domain && region ? arnsAreOfPartition(ARNS.domain(domain), region) : []),
        ...(domain && account ? arnsAreOfAccount(ARNS.domain(domain), account.id) : []),
        ...(domain && security ? sharingBucketIsKnown(domain, security) : []),
        ...(security ? breakGlassAdministersNothing(security) : []),
        ...(security && protect !== undefined ? fullBucketsAreProtected(security, protect) : []),
        ...(security && account && production !== undefined
            ? productionNamesDeployers(security, account, production)
            : []),
        ...(security && network ? canvasHasItsBucket(security, network) : []),
        ...(security && account && region ? keysAreOfPlace(security, account.id, region) : []),
        ...(security && network && region ? onlyThroughEndpointHasEffect(security, network, region) : []),
        ...(domain && security ? offeredTypesAreAllowed(domain, security) : []),
        ...(security ? [...baselineHangsTogether(security), ...responseHasATrail(security)] : []),
        ...(security && region ? macieIsThere(security, region) : []),
        ...(security && account ? organizationIsElsewhere(security, account) : []),
        ...(security && region ? organizationTakesThePolicies(security, region) : []),
        ...(security && region ? arnsAreOfPartition(ARNS.organization(security), region) : []),
        ...(domain && region ? sharingKeyIsOfRegion(domain, region) : []),
        ...(domain && production !== undefined ? productionKeepsHomes(domain, production) : []),
        ...(users ? [...profileNamesAreValid(users), ...usersAreDistinct(users)] : []),
        ...(users ? userTagsLeaveIdentityAlone(users, access?.tag) : []),
        ...(users && security
            ? [...personasOfUsersExist(users, security), ...tagsLeaveTeamsAlone(users, security, access?.groups ?? [])]
            : []),
        ...(network && security ? actionSetsCount(security, network) : []),
        ...(access && security ? teamTagIsItsOwn(security, access) : []),
        ...(users && security && tags ? commonTagsLeaveRolesAlone(tags, users, security, access?.groups ?? []) : []),
        ...(users && tags ? [...tagKeysHaveOneSpelling(users, tags), ...profilesHaveRoomForTags(users, tags)] : []),
    ];
}
