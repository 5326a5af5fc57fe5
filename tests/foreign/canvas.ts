import { canvas } from "./systems/canvas";

canvas((suffix) => suffix);
