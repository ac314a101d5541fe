/** `ecs-drydock/engine`: the dry run as a library. Never loads aws-cdk-lib. */
export { readInputs, type Inputs } from './assembly/read-inputs';
export type { ReadOptions } from './assembly/reading';
export { fargateTaskSizes } from './catalog/fargate-task-sizes';
export { isRegion, type Config, type FailOn } from './config/config';
export { parseConfig } from './config/parse-config';
export { dryRun, type DryRunOptions, type DryRunResult } from './dry-run';
export { InputError } from './finding/input-error';
export type { Phase, Severity } from './finding/finding';
export { readCpuUnits, readMemoryMiB } from './model/spelling';
export type * from './report/report';
export { renderText, type TextOptions } from './report/text/text';
export { isTooBad } from './report/verdict';
export { rules } from './rules/registry';
export type { StackInput } from './template/deployment';
export type { Document } from './template/document';
export { parseTemplate } from './template/parse';
export { version } from './version';
