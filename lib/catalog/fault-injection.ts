import { fact } from './fact';

/** Where tasks take injected faults. */
export const faultInjection = fact({
  id: 'fault-injection',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
    read: '2026-11-22',
    says: 'Works with the network modes awsvpc and host only, and is not available on Windows.',
  },
  value: { modes: ['awsvpc', 'host'] },
});
