import { fact } from './fact';

/** What a type of EBS volume may have. */
export interface EbsVolumeType {
  readonly sizeGiB: Range;
  /** Absent where the type takes no iops. */
  readonly iops?: Range;
  readonly iopsRequired?: true;
  /** How many iops it may have for each GiB, beyond the least. */
  readonly iopsPerGiB?: number;
  /** In MiB/s. Absent where the type takes no throughput. */
  readonly throughput?: Range;
  /** How many MiB/s it may have for each of its iops. */
  readonly throughputPerIops?: number;
}

interface Range { readonly least: number; readonly most: number }

/** The types of EBS volumes that ECS makes for tasks. Without a type it makes gp3. */
export const ebsVolumeTypes = fact<Readonly<Record<string, EbsVolumeType>>>({
  id: 'ebs-volume-types',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
    read: '2026-11-20',
    says: 'Sizes, iops and throughput by volume type. EBS has since raised the largest sizes and iops of gp3 and io2, and the throughput of gp3; those stand here (API CreateVolume). ' +
      'General purpose and provisioned IOPS volumes, in the guide of EBS: 500 iops for each GiB and 0.25 MiB/s for each of the iops of gp3, 50 iops for each GiB of io1, 1,000 of io2.',
  },
  value: {
    gp2: { sizeGiB: { least: 1, most: 16384 } },
    gp3: { sizeGiB: { least: 1, most: 65536 }, iops: { least: 3000, most: 80000 }, iopsPerGiB: 500, throughput: { least: 125, most: 2000 }, throughputPerIops: 0.25 },
    io1: { sizeGiB: { least: 4, most: 16384 }, iops: { least: 100, most: 64000 }, iopsRequired: true, iopsPerGiB: 50 },
    io2: { sizeGiB: { least: 4, most: 65536 }, iops: { least: 100, most: 256000 }, iopsRequired: true, iopsPerGiB: 1000 },
    st1: { sizeGiB: { least: 125, most: 16384 } },
    sc1: { sizeGiB: { least: 125, most: 16384 } },
    standard: { sizeGiB: { least: 1, most: 1024 } },
  },
});
