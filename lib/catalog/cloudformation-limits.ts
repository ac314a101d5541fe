import { fact } from './fact';

/** How much CloudFormation takes. What is far beyond it is no template that anybody could deploy. */
export const cloudFormationLimits = fact({
  id: 'cloudformation-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    read: '2026-11-20',
    says: 'A template in an S3 object may be 1 MB large; an account may have 2,000 stacks unless its quota is raised.',
  },
  value: { templateMegabytes: 1, stacks: 2_000 },
});
