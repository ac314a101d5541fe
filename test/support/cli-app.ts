import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Drydock } from '../../lib/index';

// An app for the CDK's command. Its arguments say what is to be wrong with it.
const is = (word: string): boolean => process.argv.includes(word);
const app = new App();
const stack = new Stack(is('staged') ? new Stage(app, 'Prod') : app, 'Shop');
const task = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB: is('sinking') ? 4096 : 512 });
task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox') });
if (is('acknowledged')) Validations.of(stack).acknowledge({ id: 'Drydock::fargate-task-size', reason: 'the sizes are set in June' });
// It is well when the options are looked at, and breaks when the app is dry-run.
let reads = 0;
const options = is('broken') ? { get config(): string { if (++reads > 1) throw new Error('broken in the test'); return 'drydock.json'; } } : {};
Drydock.attach(app, options);
