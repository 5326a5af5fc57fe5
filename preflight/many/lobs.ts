import { type LobSetting, type PlainMultiSettings, roomOfNetwork } from "../../components/settings";
import type { Room } from "../../components/addresses";
import type { ResourceGraph } from "../../policy-pack/graph";
import { networkOf } from "../../policy-pack/graph/network";
import { accessIntent, networkIntent, roleIntent } from "../intent";
import { accessMatrix, accessProofs, accessWorld } from "../proofs/access";
import { type Part, partsOf } from "../proofs/accounts";
import { networkProofs } from "../proofs/network";
import { toProof } from "../proofs/network/findings";
import { judgeRoles } from "../proofs/roles";
import type { LobReport } from "../report/types";
import { lobGraph } from "./lobGraph";

/** Judges every line of business as a stack of its own, its domain in the network of all. */
export function judgeLobs(
    graph: ResourceGraph,
    outputs: Readonly<Record<string, unknown>>,
    settings: PlainMultiSettings,
): LobReport[] {
    const parts = partsOf(graph);
    return settings.lobs.map((lob) => {
        const part = parts.lobs.find(({ name }) => name === lob.lob);
        return part === undefined
            ? absent(lob)
            : judgeLob(graph, part, outputsOf(outputs, lob.lob), lob, settings.hub.organization);
    });
}

function judgeLob(
    whole: ResourceGraph,
    part: Part,
    outputs: Readonly<Record<string, unknown>>,
    lob: LobSetting,
    organization: string | undefined,
): LobReport {
    const stated = organization === undefined ? {} : { organization };
    const [hubVpc] = partsOf(whole).hub?.vpcs ?? [];
    const network = networkProofs(whole, outputs, networkIntent(lob), {
        egressOfHub: lob.centralEgress,
        isAsked: (domain) => part.resources.includes(domain),
        ...(hubVpc === undefined ? {} : { hub: { vpc: hubVpc, account: lob.account.id, ...stated } }),
    });
    const { graph, shared } = lobGraph(whole, part, lob.region);
    // People come through the access service, and the matrix of its API shows what they open; here are the apps.
    const world = { ...accessWorld(graph, lob.region, shared), userRoles: [] };
    const access = accessIntent(lob, network);
    const roles = roleIntent(lob);
    const classes = accessMatrix(world, { ...access, facts: { ...access.facts, ...stated } });
    return {
        lob: lob.lob,
        account: lob.account.id,
        network: network.proofs,
        room: roomOf(whole, part, lob),
        access: { classes, proofs: accessProofs(classes, world).filter(({ id }) => id !== "access.user-role") },
        roles: judgeRoles(graph, { ...roles, facts: { ...roles.facts, ...stated } }, outputs),
    };
}

/** What the hub's endpoints serve takes no addresses here. */
function roomOf(graph: ResourceGraph, { vpcs }: Part, lob: LobSetting): Room[] {
    const own = networkOf(graph).endpoints.some(
        ({ type, vpc }) => type === "Interface" && vpc.found.some((each) => vpcs.includes(each)),
    );
    return roomOfNetwork(lob.network, lob.subnets, lob.region).filter(({ tier }) => own || tier !== "endpoint");
}

function outputsOf(outputs: Readonly<Record<string, unknown>>, lob: string): Readonly<Record<string, unknown>> {
    const all = outputs["lobs"] as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
    return all?.[lob] ?? {};
}

function absent({ account, lob }: LobSetting): LobReport {
    const proof = toProof("lob.there", `Line of business ${lob} is in the stack`, [
        {
            verdict: "broken",
            text: `nothing is registered below studio-${lob}`,
            fix: "Deploy every line of the stack file.",
        },
    ]);
    return {
        lob,
        account: account.id,
        network: [proof],
        room: [],
        access: { classes: [], proofs: [] },
        roles: { classes: [], proofs: [] },
    };
}
