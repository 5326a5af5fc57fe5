export { type Api, createApi, createRestApi, type RestApi } from "./api";
export { ANSWERS, type Answer } from "./answers";
export { EXECUTION_LOG_GROUPS } from "./logs";
