import { partsOf, showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { parametersOfRuns, statesOf } from '../../model/schedule/state-definition';
import { defineRule } from '../rule';

/** A state that runs a task of ECS names the action and its parameters as Step Functions spells them. */
export const stateParameter = defineRule({
  id: 'state-parameter',
  title: 'Step Functions does not know what the state says to ECS',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: ['AWS::StepFunctions::StateMachine'],
  explanation: 'A state runs a task of ECS with the resource arn:aws:states:::ecs:runTask, followed by .sync or .waitForTaskToken where it is to wait. Its parameters are those of RunTask, of which Step Functions begins each name with a capital, as LaunchType, also within others. It refuses a definition that says otherwise.',
  docs: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html',
  predicts: ['is not supported by Step Functions', 'is not recognized'],
  facts: [],
  messages: {
    letters: ({ parameter, meant }: { parameter: string; meant: string }) => ({
      says: `The parameter is called ${parameter}; Step Functions knows ${meant}.`,
      fix: `Write ${meant}.`,
      ecsSays: `The field "${parameter}" is not supported by Step Functions`,
    }),
    resource: ({ resource }: { resource: string }) => ({
      says: `The resource of the state is ${resource}; tasks of ECS are run by arn:aws:states:::ecs:runTask, with .sync or .waitForTaskToken behind it.`,
      fix: 'Write arn:aws:states:::ecs:runTask.sync to wait until the task has ended.',
      ecsSays: 'The resource provided is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.',
    }),
  },
  check({ properties }, say) {
    for (const state of statesOf(properties)) {
      const resource = state.get('Resource').text(), last = partsOf(resource)?.at(-1);
      if (typeof last === 'string' && /:states:::ecs:run/i.test(last) && !/:states:::ecs:runTask(?:\.sync|\.waitForTaskToken)?$/.test(last)) say.violated('resource', resource, { resource: showText(resource) });
    }
    for (const { key, property } of parametersOfRuns(properties).flatMap(entriesBelow)) {
      if (/^[a-z]/.test(key)) say.violated('letters', property.value(), { parameter: key, meant: key.charAt(0).toUpperCase() + key.slice(1) });
    }
  },
});

type Property = ReturnType<typeof statesOf>[number];

/** The entries of maps, at any depth. None of what RunTask takes has names of its user's choice. */
function entriesBelow(property: Property): readonly { readonly key: string; readonly property: Property }[] {
  const own = [...(ifKnown(property.map()) ?? [])].map(([key, entry]) => ({ key, property: entry }));
  return [...own, ...[...own.map(entry => entry.property), ...(ifKnown(property.list()) ?? [])].flatMap(entriesBelow)];
}
