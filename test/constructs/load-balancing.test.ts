import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Cluster, Ec2Service, FargateService, SharedLoadBalancer, type FargateServiceProps, type LoadBalancerOptions } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

function service(props: Partial<FargateServiceProps>): { stack: Stack; service: FargateService } {
  const stack = shop();
  return { stack, service: new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, ...props }) };
}

/** The services of a shop behind one load balancer, by the order of their rules. */
function inOrder(...services: readonly (readonly [string, LoadBalancerOptions])[]): readonly [string, number][] {
  const stack = shop(), cluster = new Cluster(stack, 'Cluster'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
  for (const [id, options] of services) new FargateService(stack, id, { cluster, container: nginx, loadBalancer: { loadBalancer, ...options } });
  const rules = Object.entries(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::ListenerRule'));
  return rules.map(([id, { Properties }]): [string, number] => [id.replace(/ListenerRule.*/, ''), (Properties as { Priority: number }).Priority]).sort(([, a], [, b]) => a - b);
}

describe('a shared load balancer', () => {
  test('answers 404 where no service has a rule, and has one listener for all', () => {
    const stack = shop(), cluster = new Cluster(stack, 'Cluster'), loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc });
    const api = new FargateService(stack, 'Api', { cluster, container: nginx, loadBalancer: { loadBalancer, paths: ['/api/*'] } });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({ DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }] });
    expect([api.loadBalancer, api.listener]).toEqual([loadBalancer, loadBalancer.listener]);
  });

  test('tries the more exact rule first: hosts before any host, names before patterns, long paths before short ones', () => {
    const order = inOrder(
      ['Rest', { paths: ['/*'] }], ['Api', { paths: ['/api/*'] }], ['Orders', { paths: ['/api/orders/*'] }], ['Health', { paths: ['/api/orders/'] }],
      ['Any', { hosts: ['*.example.com'] }], ['Shop', { hosts: ['shop.example.com'] }], ['ShopApi', { hosts: ['shop.example.com'], paths: ['/api/*'] }],
    );
    expect(order.map(([id]) => id)).toEqual(['ShopApi', 'Shop', 'Any', 'Health', 'Orders', 'Api', 'Rest']);
  });

  test('keeps the priorities of rules when others come and go', () => {
    const all = inOrder(['Api', { paths: ['/api/*'] }], ['Web', { paths: ['/*'] }], ['Admin', { hosts: ['admin.example.com'] }]);
    expect(new Map(all)).toEqual(new Map([...inOrder(['Admin', { hosts: ['admin.example.com'] }]), ...inOrder(['Web', { paths: ['/*'] }]), ...inOrder(['Api', { paths: ['/api/*'] }])]));
    // Written down, since a change of these numbers swaps rules that are deployed.
    expect(all).toEqual([['Admin', expect.any(Number) as number], ['Api', expect.any(Number) as number], ['Web', expect.any(Number) as number]]);
    expect(all.map(([, priority]) => priority)).toMatchInlineSnapshot(`
[
  15468,
  42816,
  44749,
]
`);
  });

  test.each<[string, () => unknown, string]>([
    ['without hosts and paths', () => inOrder(['Api', {}]), 'Shop/Api: a shared listener needs to know which requests are for this service'],
    ['with the same requests as another', () => inOrder(['Api', { paths: ['/api/*'] }], ['New', { paths: ['/api/*'] }]), 'Shop/New: Shop/Api gets the same requests from the listener: /api/*. Give other hosts or paths.'],
    ['with the priority of another', () => inOrder(['Api', { paths: ['/api/*'], priority: 7 }], ['New', { paths: ['/new/*'], priority: 7 }]), 'the same priority 7 at the listener. Give one of them another, as loadBalancer.priority: 8.'],
    ['with a certificate', () => inOrder(['Api', { paths: ['/api/*'], internetFacing: false }]), 'loadBalancer.internetFacing is settled by the listener that is given. Leave it out.'],
    ['of which the path is too long to be ranked', () => inOrder(['Api', { paths: [`/${'a'.repeat(80)}/*`] }]), 'Give loadBalancer.priority.'],
  ])('refuses a service %s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});

test('a domain gets its record and its certificate', () => {
  const stack = shop(), zone = new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'example.com' });
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: { domain: { name: 'shop.example.com', zone } } });
  expect(only(stack, 'AWS::Route53::RecordSet').Properties).toMatchObject({ Name: 'shop.example.com.', Type: 'A' });
  expect(only(stack, 'AWS::CertificateManager::Certificate').Properties).toMatchObject({ DomainName: 'shop.example.com', ValidationMethod: 'DNS' });
});

test('a port of gRPC has a target group of gRPC, and a listener of HTTPS', () => {
  const stack = shop(), certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/abc');
  new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: { image: 'orders', port: '50051/grpc' }, loadBalancer: { certificate } });
  expect(only(stack, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties).toMatchObject({ ProtocolVersion: 'GRPC', Matcher: { GrpcCode: '0-99' } });
  expect(() => service({ container: { image: 'orders', port: '50051/grpc' }, loadBalancer: {} })).toThrow('Give loadBalancer.certificate or domain.');
});

test('further ports are exposed one by one', () => {
  const { stack, service: web } = service({ container: { ...nginx, ports: { admin: 9000 } }, loadBalancer: {} });
  const admin = web.expose('Admin', { port: 'admin', internetFacing: false });
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ LoadBalancers: [{ ContainerPort: 80 }, { ContainerPort: 9000 }] });
  expect(admin.targets.node.path).toBe('Shop/Web/Admin/Targets');
  expect(() => web.expose('Other', { port: 'metrics' })).toThrow('Shop/Web: no container has the port "metrics" to which the load balancer is to send. There is main (80), admin (9000).');
});

describe('a Network Load Balancer', () => {
  test('hands TCP on within the VPC, and only it reaches the tasks', () => {
    const { stack, service: web } = service({ networkLoadBalancer: {} }), template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Scheme: 'internal' });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({ Protocol: 'TCP', Port: 80 });
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 80, ToPort: 80, Description: 'Load balancer' });
    expect(web.network?.targets.targetGroupArn).toBeDefined();
  });

  test('speaks TLS with a certificate', () => {
    const stack = shop(), certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/abc');
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, networkLoadBalancer: { certificate, listenerPort: 443, internetFacing: true } });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({ Protocol: 'TLS', Port: 443 });
  });

  test('has a name', () => {
    const stack = shop(), zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, networkLoadBalancer: { domain: { name: 'mail.example.com', zone } } });
    expect(only(stack, 'AWS::Route53::RecordSet').Properties).toMatchObject({ Name: 'mail.example.com.', Type: 'A', AliasTarget: {} });
  });

  test('lets other VPCs in', () => {
    const { stack } = service({ networkLoadBalancer: { endpointService: { allowedPrincipals: ['arn:aws:iam::111122223333:root'] } } });
    expect(only(stack, 'AWS::EC2::VPCEndpointService').Properties).toMatchObject({ AcceptanceRequired: true });
    expect(only(stack, 'AWS::EC2::VPCEndpointServicePermissions').Properties).toMatchObject({ AllowedPrincipals: ['arn:aws:iam::111122223333:root'] });
  });

  test('reaches the ports that ECS chooses on container instances', () => {
    const stack = shop();
    new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, networkLoadBalancer: {} });
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 32768, ToPort: 65535 });
  });

  test('cannot check UDP, so that somebody has to say what it can', () => {
    const container = { image: 'dns', port: '53/udp', ports: { health: 8080 } };
    expect(() => service({ container, networkLoadBalancer: {} })).toThrow('Shop/Web: a load balancer cannot check UDP.');
    const { stack } = service({ container, networkLoadBalancer: { healthCheck: { port: '8080' } } });
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties).toMatchObject({ Protocol: 'UDP', HealthCheckPort: '8080' });
  });
});

test('the same app gives the same template', () => {
  const template = (): object => {
    const stack = new Stack(new App(), 'Shop');
    new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {} });
    return Template.fromStack(stack).toJSON();
  };
  expect(template()).toEqual(template());
});

describe('the URL of a service', () => {
  const urlOf = (optionsIn: (stack: Stack) => LoadBalancerOptions | undefined): unknown => {
    const stack = shop(), service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: optionsIn(stack) });
    return stack.resolve(service.url);
  };

  test('is that of its load balancer, by the name that users call', () => {
    expect(urlOf(() => ({}))).toEqual({ 'Fn::Join': ['', ['http://', { 'Fn::GetAtt': [expect.stringContaining('LoadBalancer'), 'DNSName'] }]] });
    expect(urlOf(stack => ({ domain: { name: 'shop.example.com', zone: route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }) } }))).toBe('https://shop.example.com');
  });

  test('is asked in vain of one without', () => {
    expect(() => urlOf(() => undefined)).toThrow('Shop/Web: it has no load balancer of which the name is known, and so no URL. Give it loadBalancer: {}');
  });
});
