import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as efs from 'aws-cdk-lib/aws-efs';
import type { Construct } from 'constructs';
import { misuse } from '../misuse';
import { openWay } from '../open-way';
import { diskGiBOf } from '../sizes';
import { accessPointFor, checkMountPath, type EbsStorageOptions, type Storage } from '../task/storage';
import type { Manifest } from './manifest';

/** Volumes of a pod: what stands in the pod, beside it, and what has to be there before. */
export interface PodVolumes {
  readonly volumes: readonly Manifest[];
  readonly manifests: readonly Manifest[];
  readonly neededFirst: readonly efs.IFileSystem[];
}

/** What is mounted in the containers of a pod, each once, by the CSI drivers of EFS and EBS. */
export function podVolumesOf(scope: Construct, cluster: eks.ICluster, { name, namespace }: { readonly name: string; readonly namespace: string }, storages: readonly Storage[]): PodVolumes {
  const volumes: Manifest[] = [], manifests: Manifest[] = [], neededFirst: efs.IFileSystem[] = [];
  const described = new Map(storages.map(({ _described: { name: volume, mounted } }) => [volume, mounted]));
  for (const [volume, mounted] of described) {
    if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(volume)) throw misuse(scope, `the volume ${volume} has a name that Kubernetes does not take. Give small letters, digits and hyphens.`);
    const claim = `${name}-${volume}`, ofCluster = `${namespace}-${claim}`;
    switch (mounted.kind) {
      case 'scratch': volumes.push({ name: volume, emptyDir: {} }); break;
      case 'directory': volumes.push({ name: volume, hostPath: { path: mounted.sourcePath } }); break;
      case 'ebs':
        volumes.push({ name: volume, ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], storageClassName: ofCluster, resources: { requests: { storage: `${diskGiBOf(scope.node.path, `the size of volume ${volume}`, mounted.options.size)}Gi` } } } } } });
        manifests.push(storageClass(scope, volume, ofCluster, mounted.options));
        break;
      case 'efs': {
        const { fileSystem, options } = mounted, { accessPointId } = options.accessPoint ?? accessPointFor(scope, volume, fileSystem);
        // A file system has no size; Kubernetes wants one all the same.
        const size = { storage: '1Gi' }, spec = { accessModes: ['ReadWriteMany'], storageClassName: '' };
        volumes.push({ name: volume, persistentVolumeClaim: { claimName: claim } });
        manifests.push(
          { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: ofCluster }, spec: { ...spec, capacity: size, persistentVolumeReclaimPolicy: 'Retain', csi: { driver: 'efs.csi.aws.com', volumeHandle: `${fileSystem.fileSystemId}::${accessPointId}` } } },
          { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: claim, namespace }, spec: { ...spec, volumeName: ofCluster, resources: { requests: size } } },
        );
        openWay(cluster, fileSystem, ec2.Port.tcp(efs.FileSystem.DEFAULT_PORT), 'Files');
        neededFirst.push(fileSystem);
      }
    }
  }
  return { volumes, manifests, neededFirst };
}

/** Where a container has them. */
export function mountsOf(scope: Construct, mounted: { readonly [path: string]: Storage } = {}): Manifest[] {
  return Object.entries(mounted).map(([mountPath, { _described: { name, readOnly } }]) => {
    checkMountPath(scope, name, mountPath);
    return { name, mountPath, readOnly: readOnly || undefined };
  });
}

/** A disk for each pod, in its zone, made and deleted with it. */
function storageClass(scope: Construct, volume: string, name: string, { type = ec2.EbsDeviceVolumeType.GP3, encryptionKey, snapshotId }: EbsStorageOptions): Manifest {
  if (snapshotId !== undefined) throw misuse(scope, `the volume ${volume} begins with a snapshot, which on Kubernetes is an object of its own. Leave snapshotId out, or make claim and snapshot with cluster.addManifest().`);
  return {
    apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: 'ebs.csi.aws.com', volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Delete',
    parameters: { type, encrypted: 'true', kmsKeyId: encryptionKey?.keyArn },
  };
}
