/**
 * AWS managed stateful rule groups by name, without the `StrictOrder` or `ActionOrder` AWS appends for the policy's
 * order. Network Firewall developer guide, "Domain and IP managed rule groups" and "Threat signature managed rule
 * groups". A name AWS adds later is added here.
 */
export const THREAT_GROUPS = [
    "AbusedLegitBotNetCommandAndControlDomains",
    "AbusedLegitMalwareDomains",
    "BotNetCommandAndControlDomains",
    "MalwareDomains",
    "ThreatSignaturesBotnet",
    "ThreatSignaturesBotnetWeb",
    "ThreatSignaturesBotnetWindows",
    "ThreatSignaturesDoS",
    "ThreatSignaturesEmergingEvents",
    "ThreatSignaturesExploits",
    "ThreatSignaturesFUP",
    "ThreatSignaturesIOC",
    "ThreatSignaturesMalware",
    "ThreatSignaturesMalwareCoinmining",
    "ThreatSignaturesMalwareMobile",
    "ThreatSignaturesMalwareWeb",
    "ThreatSignaturesPhishing",
    "ThreatSignaturesScanners",
    "ThreatSignaturesSuspect",
    "ThreatSignaturesWebAttacks",
] as const;
