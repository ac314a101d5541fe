import { fact } from './fact';

/** What is fetched or called outside the VPC, by whom and for what. */
export interface StartEndpoints {
  /** An image in a private repository of Amazon ECR. */
  readonly ecrImage: readonly string[];
  /** The log driver `awslogs`. */
  readonly logs: readonly string[];
  /** A secret of Secrets Manager, and a parameter of Systems Manager. */
  readonly secret: readonly string[];
  readonly parameter: readonly string[];
  readonly environmentFile: readonly string[];
  /** The proxy that Service Connect adds to a task. */
  readonly serviceConnect: readonly string[];
  /** The container agent, to register its instance and to hear of tasks. */
  readonly agent: readonly string[];
}

/** The services of AWS that tasks and container instances must reach, by the ends of the names of their VPC endpoints. */
export const startEndpoints = fact<StartEndpoints>({
  id: 'start-endpoints',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
    read: '2026-11-20',
    says: 'Which endpoints stand in for a way to the internet; the page on ECR endpoints adds that layers of images come from S3.',
  },
  value: {
    ecrImage: ['ecr.api', 'ecr.dkr', 's3'],
    logs: ['logs'],
    secret: ['secretsmanager'],
    parameter: ['ssm'],
    environmentFile: ['s3'],
    serviceConnect: ['ecs-agent'],
    agent: ['ecs-agent', 'ecs-telemetry', 'ecs'],
  },
});

/** Platform versions of Fargate that log in to registries and read secrets through an interface of Fargate's own. */
export const fargateOwnInterface = fact<readonly string[]>({
  id: 'fargate-own-interface',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    read: '2026-11-20',
    says: 'From platform version 1.4.0 on all traffic goes through the interface of the task; before, ECR login and secrets went through one that Fargate owns.',
  },
  value: ['1.1.0', '1.2.0', '1.3.0'],
});
