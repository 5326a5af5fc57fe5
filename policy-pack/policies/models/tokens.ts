/** Type tokens of models and of what serves them. */
export const MODEL = "aws:sagemaker/model:Model";
export const ENDPOINT_CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
