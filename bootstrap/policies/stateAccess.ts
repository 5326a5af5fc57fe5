import { partitionOf } from "../../policy-pack/facts";
import type { Place } from "../../components/names";
import type { Statement } from "./document";

/** Where the state lies and what encrypts it. */
export interface StateLocation {
    readonly bucket: string;
    /** Key of the bucket's objects. */
    readonly stateKeyArn: string;
    /** Key of the secrets within the state. */
    readonly secretsKeyArn: string;
}

/**
 * What previews and refreshes of these stacks take: their state files, and a lock, because `refresh --preview-only`
 * takes one. Source: pulumi/pulumi pkg/backend/diy (paths in store.go and lock.go, locking in backend.go).
 */
export function readState(location: StateLocation, places: readonly [Place, ...Place[]]): Statement[] {
    const object = objectsOf(location, places[0]);
    return [
        listing(location, places[0]),
        {
            Sid: "ReadState",
            Effect: "Allow",
            Action: ["s3:GetObject"],
            Resource: [
                object("meta.yaml"),
                ...places.map(({ project, stack }) => object(`stacks/${project}/${stack}.json*`)),
            ],
        },
        locks(location, places),
        stateKey(location, places[0]),
        { Sid: "ReadSecrets", Effect: "Allow", Action: ["kms:Decrypt"], Resource: [location.secretsKeyArn] },
    ];
}

/** What updates of one stack take: its own state, history, backups and lock. */
export function writeState(location: StateLocation, place: Place): Statement[] {
    const object = objectsOf(location, place);
    const { project, stack } = place;
    return [
        listing(location, place),
        { Sid: "ReadBackend", Effect: "Allow", Action: ["s3:GetObject"], Resource: [object("meta.yaml")] },
        {
            Sid: "OwnState",
            Effect: "Allow",
            Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resource: [
                object(`stacks/${project}/${stack}.json*`),
                object(`history/${project}/${stack}/*`),
                object(`backups/${project}/${stack}/*`),
            ],
        },
        locks(location, [place]),
        stateKey(location, place),
        {
            Sid: "Secrets",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:Encrypt"],
            Resource: [location.secretsKeyArn],
        },
    ];
}

/** The only objects whoever previews may write. */
export function lockPattern(bucket: string, { project, stack, region }: Place): string {
    return `arn:${partitionOf(region).id}:s3:::${bucket}/.pulumi/locks/organization/${project}/${stack}/*`;
}

function objectsOf({ bucket }: StateLocation, { region }: Place): (path: string) => string {
    return (path) => `arn:${partitionOf(region).id}:s3:::${bucket}/.pulumi/${path}`;
}

/** The backend lists whole folders, other stacks' names among them; reading them is another matter. */
function listing({ bucket }: StateLocation, { region }: Place): Statement {
    return {
        Sid: "ListState",
        Effect: "Allow",
        Action: ["s3:ListBucket"],
        Resource: [`arn:${partitionOf(region).id}:s3:::${bucket}`],
    };
}

function locks({ bucket }: StateLocation, places: readonly Place[]): Statement {
    return {
        Sid: "Lock",
        Effect: "Allow",
        Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
        Resource: places.map((place) => lockPattern(bucket, place)),
    };
}

function stateKey({ stateKeyArn }: StateLocation, { region }: Place): Statement {
    return {
        Sid: "StateKeyThroughS3",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: [stateKeyArn],
        Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    };
}
