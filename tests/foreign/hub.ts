import { hub } from "./systems/hub/hub";

hub((suffix) => suffix);
