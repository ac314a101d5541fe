import { gatewayEndpointServices } from '../../catalog/gateway-endpoints';
import { partsOf, startsWith } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { sameZone, zoneOfSubnet } from '../../model/network/zone';
import { defineRule } from '../rule';

/** An endpoint is of a kind that its service has, and has one subnet in each zone. */
export const endpointKind = defineRule({
  id: 'endpoint-kind',
  title: 'EC2 does not make the endpoint as it is described',
  severity: 'error',
  phase: 'create',
  subject: 'endpoint',
  explanation: 'An endpoint is a gateway endpoint unless VpcEndpointType says otherwise, and only S3 and DynamoDB have those; what ECS, ECR, CloudWatch Logs and Secrets Manager have are interface endpoints, which take one subnet in each Availability Zone. Gateway endpoints have route tables, the others subnets.',
  docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  predicts: ['Endpoint type (Gateway) does not match available service types', 'Found another VPC endpoint subnet in the availability zone of', 'Route table IDs are only supported for Gateway type VPC Endpoint', 'Subnet IDs are only supported for Interface'],
  facts: [gatewayEndpointServices],
  messages: {
    noGateway: ({ service }: { service: string }) => ({
      says: `The endpoint is a gateway endpoint, as it is where VpcEndpointType says nothing, and ${service} has interface endpoints alone.`,
      fix: 'Set VpcEndpointType to Interface, with SubnetIds, SecurityGroupIds and PrivateDnsEnabled: true.',
      ecsSays: 'Endpoint type (Gateway) does not match available service types ([Interface]).',
    }),
    routeTables: () => ({
      says: 'The endpoint is an interface endpoint, which has no routes, and names route tables.',
      fix: 'Take RouteTableIds out.',
      repair: [{ remove: true }],
      ecsSays: 'Route table IDs are only supported for Gateway type VPC Endpoint.',
    }),
    subnets: () => ({
      says: 'The endpoint is a gateway endpoint, as it is where VpcEndpointType says nothing, and names subnets.',
      fix: 'Name the route tables of these subnets in RouteTableIds, in place of SubnetIds.',
      ecsSays: 'Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.',
    }),
    sameZone: ({ first, second }: { first: string; second: string }) => ({
      says: `${first} and ${second} lie in the same Availability Zone, and an interface endpoint takes one subnet in each.`,
      fix: `Take ${second} out of SubnetIds.`,
      ecsSays: 'Found another VPC endpoint subnet in the availability zone of subnet-…',
    }),
  },
  check({ kind, serviceName, subnets, properties }, say) {
    const given = say.need(kind), service = serviceIn(serviceName), hasSubnets = properties.get('SubnetIds').given === 'yes';
    if (given === 'gateway' && service !== undefined && !gatewayEndpointServices.value.includes(service)) say.violated('noGateway', kind, { service });
    else if (given === 'gateway' && hasSubnets) say.violated('subnets', properties.get('SubnetIds'), undefined);
    if (given !== 'interface') return;
    if (properties.get('RouteTableIds').given === 'yes') say.violated('routeTables', properties.get('RouteTableIds'), undefined);
    const placed = (say.need(subnets) ?? []).flatMap(value => {
      const subnet = say.need(value), zone = subnet && ifKnown(zoneOfSubnet(subnet));
      return subnet && zone !== undefined ? [{ value, subnet, zone }] : [];
    });
    placed.forEach(({ value, subnet, zone }, i) => {
      const first = placed.slice(0, i).find(earlier => sameZone(earlier.zone, zone) === 'yes');
      if (first) say.violated('sameZone', value, { first: first.subnet.id, second: subnet.id }, { related: [first.subnet, subnet] });
    });
  },
});

/** The service of AWS that a name is of, as `ecr.api` in `com.amazonaws.REGION.ecr.api`; undefined where that is not known, or it is not AWS's. */
function serviceIn(name: Value<string>): string | undefined {
  const last = partsOf(name)?.at(-1);
  if (startsWith(name, 'com.amazonaws.') !== 'yes' || typeof last !== 'string' || last.includes('.vpce-svc') || last.includes('vpce.')) return undefined;
  return name.state === 'known' ? /^com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(last)?.[1] : /^\.(.+)$/.exec(last)?.[1];
}
