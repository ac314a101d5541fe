import { acknowledgement } from './acknowledgement/acknowledgement';
import { discoveryRecord } from './discovery/discovery-record';
import { serviceConnect } from './discovery/service-connect';
import { classicLoadBalancer } from './load-balancer/classic-load-balancer';
import { healthCheckPort } from './load-balancer/health-check-port';
import { listenerProtocol } from './load-balancer/listener-protocol';
import { loadBalancerContainer } from './load-balancer/load-balancer-container';
import { loadBalancerZones } from './load-balancer/load-balancer-zones';
import { targetGroupListener } from './load-balancer/target-group-listener';
import { targetGroupType } from './load-balancer/target-group-type';
import { targetGroupVpc } from './load-balancer/target-group-vpc';
import type { Rule } from './rule';
import { fargateTaskSize } from './task-definition/fargate-task-size';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  acknowledgement,
  classicLoadBalancer,
  discoveryRecord,
  fargateTaskSize,
  healthCheckPort,
  listenerProtocol,
  loadBalancerContainer,
  loadBalancerZones,
  serviceConnect,
  targetGroupListener,
  targetGroupType,
  targetGroupVpc,
];
