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
export { type ActionSet, STUDIO_ACTIONS, VPC_JOB_ACTIONS } from "./sagemakerActions";
export {
    AUTO_ML_ACTIONS,
    ENDPOINT_ACTIONS,
    EXPERIMENT_ACTIONS,
    IMAGE_CONFIG_ACTIONS,
    MODEL_ACTIONS,
    MONITORING_ACTIONS,
    PIPELINE_ACTIONS,
    RUN_ACTIONS,
    TUNING_ACTIONS,
    WORK_ACTIONS,
} from "./workActions";
