import { placementFields } from '../../catalog/placement-strategies';
import { isFargate } from '../../model/service/launch';
import type { PlacementConstraint, PlacementStrategy } from '../../model/task-definition/placement-rule';
import { defineRule, type Say } from '../rule';

/** Constraints and strategies choose among container instances, in the words that ECS has for it. */
export const placementSetting = defineRule({
  id: 'placement-setting',
  title: 'ECS does not take a placement constraint or strategy',
  severity: 'error',
  phase: 'create',
  subject: 'launcher',
  explanation: 'A placement constraint is distinctInstance, or memberOf with an expression. A placement strategy is spread over an attribute, binpack by cpu or memory, or random. ECS refuses others. On Fargate there are no instances to choose from, and ECS refuses both.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  predicts: [
    'Placement constraints are not supported with FARGATE launch type.', 'Placement strategies are not supported with FARGATE launch type.', 'distinctInstance expression should not be specified.',
    "binpack field 'instanceId' is invalid.", 'random field should not be specified.',
  ],
  facts: [placementFields],
  messages: {
    onFargate: ({ what }: { what: 'constraints' | 'strategies' }) => ({
      says: `The tasks run on Fargate, and placement ${what} are given.`,
      fix: `Take the placement ${what} out.`,
      ecsSays: `Placement ${what} are not supported with FARGATE launch type.`,
    }),
    type: ({ type, takes }: { type: string; takes: string }) => ({
      says: `The type is ${type}; ECS takes ${takes}.`,
      fix: 'Set Type to one of these.',
      ecsSays: `${type} is not a valid enum value`,
    }),
    expression: ({ type }: { type: string }) => ({
      says: type === 'memberOf' ? 'The constraint is memberOf and has no expression.' : 'The constraint is distinctInstance and has an expression.',
      fix: type === 'memberOf' ? 'Give it an Expression.' : 'Take Expression out, or set Type to memberOf.',
      ecsSays: `${type} expression should ${type === 'memberOf' ? '' : 'not '}be specified.`,
    }),
    field: ({ type, field }: { type: string; field: string }) => ({
      says: `The strategy is ${type} and has the field ${field}.`,
      fix: type === 'random' ? 'Take Field out.' : `Set Field to ${type === 'binpack' ? 'cpu or memory' : 'instanceId or attribute:ecs.availability-zone'}.`,
      ecsSays: type === 'random' ? 'random field should not be specified.' : `${type} field '${field}' is invalid.`,
    }),
  },
  check(launcher, say) {
    const { placementConstraints, placementStrategies, runsOn } = launcher;
    const constraints = say.need(placementConstraints) ?? [], strategies = say.need(placementStrategies) ?? [];
    if (constraints.length + strategies.length === 0) return;
    const capacity = say.need(runsOn), onFargate = capacity && isFargate(capacity);
    if (onFargate && constraints.length > 0) say.violated('onFargate', placementConstraints, { what: 'constraints' });
    if (onFargate && strategies.length > 0) say.violated('onFargate', placementStrategies, { what: 'strategies' });
    for (const constraint of constraints) checkConstraint(constraint, say);
    for (const strategy of strategies) checkStrategy(strategy, say);
  },
});

type PlacementSay = Say<(typeof placementSetting)['messages']>;

function checkConstraint({ type: given, expression }: PlacementConstraint, say: PlacementSay): void {
  const type = say.need(given);
  if (type === undefined) return;
  if (type !== 'memberOf' && type !== 'distinctInstance') say.violated('type', given, { type, takes: 'distinctInstance and memberOf' });
  if (type === 'memberOf' && expression.state === 'absent') say.violated('expression', expression, { type });
  if (type === 'distinctInstance' && expression.state === 'known' && expression.value !== '') say.violated('expression', expression, { type });
}

function checkStrategy({ type: given, field: givenField }: PlacementStrategy, say: PlacementSay): void {
  const type = say.need(given), field = say.need(givenField);
  if (type === undefined) return;
  if (!Object.hasOwn(placementFields.value, type)) return say.violated('type', given, { type, takes: Object.keys(placementFields.value).join(', ') });
  const form = placementFields.value[type];
  const isTaken = field === undefined || field === '' || (form !== undefined && new RegExp(form, 'i').test(field));
  if (!isTaken) say.violated('field', givenField, { type, field });
}
