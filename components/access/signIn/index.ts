export { createSignIn, type SignIn } from "./signIn";
export { providerNames } from "./providers";
export { SCOPE } from "./hosted";
