/** `ecs-drydock/engine`: the dry run as a library. Never loads aws-cdk-lib. */
export { readInputs, type Inputs } from './assembly/read-inputs';
export type { ReadOptions } from './assembly/reading';
export { fargateTaskSizes } from './catalog/fargate-task-sizes';
export { dryRun, type DryRunOptions, type DryRunResult } from './dry-run';
export { InputError } from './finding/input-error';
export type { Phase, Severity } from './finding/finding';
export { readCpuUnits, readMemoryMiB } from './model/spelling';
export type * from './report/report';
export { rules } from './rules/registry';
export type { StackInput } from './template/deployment';
export type { Document } from './template/document';
export { parseTemplate } from './template/parse';
