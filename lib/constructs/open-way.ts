import type { IConnectable, Port } from 'aws-cdk-lib/aws-ec2';
import { knowingTheLine } from './app-line';

/**
 * Opens a way from one to the other. The rules are made beside the one that calls: the other may be in a stack that knows nothing of it, and would refer back to it in a circle.
 * Where a security group lets everything out, there is nothing to open on that side.
 */
export function openWay(from: IConnectable, to: IConnectable, port: Port, description: string): void {
  for (const target of to.connections.securityGroups) {
    for (const source of from.connections.securityGroups) {
      knowingTheLine(() => { target.addIngressRule(source, port, description, true); });
      if (!source.allowAllOutbound) knowingTheLine(() => { source.addEgressRule(target, port, description); });
    }
  }
}
