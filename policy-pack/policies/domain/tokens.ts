/** Type tokens of Studio's resources. */
export const DOMAIN = "aws:sagemaker/domain:Domain";
export const USER_PROFILE = "aws:sagemaker/userProfile:UserProfile";
export const SPACE = "aws:sagemaker/space:Space";
export const APP = "aws:sagemaker/app:App";
