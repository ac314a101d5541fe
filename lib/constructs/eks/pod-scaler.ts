import { firstGiven, misuse } from '../misuse';
import type { ScalingOptions } from '../service/scaling';
import type { Manifest } from './manifest';

/** The HorizontalPodAutoscaler of a Deployment of the same name. */
export function scalerOf(path: string, metadata: { readonly name: string }, { min = 1, max, cpuPercent, memoryPercent, ...others }: ScalingOptions): Manifest {
  const stray = firstGiven(others);
  if (stray !== undefined) throw misuse(path, `scaling.${stray} is done by Application Auto Scaling, which does not know pods. A HorizontalPodAutoscaler takes min, max, cpuPercent and memoryPercent.`);
  if (min < 1 || min > max) throw misuse(path, `scaling.min is ${min} and scaling.max ${max}. Give a min of 1 or more, and a max that is not below it.`);
  const shares = { cpu: cpuPercent ?? (memoryPercent === undefined ? 70 : undefined), memory: memoryPercent };
  return {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name },
      minReplicas: min, maxReplicas: max,
      metrics: Object.entries(shares).flatMap(([name, averageUtilization]) => (averageUtilization === undefined ? [] : [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }])),
    },
  };
}
