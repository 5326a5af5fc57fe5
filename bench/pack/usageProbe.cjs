"use strict";
// Answers any message of the parent with what this process has used; never keeps it alive.
process.on("message", () => process.send(process.resourceUsage()));
process.channel?.unref();
