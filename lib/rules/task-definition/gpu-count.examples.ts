import type { Examples } from '../example';

const container = (value: string, parameters = '') => `
        Parameters:
          Ami: { Default: /aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id }
          ${parameters}
        Resources:
          LaunchTemplate: { Properties: { LaunchTemplateData: { InstanceType: g5.12xlarge } } }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, ResourceRequirements: [{ Type: GPU, Value: ${value} }] }]
          Service: { Properties: { DesiredCount: 1 } }
`;
const at = 'Task.Properties.ContainerDefinitions.0.ResourceRequirements.0.Value';

export const gpuCountExamples: Examples = {
  rule: 'gpu-count',
  bad: [
    { name: 'a kind of GPU', over: 'ec2Service', template: container('a10g'), expects: [{ at, message: 'form' }] },
    { name: 'a number with a unit', over: 'ec2Service', template: container("'1 GPU'"), expects: [{ at, message: 'form' }] },
  ],
  good: [
    { name: 'one', over: 'ec2Service', template: container("'1'") },
    { name: 'all that the instance has', over: 'ec2Service', template: container('ALL') },
    { name: 'a part of one', because: 'Whether an instance has a part of a GPU left is not judged.', over: 'ec2Service', template: container("'0.25'") },
  ],
  unknown: [{ name: 'a parameter without a default', over: 'ec2Service', template: container('!Ref Gpus', 'Gpus: { Type: String }'), expects: [{ at }] }],
  spelled: [{ name: 'a negative number for a text', over: 'ec2Service', template: container('-1'), expects: [{ at, message: 'form' }] }],
};
