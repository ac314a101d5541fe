import { fact } from './fact';

/** Names of registries, and by which kinds of addresses they are reached. */
export const registryNames = fact({
  id: 'registry-names',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html',
    read: '2026-11-22',
    says: 'A registry of ECR has IPv4 addresses alone by its first name, and addresses of both kinds by its dual-stack name; so have the public ones (guide of Amazon ECR Public, "Making requests"). Docker Hub has IPv6 addresses by the name that it always had (docker.com/blog/docker-hub-registry-ipv6-support-now-generally-available).',
  },
  value: {
    dualStackNames: new Map([['.dkr.ecr.', 'ACCOUNT.dkr-ecr.REGION.on.aws'], ['public.ecr.aws/', 'ecr-public.aws.com']]),
    haveIpv6: ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'ecr-public.aws.com'],
  },
});
