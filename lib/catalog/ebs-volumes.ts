import { fact } from './fact';

/** What a type of EBS volume may have. */
export interface EbsVolumeType {
  readonly sizeGiB: Range;
  /** Absent where the type takes no iops. */
  readonly iops?: Range;
  readonly iopsRequired?: true;
  readonly throughput?: true;
}

interface Range { readonly least: number; readonly most: number }

/** The types of EBS volumes that ECS makes for tasks. Without a type it makes gp3. */
export const ebsVolumeTypes = fact<Readonly<Record<string, EbsVolumeType>>>({
  id: 'ebs-volume-types',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
    read: '2026-11-20',
    says: 'Sizes, iops and throughput by volume type. EBS has since raised the largest sizes and iops of gp3 and io2; those stand here.',
  },
  value: {
    gp2: { sizeGiB: { least: 1, most: 16384 } },
    gp3: { sizeGiB: { least: 1, most: 65536 }, iops: { least: 3000, most: 80000 }, throughput: true },
    io1: { sizeGiB: { least: 4, most: 16384 }, iops: { least: 100, most: 64000 }, iopsRequired: true },
    io2: { sizeGiB: { least: 4, most: 65536 }, iops: { least: 100, most: 256000 }, iopsRequired: true },
    st1: { sizeGiB: { least: 125, most: 16384 } },
    sc1: { sizeGiB: { least: 125, most: 16384 } },
    standard: { sizeGiB: { least: 1, most: 1024 } },
  },
});
