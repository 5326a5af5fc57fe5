export type { GuardrailArgs, InstanceLimits } from "./args";
export { guardrailDocuments, type GuardrailName } from "./documents";
export { Guardrails, type GuardrailsArgs } from "./guardrails";
export { OrganizationGuardrails, type OrganizationGuardrailsArgs } from "./organization";
export {
    SERVICE_CONTROL_POLICIES,
    type ServiceControlArgs,
    type ServiceControlName,
    serviceControlPolicies,
    serviceControlTexts,
} from "./serviceControl";
