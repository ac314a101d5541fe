import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { CapacityProvider, Cluster, type ClusterProps } from '../../lib/index';

/** An app with the one stack `Shop`. */
export function shop(): Stack {
  return new Stack(new App(), 'Shop');
}

export const nginx = { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 };

/** A cluster with Fargate and two to ten m7g.large. */
export function mixedCluster(stack: Stack, props: ClusterProps = {}): Cluster {
  return new Cluster(stack, 'Cluster', {
    capacityProviders: [CapacityProvider.fargate(), CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })],
    ...props,
  });
}

/** A resource as the template has it. */
export interface Written {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
}

/** The only resource of a type. Fails where there are none or several. */
export function only(stack: Stack, type: string): { id: string } & Written {
  const found = Object.entries(Template.fromStack(stack).findResources(type));
  expect(found.map(([id]) => id)).toHaveLength(1);
  const [id, resource] = found[0] ?? [];
  return { id, ...resource } as { id: string } & Written;
}

/** A cluster of EKS that is there, with a kubectl provider. */
export function importedEksCluster(stack: Stack, attributes: Partial<eks.ClusterAttributes> = {}): eks.ICluster {
  const kubectlProvider = eks.KubectlProvider.fromKubectlProviderAttributes(stack, 'Kubectl', { serviceToken: 'arn:aws:lambda:eu-central-1:111122223333:function:kubectl' });
  return eks.Cluster.fromClusterAttributes(stack, 'EksCluster', { clusterName: 'shop', kubectlProvider, ...attributes });
}
