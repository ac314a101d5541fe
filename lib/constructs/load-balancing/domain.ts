import { Token } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { misuse } from '../misuse';

/** A name in a zone of Route 53. */
export interface DomainOptions {
  /** The name by which users call: `shop.example.com`. */
  readonly name: string;
  /** The zone that it is in. */
  readonly zone: route53.IHostedZone;
}

/** Gives a load balancer a name. */
export function addRecord(scope: Construct, id: string, { name, zone }: DomainOptions, loadBalancer: elbv2.ILoadBalancerV2): void {
  const { zoneName } = zone, inZone = `${name.replace(/\.$/, '')}.`.endsWith(`.${zoneName}.`) || name === zoneName;
  if (!inZone && !Token.isUnresolved(name) && !Token.isUnresolved(zoneName)) throw misuse(scope, `domain.name is '${name}', which is not in the zone ${zoneName}. Give a whole name in it, as '${name.replace(/\..*/, '')}.${zoneName}', or the zone that it is in.`);
  new route53.ARecord(scope, id, { zone, recordName: name, target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer)) });
}
