/** For examples, what is laid over a base stack so that its VPC and both subnets have IPv6 addresses beside the IPv4 ones. */
export const dualStack = addressed('AssignIpv6AddressOnCreation: true');

/** The same with IPv6 addresses alone in the subnets. */
export const ipv6Only = addressed('CidrBlock: null, MapPublicIpOnLaunch: null, Ipv6Native: true, AssignIpv6AddressOnCreation: true');

/** A way out of them. */
export const egressOnly = `${routeOfIpv6('EgressOnlyInternetGatewayId: !Ref EgressOnly')}
          EgressOnly: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }`;

/** A route for IPv6 beside that for IPv4. */
export function routeOfIpv6(target: string): string {
  return `
          Ipv6Route: { Type: AWS::EC2::Route, DependsOn: Ipv6Addresses, Properties: { RouteTableId: !Ref Routes, DestinationIpv6CidrBlock: '::/0', ${target} } }`;
}

function addressed(properties: string): string {
  const subnet = (id: string, index: number): string => `
          ${id}: { DependsOn: Ipv6Addresses, Properties: { Ipv6CidrBlock: !Select [${index}, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]], ${properties} } }`;
  return `
          Ipv6Addresses: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }${subnet('SubnetA', 0)}${subnet('SubnetB', 1)}`;
}
