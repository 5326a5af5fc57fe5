// What Lambda does with a function's archive: loads index.js and calls the handler once. Answers to its parent process.
const { randomUUID } = require("node:crypto");

process.once("message", async ({ file, event, functionName, timeoutMs }) => {
    const end = Date.now() + timeoutMs;
    const context = { functionName, awsRequestId: randomUUID(), getRemainingTimeInMillis: () => end - Date.now() };
    try {
        const result = await require(file).handler(event, context);
        process.send({ payload: result ?? null }, () => process.exit(0));
    } catch (error) {
        const payload = { errorType: error.name, errorMessage: error.message };
        process.send({ payload, failed: true }, () => process.exit(0));
    }
});
