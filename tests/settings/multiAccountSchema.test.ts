import assert from "node:assert/strict";

import { parse as parseYaml } from "yaml";

import { generatedFiles } from "../../components/settings/generate";
import { acceptsStackFile as accepts } from "./ajv";
import { edited, problemsIn, sample } from "./helper";

const EDITS: readonly [name: string, sample: string, from: string, to: string][] = [
    ["an unknown top key", "multi/egress", "private-studio:onprem:", "private-studio:onpremises:"],
    [
        "a single account's key",
        "multi/egress",
        "config:\n",
        'config:\n  private-studio:account: { id: "111122223333" }\n',
    ],
    ["many accounts' key in a single account", "minimal", "config:\n", "config:\n  private-studio:hub: {}\n"],
    ["no hub", "multi/egress", "  private-studio:hub:\n", "  other:hub:\n"],
    ["an unknown key of a line", "multi/egress", "centralEgress: true", "centralEgres: true"],
    [
        "a single account's way in",
        "multi/egress",
        "    cidr: 10.17.0.0/16\n",
        "    cidr: 10.17.0.0/16\n    mode: iam\n",
    ],
    ["an unknown key of a line's network", "multi/egress", "{ cidr: 10.120.0.0/16 }", "{ cdir: 10.120.0.0/16 }"],
    ["an unknown feature of a line", "multi/egress", "jobs, dataAccess]", "jobs, dataAcess]"],
    ["a line's own VPC", "multi/egress", "{ cidr: 10.120.0.0/16 }", "{ cidr: 10.120.0.0/16, vpc: {} }"],
    ["an unknown shared key", "multi/egress", "    homes: delete", "    home: delete"],
    ["a mistake in the hub's firewall", "multi/egress", "timeServers: [203.0.113.123/32]", "timeServers: 1"],
    ["a zone name", "multi/egress", "zones: [euw1-az1]\n", "zones: [eu-west-1a]\n"],
    ["a public ASN", "multi/egress", "    egress: firewall\n", "    egress: firewall\n    asn: 15169\n"],
    ["a client secret in clear", "multi/local", "secure: AAABAAbCdEfGhIjKlMnOpQrStUvWxYz0123456789", "clear: it"],
    ["a secret that decides what is built", "multi/local", "clientId: private-studio", "clientId: { secure: AAAB }"],
    [
        "a link for minutes",
        "multi/egress",
        "    cidr: 10.17.0.0/16\n",
        "    cidr: 10.17.0.0/16\n    link: { seconds: 60 }\n",
    ],
];

describe("settings: the JSON schema for many accounts", () => {
    for (const [name, base, from, to] of EDITS) {
        it(`refuses ${name}, as the parser does`, () => {
            assert.ok(accepts(parseYaml(sample(base))));
            const text = edited(sample(base), [[from, to]]);
            assert.equal(accepts(parseYaml(text)), false);
            assert.notDeepEqual(problemsIn(text), []);
        });
    }

    it("describes what lines share with a single account once, and refers to it", () => {
        const page = generatedFiles()["docs/settings.md"] ?? "";
        const types = page
            .split("\n")
            .flatMap(
                (line) => /^\| `((?:lobs\[\]|hub|network|domain|security)[\w.]*)` \| (as [^|]*) \|/.exec(line) ?? [],
            )
            .filter((_, index) => index % 3 !== 0);
        assert.deepEqual(types, [
            "hub.firewall",
            "as `network.firewall`",
            "hub.dns",
            "as `network.dns`",
            "lobs[].network",
            "as `network`",
            "lobs[].domain",
            "as `domain`",
            "lobs[].security",
            "as `security`",
            "lobs[].users",
            "as `users`",
            "network",
            "as `network`",
            "domain",
            "as `domain`",
            "security",
            "as `security`",
        ]);
        assert.equal(page.split("| `network.firewall.allow` |").length, 2);
    });
});
