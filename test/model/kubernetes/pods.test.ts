import type { PodNeed } from '../../../lib/model/kubernetes/pod-need';
import type { Pods } from '../../../lib/model/kubernetes/pods';
import { modelOf } from '../../support/model';

/** The pods of a manifest, given as what `Manifest` is. */
function podsOf(manifest: unknown): readonly Pods[] {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(JSON.stringify(manifest));
  return modelOf(`
    Parameters: { Given: { Type: String } }
    Resources:
      Other: { Type: AWS::SQS::Queue }
      Manifest: { Type: Custom::AWSCDK-EKS-KubernetesResource, Properties: { ClusterName: shop, Manifest: ${text} } }
  `).pods;
}

function needOf(spec: object): PodNeed | string {
  const [pods] = podsOf([{ kind: 'Pod', metadata: { name: 'web' }, spec }]);
  return pods?.need.state === 'known' ? pods.need.value : pods?.need.why.kind ?? 'none';
}

function asking(requests: object, more: object = {}): object {
  return { name: 'app', resources: { requests }, ...more };
}

test.each<[string, object, PodNeed | string]>([
  ['all containers together', { containers: [asking({ cpu: '250m', memory: '512Mi' }), asking({ cpu: 1, memory: '1Gi' })] }, { milliCpu: 1250, memoryMiB: 1536, gpus: 0 }],
  ['one init container where that is more', { containers: [asking({ memory: '512Mi' })], initContainers: [asking({ memory: '2Gi' }), asking({ memory: '1Gi' })] }, { milliCpu: 0, memoryMiB: 2048, gpus: 0 }],
  ['an init container that stays', { containers: [asking({ memory: '512Mi' })], initContainers: [asking({ memory: '256Mi' }, { restartPolicy: 'Always' })] }, { milliCpu: 0, memoryMiB: 768, gpus: 0 }],
  ['a limit where nothing else is said', { containers: [{ resources: { limits: { cpu: '500m', 'nvidia.com/gpu': 1 } } }] }, { milliCpu: 500, memoryMiB: 0, gpus: 1 }],
  ['the overhead of its runtime', { containers: [asking({ cpu: '100m' })], overhead: { cpu: '50m', memory: '64Mi' } }, { milliCpu: 150, memoryMiB: 64, gpus: 0 }],
  ['bytes, and powers of ten', { containers: [asking({ memory: 1048576 }), asking({ memory: '1M' }), asking({ memory: '2e6' })] }, { milliCpu: 0, memoryMiB: 4, gpus: 0 }],
  ['nothing', { containers: [{ name: 'app' }] }, { milliCpu: 0, memoryMiB: 0, gpus: 0 }],
  ['what floating point makes more of', { containers: [asking({ cpu: 0.1 }), asking({ cpu: 0.2 })] }, { milliCpu: 300, memoryMiB: 0, gpus: 0 }],
  ['what is no quantity', { containers: [asking({ memory: 'much' })] }, 'form'],
  ['what is no number', { containers: [asking({ memory: '1e999' })] }, 'form'],
  ['resources of the whole pod', { containers: [], resources: { requests: { memory: '1Gi' } } }, 'form'],
])('a pod asks for %s', (_, spec, need) => {
  expect(needOf(spec)).toEqual(need);
});

test('they are those of all kinds that make pods, and run them wherever there is room', () => {
  const template = { spec: { containers: [] } }, named = (kind: string, spec: object): object => ({ kind, metadata: { name: 'x' }, spec });
  const kinds = [
    named('Deployment', { template }), named('StatefulSet', { template }), named('Job', { template }), named('CronJob', { jobTemplate: { spec: { template } } }), { kind: 'List', items: [named('Pod', { containers: [] })] },
    named('Deployment', { replicas: 0, template }), named('DaemonSet', { template }), named('Service', {}), 7, null,
  ];
  expect(podsOf(kinds).map(({ of }) => of)).toEqual(['Deployment x', 'StatefulSet x', 'Job x', 'CronJob x', 'Pod x']);
});

const term = (...values: string[]): object => ({ matchExpressions: [{ key: 'node.kubernetes.io/instance-type', operator: 'In', values }] });
const affinity = (...nodeSelectorTerms: object[]): object => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });

test.each<[string, object, string[] | undefined]>([
  ['by selector', { nodeSelector: { 'node.kubernetes.io/instance-type': 'm7i.large' } }, ['m7i.large']],
  ['by affinity', affinity(term('m7i.large', 'm6i.large')), ['m7i.large', 'm6i.large']],
  ['of one of two terms', affinity(term('m7i.large'), term('m6i.large')), ['m7i.large', 'm6i.large']],
  ['in not all of the terms', affinity(term('m7i.large'), { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }), undefined],
  ['not at all', { nodeSelector: { 'kubernetes.io/arch': 'arm64' } }, undefined],
])('instance types are named %s', (_, spec, types) => {
  const [pods] = podsOf([{ kind: 'Pod', spec: { containers: [], ...spec } }]);
  expect(pods?.instanceTypes).toMatchObject(types ? { state: 'known', value: types } : { state: 'absent' });
});

test('of a text that is known in part, what is known is read', () => {
  const [pods] = podsOf('!Sub \'[{ "kind": "Pod", "metadata": { "name": "web", "namespace": "${Given}" }, "spec": { "containers": [{ "env": [{ "name": "QUEUE", "value": "${Other.Arn}" }], "resources": { "requests": { "memory": "1Gi" } } }] } }]\'');
  expect(pods).toMatchObject({ of: 'Pod web', need: { state: 'known', value: { memoryMiB: 1024 } }, namespace: { state: 'unknown', why: { kind: 'parameter', name: 'Given' } } });
});

test.each(['no manifest', '\'{ "kind": \'', '!Ref Given', '!Sub \'[{ "kind": "Pod", "spec": { "replicas": ${Given} } }]\'', '[1, 2]', '{ a: b }'])('%s has no pods', text => {
  expect(podsOf(text)).toEqual([]);
});
