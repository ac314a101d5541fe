import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
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
