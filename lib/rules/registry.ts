import type { Rule } from './rule';
import { fargateTaskSize } from './task-definition/fargate-task-size';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  fargateTaskSize,
];
