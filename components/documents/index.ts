export { checkedText, type DocumentKind, documentText } from "./documentText";
export { KEY_ADMINISTRATION } from "./keyAdministration";
export { type ActionSet, JOB_ACTIONS, STUDIO_ACTIONS, VPC_JOB_ACTIONS } from "./sagemakerActions";
