/** What CloudFormation calls to run a task and to hear of its end, in the JavaScript of AWS Lambda: it is in the template as it stands here. */
export const migrationHandler = `const { DescribeTasksCommand, ECSClient, RunTaskCommand } = require("@aws-sdk/client-ecs");
const client = new ECSClient({});

exports.start = async ({ RequestType, PhysicalResourceId, LogicalResourceId, ResourceProperties }) => {
  if (RequestType === 'Delete') return {};
  const { tasks: [task] = [], failures = [] } = await client.send(new RunTaskCommand(JSON.parse(ResourceProperties.Run)));
  if (!task) throw new Error('ECS did not start the task: ' + failures.map(({ reason }) => reason).join(', '));
  return { PhysicalResourceId: PhysicalResourceId ?? LogicalResourceId, Data: { Task: task.taskArn } };
};

exports.isComplete = async ({ RequestType, Data, ResourceProperties: { Cluster, Container } }) => {
  if (RequestType === 'Delete') return { IsComplete: true };
  const { tasks: [task] = [] } = await client.send(new DescribeTasksCommand({ cluster: Cluster, tasks: [Data.Task] }));
  if (!task) throw new Error('ECS knows nothing of the task any more: ' + Data.Task);
  if (task.lastStatus !== 'STOPPED') return { IsComplete: false };
  const { exitCode, reason } = task.containers.find(({ name }) => name === Container) ?? {};
  if (exitCode !== 0) throw new Error('The task failed with exit code ' + exitCode + ': ' + (reason ?? task.stoppedReason) + '. Its logs say more: ' + Data.Task);
  return { IsComplete: true };
};
`;
