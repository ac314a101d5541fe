import type { Obstacle } from '../../network/reach';

/** Whether another rule names the obstacle, once for all whom it stops. */
export function isReportedElsewhere({ kind }: Obstacle): boolean {
  // nat-gateway-without-way-out, gateway-vpc
  return kind === 'natGateway' || kind === 'gatewayNotAttached';
}
