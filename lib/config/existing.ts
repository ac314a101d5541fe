import type { Raw, RawMap } from '../template/raw';

/** What `drydock.json` says of things that the account holds already, by physical id. What is left out is not known. */
export interface Existing {
  readonly vpcs?: Things<VpcFacts>;
  readonly subnets?: Things<SubnetFacts>;
  readonly securityGroups?: Things<SecurityGroupFacts>;
  readonly roles?: Things<RoleFacts>;
  readonly clusters?: Things<ClusterFacts>;
  /** The public parameter of Systems Manager that names each image, or an older or newer one of its kind. */
  readonly images?: Things<string>;
  /** Anything else, as a template would have it. */
  readonly resources?: Things<RawMap>;
}

type Things<T> = Readonly<Record<string, T>>;

interface VpcFacts {
  readonly cidr?: string;
  readonly dnsSupport?: boolean;
  readonly dnsHostnames?: boolean;
  readonly internetGateway?: boolean;
  readonly mainRoutesTo?: WayOut;
  /** The ends of the services' names, as `ecr.dkr`. */
  readonly endpoints?: readonly string[];
}

interface SubnetFacts {
  readonly vpc?: string;
  readonly zone?: string;
  readonly cidr?: string;
  readonly freeAddresses?: number;
  readonly mapsPublicIp?: boolean;
  readonly routesTo?: WayOut;
}

/** Where what is meant for the internet is sent. */
type WayOut = 'internet gateway' | 'NAT gateway' | 'nothing';

interface SecurityGroupFacts {
  readonly vpc?: string;
  readonly ingress?: readonly RawMap[];
  readonly egress?: readonly RawMap[];
}

interface RoleFacts {
  readonly trusts?: readonly string[];
  readonly managedPolicies?: readonly string[];
  readonly statements?: readonly RawMap[];
}

interface ClusterFacts {
  readonly capacityProviders?: readonly string[];
  /** As `DefaultCapacityProviderStrategy` of a template. */
  readonly defaultStrategy?: readonly RawMap[];
  readonly instances?: readonly InstanceFacts[];
}

interface InstanceFacts {
  readonly type: string;
  readonly count: number;
  readonly most?: number;
  readonly capacityProvider?: string;
  readonly image?: string;
  readonly zones?: readonly string[];
  readonly subnets?: readonly string[];
  readonly securityGroups?: readonly string[];
}

/** Stands for a fact that is not said; `whether` for one that decides whether a resource is there. */
interface Open {
  (field: string): RawMap;
  readonly whether: (field: string) => string;
}

/** Resources as a template has them, by their ids. */
type Resources = Readonly<Record<string, RawMap>>;

/** How each kind of thing is written as resources. What EC2 decides where nobody else does is taken as decided so: DNS is on, and security groups and network ACLs let everything out. */
export const kinds: { readonly [K in keyof Required<Existing>]: (id: string, facts: Required<Existing>[K][string], open: Open) => Resources } = {
  vpcs: (id, { cidr, dnsSupport = true, dnsHostnames, internetGateway, mainRoutesTo, endpoints }, open) => ({
    [id]: written('AWS::EC2::VPC', {
      CidrBlock: cidr ?? open('cidr'), EnableDnsSupport: dnsSupport, EnableDnsHostnames: dnsHostnames ?? open('dnsHostnames'),
      MainRouteTableId: mainRoutesTo ? tableOf(id, mainRoutesTo) : open('mainRoutesTo'),
    }),
    ...(internetGateway === false ? {} : gateway(id, internetGateway ? {} : { Condition: open.whether('internetGateway') })),
    ...(mainRoutesTo ? routes(id, mainRoutesTo) : {}),
    ...Object.fromEntries((endpoints?.map(end => `com.amazonaws.${end}`) ?? [open('endpoints')]).map((name, i) => [`${id} endpoint ${i + 1}`, endpoint(id, name)])),
  }),
  subnets: (id, { vpc, zone, cidr, freeAddresses, mapsPublicIp, routesTo }, open) => ({
    [id]: written('AWS::EC2::Subnet', {
      VpcId: vpc ?? open('vpc'), AvailabilityZone: zone ?? open('zone'), CidrBlock: cidr ?? open('cidr'), MapPublicIpOnLaunch: mapsPublicIp ?? open('mapsPublicIp'),
      ...(freeAddresses === undefined ? {} : { AvailableIpAddressCount: freeAddresses }),
    }),
    [`${id} association`]: written('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: id, RouteTableId: routesTo && vpc !== undefined ? tableOf(vpc, routesTo) : open('routesTo') }),
    ...(routesTo && vpc !== undefined ? routes(vpc, routesTo) : {}),
  }),
  securityGroups: (id, { vpc, ingress, egress = [] }, open) => ({
    [id]: written('AWS::EC2::SecurityGroup', { VpcId: vpc ?? open('vpc'), SecurityGroupIngress: ingress ?? open('ingress'), SecurityGroupEgress: egress }),
  }),
  roles: (id, { trusts, managedPolicies, statements }, open) => ({
    [lastOf(id)]: written('AWS::IAM::Role', {
      AssumeRolePolicyDocument: trusts ? { Statement: trusts.map(service => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } })) } : open('trusts'),
      ...(managedPolicies || !statements ? { ManagedPolicyArns: managedPolicies ?? [open('managedPolicies')] } : {}),
      ...(statements ? { Policies: [{ PolicyName: 'statements', PolicyDocument: { Version: '2012-10-17', Statement: statements } }] } : {}),
    }),
  }),
  clusters: (id, { capacityProviders, defaultStrategy, instances }, open) => ({
    [lastOf(id)]: written('AWS::ECS::Cluster', {
      CapacityProviders: capacityProviders ?? open('capacityProviders'), DefaultCapacityProviderStrategy: defaultStrategy ?? open('defaultStrategy'),
    }),
    ...Object.assign({}, ...(instances ?? [undefined]).map((facts, i) => containerInstances(`${lastOf(id)} instances ${i + 1}`, lastOf(id), facts, open)) as Resources[]) as Resources,
  }),
  images: (id, parameter) => ({ [id]: written('AWS::EC2::Image', { ImageParameter: parameter }) }),
  resources: (id, resource) => ({ [id]: resource }),
};

function written(Type: string, Properties: RawMap): RawMap {
  return { Type, Properties };
}

/** The name at the end of an ARN, or a name alone. */
function lastOf(id: string): string {
  return id.replace(/^arn:.*[:/]/, '');
}

/** The internet gateway of a VPC. */
function gateway(vpc: string, given: RawMap = {}): Resources {
  return {
    [`${vpc} internet gateway`]: written('AWS::EC2::InternetGateway', {}),
    [`${vpc} attachment`]: { ...written('AWS::EC2::VPCGatewayAttachment', { VpcId: vpc, InternetGatewayId: `${vpc} internet gateway` }), ...given },
  };
}

/** The route table of a VPC with that way to the internet. */
function routes(vpc: string, to: WayOut): Resources {
  const table = tableOf(vpc, to), way: RawMap = to === 'internet gateway' ? { GatewayId: `${vpc} internet gateway` } : { NatGatewayId: `${vpc} NAT gateway` };
  return {
    [table]: written('AWS::EC2::RouteTable', { VpcId: vpc }),
    ...(to === 'nothing' ? {} : { [`${table} route`]: written('AWS::EC2::Route', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', ...way }) }),
    ...(to === 'internet gateway' ? gateway(vpc) : {}),
    // A NAT gateway in no subnet is a regional one, which has its own way out.
    ...(to === 'NAT gateway' ? { [`${vpc} NAT gateway`]: written('AWS::EC2::NatGateway', {}) } : {}),
  };
}

function tableOf(vpc: string, to: WayOut): string {
  return `${vpc} routes to ${to}`;
}

/** An endpoint that takes what the VPC sends to a service, and lets everything through. */
function endpoint(vpc: string, ServiceName: Raw): RawMap {
  return written('AWS::EC2::VPCEndpoint', {
    VpcId: vpc, ServiceName, VpcEndpointType: 'Interface', PrivateDnsEnabled: true, DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers' }, SubnetIds: [],
  });
}

/** The image that container instances run unless another is said. */
const usualImage = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';

/** Container instances of a cluster as an Auto Scaling group brings them. */
function containerInstances(id: string, cluster: string, facts: InstanceFacts | undefined, open: Open): Resources {
  const unsaid = open('instances'), zonal = (zone: string): string => `${id} in ${zone}`;
  const { type = unsaid, count = unsaid, most = count, image = usualImage, capacityProvider, zones, subnets, securityGroups } = facts ?? {};
  return {
    [`${id} launch`]: written('AWS::AutoScaling::LaunchConfiguration', {
      InstanceType: type, ImageId: image.startsWith('/') ? `{{resolve:ssm:${image}}}` : image, SecurityGroups: securityGroups ?? [unsaid], UserData: userData(image, cluster),
    }),
    [id]: written('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: count, DesiredCapacity: count, MaxSize: most, LaunchConfigurationName: `${id} launch`,
      VPCZoneIdentifier: subnets ?? zones?.map(zonal) ?? unsaid,
    }),
    // Where it is said in which zones they are but not in which subnets, each zone has a subnet of which nothing else is known.
    ...Object.fromEntries(subnets ? [] : (zones ?? []).map(zone => [zonal(zone), written('AWS::EC2::Subnet', { AvailabilityZone: zone, VpcId: unsaid })])),
    ...(capacityProvider === undefined ? {} : {
      [capacityProvider]: written('AWS::ECS::CapacityProvider', {
        Name: capacityProvider, AutoScalingGroupProvider: { AutoScalingGroupArn: id, ManagedScaling: { Status: most === count ? 'DISABLED' : 'ENABLED' } },
      }),
    }),
  };
}

/** How images of each kind are told their cluster. */
function userData(image: string, cluster: string): string {
  if (/bottlerocket/i.test(image)) return `[settings.ecs]\ncluster = "${cluster}"\n`;
  return /windows/i.test(image) ? `<powershell>Initialize-ECSAgent -Cluster '${cluster}'</powershell>` : `#!/bin/bash\necho ECS_CLUSTER=${cluster} >> /etc/ecs/ecs.config\n`;
}
