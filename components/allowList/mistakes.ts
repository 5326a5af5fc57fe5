import { isIPv4 } from "node:net";
import { domainToASCII } from "node:url";

import { AWS_NAMES, NAMES_FOR_ALL, ONE_HOST_FOR_ALL, REGISTRY } from "./everybodys";
import { DOMAIN_SETS } from "./sets";

/** Why a text may not stand in an allow-list, and what to write instead. */
export interface DomainMistake {
    readonly rule: string;
    readonly fix: string;
}

/** RFC 1035, 2.3.4, and RFC 1123, 2.1: labels of letters, digits and inner hyphens. The last one is never a number. */
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const DOMAIN = new RegExp(`^\\.?(?:${LABEL}\\.)+(?![0-9]+$)${LABEL}$`);
const LONGEST = 253;

const EXAMPLE = "write a name such as pypi.org, or .example.com for it and everything below it";

/**
 * Why the text is neither a set's name nor a domain an allow-list may hold; undefined when it is one.
 *
 * Form: `pypi.org`, or `.example.com` for it and everything below it, in either case. Refused besides mistakes of form:
 * names of AWS, which is reached through endpoints, and names under which everybody can put things.
 */
export function domainMistake(text: string): DomainMistake | undefined {
    if (DOMAIN_SETS.includes(text)) {
        return undefined;
    }
    const domain = text.toLowerCase();
    return mistakeOfForm(text, domain) ?? namesAws(domain) ?? namesEverybody(domain);
}

/**
 * Why a name may not be resolved; undefined when it may. Resolving opens nothing by itself, so one host of AWS, such as a
 * database's endpoint in the VPC, may be named; everything below a name of AWS may not.
 */
export function resolvableMistake(text: string): DomainMistake | undefined {
    const domain = text.toLowerCase();
    if (DOMAIN_SETS.includes(text)) {
        return { rule: "dns.allow takes domains; a set's names resolve where firewall.allow has it", fix: EXAMPLE };
    }
    const form = mistakeOfForm(text, domain);
    const aws = domain.startsWith(".")
        ? AWS_NAMES.find((name) => isBelow(domain, name) || covers(domain, name))
        : undefined;
    if (form !== undefined || aws === undefined) {
        return form;
    }
    return {
        rule: `everything below ${aws} would resolve, and it is full of other accounts' names`,
        fix: "write the exact hosts, for example the endpoint of a database; those of VPC endpoints resolve anyway",
    };
}

function mistakeOfForm(text: string, domain: string): DomainMistake | undefined {
    if (DOMAIN.test(domain) && domain.replace(/^\./, "").length <= LONGEST) {
        return undefined;
    }
    const host = hostOf(domain);
    if (isIPv4(host.replace(/^\./, ""))) {
        return {
            rule: "the firewall lets through by name (TLS SNI, HTTP host), not by address",
            fix: "write the server's name",
        };
    }
    if (host !== domain) {
        return {
            rule: "a domain stands without scheme, user, port and path: the firewall sees none of them in TLS",
            fix: DOMAIN.test(host) ? `write ${host}` : EXAMPLE,
        };
    }
    if (domain.includes("*")) {
        const parent = domain.replace(/^\*/, "");
        return {
            rule: "a leading dot stands for a name and everything below it; there is no *",
            fix: DOMAIN.test(parent) && parent.startsWith(".") ? `write ${parent}` : EXAMPLE,
        };
    }
    if (domain.endsWith(".") && DOMAIN.test(domain.slice(0, -1))) {
        return { rule: "a domain stands without the dot at its end", fix: `write ${domain.slice(0, -1)}` };
    }
    if (/[\u0080-\uffff]/.test(text)) {
        const ascii = domainToASCII(domain);
        return {
            rule: "names are compared as they travel: internationalized ones in Punycode",
            fix: DOMAIN.test(ascii) ? `write ${ascii}` : EXAMPLE,
        };
    }
    return {
        rule: `neither a set (${DOMAIN_SETS.join(", ")}) nor a domain of two or more labels of letters, digits and hyphens`,
        fix: `name a set, or ${EXAMPLE}`,
    };
}

/** What an address line or a connection string names: the text without scheme, user, port and path. */
function hostOf(text: string): string {
    return text
        .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
        .replace(/^[^/]*@/, "")
        .replace(/[/:?#].*$/, "");
}

function namesAws(domain: string): DomainMistake | undefined {
    const name = AWS_NAMES.find((aws) => isBelow(domain, aws) || covers(domain, aws));
    if (name === undefined) {
        return undefined;
    }
    return {
        rule: `${name} is AWS's: it leads to the buckets, APIs and machines of every account, past all endpoint policies`,
        fix: isBelow(domain, name)
            ? "remove it; AWS is reached through endpoints: network.features, network.endpoints.add"
            : "write the exact hosts that are needed instead of everything below the name",
    };
}

function namesEverybody(domain: string): DomainMistake | undefined {
    const host = ONE_HOST_FOR_ALL.find((each) => domain === each || domain === `.${each}`);
    if (host !== undefined) {
        return {
            rule: `${host} serves every customer's things under one name`,
            fix: "remove it, and bring the data in through a bucket of yours (security.dataBuckets)",
        };
    }
    if (!domain.startsWith(".")) {
        return undefined;
    }
    const name = domain.slice(1);
    const everybodys = [...NAMES_FOR_ALL, ...ONE_HOST_FOR_ALL].find(
        (each) => isBelow(domain, each) || covers(domain, each),
    );
    if (everybodys === undefined && !REGISTRY.test(name)) {
        return undefined;
    }
    return {
        rule: `everybody can put things under ${everybodys ?? name}`,
        fix: "write the exact host that is needed, without a dot before it",
    };
}

/** Whether the entry is the name or lies below it. */
function isBelow(domain: string, name: string): boolean {
    return domain === name || domain.endsWith(`.${name}`);
}

/** Whether the entry stands for everything below a name above the given one. */
function covers(domain: string, name: string): boolean {
    return domain.startsWith(".") && name.endsWith(domain);
}
