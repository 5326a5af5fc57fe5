/** What a picture of many accounts is asked with, beside the resources. */
export interface OverviewIntent {
    readonly accounts: readonly { readonly name: string; readonly id: string }[];
    readonly companyRanges: readonly string[];
    /** Attachment by which the company network comes, made elsewhere. */
    readonly attachment?: string;
}

/** Many accounts as a reader sees them: who is attached to what, and what each table of the gateway says. */
export interface Overview {
    readonly accounts: readonly AccountBox[];
    readonly gateways: readonly GatewayBox[];
    /** Company networks and the internet. */
    readonly outside: readonly OutsideBox[];
    readonly links: readonly OverviewLink[];
}

export interface AccountBox {
    readonly name: string;
    readonly id: string;
    readonly vpcs: readonly VpcBox[];
    /** Lines of business too many to draw. */
    readonly more: number;
}

export interface VpcBox {
    readonly id: string;
    readonly kind: "hub" | "access" | "lob" | "onprem" | "other";
    readonly title: string;
    readonly cidr: string;
    readonly lines: readonly string[];
}

export interface GatewayBox {
    readonly id: string;
    readonly name: string;
    /** Account it is drawn in. */
    readonly account: string;
    readonly tables: readonly TableBox[];
}

export interface TableBox {
    readonly id: string;
    readonly name: string;
    readonly routes: readonly { readonly text: string; readonly drops: boolean }[];
}

export interface OutsideBox {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly string[];
}

export interface OverviewLink {
    readonly from: string;
    /** A VPC, something outside, or a gateway with one of its tables. */
    readonly to: string;
    readonly table?: string;
    readonly label: string;
    readonly kind: "attachment" | "peering" | "internet";
}
