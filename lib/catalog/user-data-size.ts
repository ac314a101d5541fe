import { fact } from './fact';

/** How much user data EC2 takes. What is far beyond it starts no instance. */
export const userDataSize = fact({
  id: 'user-data-size',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    read: '2026-11-21',
    says: 'User data is limited to 16 KB before it is encoded as base64.',
  },
  value: { kilobytes: 16 },
});
