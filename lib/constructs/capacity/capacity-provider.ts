import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { checkGiven } from '../options/check';
import { addEc2Capacity, type Ec2CapacityProps } from './ec2-capacity';
import { addExternalInstances } from './external-instances';
import { addManagedInstances, type ManagedInstancesProps } from './managed-instances';

/** A description of capacity. Nothing is made until a cluster takes it. */
export class CapacityProvider {
  /** Fargate: a machine of its own for each task, sized by the task. */
  static fargate(): CapacityProvider {
    return new CapacityProvider('FARGATE', enableFargate);
  }

  /** Fargate Spot: the same for less, and ended with two minutes' notice when AWS wants it back. ECS does not move its tasks to other capacity. */
  static fargateSpot(): CapacityProvider {
    return new CapacityProvider('FARGATE_SPOT', enableFargate);
  }

  /**
   * Container instances in an Auto Scaling group of which ECS decides the size.
   * @param id names it for services of the cluster, and is the id of the construct that holds its parts. It is no physical name: those are unique in an account.
   */
  static ec2(id: string, props: Ec2CapacityProps): CapacityProvider {
    checkGiven('CapacityProvider.ec2', { id, props }, `CapacityProvider.ec2('${id}')`);
    return new CapacityProvider(id, cluster => { addEc2Capacity(cluster, id, props); });
  }

  /**
   * Container instances that ECS launches, patches and ends by itself. Tasks of a `FargateService` that chooses it run on them as they would on Fargate.
   * @param id names it for services of the cluster, and is the id of the construct that holds its parts.
   */
  static managedInstances(id: string, props: ManagedInstancesProps = {}): CapacityProvider {
    checkGiven('CapacityProvider.managedInstances', { id, props }, `CapacityProvider.managedInstances('${id}')`);
    return new CapacityProvider(id, cluster => { addManagedInstances(cluster, id, props); });
  }

  /**
   * Machines outside of AWS, on which an `ExternalService` runs. What is made is the role by which they register; no service can choose them by id, since to ECS they are no capacity provider.
   * @param limit how many machines may register with one activation.
   */
  static external(id: string, limit = 10): CapacityProvider {
    checkGiven('CapacityProvider.external', { id, limit });
    return new CapacityProvider(id, cluster => { addExternalInstances(cluster, id, limit); });
  }

  private constructor(readonly id: string, private readonly addTo: (cluster: ecs.Cluster) => void) {}

  /**
   * Makes it in a cluster.
   * @internal
   */
  _bind(cluster: ecs.Cluster): void {
    this.addTo(cluster);
  }
}

function enableFargate(cluster: ecs.Cluster): void {
  cluster.enableFargateCapacityProviders();
}
