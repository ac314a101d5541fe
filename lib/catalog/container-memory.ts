import { fact } from './fact';

/** The least memory with which Docker makes a container. */
export const containerMemoryMiB = fact({
  id: 'container-memory',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    read: '2026-11-20',
    says: 'memory and memoryReservation: the daemon of Docker 20.10 and later makes no container with less than 6 MiB.',
  },
  value: { least: 6 },
});
