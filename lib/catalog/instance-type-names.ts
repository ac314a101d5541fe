import { fact } from './fact';

/** How the sizes of instance types are called, behind the point of a type's name. */
export const instanceSizes = fact({
  id: 'instance-sizes',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.InstanceSize.html',
    read: '2026-11-22',
    says: 'All sizes that instance types have: nano to large, a multiple of xlarge, metal with or without such a multiple. The family is everything before the point (CloudFormation, LaunchTemplate Reference).',
  },
  value: /^(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/,
});

/** Families of instance types that have been out for years and get no further sizes: all theirs are in the table. Those of accelerators and of large memory are numbered by another measure of age. */
export const completeFamilies = fact({
  id: 'complete-families',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html',
    read: '2026-11-20',
    says: 'The letters before the number say what a family is for, and the number its generation. Of these generations the sizes are those that the sources of the table of instance types agree on.',
  },
  value: /^(?:[cmr][1-6]|t[1-4]|[gip][2-3]|g[4-5]|p4)[a-z]*$/,
});

/** Families of types that came when launch configurations had ceased to take new ones. */
export const beyondLaunchConfigurations = fact({
  id: 'beyond-launch-configurations',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/LaunchConfiguration.html',
    read: '2026-11-22',
    says: 'As of January 1, 2023, new instance types are not supported in launch configurations. Of the seventh generation c7g alone was there before; "The specified instance type m7i.xlarge is not valid": aws-cdk issues 28459 and 28721.',
  },
  value: /^(?!c7g\.)[cmr][7-9]/,
});
