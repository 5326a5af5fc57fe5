export { createSignIn, type SignIn } from "./signIn";
export { hasProviders, providerNames } from "./providers";
export { SCOPE } from "./hosted";
