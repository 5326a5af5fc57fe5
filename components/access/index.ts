export { AccessService } from "./accessService";
export { ANSWERS, type Answer, EXECUTION_LOG_GROUPS } from "./api";
export type {
    AccessNetworkArgs,
    AccessServiceArgs,
    HostedSignIn,
    LobOfAccess,
    OidcProvider,
    PrivateSignIn,
    SamlProvider,
    SignInArgs,
} from "./args";
export { Directory, type DirectoryArgs, type DirectoryItem, profileKey } from "./directory";
export { OUTSIDE_VPC } from "./functions";
export { LobAccess, type LobAccessArgs } from "./lobAccess";
export { presignRoleArn } from "./names";
