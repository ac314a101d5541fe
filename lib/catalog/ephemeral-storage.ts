import { fact } from './fact';

/** How much ephemeral storage a Fargate task may ask for. Without asking it has 20 GiB. */
export const ephemeralStorageGiB = fact({
  id: 'ephemeral-storage',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
    read: '2026-11-20',
    says: 'The smallest size is 21 GiB, the largest 200 GiB.',
  },
  value: { least: 21, most: 200 },
});
