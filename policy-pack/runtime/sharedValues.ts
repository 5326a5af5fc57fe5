/** A message of the protocol that holds the properties of one resource. */
type Message = object;
type Values = Record<string, unknown>;
type Deserialize = (message: Message, forRemediation: boolean) => Values;

/** Values that were read from one message, and so stand for it. */
const SHARED = new WeakSet<Values>();

/**
 * Makes the SDK read the properties of a resource once per request. As it stands it reads all of them again for each
 * policy, which is most of the time that a pack of many policies takes.
 *
 * The message itself is the key: another request, stack or run is another message, whatever its content. Validations
 * only read what they are given; a remediation writes into it, so its values are never shared.
 *
 * @param module the SDK's module `deserialize`, whose function its server looks up at each call
 * @returns whether the module has the expected shape; when not, nothing is changed, and everything works, more slowly
 */
export function shareValues(module: unknown): boolean {
    if (!isDeserializer(module)) {
        return false;
    }
    const deserialize = module.deserializeProperties;
    const read = new WeakMap<Message, Values>();
    module.deserializeProperties = (message, forRemediation) => {
        if (forRemediation) {
            return deserialize(message, forRemediation);
        }
        const known = read.get(message);
        if (known !== undefined) {
            return known;
        }
        const values = deserialize(message, forRemediation);
        read.set(message, values);
        SHARED.add(values);
        return values;
    };
    return true;
}

/** Whether these are the values of one message, shared by all policies of its request. */
export function isShared(values: unknown): values is Values {
    return typeof values === "object" && values !== null && SHARED.has(values as Values);
}

function isDeserializer(module: unknown): module is { deserializeProperties: Deserialize } {
    if (typeof module !== "object" || module === null) {
        return false;
    }
    const property = Object.getOwnPropertyDescriptor(module, "deserializeProperties");
    const value: unknown = property?.value;
    return property?.writable === true && typeof value === "function" && value.length === 2;
}
