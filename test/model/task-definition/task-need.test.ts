import { taskNeed } from '../../../lib/model/task-definition/task-need';
import { modelOf } from '../../support/model';

function need(properties: string, parameters = '') {
  const [task] = modelOf(`
Parameters: { Nothing: { Type: String }, ${parameters} }
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Properties: ${properties} }`).taskDefinitions;
  if (!task) throw new Error('no task definition');
  const value = taskNeed(task);
  return value.state === 'known' ? value.value : value.why;
}

const one = (container: string, task = '') => `{ ContainerDefinitions: [{ Name: a, Image: b, ${container} }], ${task} }`;

describe('a task asks for', () => {
  test.each([
    ['the task-level CPU, whatever the containers say', one('Memory: 8, Cpu: 100', 'Cpu: .5 vCPU'), { cpuUnits: 512 }],
    ['the sum of its containers\' CPU; one without adds nothing', '{ ContainerDefinitions: [{ Cpu: 100, Memory: 8 }, { Memory: 8 }, { Cpu: "256", Memory: 8 }] }', { cpuUnits: 356 }],
    ['the task-level memory', one('Memory: 512, MemoryReservation: 256', "Memory: '1 GB'"), { memoryMiB: 1024 }],
    ['the reservation before the limit', one('Memory: 512, MemoryReservation: 256'), { memoryMiB: 256 }],
    ['the limit where the reservation is 0', one('Memory: 512, MemoryReservation: 0'), { memoryMiB: 512 }],
    ['the sum over containers', '{ ContainerDefinitions: [{ Memory: 512 }, { MemoryReservation: 100 }] }', { memoryMiB: 612 }],
    ['what its containers ask for on Windows, whatever the task says', one('Memory: 512, Cpu: 256', 'Cpu: 1024, Memory: 4096, RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE }'), { cpuUnits: 256, memoryMiB: 512 }],
    ['its GPUs', '{ ContainerDefinitions: [{ Memory: 8, ResourceRequirements: [{ Type: GPU, Value: 2 }] }, { Memory: 8, ResourceRequirements: [{ Type: GPU, Value: "1" }] }] }', { gpus: 3 }],
    ['a fixed host port in bridge mode', one('Memory: 8, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }, { ContainerPort: 53, HostPort: 53, Protocol: udp }]'),
      { ports: [{ port: 8080, protocol: 'tcp' }, { port: 53, protocol: 'udp' }], eni: false }],
    ['no port where it is dynamic', one('Memory: 8, PortMappings: [{ ContainerPort: 80 }, { ContainerPort: 81, HostPort: 0 }, { ContainerPortRange: 90-99 }]'), { ports: [] }],
    ['the container port in host mode', one('Memory: 8, PortMappings: [{ ContainerPort: 80 }, { ContainerPortRange: 8000-8001 }]', 'NetworkMode: host'),
      { ports: [{ port: 80, protocol: 'tcp' }, { port: 8000, protocol: 'tcp' }, { port: 8001, protocol: 'tcp' }] }],
    ['a network interface and no port in awsvpc mode', one('Memory: 8, PortMappings: [{ ContainerPort: 80, HostPort: 80 }]', 'NetworkMode: awsvpc'), { ports: [], eni: true }],
    ['the architecture and the system that it is said to run on', one('Memory: 8', 'RuntimePlatform: { CpuArchitecture: arm64, OperatingSystemFamily: LINUX }'),
      { attributes: [{ name: 'ecs.cpu-architecture', value: 'arm64' }, { name: 'ecs.os-type', value: 'linux' }] }],
    ['any architecture where none is said', one('Memory: 8'), { attributes: [] }],
    ['an agent with its log drivers, each once', '{ ContainerDefinitions: [{ Memory: 8, LogConfiguration: { LogDriver: gelf } }, { Memory: 8, LogConfiguration: { LogDriver: gelf } }, { Memory: 8, LogConfiguration: { LogDriver: awsfirelens } }] }',
      { attributes: [{ name: 'com.amazonaws.ecs.capability.logging-driver.gelf' }] }],
    ['an agent that lets containers be privileged', one("Memory: 8, Privileged: 'true'"), { attributes: [{ name: 'com.amazonaws.ecs.capability.privileged-container' }] }],
    ['an agent that serves its task role', one('Memory: 8', "TaskRoleArn: 'arn:aws:iam::123456789012:role/shop'"), { attributes: [{ name: 'com.amazonaws.ecs.capability.task-iam-role' }] }],
    ['an agent that serves it on the network of the host', one('Memory: 8', "NetworkMode: host, TaskRoleArn: 'arn:aws:iam::123456789012:role/shop'"), { attributes: [{ name: 'com.amazonaws.ecs.capability.task-iam-role-network-host' }] }],
    ['an agent that logs with its execution role', one('Memory: 8, LogConfiguration: { LogDriver: awslogs }', "ExecutionRoleArn: 'arn:aws:iam::123456789012:role/shop'"),
      { attributes: expect.arrayContaining([{ name: 'ecs.capability.execution-role-awslogs' }]) as unknown }],
    ['nothing for a role that may not be given', one('Memory: 8', 'TaskRoleArn: !Ref Nothing'), { attributes: [] }],
    ['a volume driver other than Docker has by itself', one('Memory: 8', 'Volumes: [{ Name: v, DockerVolumeConfiguration: { Driver: rexray/ebs } }, { Name: w }]'),
      { attributes: [{ name: 'ecs.capability.docker-plugin.rexray/ebs' }] }],
  ])('%s', (_, properties, expected) => {
    expect(need(properties)).toMatchObject(expected);
  });
});

describe('what a task asks for is not known', () => {
  test.each([
    ['its CPU', one('Memory: 8, Cpu: !Ref Nothing')],
    ['its memory', one('Memory: !Ref Nothing')],
    ['its reservation, even with a limit', one('Memory: 8, MemoryReservation: !Ref Nothing')],
    ['its network mode', one('Memory: 8', 'NetworkMode: !Ref Nothing')],
    ['a host port', one('Memory: 8, PortMappings: [{ ContainerPort: 80, HostPort: !Ref Nothing }]')],
    ['its containers', '{ ContainerDefinitions: !Ref Nothing }'],
    ['its log driver', one('Memory: 8, LogConfiguration: { LogDriver: !Ref Nothing }')],
    ['its architecture', one('Memory: 8', 'RuntimePlatform: { CpuArchitecture: !Ref Nothing }')],
  ])('when %s comes from a parameter without a value', (_, properties) => {
    expect(need(properties)).toMatchObject({ kind: 'parameter', name: 'Nothing' });
  });

  test('when neither memory nor reservation is given', () => {
    expect(need(one('Cpu: 10'))).toMatchObject({ kind: 'form', found: 'neither' });
  });

  test.each([
    ['all GPUs are asked for', 'Value: ALL', 'ALL their GPUs'],
    ['a part of a GPU is', "Value: '0.25'", '0.25 GPUs'],
    ['GPUs are shared', 'SharingStrategy: { NvidiaMps: { Memory: 4096 } }', 'a share of a GPU'],
  ])('when %s', (_, requirement, what) => {
    expect(need(one(`Memory: 8, ResourceRequirements: [{ Type: GPU, ${requirement} }]`))).toMatchObject({ kind: 'fact', what: `which instances have ${what} left` });
  });

  test('but what does not count need not be known', () => {
    expect(need(one('Memory: !Ref Nothing, Cpu: !Ref Nothing, PortMappings: [{ ContainerPort: 80, HostPort: !Ref Nothing }]', 'Cpu: 256, Memory: 512, NetworkMode: awsvpc')))
      .toMatchObject({ cpuUnits: 256, memoryMiB: 512 });
  });
});
