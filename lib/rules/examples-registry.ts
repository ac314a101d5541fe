import { acknowledgementExamples } from './acknowledgement/acknowledgement.examples';
import { discoveryRecordExamples } from './discovery/discovery-record.examples';
import { serviceConnectExamples } from './discovery/service-connect.examples';
import type { Examples } from './example';
import { classicLoadBalancerExamples } from './load-balancer/classic-load-balancer.examples';
import { healthCheckPortExamples } from './load-balancer/health-check-port.examples';
import { listenerProtocolExamples } from './load-balancer/listener-protocol.examples';
import { loadBalancerContainerExamples } from './load-balancer/load-balancer-container.examples';
import { loadBalancerZonesExamples } from './load-balancer/load-balancer-zones.examples';
import { targetGroupListenerExamples } from './load-balancer/target-group-listener.examples';
import { targetGroupTypeExamples } from './load-balancer/target-group-type.examples';
import { targetGroupVpcExamples } from './load-balancer/target-group-vpc.examples';
import { fargateTaskSizeExamples } from './task-definition/fargate-task-size.examples';

/** The examples of every rule, by the rule's id. Loaded by `drydock explain`, the pages' generator and the tests alone. */
export const examples: readonly Examples[] = [
  acknowledgementExamples,
  classicLoadBalancerExamples,
  discoveryRecordExamples,
  fargateTaskSizeExamples,
  healthCheckPortExamples,
  listenerProtocolExamples,
  loadBalancerContainerExamples,
  loadBalancerZonesExamples,
  serviceConnectExamples,
  targetGroupListenerExamples,
  targetGroupTypeExamples,
  targetGroupVpcExamples,
];
