import { fact } from './fact';

/** What there is not for tasks in subnets that have IPv6 addresses alone, by the ends of the names of endpoints: services without endpoints of IPv6, and those that are not for such tasks. */
export const ipv6Only = fact({
  id: 'ipv6-only-subnets',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    read: '2026-11-20',
    says: 'Amazon ECR has no interface endpoints for both kinds of addresses, so that images need a way to the internet; ECS Exec is not supported.',
  },
  value: { withoutEndpoints: ['ecr.api', 'ecr.dkr'], unsupported: ['ssmmessages'] },
});

/** The services that ECS calls by names with IPv4 addresses alone where there are such addresses, by the ends of the names of endpoints. Secrets Manager has one name with addresses of both kinds. */
export const ecsCallsByIpv4 = fact<readonly string[]>({
  id: 'ecs-calls-by-ipv4',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    read: '2026-11-22',
    says: 'In dual-stack subnets tasks on Fargate need a route of IPv4, to an internet gateway or a NAT gateway, for what is called to launch them, such as ECR and SSM; aws/containers-roadmap issue 2792 has the failure. '
      + 'The container agent takes the dual-stack names only where the instance has no default route of IPv4, or ECS_INSTANCE_IP_COMPATIBILITY is ipv6 (aws/amazon-ecs-agent, agent.go and netutils_linux.go at 8dfceca; the guide, "Task networking for EC2").',
  },
  value: ['ecs', 'ecs-agent', 'ecs-telemetry', 'ecr.api', 'ecr.dkr', 's3', 'logs', 'ssm'],
});
