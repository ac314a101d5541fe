import { dryRun } from '../../lib/dry-run';
import { templateOf } from '../../lib/pages/example-template';
import type { BaseStackName } from '../../lib/rules/base-stacks';
import { dualStack, egressOnly, ipv6Only, routeOfIpv6 } from '../../lib/rules/dual-stack';
import { parseJson } from '../../lib/template/parse-json';

const viaInternetGateway = routeOfIpv6('GatewayId: !Ref InternetGateway');
const both = `${dualStack}${viaInternetGateway}`, noPublicIpv4 = both.replaceAll('AssignIpv6AddressOnCreation', 'MapPublicIpOnLaunch: false, AssignIpv6AddressOnCreation');
const hidden = '\n          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED } } } }';
const task = (image: string, more = '') => `\n          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ${image}, Memory: 256, PortMappings: [{ ContainerPort: 80 }]${more} }] } }`;
const egress = (...rules: readonly string[]) => `\n          TaskSecurityGroup: { Properties: { SecurityGroupEgress: [${rules.map(rule => `{ IpProtocol: '-1', ${rule} }`).join(', ')}] } }`;
const clients = (...rules: readonly string[]) => `\n          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [${rules.map(rule => `{ IpProtocol: tcp, FromPort: 80, ToPort: 80, ${rule} }`).join(', ')}] } }`;
const ingress = (rule: string) => `\n          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, ${rule} }] } }`;
const balancer = (type: string) => `\n          LoadBalancer: { Properties: { IpAddressType: ${type} } }`;
const byIpv6 = '\n          Targets: { Properties: { IpAddressType: ipv6 } }';
const open = clients('CidrIp: 0.0.0.0/0', "CidrIpv6: '::/0'"), fromBalancer = ingress('SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup');
const acl = (...entries: readonly string[]) => ['SubnetA', 'SubnetB'].map(id => `\n          Acl${id}: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref ${id}, NetworkAclId: !Ref Acl } }`).join('')
  + '\n          Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }'
  + entries.flatMap((range, i) => [true, false].map(out => `\n          Entry${i}${out}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: ${100 + i}, Egress: ${out}, Protocol: -1, RuleAction: allow, ${range} } }`)).join('');
const agent = (line: string) => `\n          LaunchTemplate: { Properties: { LaunchTemplateData: { UserData: { 'Fn::Base64': !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config\\n${line}\\n" } } } }`;
const logs = ', LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: web, awslogs-region: us-east-1, awslogs-stream-prefix: web } }';

/** The rules that find an error, or a `?` before those that leave something open. */
function judged(over: BaseStackName, resources: string): string {
  const document = parseJson('variant.json', JSON.stringify(templateOf({ name: 'variant', over, template: `\n        Resources:${resources}\n` })));
  const { findings, undecided } = dryRun([[{ name: 'variant', region: 'us-east-1', document }]]).report;
  const worst = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
  return [...worst, ...new Set(undecided.map(({ rule }) => `?${rule}`))].join(' ');
}

test.each<[expected: string, over: BaseStackName, name: string, resources: string]>([
  // Fargate
  ['', 'fargateService', 'both kinds, public addresses of both', both],
  ['', 'fargateService', 'both kinds, and no way out by IPv6', dualStack],
  ['task-network-path', 'fargateService', 'both kinds, no public IPv4 address', `${both}${hidden}`],
  ['task-network-path', 'fargateService', 'the same for an image of ECR by its dual-stack name', `${both}${hidden}${task("'123456789012.dkr-ecr.us-east-1.on.aws/web:1'")}`],
  ['?task-network-path', 'fargateService', 'the same for Docker Hub, which has IPv6 addresses', `${both}${hidden}${task('nginx:1')}`],
  ['task-network-path ?task-network-path', 'fargateService', 'the same with logs, which ECS sends by IPv4', `${both}${hidden}${task('nginx:1', logs)}`],
  ['task-network-path', 'fargateService', 'a group that lets IPv6 out alone', `${both}${egress("CidrIpv6: '::/0'")}`],
  ['', 'fargateService', 'a group that lets IPv4 out alone', `${both}${egress('CidrIp: 0.0.0.0/0')}`],
  ['', 'fargateService', 'a group that lets both out', `${both}${egress('CidrIp: 0.0.0.0/0', "CidrIpv6: '::/0'")}`],
  ['task-network-path', 'fargateService', 'an ACL for IPv6 alone', `${both}${acl("Ipv6CidrBlock: '::/0'")}`],
  ['', 'fargateService', 'an ACL for both', `${both}${acl('CidrBlock: 0.0.0.0/0', "Ipv6CidrBlock: '::/0'")}`],
  ['task-network-path', 'fargateService', 'IPv6 alone, and an image of IPv4', `${ipv6Only}${egressOnly}${hidden}`],
  ['task-network-path', 'fargateService', 'IPv6 alone, and an image of ECR by its first name', `${ipv6Only}${egressOnly}${hidden}${task("'123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1'")}`],
  ['', 'fargateService', 'IPv6 alone, and its dual-stack name', `${ipv6Only}${egressOnly}${hidden}${task("'123456789012.dkr-ecr.us-east-1.on.aws/web:1'")}`],
  ['', 'fargateService', 'IPv6 alone, and Docker Hub', `${ipv6Only}${egressOnly}${hidden}${task('nginx:1')}`],
  ['', 'fargateService', 'IPv6 alone by an internet gateway', `${ipv6Only}${viaInternetGateway}${hidden}${task('nginx:1')}`],
  ['task-network-path', 'fargateService', 'IPv6 alone without a route', `${ipv6Only}${hidden}${task('nginx:1')}`],
  ['?task-network-path', 'fargateService', 'IPv6 alone, and a registry of which nothing is known', `${ipv6Only}${egressOnly}${hidden}${task('registry.example.com/web:1')}`],
  ['task-network-path', 'fargateService', 'IPv6 alone, and a group that lets IPv4 out', `${ipv6Only}${egressOnly}${hidden}${task('nginx:1')}${egress('CidrIp: 0.0.0.0/0')}`],
  ['', 'fargateService', 'IPv6 alone, and a group that lets the internet of IPv6 out', `${ipv6Only}${egressOnly}${hidden}${task('nginx:1')}${egress("CidrIpv6: '2000::/3'")}`],
  ['task-network-path', 'fargateService', 'IPv6 alone, and an ACL for IPv4', `${ipv6Only}${egressOnly}${hidden}${task('nginx:1')}${acl('CidrBlock: 0.0.0.0/0')}`],
  ['', 'fargateService', 'IPv6 alone, and an ACL for it', `${ipv6Only}${egressOnly}${hidden}${task('nginx:1')}${acl("Ipv6CidrBlock: '::/0'")}`],
  // EC2
  ['', 'ec2Service', 'instances with addresses of both kinds', both],
  ['instance-network-path', 'ec2Service', 'instances with public addresses of IPv6 alone', noPublicIpv4],
  ['instance-network-path', 'ec2Service', 'the same told to be of IPv4', `${noPublicIpv4}${agent('echo ECS_INSTANCE_IP_COMPATIBILITY=ipv4 >> /etc/ecs/ecs.config')}`],
  ['', 'ec2Service', 'the same told to be of IPv6', `${noPublicIpv4}${task('nginx:1')}${agent('echo ECS_INSTANCE_IP_COMPATIBILITY=ipv6 >> /etc/ecs/ecs.config')}`],
  ['', 'ec2Service', 'instances of IPv6 alone', `${ipv6Only}${egressOnly}${task('nginx:1')}`],
  ['instance-network-path', 'ec2Service', 'instances of IPv6 alone without a route', `${ipv6Only}${task('nginx:1')}`],
  ['task-network-path', 'ec2Service', 'instances of IPv6 alone, and an image of IPv4', `${ipv6Only}${egressOnly}`],
  // Load balancers
  ['', 'loadBalancedService', 'a load balancer of both kinds', `${both}${balancer('dualstack')}${open}`],
  ['interface-addresses', 'loadBalancedService', 'the same in subnets of IPv4', `${balancer('dualstack')}${open}`],
  ['', 'loadBalancedService', 'clients by IPv6 alone', `${both}${balancer('dualstack-without-public-ipv4')}${clients("CidrIpv6: '::/0'")}${fromBalancer}`],
  ['load-balancer-clients', 'loadBalancedService', 'clients by IPv6 alone without a route', `${dualStack}${balancer('dualstack-without-public-ipv4')}${clients("CidrIpv6: '::/0'")}`],
  ['target-group-address-type ?load-balancer-path', 'loadBalancedService', 'targets by IPv6 behind a load balancer of IPv4', `${both}${byIpv6}${fromBalancer}`],
  ['?load-balancer-path', 'loadBalancedService', 'targets by IPv6, if the account gives them such addresses', `${both}${balancer('dualstack')}${open}${byIpv6}${fromBalancer}`],
  ['load-balancer-path', 'loadBalancedService', 'targets by IPv6, and a group that admits IPv4', `${both}${balancer('dualstack')}${open}${byIpv6}${ingress('CidrIp: 0.0.0.0/0')}`],
  ['load-balancer-path', 'loadBalancedService', 'targets by IPv4, and a group that admits IPv6', `${both}${balancer('dualstack')}${open}${ingress("CidrIpv6: '::/0'")}`],
  ['', 'ec2LoadBalancedService', 'instances behind a load balancer of both kinds', `${both}${balancer('dualstack')}${open}`],
])('%s: %s, %s', (expected, over, _, resources) => {
  expect(judged(over, resources)).toBe(expected);
});
