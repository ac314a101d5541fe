import { healthCheckDefaults } from '../../catalog/target-group-settings';
import { withDefault } from '../../core/value';
import { containerNamed } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A load balancer waits for a container as long as the container's own health check does. */
export const healthCheckGracePeriod = defineRule({
  id: 'health-check-grace-period',
  title: 'The load balancer gives up on tasks that are still starting',
  severity: 'warning',
  phase: 'deploy',
  subject: 'service',
  explanation: 'ECS stops a task that its load balancer finds unhealthy, unless the task is younger than HealthCheckGracePeriodSeconds, which is 0 where the service says nothing. A container whose own health check has a StartPeriod may take that long to start: where the health checks of the target group fail for longer than they may and the grace period is over, its tasks are stopped before they have started.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html',
  predicts: ['is unhealthy in target-group', 'has stopped 1 running tasks'],
  facts: [healthCheckDefaults],
  messages: {
    tooShort: ({ container, startPeriod, gracePeriod, patience }: { container: string; startPeriod: number; gracePeriod: number; patience: number }) => ({
      says: `The container ${container} may take ${startPeriod} seconds to start (StartPeriod). The target group finds it unhealthy after ${patience}, and HealthCheckGracePeriodSeconds is ${gracePeriod}.`,
      fix: `HealthCheckGracePeriodSeconds: ${startPeriod}`,
      ecsSays: 'port is unhealthy in target-group due to (reason Health checks failed).',
    }),
  },
  check(service, say) {
    const task = say.need(service.taskDefinition), given = service.properties.get('HealthCheckGracePeriodSeconds').integer(), gracePeriod = say.need(withDefault(given, 0));
    for (const { containerName, targetGroup } of task ? say.need(service.loadBalancers) ?? [] : []) {
      const name = say.need(containerName), container = task && name !== undefined ? say.need(containerNamed(task, name)) : undefined;
      const startPeriod = container && say.need(container.properties.get('HealthCheck', 'StartPeriod').integer()), targets = startPeriod === undefined ? undefined : say.need(targetGroup);
      if (!targets || name === undefined || startPeriod === undefined || gracePeriod === undefined) continue;
      const { intervalSeconds, unhealthyThreshold } = healthCheckDefaults.value;
      const interval = say.need(withDefault(targets.properties.get('HealthCheckIntervalSeconds').integer(), intervalSeconds));
      const failures = say.need(withDefault(targets.properties.get('UnhealthyThresholdCount').integer(), unhealthyThreshold));
      if (interval === undefined || failures === undefined || startPeriod <= Math.max(gracePeriod, interval * failures)) continue;
      say.violated('tooShort', given, { container: name, startPeriod, gracePeriod, patience: interval * failures }, { related: task ? [task, targets] : [] });
    }
  },
});
