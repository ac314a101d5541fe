import { fact } from './fact';

/** What an Auto Scaling group launches of several instance types, where it does not say. */
export const onDemandDefaults = fact<{ readonly percent: number; readonly strategy: string }>({
  id: 'on-demand-defaults',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html',
    read: '2026-11-22',
    says: 'All capacity is On-Demand by default. Of instance types that are named, On-Demand Instances are launched in the order in which they stand, the second only where the first cannot fulfil the capacity; of types that meet requirements the cheapest.',
  },
  value: { percent: 100, strategy: 'prioritized' },
});
