import { firewall } from "./systems/firewall";

firewall((suffix) => suffix);
