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
  readonly subnets?: string;
  readonly groups?: string;
}

/** What stands between the tasks of a service in private subnets and what they need: `obstacle: supplies from subnets`. */
function surveyOf({ container, subnet = '', resources = '', service = '', launchType = 'FARGATE', region, subnets = '[!Ref A, !Ref B]', groups = '[!Ref Group]' }: Tasks): readonly string[] {
  const model = modelOf(`
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
${resources}`, region === undefined ? {} : { region });
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
const dualStack = "Image: !Sub '${AWS::AccountId}.dkr-ecr.${AWS::Region}.on.aws/web'";
const awslogs = 'LogConfiguration: { LogDriver: awslogs }';
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
  ['does not know what is reached by IPv6', { container: awslogs, subnet: ", Ipv6CidrBlock: '2001:db8::/64'", resources: ipv6Route }, ['fact']],
  ['knows that IPv6 does not help where no route is for it', { container: awslogs, subnet: ", Ipv6CidrBlock: '2001:db8::/64'" }, ['noRoute: logs from A B']],
  ['knows that ECR under its old name has IPv4 addresses alone', { container: ecr, subnet: ", Ipv6CidrBlock: '2001:db8::/64'", resources: ipv6Route }, ['noRoute: ecr.dkr from A B', 'fact']],
  ['does not know what reaches ECR under its new name', { container: dualStack, subnet: ", Ipv6CidrBlock: '2001:db8::/64'", resources: ipv6Route }, ['fact']],
  ['finds no way to registries from subnets of IPv6 alone without a route of IPv6', { container: dualStack, subnet: ', Ipv6Native: true' }, ['noRoute: ecr.api ecr.dkr from A B', 'fact']],
  ['opens no shell in subnets of IPv6 alone', { container: 'Image: nginx', subnet: ', Ipv6Native: true', service: ', EnableExecuteCommand: true', resources: ipv6Route }, ['noIpv4: ssmmessages from A', 'noIpv4: ssmmessages from B', 'fact']],
  ['finds no IPv4 in subnets of IPv6 alone', { container: ecr, subnet: ', Ipv6Native: true', resources: ipv6Route }, ['noIpv4: ecr.dkr from A B', 'fact']],
])('%s', (_, tasks, expected) => {
  expect(surveyOf(tasks)).toEqual(expected);
});
