/**
 * Families of SageMaker's instance types with local (NVMe) storage. It is encrypted by hardware of the instance, and a
 * request that names a volume key for such a type is refused.
 *
 * Sources: SageMaker API reference, `ResourceConfig.VolumeKmsKeyId` (a key cannot be requested with local storage); EC2
 * user guide, "Instance store volume limits for EC2 instances" (families with instance store volumes), reduced to the
 * families of SageMaker's instance type enumerations. inf1, inf2, p2, p3 and the families without a `d` have none.
 */
export const LOCAL_STORAGE_FAMILIES: readonly string[] = [
    "c5d",
    "c6gd",
    "c6id",
    "dl1",
    "g4dn",
    "g5",
    "g6",
    "g6e",
    "g7",
    "g7e",
    "gr6",
    "i3en",
    "m5d",
    "m6gd",
    "m6id",
    "p3dn",
    "p4d",
    "p4de",
    "p5",
    "p5e",
    "p5en",
    "p6-b200",
    "p6-b300",
    "p6e-gb200",
    "r5d",
    "r6gd",
    "r6id",
    "r7gd",
    "trn1",
    "trn1n",
    "trn2",
];
