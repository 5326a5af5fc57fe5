import type { PageConfiguration } from "../functions/page/configuration";
import { element } from "./views";

/** The configuration that the function put into the document. */
export function readEmbedded(): PageConfiguration {
    return JSON.parse(element("configuration", HTMLScriptElement).text) as PageConfiguration;
}
