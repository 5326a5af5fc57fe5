export { API_PLACES, type ApiCell, type ApiClass, type ApiPlace, type ApiRow, type ApiStep, type Asker } from "./types";
export { type ApiReport, judgeApi, TRUSTED } from "./proofs";
export { apiMatrix } from "./matrix";
export { apiWorld, type ApiWorld, type OpenProfile } from "./world";
