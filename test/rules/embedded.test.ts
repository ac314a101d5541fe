import { dryRun } from '../../lib/dry-run';
import { stacksOf } from '../../lib/pages/example-template';

// A repair would take out or overwrite all of the text.
test('what stands within a text is found, and no repair is offered for a part of it', () => {
  const template = `
    Resources:
      Machine:
        Type: AWS::StepFunctions::StateMachine
        Properties:
          RoleArn: arn:aws:iam::123456789012:role/states
          DefinitionString: !Sub |
            { "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "End": true, "Parameters": {
              "Cluster": "\${Cluster.Arn}", "TaskDefinition": "\${Task}", "LaunchType": "FARGATE", "PlatformVersion": "1.9.9",
              "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["\${SubnetA}"] } } } } } }
  `;
  const found = dryRun([stacksOf({ name: 'embedded', over: 'fargateService', template })]).report.findings.filter(({ resource, related }) => [resource, ...related].includes('Machine'));
  expect(found.map(({ rule, repair }) => [rule, repair])).toEqual([['task-network-path', undefined]]);
});
