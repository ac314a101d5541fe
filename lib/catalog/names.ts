import { fact } from './fact';

/** How the names of clusters, services, families and containers are made: a regular expression. */
export const nameForm = fact({
  id: 'name-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    read: '2026-11-20',
    says: 'Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed.',
  },
  value: '^[A-Za-z0-9_-]{1,255}$',
});

/** How port mappings are named: a regular expression. */
export const portNameForm = fact({
  id: 'port-name-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
    read: '2026-11-20',
    says: 'Up to 64 lowercase letters, numbers, underscores and hyphens, the first of them no hyphen.',
  },
  value: '^[a-z0-9_][a-z0-9_-]{0,63}$',
});

/** How clients of Service Connect name what another service publishes, with the port: a regular expression. */
export const clientAliasForm = fact({
  id: 'client-alias-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html',
    read: '2026-11-21',
    says: 'Up to 127 lowercase letters, numbers, underscores, hyphens and periods, the first of them no hyphen.',
  },
  value: '^[a-z0-9_.][a-z0-9_.-]{0,126}:[0-9]+$',
});

/** How load balancers and target groups are named: a regular expression. */
export const loadBalancerNameForm = fact({
  id: 'load-balancer-name-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
    read: '2026-11-20',
    says: 'Up to 32 letters, numbers and hyphens; the same of CreateTargetGroup.',
  },
  value: '^[A-Za-z0-9-]{1,32}$',
});
