import { sameText, showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { defineRule } from '../rule';

/** Private DNS of an endpoint needs a VPC that gives out DNS names, and one endpoint of a service. */
export const endpointPrivateDns = defineRule({
  id: 'endpoint-private-dns',
  title: 'EC2 does not make the endpoint with private DNS',
  severity: 'error',
  phase: 'create',
  subject: 'endpoint',
  explanation: 'With private DNS the public name of a service leads to the endpoint for the whole VPC. EC2 makes such an endpoint only in a VPC with both EnableDnsSupport and EnableDnsHostnames, the second of which is off unless the template sets it, and only one for each service.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
  predicts: ['Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true', 'private-dns-enabled cannot be set because there is already a conflicting DNS domain'],
  facts: [],
  messages: {
    vpcWithoutNames: ({ endpoint, vpc, property }: { endpoint: string; vpc: string; property: string }) => ({
      says: `${endpoint} has private DNS, for which its VPC needs EnableDnsSupport and EnableDnsHostnames; ${property} of ${vpc} is off.`,
      fix: `Set ${property} of ${vpc} to true.`,
      ecsSays: 'Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for vpc-…',
    }),
    twice: ({ endpoint, other, service, vpc }: { endpoint: string; other: string; service: string; vpc: string }) => ({
      says: `${endpoint} and ${other} both have private DNS for ${service} in ${vpc}, and its name can lead to one of them only.`,
      fix: `Take ${endpoint} away, or set its PrivateDnsEnabled to false.`,
      ecsSays: 'private-dns-enabled cannot be set because there is already a conflicting DNS domain for … in the VPC vpc-…',
    }),
  },
  check(endpoint, say, { network }) {
    if (ifKnown(endpoint.kind) !== 'interface' || !say.need(endpoint.privateDns)) return;
    const vpc = say.need(endpoint.vpc);
    if (!vpc) return;
    for (const [property, value] of [['EnableDnsSupport', vpc.dnsSupport], ['EnableDnsHostnames', vpc.dnsHostnames]] as const) {
      if (say.need(value) === false) say.violated('vpcWithoutNames', value, { endpoint: endpoint.id, vpc: vpc.id, property });
    }
    const earlier = network.endpoints.slice(0, network.endpoints.indexOf(endpoint)).find(other =>
      other.exists.state === 'known' && ifKnown(other.kind) === 'interface' && ifKnown(other.privateDns) && other.vpc.state === 'known' && isSame(other.vpc.value, vpc)
      && sameText(other.serviceName, endpoint.serviceName) === 'yes');
    if (earlier) say.violated('twice', endpoint.privateDns, { endpoint: endpoint.id, other: earlier.id, service: showText(endpoint.serviceName), vpc: vpc.id }, { related: [earlier, vpc] });
  },
});
