import { fact } from './fact';

export interface Partition {
  readonly name: string;
  readonly urlSuffix: string;
  /** How the names of its regions begin. */
  readonly regionPrefixes: readonly string[];
}

/** The partitions of AWS, the commercial one last. */
export const partitions = fact<readonly Partition[]>({
  id: 'partitions',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
    read: '2026-11-20',
    says: 'AWS::Partition and AWS::URLSuffix: aws and amazonaws.com for standard Regions, aws-cn and amazonaws.com.cn for China, aws-us-gov for GovCloud; the isolated ones and the sovereign one as in aws-cdk-lib/region-info 2.276.0.',
  },
  value: [
    { name: 'aws-cn', urlSuffix: 'amazonaws.com.cn', regionPrefixes: ['cn-'] },
    { name: 'aws-eusc', urlSuffix: 'amazonaws.eu', regionPrefixes: ['eusc-'] },
    { name: 'aws-iso', urlSuffix: 'c2s.ic.gov', regionPrefixes: ['us-iso-'] },
    { name: 'aws-iso-b', urlSuffix: 'sc2s.sgov.gov', regionPrefixes: ['us-isob-'] },
    { name: 'aws-iso-e', urlSuffix: 'cloud.adc-e.uk', regionPrefixes: ['eu-isoe-'] },
    { name: 'aws-iso-f', urlSuffix: 'csp.hci.ic.gov', regionPrefixes: ['us-isof-'] },
    { name: 'aws-us-gov', urlSuffix: 'amazonaws.com', regionPrefixes: ['us-gov-'] },
    { name: 'aws', urlSuffix: 'amazonaws.com', regionPrefixes: [''] },
  ],
});

/** The partition of a region, by the beginning of its name. */
export function partitionOf(region: string): Partition | undefined {
  return partitions.value.find(partition => partition.regionPrefixes.some(prefix => region.startsWith(prefix)));
}
