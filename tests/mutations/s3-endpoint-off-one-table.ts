import { changeInputs, runProgram } from "./program";

changeInputs("aws:ec2/vpcEndpoint:VpcEndpoint", (props) =>
    props.vpcEndpointType === "Gateway"
        ? { ...props, routeTableIds: (props.routeTableIds as unknown[]).slice(1) }
        : props,
);

export = runProgram();
