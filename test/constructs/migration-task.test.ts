import { Template } from 'aws-cdk-lib/assertions';
import { Cluster, FargateService, MigrationTask, type MigrationTaskProps } from '../../lib/index';
import { migrationHandler } from '../../lib/constructs/run/migration-handler';
import { nginx, only, shop } from '../support/shop';

function migrated(props: Partial<MigrationTaskProps> = {}): Template {
  const stack = shop(), cluster = new Cluster(stack, 'Cluster');
  new MigrationTask(stack, 'Migrate', { cluster, container: { image: 'shop', command: ['migrate'] }, ...props }).before(new FargateService(stack, 'Web', { cluster, container: nginx }));
  expect(only(stack, 'AWS::ECS::Service').DependsOn).toContain(only(stack, 'Custom::Migration').id);
  return Template.fromStack(stack);
}

test('services come after its end, and it comes after what it needs; another task definition is another run', () => {
  const template = migrated(), [run] = Object.values(template.findResources('Custom::Migration')) as { Properties: object; DependsOn: string[] }[];
  expect(JSON.stringify(run?.Properties)).toMatch(/\{"Ref":"MigrateTaskDef\w+"\}/);
  expect(run?.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/MigrateExecutionRoleDefaultPolicy/), expect.stringMatching(/DefaultRoute/)]));
});

test.each<[string, Partial<MigrationTaskProps>, string]>([
  ['a time that CloudFormation does not wait', { timeout: '2 hours' }, 'Shop/Migrate: timeout is 2 hours. CloudFormation waits for an hour at most.'],
  ['a time that is none', { timeout: 'long' }, 'Shop/Migrate: timeout is "long".'],
])('%s is refused', (_, props, message) => {
  expect(() => migrated(props)).toThrow(message);
});

describe('what CloudFormation calls', () => {
  type Handler = (event: object) => Promise<object>;
  /** The handler, with an ECS that gives these answers. */
  const handlers = (answer: object, asked: object[] = []): { start: Handler; isComplete: Handler } => {
    class Command { constructor(readonly input: object) { asked.push(input); } }
    const sdk = { ECSClient: class { send = (): Promise<object> => Promise.resolve(answer); }, RunTaskCommand: Command, DescribeTasksCommand: Command };
    const exports = {};
    (new Function('require', 'exports', migrationHandler) as (require: () => object, exports: object) => void)(() => sdk, exports);
    return exports as { start: Handler; isComplete: Handler };
  };
  const about = { RequestType: 'Update', PhysicalResourceId: 'Run1', LogicalResourceId: 'Run', Data: { Task: 'arn:task' }, ResourceProperties: { Run: '{"cluster":"shop"}', Cluster: 'shop', Container: 'app' } };
  const stopped = (exitCode?: number): object => ({ tasks: [{ lastStatus: 'STOPPED', stoppedReason: 'Essential container in task exited', containers: [{ name: 'proxy', exitCode: 137 }, { name: 'app', exitCode }] }] });

  test('fits into a template, and runs the task', async () => {
    const asked: object[] = [];
    expect(migrationHandler.length).toBeLessThan(4096);
    expect(await handlers({ tasks: [{ taskArn: 'arn:task' }] }, asked).start(about)).toEqual({ PhysicalResourceId: 'Run1', Data: { Task: 'arn:task' } });
    expect(asked).toEqual([{ cluster: 'shop' }]);
  });

  test('says why ECS did not start it', async () => {
    await expect(handlers({ failures: [{ reason: 'RESOURCE:MEMORY' }] }).start(about)).rejects.toThrow('ECS did not start the task: RESOURCE:MEMORY');
  });

  test('waits until it ended, well or not', async () => {
    expect(await handlers({ tasks: [{ lastStatus: 'RUNNING' }] }).isComplete(about)).toEqual({ IsComplete: false });
    expect(await handlers(stopped(0)).isComplete(about)).toEqual({ IsComplete: true });
    await expect(handlers(stopped(1)).isComplete(about)).rejects.toThrow('The task failed with exit code 1: Essential container in task exited.');
    await expect(handlers(stopped()).isComplete(about)).rejects.toThrow('exit code undefined');
    await expect(handlers({ tasks: [] }).isComplete(about)).rejects.toThrow('ECS knows nothing of the task any more: arn:task');
  });

  test('runs nothing when the stack is deleted', async () => {
    const asked: object[] = [], deletion = { ...about, RequestType: 'Delete' };
    expect([await handlers({}, asked).start(deletion), await handlers({}, asked).isComplete(deletion), asked]).toEqual([{}, { IsComplete: true }, []]);
  });
});
