import { of, on, onEverything } from "./grant";

/** AWS's models belong to no account; an inference profile reaches those of other Regions, too. */
const FOUNDATION_MODELS = "arn:{partition}:bedrock:*::foundation-model/*";

/** Models and ready-made AI services. */
export const AI_GRANTS = {
    bedrock: [
        on("Models", of("bedrock", "GetFoundationModel", "GetGuardrail", "GetInferenceProfile", "ListGuardrails"), [
            "bedrock:*",
            FOUNDATION_MODELS,
        ]),
        onEverything(
            "Lists",
            of("bedrock", "GetFoundationModelAvailability", "ListFoundationModels", "ListInferenceProfiles"),
        ),
    ],
    "bedrock-runtime": [
        on(
            "Invoke",
            of(
                "bedrock",
                "ApplyGuardrail",
                "CountTokens",
                "GetAsyncInvoke",
                "InvokeModel",
                "InvokeModelWithResponseStream",
            ),
            ["bedrock:*", FOUNDATION_MODELS, "arn:{partition}:bedrock::{account}:system-tool/*"],
        ),
        onEverything("ListAsyncInvokes", of("bedrock", "ListAsyncInvokes")),
    ],
    "bedrock-agent": [
        on(
            "AgentsAndKnowledgeBases",
            of(
                "bedrock",
                "GetAgent",
                "GetAgentAlias",
                "GetDataSource",
                "GetFlow",
                "GetFlowAlias",
                "GetIngestionJob",
                "GetKnowledgeBase",
                "GetPrompt",
                "ListAgentAliases",
                "ListDataSources",
                "ListFlowAliases",
                "ListIngestionJobs",
                "ListPrompts",
                "StartIngestionJob",
            ),
            ["bedrock:*"],
        ),
        onEverything("Lists", of("bedrock", "ListAgents", "ListFlows", "ListKnowledgeBases")),
    ],
    "bedrock-agent-runtime": [
        on("Ask", of("bedrock", "GetAgentMemory", "InvokeAgent", "InvokeFlow", "Retrieve"), ["bedrock:*"]),
        onEverything("AskWithoutAgent", of("bedrock", "InvokeInlineAgent", "Rerank", "RetrieveAndGenerate")),
    ],
    textract: [
        onEverything(
            "Documents",
            of(
                "textract",
                "AnalyzeDocument",
                "AnalyzeExpense",
                "AnalyzeID",
                "DetectDocumentText",
                "GetDocumentAnalysis",
                "GetDocumentTextDetection",
                "GetExpenseAnalysis",
                "StartDocumentAnalysis",
                "StartDocumentTextDetection",
                "StartExpenseAnalysis",
            ),
        ),
    ],
    comprehend: [
        onEverything(
            "Texts",
            of(
                "comprehend",
                "BatchDetectDominantLanguage",
                "BatchDetectEntities",
                "BatchDetectKeyPhrases",
                "BatchDetectSentiment",
                "DetectDominantLanguage",
                "DetectKeyPhrases",
                "DetectPiiEntities",
                "DetectSentiment",
            ),
        ),
    ],
    rekognition: [
        onEverything("Pictures", of("rekognition", "DetectFaces", "DetectLabels", "DetectText")),
        on("OwnModels", of("rekognition", "DetectCustomLabels"), ["rekognition:project/*"]),
    ],
    kendra: [
        on("Indices", of("kendra", "DescribeIndex", "Query", "Retrieve"), ["kendra:index/*"]),
        onEverything("ListIndices", of("kendra", "ListIndices")),
    ],
    q: [
        // No resource types; AWS's managed policy for Canvas sets the same condition.
        {
            ...onEverything(
                "Chat",
                of("q", "GetConversation", "ListConversations", "SendMessage", "StartConversation"),
            ),
            ownResource: true,
        },
    ],
    codewhisperer: [onEverything("Recommendations", of("codewhisperer", "GenerateRecommendations"))],
    forecast: [
        on(
            "Forecasts",
            of(
                "forecast",
                "CreateDataset",
                "CreateDatasetGroup",
                "CreateDatasetImportJob",
                "CreateForecast",
                "CreateForecastExportJob",
                "DescribeAutoPredictor",
                "DescribeDataset",
                "DescribeDatasetGroup",
                "DescribeDatasetImportJob",
                "DescribeForecast",
                "DescribeForecastExportJob",
            ),
            ["forecast:*"],
        ),
        onEverything(
            "PredictorsAndLists",
            of(
                "forecast",
                "CreateAutoPredictor",
                "ListDatasetGroups",
                "ListDatasets",
                "ListForecasts",
                "ListPredictors",
            ),
        ),
    ],
    forecastquery: [on("Query", of("forecast", "QueryForecast", "QueryWhatIfForecast"), ["forecast:*"])],
};
