import { fact } from './fact';

/** The attributes that every container instance on EC2 has, whatever their values. */
export const containerInstanceAttributes = fact<readonly string[]>({
  id: 'container-instance-attributes',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html',
    read: '2026-11-20',
    says: 'The list of built-in attributes that ECS applies to container instances.',
  },
  value: [
    'ecs.ami-id', 'ecs.availability-zone', 'ecs.cpu-architecture', 'ecs.instance-type',
    'ecs.os-family', 'ecs.os-type', 'ecs.subnet-id', 'ecs.vpc-id',
  ],
});
