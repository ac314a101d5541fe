import { acknowledgementExamples } from './acknowledgement/acknowledgement.examples';
import type { Examples } from './example';
import { fargateTaskSizeExamples } from './task-definition/fargate-task-size.examples';

/** The examples of every rule, by the rule's id. Loaded by `drydock explain`, the pages' generator and the tests alone. */
export const examples: readonly Examples[] = [
  acknowledgementExamples,
  fargateTaskSizeExamples,
];
