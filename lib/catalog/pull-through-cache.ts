import { fact } from './fact';

type UpstreamName = 'ecr-public' | 'docker-hub' | 'quay' | 'k8s' | 'github-container-registry' | 'gitlab-container-registry' | 'azure-container-registry';

/** A registry of which Amazon ECR keeps copies. */
interface UpstreamRegistry {
  /** Its address; undefined where each of its users has one. */
  readonly url?: string;
  /** Whether it lets nobody in without a login. */
  readonly isClosed?: true;
}

/** The registries for which ECR takes a rule of a pull-through cache, by the names that it has for them. */
export const upstreamRegistries = fact<Readonly<Record<UpstreamName, UpstreamRegistry>>>({
  id: 'upstream-registries',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html',
    read: '2026-11-22',
    says: 'upstreamRegistry has these values, upstreamRegistryUrl the address of each; of azure-container-registry everybody has an own one. Which of them ask for a secret the user guide says, "Sync an upstream registry".',
  },
  value: {
    'ecr-public': { url: 'public.ecr.aws' },
    'docker-hub': { url: 'registry-1.docker.io', isClosed: true },
    'quay': { url: 'quay.io' },
    'k8s': { url: 'registry.k8s.io' },
    'github-container-registry': { url: 'ghcr.io', isClosed: true },
    'gitlab-container-registry': { url: 'registry.gitlab.com', isClosed: true },
    'azure-container-registry': { isClosed: true },
  },
});
