import { fact } from './fact';

/** How much CloudFormation takes. What is far beyond it is no template that anybody could deploy. */
export const cloudFormationLimits = fact({
  id: 'cloudformation-limits',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    read: '2026-11-20',
    says: 'A template may declare 500 resources, and be 1 MB large in an S3 object; an account may have 2,000 stacks unless its quota is raised.',
  },
  value: { templateMegabytes: 1, resources: 500, stacks: 2_000 },
});
