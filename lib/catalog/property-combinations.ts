import { fact } from './fact';

/** A property that is given, or that says one of a few words. */
export interface Part {
  /** From the properties of the resource, or from what `in` names. */
  readonly path: string;
  readonly is?: readonly string[];
  /** What holds where it is left out. */
  readonly otherwise?: string;
}

/** What goes with a property and what does not. */
export interface Combination {
  /** What the other paths begin from, with `*` for each item of a list. The properties of the resource unless given. */
  readonly in?: string;
  readonly where: Part;
  readonly needs?: Part;
  readonly excludes?: Part;
}

/** Properties of which one is given, and no more. */
type OneOf = readonly string[];

interface Combinations {
  readonly combinations?: readonly Combination[];
  readonly oneOf?: readonly OneOf[];
}

const mappings = 'SubnetMappings.*';

/** Which properties of resources around services go together, by resource type. */
export const propertyCombinations = fact<Readonly<Record<string, Combinations>>>({
  id: 'property-combinations',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    read: '2026-11-22',
    says: 'The pages of these types. Route: exactly one target, and one destination. Entry of a network ACL: ports for TCP and UDP. Classic Load Balancer: zones, or subnets in their place. Load balancer: subnets or subnet mappings, not both; Elastic IP addresses for internet-facing Network Load Balancers, private ones for internal. '
      + 'File system: a key needs Encrypted, provisioned mode its throughput, and One Zone has no maxIO. Cloud Map service: one of the two health checks. Volumes of services: a rate of initialization needs a snapshot.',
  },
  value: {
    'AWS::EC2::NetworkAclEntry': { combinations: [{ where: { path: 'Protocol', is: ['6', '17'] }, needs: { path: 'PortRange' } }] },
    'AWS::EC2::Route': {
      oneOf: [
        ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
        [
          'CarrierGatewayId', 'CoreNetworkArn', 'EgressOnlyInternetGatewayId', 'GatewayId', 'InstanceId', 'LocalGatewayId', 'NatGatewayId', 'NetworkInterfaceId', 'OdbNetworkArn', 'TransitGatewayId', 'VpcEndpointId',
          'VpcPeeringConnectionId',
        ],
      ],
    },
    'AWS::ECS::Service': { combinations: [{ in: 'VolumeConfigurations.*.ManagedEBSVolume', where: { path: 'VolumeInitializationRate' }, needs: { path: 'SnapshotId' } }] },
    'AWS::EFS::FileSystem': {
      combinations: [
        { where: { path: 'KmsKeyId' }, needs: { path: 'Encrypted', is: ['true'] } },
        { where: { path: 'ThroughputMode', is: ['provisioned'] }, needs: { path: 'ProvisionedThroughputInMibps' } },
        { where: { path: 'PerformanceMode', is: ['maxIO'] }, excludes: { path: 'AvailabilityZoneName' } },
      ],
    },
    'AWS::ElasticLoadBalancing::LoadBalancer': { oneOf: [['AvailabilityZones', 'Subnets']] },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
      combinations: [
        { where: { path: 'Subnets' }, excludes: { path: 'SubnetMappings' } },
        { where: { path: `${mappings}.AllocationId` }, needs: { path: 'Type', is: ['network'], otherwise: 'application' } },
        { where: { path: `${mappings}.AllocationId` }, excludes: { path: 'Scheme', is: ['internal'] } },
        { where: { path: `${mappings}.PrivateIPv4Address` }, needs: { path: 'Scheme', is: ['internal'], otherwise: 'internet-facing' } },
      ],
    },
    'AWS::ServiceDiscovery::Service': { combinations: [{ where: { path: 'HealthCheckConfig' }, excludes: { path: 'HealthCheckCustomConfig' } }] },
  },
});
