import { fact } from './fact';

/** What EC2 takes where `InstanceRequirements` say nothing of it, and the families that are of a generation before the current one. */
export const instanceRequirementDefaults = fact({
  id: 'instance-requirement-defaults',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html',
    read: '2026-11-21',
    says: 'BareMetal and BurstablePerformance: default excluded. Of the other attributes the default is no minimum, no maximum and any value. Instances have the architecture of the image. ' +
      'The families are those that the price list of EC2 does not call current (tedivm/ec2details, 2024-11-20).',
  },
  value: { bareMetal: 'EXCLUDED', burstablePerformance: 'EXCLUDED', previousGeneration: ['c1', 'c3', 'cc2', 'cr1', 'g2', 'hs1', 'i2', 'm1', 'm2', 'm3', 'r3', 't1'] },
});
