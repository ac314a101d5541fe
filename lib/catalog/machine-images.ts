import { fact } from './fact';

/** Images that AWS publishes under one path of Systems Manager's public parameters. */
export interface ImageFamily {
  /** How the parameters' names begin. */
  readonly path: string;
  readonly family: 'amazonLinux' | 'bottlerocket' | 'windows' | 'other';
  /** What else the name holds. */
  readonly holds?: string;
  /** Whether the ECS agent is in the image and starts by itself. */
  readonly agent: boolean;
  /** What the snapshot of its first volume, /dev/xvda, has: volumes are not smaller than their snapshot. */
  readonly rootGiB?: number;
}

/** Public image parameters, by the beginning of their names; the first that fits counts. */
export const imageFamilies = fact<readonly ImageFamily[]>({
  id: 'image-families',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html',
    read: '2026-11-20',
    says: 'Parameter formats of the ECS-optimized AMIs: /aws/service/ecs/optimized-ami/amazon-linux…, /aws/service/ami-windows-latest/Windows_Server-…-ECS_Optimized; ' +
      'of Bottlerocket: /aws/service/bottlerocket/aws-ecs-…. Amazon Linux 2 and 2023 have a single volume of 30 GiB (page ecs-ami-storage-config, containers-roadmap issue 134). arm64, gpu and nvidia are parts of the names. The others are images without the agent; what is in those of the AWS Marketplace their sellers say.',
  },
  value: [
    { path: '/aws/service/ecs/optimized-ami/amazon-linux-2', family: 'amazonLinux', agent: true, rootGiB: 30 },
    { path: '/aws/service/ecs/optimized-ami/amazon-linux', family: 'amazonLinux', agent: true },
    { path: '/aws/service/ecs/optimized-ami/windows_server', family: 'windows', agent: true },
    { path: '/aws/service/bottlerocket/aws-ecs-', family: 'bottlerocket', agent: true },
    { path: '/aws/service/ami-windows-latest/', holds: 'ECS_Optimized', family: 'windows', agent: true },
    { path: '/aws/service/ami-windows-latest/', family: 'windows', agent: false },
    { path: '/aws/service/ami-amazon-linux-latest/', family: 'amazonLinux', agent: false },
    { path: '/aws/service/bottlerocket/', family: 'bottlerocket', agent: false },
    ...['canonical', 'debian', 'eks', 'suse'].map(publisher => ({ path: `/aws/service/${publisher}/`, family: 'other', agent: false } as const)),
  ],
});
