/** Destination of a default route. */
export const ANYWHERE = "0.0.0.0/0";
