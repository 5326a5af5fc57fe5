/**
 * Actions of Cognito user pools that an app calls for a person without signing: they carry a password or a token instead
 * of an identity of AWS, so a policy can name neither a principal nor, since none has a resource type, a pool.
 *
 * Source: Cognito developer guide, "Access Amazon Cognito using an interface endpoint" (endpoint policies judge unsigned
 * requests too) and "Using the Amazon Cognito user pools API" (unauthenticated and token-authorized operations); service
 * authorization reference, Amazon Cognito User Pools.
 */
export const UNSIGNED_SIGN_IN_ACTIONS: readonly string[] = [
    "cognito-idp:AssociateSoftwareToken",
    "cognito-idp:ChangePassword",
    "cognito-idp:ConfirmForgotPassword",
    "cognito-idp:ForgotPassword",
    "cognito-idp:GetUser",
    "cognito-idp:GlobalSignOut",
    "cognito-idp:InitiateAuth",
    "cognito-idp:RespondToAuthChallenge",
    "cognito-idp:RevokeToken",
    "cognito-idp:SetUserMFAPreference",
    "cognito-idp:VerifySoftwareToken",
];
