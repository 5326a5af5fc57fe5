import { employeeTag } from "./systems/employeeTag";

employeeTag((suffix) => suffix);
