import { fact } from './fact';

/** What the strategies by which ECS places tasks take as Field: a regular expression, or nothing. */
export const placementFields = fact<Readonly<Record<string, string | undefined>>>({
  id: 'placement-fields',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html',
    read: '2026-11-20',
    says: 'spread: instanceId, host, or any attribute of a container instance; binpack: cpu and memory; random: the field is not used. Letters of either size are seen in templates that deployed.',
  },
  value: { spread: '^(instanceid|host|attribute:[\\w./\\\\-]+)$', binpack: '^(cpu|memory)$', random: undefined },
});
