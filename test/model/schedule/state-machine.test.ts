import { showText } from '../../../lib/core/text';
import type { Value } from '../../../lib/core/value';
import { modelOf } from '../../support/model';

const shown = (value: Value<string>): string => (value.state === 'absent' ? 'absent' : showText(value));

function runsOf(properties: string) {
  const { stateMachines } = modelOf(`
Parameters: { Elsewhere: { Type: String } }
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [{ Name: job, Image: job }] } }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
${properties}`);
  return stateMachines.flatMap(({ runs }) => runs).map(run => ({
    task: run.taskDefinition.state === 'known' ? run.taskDefinition.value.id : run.taskDefinition.state,
    cluster: run.cluster.state === 'known' ? run.cluster.value.id : run.cluster.state,
    launchType: shown(run.launchType),
    containers: run.overriddenContainers.map(shown),
    network: run.networkConfiguration.state,
  }));
}

const run = { task: 'Task', cluster: 'Cluster', launchType: 'FARGATE', containers: ['job'], network: 'absent' };
const resource = "Resource: 'arn:aws:states:::ecs:runTask.sync'";
const state = `{ Type: Task, ${resource}, Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: FARGATE, Overrides: { ContainerOverrides: [{ Name: job }] } } }`;

test.each([
  ['an object', `      Definition: { States: { Run: ${state} } }`, [run]],
  ['a text with functions', `      DefinitionString: !Sub |
        { "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.waitForTaskToken", "Parameters":
          { "Cluster": "\${Cluster.Arn}", "TaskDefinition": "\${Task}", "LaunchType": "FARGATE", "Overrides": { "ContainerOverrides": [ { "Name": "job", "Command.$": "$.command" } ] } } } } }`, [run]],
  ['a text with substitutions', `      DefinitionSubstitutions: { Task: !Ref Task, Cluster: !Ref Cluster, Container: job }
      DefinitionString: '{ "States": { "Run": { "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "Cluster": "\${Cluster}", "TaskDefinition": "\${Task}", "LaunchType": "FARGATE", "Overrides": { "ContainerOverrides": [{ "Name": "\${Container}" }] } } } } }'`, [run]],
  ['an object with substitutions', `      DefinitionSubstitutions: { Container: job, Type: FARGATE }
      Definition: { States: { Run: { ${resource}, Parameters: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: '\${Type}', Overrides: { ContainerOverrides: [{ Name: '\${Container}' }] } } } } }`, [run]],
  ['states within a map and side by side', `      Definition:
        States:
          Each: { Type: Map, ItemProcessor: { States: { Run: ${state} } } }
          Both: { Type: Parallel, Branches: [{ States: { Run: ${state} } }, { States: { Wait: { Type: Wait } } }] }`, [run, run]],
  ['paths into the input', `      Definition: { States: { Run: { ${resource}, Parameters: { 'Cluster.$': $.cluster, TaskDefinition: !Ref Task, 'LaunchType.$': $.type, 'NetworkConfiguration.$': $.network, Overrides: { 'ContainerOverrides.$': $.containers } } } } }`,
    [{ task: 'Task', cluster: 'unknown', launchType: '${?}', containers: [], network: 'unknown' }]],
  ['expressions', `      Definition: { QueryLanguage: JSONata, States: { Run: { ${resource}, Arguments: { Cluster: !Ref Cluster, TaskDefinition: '{% $states.input.task %}', LaunchType: FARGATE, Overrides: { ContainerOverrides: [{ Name: job }] } } } } }`,
    [{ ...run, task: 'unknown' }]],
  ['a parameter in a text', `      DefinitionString: !Sub '{ "States": { "Run": { "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "Cluster": "\${Elsewhere}", "TaskDefinition": "\${Task}" } } } }'`,
    [{ task: 'Task', cluster: 'unknown', launchType: 'absent', containers: [], network: 'absent' }]],
  ['what is no JSON', `      DefinitionString: ':states:::ecs:runTask'`, []],
  ['states that do something else', '      Definition: { States: { Run: { Type: Task, Resource: "arn:aws:states:::lambda:invoke" } } }', []],
])('what a state machine runs is read from %s', (_, properties, expected) => {
  expect(runsOf(properties)).toEqual(expected);
});

test('a pipe starts a task', () => {
  const { scheduledTasks: [pipe] } = modelOf(`
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [{ Name: job, Image: job }] } }
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      Target: !GetAtt Cluster.Arn
      TargetParameters: { EcsTaskParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE, Overrides: { ContainerOverrides: [{ Name: job }] } } }
`);
  expect([pipe?.cluster.state, pipe?.taskDefinition.state, pipe?.overriddenContainers.map(shown), pipe?.networkConfiguration.state]).toEqual(['known', 'known', ['job'], 'absent']);
});
