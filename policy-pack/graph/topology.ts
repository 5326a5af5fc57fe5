/** The network model of a stack, shared by policies and proofs; see `network/`. */
export * from "./network";
