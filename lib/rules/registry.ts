import { acknowledgement } from './acknowledgement/acknowledgement';
import type { Rule } from './rule';
import { fargateTaskSize } from './task-definition/fargate-task-size';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  acknowledgement,
  fargateTaskSize,
];
