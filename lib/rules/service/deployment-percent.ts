import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** The percents of a rolling update leave room to move: at most 100 stay, at least 100 may be there, and not both just 100. */
export const deploymentPercent = defineRule({
  id: 'deployment-percent',
  title: 'ECS does not take these percents for deployments',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'MinimumHealthyPercent says how many of the desired tasks keep running during a deployment, MaximumPercent how many there may be in all. ECS refuses more than 100 for the first, less than 100 for the second, and 100 for both, with which no deployment could stop or start a task.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  predicts: ['minimumHealthyPercent must be at most 100', 'maximumPercent must be at least 100', 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.'],
  facts: [],
  messages: {
    minimum: ({ minimum }: { minimum: number }) => ({
      says: `MinimumHealthyPercent is ${minimum}; ECS takes 0 to 100.`,
      fix: 'MinimumHealthyPercent: 100',
      repair: [{ set: 100 }],
      ecsSays: 'minimumHealthyPercent must be at most 100',
    }),
    maximum: ({ maximum }: { maximum: number }) => ({
      says: `MaximumPercent is ${maximum}; ECS takes 100 and more.`,
      fix: 'MaximumPercent: 200',
      repair: [{ set: 200 }],
      ecsSays: 'maximumPercent must be at least 100',
    }),
    both: ({ isDaemon }: { isDaemon: boolean }) => ({
      says: 'MinimumHealthyPercent and MaximumPercent are both 100: a deployment could neither stop nor start a task.',
      // Of a daemon there is never more than one task on an instance.
      ...(isDaemon ? { fix: 'Lower MinimumHealthyPercent.' } : { fix: 'Raise MaximumPercent, or lower MinimumHealthyPercent.', repair: [{ set: 200 }] }),
      ecsSays: 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    }),
  },
  check(service, say) {
    const { minimumHealthyPercent, maximumPercent, deploymentController, scheduling } = service;
    if (say.need(deploymentController) !== 'ECS') return;
    const minimum = say.need(minimumHealthyPercent), maximum = say.need(maximumPercent);
    if (minimum !== undefined && minimum > 100) say.violated('minimum', minimumHealthyPercent, { minimum });
    if (maximum !== undefined && maximum < 100 && say.need(scheduling) === 'REPLICA') say.violated('maximum', maximumPercent, { maximum });
    // Whether ECS counts its own default is not known; what becomes of such a service is the scenarios' to say.
    const isDaemon = ifKnown(scheduling) === 'DAEMON', isGiven = service.properties.get('DeploymentConfiguration', 'MinimumHealthyPercent').given === 'yes';
    if (isGiven && minimum === 100 && maximum === 100) say.violated('both', isDaemon ? minimumHealthyPercent : maximumPercent, { isDaemon });
  },
});
