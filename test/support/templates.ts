import { baseStacks } from '../../lib/rules/base-stacks';

/** A template that floats. */
export const floating = baseStacks.fargateService;

/** The same with a task size that Fargate does not offer, at Task. */
export const sinking = floating.replace("Memory: '512'", "Memory: '4096'");

/** The same with the size in a parameter that has no default. */
export const open = floating.replace("Memory: '512'", 'Memory: !Ref TaskMemory').replace('Resources:', 'Parameters:\n  TaskMemory: { Type: String }\nResources:');
