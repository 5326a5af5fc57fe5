import { type Calls, COLLEAGUE, never } from "../calls";
import type { Ask, Probe } from "../types";

const ROOT = "/aws/sagemaker";

/** What others' apps and jobs wrote; searching a group takes no account of whose streams it holds. */
export function logs(calls: Calls): Probe[] {
    const { domain, otherTeam } = calls;
    const read = (action: string, group: string): Ask => ({
        action: `logs:${action}`,
        resource: calls.arn("logs", `log-group:${group}`),
        through: "logs",
    });
    return [
        ...never(
            "read a colleague's logs",
            read("GetLogEvents", `${ROOT}/studio:log-stream:${domain}/${COLLEAGUE}/JupyterLab/default`),
        ),
        ...never(
            "search everybody's logs",
            ...[`${ROOT}/studio`, `${ROOT}/TrainingJobs`].flatMap((group) => [
                read("FilterLogEvents", group),
                read("StartQuery", group),
            ]),
        ),
        ...never("read logs of the stack itself", read("GetLogEvents", "/private/flow-logs:log-stream:eni")),
        ...(otherTeam === undefined
            ? []
            : never(
                  "read another team's logs",
                  read("GetLogEvents", `${ROOT}/TrainingJobs:log-stream:${calls.named(otherTeam)}/algo-1`),
                  read("GetLogEvents", `${ROOT}/Endpoints/${calls.named(otherTeam)}:log-stream:variant/i-1`),
              )),
    ];
}
