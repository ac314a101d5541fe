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
