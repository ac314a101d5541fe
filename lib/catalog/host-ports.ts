import { fact } from './fact';

/** How many host ports a container instance may have reserved at a time, those of its agent included. */
export const hostPortsPerInstance = fact({
  id: 'host-ports-per-instance',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
    read: '2026-11-20',
    says: 'hostPort: at most 100 reserved ports at a time, default reserved ports included; automatically assigned ports do not count.',
  },
  value: 100,
});
