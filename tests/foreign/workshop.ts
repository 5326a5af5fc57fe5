import { workshop } from "./systems/workshop";

workshop((suffix) => suffix);
