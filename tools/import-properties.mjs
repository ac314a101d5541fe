// Makes lib/catalog/data/resource-properties.json from the classes of aws-cdk-lib, which AWS makes from the schemas of CloudFormation: node tools/import-properties.mjs [--print]
//
// types    the shape of the properties of each resource type
// attributes  by resource type what Fn::GetAtt gives of it
// shapes   by name the form of each property: "text", "number", "whole number", "true or false", "json", the name of a shape, a list "[form]" or a map "{form}";
//          a required one has "!" before it
//
// The classes do not tell whole numbers from others: those below are said to be Integer in the template reference.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The resource types whose properties are held against the schema: what stands around a service of ECS. */
const types = {
  'applicationautoscaling': ['ScalableTarget', 'ScalingPolicy'],
  'autoscaling': ['AutoScalingGroup', 'LaunchConfiguration'],
  'ec2': [
    'EIP', 'InternetGateway', 'LaunchTemplate', 'NatGateway', 'Route', 'RouteTable', 'SecurityGroup', 'SecurityGroupEgress', 'SecurityGroupIngress', 'Subnet', 'SubnetRouteTableAssociation', 'VPC',
    'VPCEndpoint', 'VPCGatewayAttachment',
  ],
  'ecr': ['Repository'],
  'ecs': [
    'CapacityProvider', 'Cluster', 'ClusterCapacityProviderAssociations', 'Daemon', 'DaemonTaskDefinition', 'ExpressGatewayService', 'Gateway', 'GatewayClusterAssociations', 'PrimaryTaskSet', 'Service',
    'TaskDefinition', 'TaskSet',
  ],
  'efs': ['AccessPoint', 'FileSystem', 'MountTarget'],
  'elasticloadbalancing': ['LoadBalancer'],
  'elasticloadbalancingv2': ['Listener', 'ListenerCertificate', 'ListenerRule', 'LoadBalancer', 'TargetGroup'],
  'events': ['Rule'],
  'iam': ['InstanceProfile', 'ManagedPolicy', 'Policy', 'Role'],
  'logs': ['LogGroup'],
  'scheduler': ['Schedule'],
  'servicediscovery': ['HttpNamespace', 'PrivateDnsNamespace', 'PublicDnsNamespace', 'Service'],
};

/** Whole numbers, by shape or for all shapes. */
const whole = new Set([
  'Base', 'ContainerPort', 'Cpu', 'DesiredCount', 'HardLimit', 'HealthCheckGracePeriodSeconds', 'HostPort', 'Interval', 'MaxCapacity', 'MaximumPercent', 'Memory', 'MemoryReservation', 'MinCapacity',
  'MinimumHealthyPercent', 'Retries', 'SizeInGiB', 'SoftLimit', 'StartPeriod', 'StartTimeout', 'StopTimeout', 'TaskCount', 'Timeout', 'Weight',
]);

/** What the schemas take as a text or as a list, which the classes do not tell. */
const listsToo = new Set(['TopicARN']);

const table = resourcePropertiesOf(module => readFileSync(join(import.meta.dirname, '../node_modules/aws-cdk-lib', `aws-${module}/lib/${module}.generated.js`), 'utf8'));
const rows = record => Object.keys(record).sort().map(key => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`).join(',\n');
const text = `{"types":{\n${rows(table.types)}\n},"attributes":{\n${rows(table.attributes)}\n},"shapes":{\n${rows(table.shapes)}\n}}\n`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(join(import.meta.dirname, '../lib/catalog/data/resource-properties.json'), text);

/** Reads the table out of the code of the classes, which `read` gives by the name of the module. */
function resourcePropertiesOf(read) {
  const table = { types: {}, attributes: {}, shapes: { Tag: { Key: 'text', Value: 'text' } } };
  for (const [module, names] of Object.entries(types)) {
    const code = read(module);
    const converters = new Map([...code.matchAll(/function convertCfn(\w+?)ToCloudFormation\(properties\)\{return[^{]*\(properties\)\.assertSuccess\(\),\{(.*?)\}\):properties\}/g)].map(([, name, body]) => [name, body]));
    const required = new Map([...code.matchAll(/function Cfn(\w+?)Validator\(properties\)\{(.*?)errors\.wrap\(/g)]
      .map(([, name, body]) => [name, new Set([...body.matchAll(/propertyValidator\("(\w+)",cdk\(\)\.requiredValidator\)/g)].map(([, property]) => property))]));
    const classes = new Map([...code.matchAll(/class Cfn(\w+) extends(.*?)(?=class Cfn|$)/gs)].map(([, name, body]) => [name, body]));
    const add = name => {
      const key = `${module}.${name}`;
      if (table.shapes[key]) return key;
      const shape = table.shapes[key] = {};
      for (const [, property, mapper, given] of converters.get(name).matchAll(/(?:^|,)(\w+):(.+?)\(properties\.(\w+)\)/g)) {
        shape[property] = (required.get(name)?.has(given) ? '!' : '') + formOf(mapper, property, add);
      }
      return key;
    };
    for (const name of names) {
      const type = new RegExp(`CFN_RESOURCE_TYPE_NAME="(AWS::\\w+::${name})"`).exec(code)?.[1];
      if (!type || !converters.has(`${name}Props`)) throw new Error(`no class for ${module} ${name}`);
      table.types[type] = add(`${name}Props`);
      table.attributes[type] = [...new Set([...classes.get(name).matchAll(/getAtt\("([\w.]+)"/g)].map(([, attribute]) => attribute))].sort();
    }
  }
  return table;
}

function formOf(mapper, property, add) {
  const inner = /^cdk\(\)\.(listMapper|hashMapper)\((.*)\)$/.exec(mapper);
  if (inner) return inner[1] === 'listMapper' ? `[${formOf(inner[2], property, add)}]` : `{${formOf(inner[2], property, add)}}`;
  const converter = /^convertCfn(\w+)ToCloudFormation$/.exec(mapper);
  if (converter) return add(converter[1]);
  switch (mapper) {
    case 'cdk().stringToCloudFormation': return listsToo.has(property) ? 'json' : 'text';
    case 'cdk().numberToCloudFormation': return whole.has(property) ? 'whole number' : 'number';
    case 'cdk().booleanToCloudFormation': return 'true or false';
    case 'cdk().cfnTagToCloudFormation': return 'Tag';
    default: return 'json';
  }
}
