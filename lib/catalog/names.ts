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
    says: 'Up to 32 letters, numbers and hyphens, no hyphen at either end; the same of CreateTargetGroup. A load balancer\'s does not begin with internal-.',
  },
  value: '^[A-Za-z0-9-]{1,32}$',
});

/** How resources are called within a template: a regular expression. */
export const logicalIdForm = fact({
  id: 'logical-id-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
    read: '2026-11-22',
    says: 'The logical ID must be alphanumeric (A-Za-z0-9) and unique within the template.',
  },
  value: '^[A-Za-z0-9]+$',
});

/** How repositories of Amazon ECR are named: a regular expression. */
export const repositoryNameForm = fact({
  id: 'repository-name-form',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
    read: '2026-11-22',
    says: '2 to 256 characters: small letters and numbers, with single periods, underscores, hyphens and slashes between them.',
  },
  value: '^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$',
});
