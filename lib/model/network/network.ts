import { unknown, type Unknown } from '../../core/value';
import { accountStack } from '../../finding/finding';
import type { Resource } from '../../template/resource';
import { readAccessPoint, readFileSystem, readMountTarget, type AccessPoint, type FileSystem } from './file-system';
import { readInternetGateway, type InternetGateway } from './internet-gateway';
import { Lookup } from '../lookup';
import { readNatGateway, type NatGateway } from './nat-gateway';
import { readNetworkAcl, readNetworkAclEntry } from './network-acl';
import { Parts, partsNaming, refersTo } from '../part';
import { readPrefixList, type PrefixList } from './prefix-list';
import { anyRoute, readPropagatedRoutes, readRoutes, readRouteTable, type RouteTable } from './route-table';
import { anyRule, defaultSecurityGroup, readSecurityGroup, readSeparateRule, withPrefixLists, type SecurityGroup } from './security-group';
import { doneByStranger, type Stranger } from '../stranger';
import { readSubnet, type Subnet } from './subnet';
import { readVpc, type Vpc } from './vpc';
import { readVpcEndpoint, type VpcEndpoint } from './vpc-endpoint';

/** The networks that the templates describe, and the file systems that stand in them. */
export interface Network {
  readonly vpcs: Lookup<Vpc>;
  readonly subnets: Lookup<Subnet>;
  readonly routeTables: Lookup<RouteTable>;
  readonly internetGateways: Lookup<InternetGateway>;
  readonly natGateways: Lookup<NatGateway>;
  /** Also the default group of each VPC. */
  readonly securityGroups: Lookup<SecurityGroup>;
  readonly endpoints: readonly VpcEndpoint[];
  /** The account setting `dualStackIPv6`, `enabled` or `disabled`, where somebody says it. */
  readonly dualStackIPv6: string | undefined;
  readonly fileSystems: Lookup<FileSystem>;
  readonly accessPoints: Lookup<AccessPoint>;
}

/** The resources of a type. */
type ResourcesOf = (type: string) => readonly Resource[];

/** Reads the networks from the resources of each type. */
export function readNetwork(
  of: ResourcesOf, { resources, strangers, dualStackIPv6 }: { readonly resources: readonly Resource[]; readonly strangers: readonly Stranger[]; readonly dualStackIPv6: string | undefined },
): Network {
  const vpcs = readVpcs(of), attachments = partsNaming('InternetGatewayId', of('AWS::EC2::VPCGatewayAttachment'));
  const internetGateways = new Lookup('internet gateway', of('AWS::EC2::InternetGateway').map(resource => readInternetGateway(resource, attachments, vpcs)));
  const prefixLists = new Lookup('prefix list', of('AWS::EC2::PrefixList').map(readPrefixList));
  const routes = new Parts([...of('AWS::EC2::Route').flatMap(resource => readRoutes(resource, prefixLists)), ...of('AWS::EC2::VPNGatewayRoutePropagation').flatMap(readPropagatedRoutes)], ({ table }) => table);
  const routeTables = new Lookup('route table', of('AWS::EC2::RouteTable').map(resource => readRouteTable(resource, routes, vpcs)).map(table => {
    const open = doneByStranger(table, strangers);
    return open ? { ...table, routes: [...table.routes, anyRoute(table, table.name, open)] } : table;
  }));
  const entries = new Parts(of('AWS::EC2::NetworkAclEntry').map(readNetworkAclEntry), ({ acl }) => acl);
  const networkAcls = new Lookup('network ACL', of('AWS::EC2::NetworkAcl').map(resource => readNetworkAcl(resource, entries)));
  const tableAssociations = partsNaming('SubnetId', of('AWS::EC2::SubnetRouteTableAssociation')), aclAssociations = partsNaming('SubnetId', of('AWS::EC2::SubnetNetworkAclAssociation'));
  const cidrBlocks = partsNaming('SubnetId', of('AWS::EC2::SubnetCidrBlock'));
  const subnets = new Lookup('subnet', of('AWS::EC2::Subnet').map(resource => readSubnet(resource, { vpcs, routeTables, networkAcls, tableAssociations, aclAssociations, cidrBlocks })).map(subnet => {
    // Into a VPC's main table no template writes, but a stranger may.
    const open = subnet.routeTable.state === 'absent' ? [subnet, ...(subnet.vpc.state === 'known' ? [subnet.vpc.value] : [])].flatMap(noun => doneByStranger(noun, strangers) ?? [])[0] : undefined;
    return open ? { ...subnet, routeTable: open } : subnet;
  }));
  const securityGroups = readSecurityGroups(of, { vpcs, prefixLists, strangers });
  const mountTargets = new Parts(of('AWS::EFS::MountTarget').map(resource => readMountTarget(resource, subnets, securityGroups)), ({ fileSystem }) => fileSystem);
  return {
    vpcs, subnets, routeTables, internetGateways, securityGroups, dualStackIPv6,
    natGateways: new Lookup('NAT gateway', of('AWS::EC2::NatGateway').map(resource => readNatGateway(resource, subnets))),
    endpoints: of('AWS::EC2::VPCEndpoint').map(resource => readVpcEndpoint(resource, { vpcs, subnets, securityGroups, routeTables })),
    fileSystems: new Lookup('file system', of('AWS::EFS::FileSystem').map(resource => readFileSystem(resource, mountTargets, resources))),
    accessPoints: new Lookup('access point', of('AWS::EFS::AccessPoint').map(readAccessPoint)),
  };
}

function readVpcs(of: ResourcesOf): Lookup<Vpc> {
  const dhcpAssociations = partsNaming('VpcId', of('AWS::EC2::VPCDHCPOptionsAssociation'));
  const attachments = partsNaming('VpcId', of('AWS::EC2::VPCGatewayAttachment').filter(({ properties }) => properties.get('InternetGatewayId').given !== 'no'));
  const ipv6Blocks = partsNaming('VpcId', of('AWS::EC2::VPCCidrBlock').filter(({ properties }) => properties.get('CidrBlock').given !== 'yes'));
  return new Lookup('VPC', of('AWS::EC2::VPC').map(resource => readVpc(resource, { dhcpAssociations, attachments, ipv6Blocks })));
}

function readSecurityGroups(
  of: ResourcesOf, { vpcs, prefixLists, strangers }: { readonly vpcs: Lookup<Vpc>; readonly prefixLists: Lookup<PrefixList>; readonly strangers: readonly Stranger[] },
): Lookup<SecurityGroup> {
  const separate = {
    ingress: new Parts(of('AWS::EC2::SecurityGroupIngress').map(readSeparateRule), ({ group }) => group),
    egress: new Parts(of('AWS::EC2::SecurityGroupEgress').map(readSeparateRule), ({ group }) => group),
  };
  // With this the CDK takes the rules of a VPC's default group away.
  const emptying = (vpc: Vpc): Resource | undefined => of('Custom::VpcRestrictDefaultSG').find(({ properties }) => {
    const restricts = refersTo(properties.get('DefaultSecurityGroupId').text(), vpc);
    return restricts.state === 'unknown' || (restricts.state === 'known' && restricts.value);
  });
  return new Lookup('security group', [
    ...of('AWS::EC2::SecurityGroup').map(resource => readSecurityGroup(resource, vpcs, separate)).map(group => {
      const open = doneByStranger(group, strangers);
      return open ? withAnyRule(group, open) : group;
    }),
    ...vpcs.all.map(vpc => defaultSecurityGroup(vpc, separate, emptying(vpc))).map(group =>
      (group.stack === accountStack ? withAnyRule(group, unknown({ kind: 'elsewhere', what: `the default security group of ${group.id}` }, group.at)) : group)),
  ].map(group => withPrefixLists(group, prefixLists)));
}

/** A group of which somebody may have added rules. */
function withAnyRule(group: SecurityGroup, open: Unknown): SecurityGroup {
  return { ...group, ingress: [...group.ingress, anyRule(open)], egress: [...group.egress, anyRule(open)] };
}
