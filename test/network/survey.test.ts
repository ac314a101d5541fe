import { subnetsOf } from '../../lib/network/interface';
import { suppliesOf } from '../../lib/network/supplies';
import { startPaths } from '../../lib/network/start-paths';
import { survey } from '../../lib/network/survey';
import { modelOf } from '../support/model';

interface Tasks {
  readonly container: string;
  readonly subnet?: string;
  readonly resources?: string;
  readonly service?: string;
  readonly launchType?: string;
  readonly region?: string;
  readonly dualStackIPv6?: string;
  readonly subnets?: string;
  readonly groups?: string;
}

/** What stands between the tasks of a service in private subnets and what they need: `obstacle: supplies from subnets`. */
function surveyOf({ container, subnet = '', resources = '', service = '', launchType = 'FARGATE', region, dualStackIPv6, subnets = '[!Ref A, !Ref B]', groups = '[!Ref Group]' }: Tasks): readonly string[] {
  const read = modelOf(`
Parameters: { Open: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24${subnet} } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24${subnet} } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  RoutesOfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Routes } }
  RoutesOfB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref B, RouteTableId: !Ref Routes } }
  Cluster: { Type: AWS::ECS::Cluster }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { NetworkMode: awsvpc, ContainerDefinitions: [{ Name: web, ${container} }] } }
  Service:
    Type: AWS::ECS::Service
    Properties: { LaunchType: ${launchType}, Cluster: !Ref Cluster, TaskDefinition: !Ref Task, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ${subnets}, SecurityGroups: ${groups} } }${service} }
${resources}`, region === undefined ? {} : { region }), model = { ...read, network: { ...read.network, dualStackIPv6 } };
  const [launch] = model.services, task = launch?.taskDefinition;
  if (task?.state !== 'known' || launch?.runsOn.state !== 'known') throw new Error('nothing to survey');
  const { supplies } = suppliesOf(task.value, launch, model);
  return startPaths(launch, launch.runsOn.value, model).flatMap(({ interfaces, strays, carries }) => {
    const { blockages, unknowns } = survey([...interfaces, ...strays], supplies.filter(({ what }) => carries.includes(what)), model.network);
    return [
      ...blockages.map(({ obstacle, supplies: blocked, interfaces: from }) =>
        `${obstacle.kind}: ${blocked.map(({ from: source }) => (source.kind === 'service' ? source.service : source.kind)).join(' ')} from ${subnetsOf(from).map(({ id }) => id).join(' ') || 'somewhere'}`),
      ...new Set(unknowns.map(({ why }) => why.kind)),
    ];
  });
}

const ecr = "Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/web'";
const bothEcr = "Image: !Sub '${AWS::AccountId}.dkr-ecr.${AWS::Region}.on.aws/web'";
const awslogs = 'LogConfiguration: { LogDriver: awslogs }';
const dual = ", Ipv6CidrBlock: '2600:1f00::/64', AssignIpv6AddressOnCreation: true", native = ', Ipv6Native: true';
const group = (rule: string) => `  Limited: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${rule} }] } }`;
const ipv4Route = '  Nat: { Type: AWS::EC2::NatGateway }\n  Ipv4Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }';
const nat64 = ipv4Route.replace('DestinationCidrBlock: 0.0.0.0/0', "DestinationIpv6CidrBlock: '64:ff9b::/96'").replace('Ipv4Route', 'Nat64Route');
const ipv6Route = "  Ipv6Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: eigw-1 } }";

const logsEndpoint = "  Logs: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.logs', PrivateDnsEnabled: true, VpcId: !Ref Vpc } }";

/** A subnet of which nothing is known, and a security group that lets out to a database. */
const elsewhere = { subnets: '[!Ref Open]', groups: '[!Ref Limited]' };
const onlyDatabase = '  Limited: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }] } }';

/** Container instances in a public subnet, with a public address. */
const instances = `
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, MapPublicIpOnLaunch: true } }
  PublicRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  RoutesOfPublic: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicRoutes } }
  PublicRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PublicRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateData: { ImageId: ami-1, SecurityGroupIds: [!Ref Group], UserData: { 'Fn::Base64': !Sub "#!/bin/bash\\necho ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config" } } }
  Instances: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: 1, MaxSize: 1, VPCZoneIdentifier: [!Ref Public], LaunchTemplate: { LaunchTemplateId: !Ref Launch } } }`;

test.each<[string, Tasks, string[]]>([
  ['fetches through the container instance on EC2', { container: `${ecr}, ${awslogs}`, launchType: 'EC2', resources: instances }, []],
  ['opens a shell through the task\'s own interface there', { container: ecr, launchType: 'EC2', service: ', EnableExecuteCommand: true', resources: instances }, ['noRoute: ssmmessages from A B']],
  ['asks nothing of tasks whose instances never register', { container: ecr, launchType: 'EC2', resources: instances.replace('MapPublicIpOnLaunch: true', 'MapPublicIpOnLaunch: false') }, []],
  ['names one obstacle once, with all behind it', { container: `${ecr}, ${awslogs}` }, ['noRoute: ecr.api ecr.dkr s3 logs from A B']],
  ['takes an image of unknown registry from neither', { container: 'Image: !Ref Open' }, ['noRoute: registry from A B']],
  ['leaves ECR login and secrets to Fargate on old platform versions', { container: `${ecr}, Secrets: [{ Name: A, ValueFrom: /a }]`, service: ', PlatformVersion: 1.3.0' }, ['noRoute: ecr.dkr s3 from A B']],
  ['asks for more with ECS Exec', { container: 'Image: nginx', service: ', EnableExecuteCommand: true' }, ['noRoute: internet ssmmessages from A B']],
  ['goes nowhere from a subnet that is elsewhere where its security group lets nothing out on the port', { container: ecr, ...elsewhere, resources: onlyDatabase }, ['securityGroups: ecr.api ecr.dkr s3 from somewhere']],
  ['may go to endpoints from there where it lets something out', { container: ecr, ...elsewhere, resources: onlyDatabase.replaceAll('5432', '443') }, ['parameter']],
  ['does not go to the internet from there where it lets out to the VPC alone', { container: 'Image: nginx', ...elsewhere, resources: onlyDatabase.replaceAll('5432', '443') }, ['securityGroups: internet from somewhere']],
  ['writes logs of another region beyond the endpoints', { container: awslogs.replace(' }', ', Options: { awslogs-region: us-west-2 } }'), region: 'eu-west-1', resources: logsEndpoint }, ['noRoute: logs from A B']],
  ['writes logs of its own region through the endpoint', { container: awslogs.replace(' }', ', Options: { awslogs-region: eu-west-1 } }'), region: 'eu-west-1', resources: logsEndpoint }, []],
  ['does not know whether an endpoint leads to the other region', { container: awslogs.replace(' }', ', Options: { awslogs-region: us-west-2 } }'), region: 'eu-west-1', resources: logsEndpoint.replace('VpcId', 'ServiceRegion: us-west-2, VpcId') }, ['fact']],
  ['calls AWS by IPv4 where there is IPv4, whatever else there is', { container: `${ecr}, ${awslogs}`, subnet: dual, resources: ipv6Route }, ['noRoute: ecr.api ecr.dkr s3 logs from A B']],
  ['also where the registry has IPv6 addresses by the name of the image', { container: bothEcr, subnet: dual, resources: ipv6Route }, ['noRoute: ecr.api ecr.dkr s3 from A B']],
  ['does not know by what addresses Secrets Manager is called', { container: "Image: nginx, Secrets: [{ Name: A, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a' }]", subnet: dual, resources: ipv6Route }, ['accountSetting', 'fact']],
  ['knows that they do not help where no route is for IPv6', { container: "Secrets: [{ Name: A, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a' }]", subnet: dual }, ['noRoute: secretsmanager from A B']],
  ['comes to Docker Hub by IPv6 alone if the account gives tasks such addresses', { container: 'Image: nginx', subnet: dual, resources: ipv6Route }, ['accountSetting']],
  ['comes to Docker Hub by IPv6 alone', { container: 'Image: nginx', subnet: dual, resources: ipv6Route, dualStackIPv6: 'enabled' }, []],
  ['has no IPv6 addresses where the account gives tasks none', { container: 'Image: nginx', subnet: dual, resources: ipv6Route, dualStackIPv6: 'disabled' }, ['noRoute: internet from A B']],
  ['nor on platform versions before 1.4.0', { container: 'Image: nginx', subnet: dual, resources: ipv6Route, dualStackIPv6: 'enabled', service: ', PlatformVersion: 1.3.0' }, ['noRoute: internet from A B']],
  ['nor in subnets that assign none', { container: 'Image: nginx', subnet: dual.replace('true', 'false'), resources: ipv6Route, dualStackIPv6: 'enabled' }, ['noRoute: internet from A B']],
  ['has no IPv6 way to the public registry of ECR', { container: 'Image: public.ecr.aws/nginx/nginx', subnet: dual, resources: ipv6Route, dualStackIPv6: 'enabled' }, ['noRoute: internet from A B']],
  ['has one by its other name', { container: 'Image: ecr-public.aws.com/nginx/nginx', subnet: dual, resources: ipv6Route, dualStackIPv6: 'enabled' }, []],
  ['does not know whether another registry has IPv6 addresses', { container: 'Image: registry.example.com/web', subnet: dual, resources: ipv6Route, dualStackIPv6: 'enabled' }, ['fact']],
  ['does not leave by IPv6 through a group that lets IPv4 out', { container: 'Image: nginx', subnet: dual, dualStackIPv6: 'enabled', groups: '[!Ref Limited]', resources: `${ipv6Route}\n${group('CidrIp: 0.0.0.0/0')}` }, ['noRoute: internet from A B']],
  ['nor by IPv4 through one that lets IPv6 out', { container: 'Image: nginx', groups: '[!Ref Limited]', resources: `${ipv4Route}\n${group("CidrIpv6: '::/0'")}` }, ['securityGroups: internet from A B']],
  ['needs a route in subnets of IPv6 alone, as no endpoint leads to registries', { container: bothEcr, subnet: native }, ['noRoute: ecr.api ecr.dkr s3 from A B']],
  ['reaches all by it', { container: `${bothEcr}, ${awslogs}, Secrets: [{ Name: A, ValueFrom: /a }]`, subnet: native, resources: ipv6Route }, []],
  ['not by an endpoint of IPv4', { container: awslogs, subnet: native, resources: logsEndpoint }, ['noRoute: logs from A B']],
  ['but by one of IPv6', { container: awslogs, subnet: native, resources: logsEndpoint.replace('VpcId', 'IpAddressType: ipv6, DnsOptions: { DnsRecordIpType: ipv6 }, VpcId') }, []],
  ['not through a group that lets IPv4 out', { container: awslogs, subnet: native, groups: '[!Ref Limited]', resources: `${ipv6Route}\n${group('CidrIp: 0.0.0.0/0')}` }, ['securityGroups: logs from A B']],
  ['not to a registry of ECR by the name that has IPv4 addresses', { container: ecr, subnet: native, resources: ipv6Route }, ['noIpv4: ecr.dkr from A B']],
  ['does not know whether it does by NAT64', { container: ecr, subnet: `${native}, EnableDns64: true`, resources: `${ipv6Route}\n${nat64}` }, ['fact']],
  ['comes to the public one by NAT64', { container: 'Image: public.ecr.aws/nginx/nginx', subnet: `${native}, EnableDns64: true`, resources: nat64 }, []],
  ['not where names get no addresses for it', { container: 'Image: public.ecr.aws/nginx/nginx', subnet: native, resources: nat64 }, ['noIpv4: internet from A B']],
  ['nor without a route for it', { container: 'Image: public.ecr.aws/nginx/nginx', subnet: `${native}, EnableDns64: true`, resources: ipv6Route }, ['noIpv4: internet from A B']],
  ['comes to any registry where both ways are open', { container: 'Image: registry.example.com/web', subnet: `${native}, EnableDns64: true`, resources: `${ipv6Route}\n${nat64}` }, []],
  ['opens no shell in subnets of IPv6 alone', { container: 'Image: nginx', subnet: native, service: ', EnableExecuteCommand: true', resources: ipv6Route }, ['noIpv4: ssmmessages from A', 'noIpv4: ssmmessages from B']],
])('%s', (_, tasks, expected) => {
  expect(surveyOf(tasks)).toEqual(expected);
});
