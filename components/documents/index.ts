export { checkedText, type DocumentKind, documentText } from "./documentText";
export {
    ACCESS_ACTIONS,
    CANVAS_ACTIONS,
    FEATURE_STORE_ACTIONS,
    HUB_READ_ACTIONS,
    JUMPSTART_ACTIONS,
    MLFLOW_ACTIONS,
    PROJECT_ACTIONS,
    RECORD_ACTIONS,
    REMOTE_IDE_ACTIONS,
} from "./featureActions";
export { KEY_ADMINISTRATION } from "./keyAdministration";
export { type ActionSet, JOB_ACTIONS, STUDIO_ACTIONS, VPC_JOB_ACTIONS } from "./sagemakerActions";
