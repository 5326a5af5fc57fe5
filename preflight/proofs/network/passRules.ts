import { type GraphResource, isUnknown, readPath } from "../../../policy-pack/graph";
import type { Finding } from "./findings";

/** Destinations that stand for any address of the internet. */
const ANYWHERE = /^(any|\$EXTERNAL_NET|!\$HOME_NET|0\.0\.0\.0\/0|\[\s*0\.0\.0\.0\/0\s*\])$/i;

/** Header of a Suricata rule: action, protocol, source and destination with ports, options. */
const RULE = /^(\w+)\s+\S+\s+\S+\s+\S+\s+(?:->|<>)\s+(\S+)\s+\S+\s*\((.*)\)\s*$/;

/** Keywords that tie a rule to a name. */
const BY_NAME = /\b(tls\.sni|http\.host|tls_sni|http_host)\b/;

/** Rules of a group, beside generated ones, that pass traffic to addresses nobody named. */
export function passesTooMuch(group: GraphResource): Finding[] {
    const source = readPath(group.props.ruleGroup, "rulesSource");
    const text = readPath(source, "rulesString");
    const rules = readPath(source, "statefulRules");
    if (isUnknown(source) || isUnknown(text) || isUnknown(rules)) {
        return [{ verdict: "not proven", text: `${group.name}: its rules are not known yet` }];
    }
    return [
        ...(typeof text === "string" ? fromText(group, text) : []),
        ...(Array.isArray(rules) ? rules.flatMap((rule: unknown, index) => fromRule(group, rule, index)) : []),
    ];
}

function fromText(group: GraphResource, text: string): Finding[] {
    const lines = text.split("\n").map((line) => line.trim());
    return lines
        .filter((line) => line !== "" && !line.startsWith("#"))
        .flatMap((line): Finding[] => {
            const [, action, destination = "", options = ""] = RULE.exec(line) ?? [];
            if (action === undefined) {
                return [{ verdict: "not proven", text: `${group.name}: the rule "${line}" cannot be read` }];
            }
            const wide = action === "pass" && ANYWHERE.test(destination) && !BY_NAME.test(options);
            return wide ? [tooWide(group, `the rule "${line}"`)] : [];
        });
}

function fromRule(group: GraphResource, rule: unknown, index: number): Finding[] {
    const what = `stateful rule ${index + 1}`;
    const action = readPath(rule, "action");
    const destination = readPath(rule, "header.destination");
    if (isUnknown(action) || isUnknown(destination)) {
        return [{ verdict: "not proven", text: `${group.name}: ${what} is not known yet` }];
    }
    const anywhere = typeof destination !== "string" || ANYWHERE.test(destination);
    return action === "PASS" && anywhere ? [tooWide(group, what)] : [];
}

function tooWide(group: GraphResource, what: string): Finding {
    return {
        verdict: "broken",
        text: `${group.name}: ${what} passes traffic to any address`,
        fix: `Name the destination in ${group.name}, or remove the rule.`,
    };
}
