import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown, type Maybe, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { sourced } from "../../../policy-pack/graph/identity";
import { type EndpointView, endpointView } from "../access";
import { bucketsOf, KEY, keysOf, maybe, type Store } from "./stores";
import { rolesOf, type RolesOfStack } from "./subjects";
import type { RoleIntent } from "./types";

const DOMAIN = "aws:sagemaker/domain:Domain";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** What the output `bucketNames` calls the buckets people work with. */
const WORK_BUCKETS = ["data", "models", "canvas"];

/** Outputs of the stack that tell what people are meant to use. */
export interface StackOutputs {
    readonly jobsGroupId?: unknown;
    readonly dataKeyArn?: unknown;
    readonly bucketNames?: unknown;
    readonly jobRoleArns?: unknown;
    readonly teamJobRoleArns?: unknown;
}

/** What the questions about roles are asked in. */
export interface RoleWorld extends RolesOfStack {
    readonly intent: RoleIntent;
    readonly domainId: Maybe<string>;
    /** Teams of the stack, sorted. */
    readonly teams: readonly string[];
    readonly subnetIds: Maybe<readonly string[]>;
    /** Empty: nothing is meant to run beside apps. */
    readonly jobGroupIds: Maybe<readonly string[]>;
    /** Key of home directories and of jobs' volumes. */
    readonly volumeKey: Maybe<string>;
    /** Key of what jobs write. */
    readonly outputKey: Maybe<string>;
    /** Buckets of the stack that hold logs and records. */
    readonly recordBuckets: readonly Store[];
    /** Buckets people work with. */
    readonly workBuckets: readonly Store[];
    /** The one of these that has a folder for each team. */
    readonly dataBucket: Store | undefined;
    readonly keys: readonly Store[];
    /** ARN of a role of jobs that a team is meant to use; undefined: the outputs name none. */
    readonly jobRole: (kind: string, team: string | undefined) => Maybe<string> | undefined;
    readonly endpoint: (service: ServiceKey) => EndpointView | undefined;
}

/** Reads what the stack's domain gives its roles; undefined without a domain. */
export function roleWorld(graph: ResourceGraph, intent: RoleIntent, outputs: StackOutputs): RoleWorld | undefined {
    const [domain, ...others] = graph.ofType(DOMAIN);
    if (domain === undefined) {
        return undefined;
    }
    const roles = rolesOf(graph, intent.teamTag);
    const buckets = bucketsOf(graph);
    const named = (purpose: string): unknown => readPath(outputs, `bucketNames.${purpose}`);
    const forWork = WORK_BUCKETS.map(named);
    const workBuckets = buckets.filter(({ id }) => forWork.includes(id));
    return {
        intent,
        ...roles,
        // A session knows one domain, and the questions are asked in the first.
        unread: [...roles.unread, ...others.map(({ name }) => `nothing was asked in the domain ${name}`)],
        domainId: maybe(domain.props.domainId ?? domain.id),
        teams: [...new Set(roles.subjects.flatMap(({ team }) => team ?? []))].sort(),
        subnetIds: list(domain.props.subnetIds),
        jobGroupIds: list(outputs.jobsGroupId === undefined ? [] : [outputs.jobsGroupId]),
        volumeKey: keyOf(graph, domain),
        outputKey: outputs.dataKeyArn === undefined ? keyOf(graph, domain) : maybe(outputs.dataKeyArn),
        recordBuckets: buckets.filter((bucket) => !workBuckets.includes(bucket)),
        workBuckets,
        dataBucket: workBuckets.find(({ id }) => id === named("data")),
        keys: keysOf(graph),
        jobRole: (kind, team) => {
            const arn = readPath(team === undefined ? outputs.jobRoleArns : outputs.teamJobRoleArns, at(team, kind));
            return arn === undefined ? undefined : maybe(arn);
        },
        endpoint: endpointsOf(graph, intent.facts.region),
    };
}

function at(team: string | undefined, kind: string): string {
    return team === undefined ? kind : `${team}.${kind}`;
}

function endpointsOf(graph: ResourceGraph, region: string): RoleWorld["endpoint"] {
    const endpoints = new Map(
        graph.ofType(ENDPOINT).map((endpoint) => {
            const { policy } = endpoint.props;
            const view = endpointView(endpoint);
            // Read once: a policy that is read anew for every question takes longer than all questions together.
            const read =
                policy === undefined ? {} : { policy: sourced(endpoint.name, endpoint.urn, view.policy?.document) };
            return [endpoint.props.serviceName, { ...view, ...read }] as const;
        }),
    );
    return (service) => endpoints.get(ENDPOINT_SERVICES[service].serviceName(region));
}

function keyOf(graph: ResourceGraph, domain: GraphResource): Maybe<string> {
    const [key] = graph.refs(domain, "kmsKeyId", [KEY]).found;
    return maybe(key?.props.arn ?? domain.props.kmsKeyId);
}

/** One that is not known leaves the whole list unknown: a request states all of them or none. */
function list(value: unknown): Maybe<readonly string[]> {
    if (isUnknown(value)) {
        return value;
    }
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.find(isUnknown) ?? items.map(String);
}
