import type { InternetGateway } from '../../model/network/internet-gateway';
import type { Route } from '../../model/network/route-table';
import type { Vpc } from '../../model/network/vpc';
import { isSame, type Change } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { Model } from '../../model/model';
import { newResource } from '../additions';
import { defineRule } from '../rule';
import { isOf } from './missing-way';

/** A route leads only to a gateway of its own VPC. */
export const gatewayVpc = defineRule({
  id: 'gateway-vpc',
  title: 'A route leads to a gateway that is not in its VPC',
  severity: 'error',
  phase: 'create',
  subject: 'routeTable',
  explanation: 'An internet gateway serves the VPC to which it is attached, a NAT gateway the VPC of its subnet. EC2 refuses a route to the gateway of another VPC, and to an internet gateway that is attached to none.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html',
  predicts: ['belong to different networks'],
  facts: [],
  messages: {
    notAttached: ({ gateway, table, vpc, repair }: { gateway: string; table: string; vpc: string; repair: readonly Change[] | undefined }) => ({
      says: `A route of ${table} leads to ${gateway}, which no AWS::EC2::VPCGatewayAttachment attaches to ${vpc}.`,
      fix: `Attach ${gateway} to ${vpc} (AWS::EC2::VPCGatewayAttachment), and let the route wait for it with DependsOn.`,
      ...(repair ? { repair } : {}),
      ecsSays: 'route table rtb-… and network gateway igw-… belong to different networks',
    }),
    otherVpc: ({ gateway, theirs, table, vpc }: { gateway: string; theirs: string; table: string; vpc: string }) => ({
      says: `A route of ${table}, a route table of ${vpc}, leads to ${gateway}, which is in ${theirs}.`,
      fix: `Lead the route to a gateway of ${vpc}.`,
      ecsSays: 'route table rtb-… and network gateway … belong to different networks',
    }),
  },
  check(table, say, model) {
    const { network } = model;
    const vpc = say.need(table.vpc);
    if (!vpc) return;
    const outside = (other: Vpc): boolean => !isSame(other, vpc);
    for (const route of table.routes) {
      const target = route.exists.state === 'known' ? say.need(route.target) : undefined;
      if (target?.property === 'GatewayId') {
        const gateway = network.internetGateways.find(target.id);
        if (gateway.state !== 'known') continue;
        const attached = gateway.value.vpc, names = { gateway: gateway.value.id, table: table.id, vpc: vpc.id };
        if (attached.state === 'absent') say.violated('notAttached', gateway.value, { ...names, repair: attach(gateway.value, vpc, route, model) }, { related: [route, vpc] });
        const theirs = say.need(attached);
        if (theirs && outside(theirs)) say.violated('otherVpc', target, { ...names, theirs: theirs.id }, { related: [gateway.value, vpc, theirs] });
      }
      if (target?.property === 'NatGatewayId') {
        const natGateway = network.natGateways.find(target.id);
        const subnet = natGateway.state === 'known' ? say.need(natGateway.value.subnet) : undefined, theirs = subnet && say.need(subnet.vpc);
        if (natGateway.state === 'known' && theirs && outside(theirs)) {
          say.violated('otherVpc', target, { gateway: natGateway.value.id, theirs: theirs.id, table: table.id, vpc: vpc.id }, { related: [natGateway.value, vpc, theirs] });
        }
      }
    }
  },
});

function attach({ id, stack }: InternetGateway, vpc: Vpc, route: Route, model: Model): readonly Change[] | undefined {
  if (!isOf(stack, vpc) || !isOf(stack, route)) return undefined;
  const attachment = newResource(stack, `${id}Attachment`, { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: reference(vpc.id), InternetGatewayId: reference(id) } }, model);
  return [attachment.add, { at: route.at, dependsOn: [attachment.id] }];
}
