import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { frontOf, type LoadBalancerOptions } from '../load-balancing/application';
import type { Balancing } from '../load-balancing/targets';
import { misuse } from '../misuse';
import type { Manifest } from './manifest';

/** What is before pods, and what makes them join its target group. */
export interface PodFront {
  readonly balancing: Balancing;
  readonly manifest: Manifest;
}

type NamedPort = ecs.PortMapping & { readonly name: string };

/**
 * Puts pods behind a load balancer of CloudFormation's, the same as for tasks of ECS. The AWS Load Balancer Controller registers the pods, and lets the load balancer in to them.
 * https://docs.aws.amazon.com/eks/latest/userguide/aws-load-balancer-controller.html
 */
export function podFrontOf(service: Construct, cluster: eks.ICluster, metadata: { readonly name: string }, ports: readonly NamedPort[], options: LoadBalancerOptions): PodFront {
  const mapping = portOf(service, ports, options.port), port = ec2.Port.tcp(mapping.containerPort);
  const { rule: _, action: _action, byEcs: _byEcs, ...balancing } = frontOf(service, { service, vpc: vpcOf(service, cluster), mapping, targetType: elbv2.TargetType.IP }, options);
  const { connections } = balancing.listener;
  connections.allowToAnyIpv4(port, 'Pods');
  return {
    balancing,
    manifest: {
      apiVersion: 'elbv2.k8s.aws/v1beta1', kind: 'TargetGroupBinding', metadata,
      spec: {
        serviceRef: { name: metadata.name, port: mapping.containerPort }, targetGroupARN: balancing.targets.targetGroupArn, targetType: 'ip',
        networking: { ingress: [{ from: connections.securityGroups.map(({ securityGroupId }) => ({ securityGroup: { groupID: securityGroupId } })), ports: [{ protocol: 'TCP', port: mapping.containerPort }] }] },
      },
    },
  };
}

function portOf(service: Construct, ports: readonly NamedPort[], wanted: number | string | undefined): NamedPort {
  const found = wanted === undefined ? ports[0] : ports.find(({ name, containerPort }) => (typeof wanted === 'string' ? name : containerPort) === wanted);
  if (found) return found;
  if (wanted === undefined) throw misuse(service, 'the load balancer needs a port to send requests to. Give container.port.');
  throw misuse(service, `the container has no port ${JSON.stringify(wanted)} to which the load balancer is to send. There is ${ports.map(({ name, containerPort }) => `${name} (${containerPort})`).join(', ') || 'none'}.`);
}

function vpcOf(service: Construct, cluster: eks.ICluster): ec2.IVpc {
  try {
    return cluster.vpc;
  } catch {
    throw misuse(service, 'loadBalancer needs the VPC of the cluster, which is imported without it. Give it as eks.Cluster.fromClusterAttributes(…, { vpc }).');
  }
}
