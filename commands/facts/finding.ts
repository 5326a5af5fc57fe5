/** Something Studio needs that the VPC does not have, or has otherwise. */
export interface Finding {
    readonly what: string;
    readonly fix: string;
}
