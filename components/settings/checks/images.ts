import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

type Domain = TopValues["domain"];
type Image = Domain["images"][number];

/** Rules among the keys of one image, and between images. */
export function imageProblems({ images }: Domain): Problem[] {
    return images.flatMap((image, index) => [
        ...nameIsItsOwn(images, image, index),
        ...givenRepositoryHasItsImage(image, index),
        ...givenRepositoryIsKept(image, index),
    ]);
}

/** Names of resources are made of it. */
function nameIsItsOwn(images: readonly Image[], { name }: Image, index: number): Problem[] {
    const first = images.findIndex((other) => other.name === name);
    return first === index
        ? []
        : [
              {
                  path: ["domain", "images", index, "name"],
                  found: name,
                  rule: `each image has a name of its own; domain.images[${first}] has this one`,
                  fix: "rename one of the two, or give one image both apps",
              },
          ];
}

/** Nothing is made of a repository that is there already but the image it holds. */
function givenRepositoryHasItsImage({ repository, digest }: Image, index: number): Problem[] {
    return repository !== undefined && digest === undefined
        ? [
              {
                  path: ["domain", "images", index, "digest"],
                  found: digest,
                  rule: "an existing repository holds an image already, which its digest names",
                  fix: "add the digest of the image",
              },
          ]
        : [];
}

function givenRepositoryIsKept({ repository, emptyOnDestroy }: Image, index: number): Problem[] {
    return repository !== undefined && emptyOnDestroy
        ? [
              {
                  path: ["domain", "images", index, "emptyOnDestroy"],
                  found: true,
                  rule: "an existing repository is not this stack's to delete",
                  fix: "remove emptyOnDestroy",
              },
          ]
        : [];
}

/** What a stack keeps from being lost is not emptied by it. */
export function emptiedRepositoriesAreNotProtected({ images }: Domain, protect: boolean): Problem[] {
    return images.flatMap(({ repository, emptyOnDestroy }, index) =>
        emptyOnDestroy && repository === undefined && protect
            ? [
                  {
                      path: ["domain", "images", index, "emptyOnDestroy"],
                      found: true,
                      rule: "a repository is emptied by a destroy only where nothing is protected",
                      fix: "remove emptyOnDestroy, or set protect: false",
                  },
              ]
            : [],
    );
}

/** SageMaker takes images from registries of its own Region. Source: SageMaker developer guide, "Custom image specifications". */
export function repositoriesAreOfRegion({ images }: Domain, region: Region): Problem[] {
    return images.flatMap(({ repository }, index) =>
        repository === undefined || regionOf(repository) === region.name
            ? []
            : [
                  {
                      path: ["domain", "images", index, "repository"],
                      found: repository,
                      rule: `the image is in a repository of the region ${region.name} (aws:region)`,
                      fix: "replicate the image to that region and name the repository there",
                  },
              ],
    );
}

function regionOf(repository: string): string | undefined {
    return repository.split(".")[3];
}
