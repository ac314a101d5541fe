import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { addEc2Capacity, type Ec2CapacityProps } from './ec2-capacity';

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
    return new CapacityProvider(id, cluster => { addEc2Capacity(cluster, id, props); });
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
