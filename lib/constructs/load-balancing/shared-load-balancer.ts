import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { checkProps } from '../options/check';

/** A load balancer for services of one stack or of many. */
export interface SharedLoadBalancerProps {
  /** The VPC of the clusters. */
  readonly vpc: ec2.IVpc;
  /**
   * Certificates of the names by which users call. With them the listener serves HTTPS on port 443, and port 80 redirects there.
   * @default - HTTP on port 80
   */
  readonly certificates?: acm.ICertificate[];
  /**
   * Whether it can be reached from the internet. Otherwise only from the VPC.
   * @default true
   */
  readonly internetFacing?: boolean;
}

/**
 * An Application Load Balancer that many services share, each with the requests to its hosts and paths. It answers all others with 404. A load balancer each would cost some 18 USD a month each.
 *
 * @example
 * const loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
 * new FargateService(stack, 'Api', { cluster, container: { image: './api', port: 80 }, loadBalancer: { loadBalancer, paths: ['/api/*'] } });
 */
export class SharedLoadBalancer extends elbv2.ApplicationLoadBalancer {
  /** The listener to which services add their rules. */
  readonly listener: elbv2.ApplicationListener;
  /**
   * Whether users call it by HTTPS.
   * @internal
   */
  readonly _isHttps: boolean;

  constructor(scope: Construct, id: string, props: SharedLoadBalancerProps) {
    checkProps(scope, id, 'SharedLoadBalancerProps', props, new.target === SharedLoadBalancer);
    const { vpc, certificates = [], internetFacing = true } = props;
    super(scope, id, { vpc, internetFacing });
    this._isHttps = certificates.length > 0;
    this.listener = addListener(this, this, certificates, elbv2.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: 'Not found' }));
  }
}

/** A listener for HTTP, or with certificates one for HTTPS to which HTTP is redirected. */
export function addListener(scope: Construct, loadBalancer: elbv2.IApplicationLoadBalancer, certificates: acm.ICertificate[], defaultAction: elbv2.ListenerAction): elbv2.ApplicationListener {
  const isHttps = certificates.length > 0;
  const listener = new elbv2.ApplicationListener(scope, 'Listener', {
    loadBalancer,
    protocol: isHttps ? elbv2.ApplicationProtocol.HTTPS : elbv2.ApplicationProtocol.HTTP,
    ...(isHttps ? { certificates, sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS } : {}),
    defaultAction,
  });
  if (isHttps) {
    new elbv2.ApplicationListener(scope, 'Redirect', {
      loadBalancer, protocol: elbv2.ApplicationProtocol.HTTP, defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
  }
  return listener;
}
