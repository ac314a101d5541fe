import { App, CfnParameter, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as globals from '@jest/globals';
import { Drydock, Ec2Service } from '../../lib/index';
import '../../lib/jest';
import { mixedCluster, nginx, shop } from '../support/shop';

/** A task definition; Fargate does not offer 256 CPU units with 4 GB. */
function task(stack: Stack, memoryLimitMiB: number): ecs.FargateTaskDefinition {
  const made = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB });
  made.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox') });
  return made;
}

function sinking(scope: Stage = new App(), id = 'Shop'): Stack {
  const stack = new Stack(scope, id);
  task(stack, 4096);
  return stack;
}

function floating(scope: Stage = new App(), id = 'Fine'): Stack {
  const stack = new Stack(scope, id);
  task(stack, 512);
  return stack;
}

function message(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('toFloat', () => {
  test('holds for a stack, an app, a Template and a plain object that float, and not for one that sinks', () => {
    for (const make of [floating, sinking]) {
      const stack = make();
      for (const subject of [stack, stack.node.root as App, Template.fromStack(stack), Template.fromStack(stack).toJSON() as { Resources: object }]) {
        if (make === floating) expect(subject).toFloat();
        else expect(subject).not.toFloat();
      }
    }
  });

  test('says what the report says', () => {
    const text = message(() => { expect(sinking()).toFloat(); });
    expect(text).toContain('With 256 CPU units Fargate offers 512, 1024, 2048 MiB, not 4096.');
    expect(text).toContain('Shop/Task/Resource · Properties.Memory');
    expect(text).toMatch(/matchers\.test\.ts:\d+\n/);
    expect(text).toContain('It sinks: 1 error.');
    expect(message(() => { expect(floating()).not.toFloat(); })).toBe('It floats, and was expected to sink.\n');
  });

  test('judges a stack within its app, but not by what is wrong with others', () => {
    const app = new App();
    const good = floating(app);
    const bad = sinking(new Stage(app, 'Prod'));
    expect(good).toFloat();
    expect(bad).not.toFloat();
    expect(app).not.toFloat();
    expect(Stage.of(bad)).not.toFloat();
  });

  test('uses the synthesis of Template.fromStack, so that either may come first', () => {
    const stack = floating(new Stage(new App(), 'Prod'));
    const before = Template.fromStack(stack).toJSON();
    expect(stack).toFloat();
    expect(Template.fromStack(stack).toJSON()).toEqual(before);
    const app = stack.node.root as App;
    expect(app.synth()).toBe(app.synth());
  });

  test('works where the app dry-runs itself, and refuses to synthesize', () => {
    const app = new App();
    Drydock.attach(app);
    expect(sinking(app)).toHaveFinding('fargate-task-size');
  });
});

test.each<[string, () => unknown, string]>([
  ['a construct', () => floating().node.findChild('Task'), 'expect() was given the construct Fine/Task, which is judged within its stack: give Stack.of(construct).'],
  ['an object that is no template', () => ({}), 'expect() was given an object without Resources.'],
  ['a text', () => 'Shop', 'expect() was given Shop.'],
  ['nothing', () => undefined, 'expect() was given undefined.'],
])('%s is not judged', (_, make, text) => {
  expect(() => { expect(make()).toFloat(); }).toThrow(text);
});

describe('toHaveFinding', () => {
  test('holds for a rule, and at a resource', () => {
    const stack = sinking(), construct = stack.node.findChild('Task');
    const id = Object.keys(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'))[0];
    expect(stack).toHaveFinding('fargate-task-size');
    expect(stack).toHaveFinding('fargate-task-size', { resource: construct });
    expect(stack).toHaveFinding('fargate-task-size', { resource: id });
    expect(Template.fromStack(stack)).toHaveFinding('fargate-task-size', { resource: construct });
    expect(stack).not.toHaveFinding('fargate-task-size', { resource: 'Other' });
    expect(stack).not.toHaveFinding('container-name');
  });

  test('says what there is instead', () => {
    expect(message(() => { expect(sinking()).toHaveFinding('container-name'); })).toMatch(/^There is no finding of container-name\.[^]*fargate-task-size/);
  });

  test('does not take a rule that there is not, which would never be found', () => {
    expect(() => { expect(sinking()).not.toHaveFinding('fargate-tasksize'); }).toThrow('Drydock has no rule fargate-tasksize.');
  });
});

describe('toPlace', () => {
  test('counts the tasks of a service that find a place', () => {
    const stack = shop(), cluster = mixedCluster(stack);
    const worker = new Ec2Service(stack, 'Worker', { cluster, container: nginx, desiredCount: 4 });
    const id = Object.keys(Template.fromStack(stack).findResources('AWS::ECS::Service'))[0] ?? '';
    for (const subject of [stack, stack.node.root as App, Template.fromStack(stack)]) {
      expect(subject).toPlace(worker, 4);
      expect(subject).toPlace(id, 4);
      expect(subject).not.toPlace(worker, 3);
    }
    expect(message(() => { expect(stack).toPlace(worker, 3); })).toMatch(/^4 of 4 tasks of Shop\/Worker find a place, not 3\.[^]*m7g\.large/);
    expect(() => { expect(stack).toPlace('Wroker', 4); }).toThrow(`There is no service Wroker here, but ${id}.`);
  });
});

test('what is unknown does not sink', () => {
  const stack = new Stack(new App(), 'Shop');
  task(stack, new CfnParameter(stack, 'Memory', { type: 'Number' }).valueAsNumber);
  expect(stack).toFloat();
});

test('expect of @jest/globals has the matchers too', () => {
  globals.expect(floating()).toFloat();
  globals.expect(sinking()).not.toFloat();
});
