import type { Examples } from '../example';

const express = (properties: string) => `
        Resources:
          Express:
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              InfrastructureRoleArn: arn:aws:iam::123456789012:role/express-infrastructure
              ExecutionRoleArn: arn:aws:iam::123456789012:role/express-execution
              PrimaryContainer: { Image: public.ecr.aws/nginx/nginx:stable }
              ${properties}
`;

export const expressServiceSettingExamples: Examples = {
  rule: 'express-service-setting',
  bad: [
    {
      name: 'an Express service of a size that Fargate does not offer',
      over: 'nothing',
      template: express("Cpu: '1024'\n              Memory: '1024'"),
      expects: [{ at: 'Express.Properties.Memory', message: 'size' }],
    },
    {
      name: 'an Express service with parts of a vCPU and of a GB, and no unit',
      over: 'nothing',
      template: express("Cpu: '0.25'\n              Memory: '0.5'"),
      expects: [{ at: 'Express.Properties.Cpu', message: 'unreadable' }, { at: 'Express.Properties.Memory', message: 'unreadable' }],
    },
    {
      name: 'an Express service that scales between more and less',
      over: 'nothing',
      template: express('ScalingTarget: { MinTaskCount: 4, MaxTaskCount: 2 }'),
      expects: [{ at: 'Express.Properties.ScalingTarget.MaxTaskCount', message: 'reversed' }],
    },
  ],
  good: [
    { name: 'an Express service', over: 'nothing', template: express("Cpu: '1024'\n              Memory: '2048'") },
  ],
  unknown: [
    {
      name: 'a size from a parameter without a default',
      over: 'nothing',
      template: `
        Parameters: { Memory: { Type: String } }
${express("Cpu: '1024'\n              Memory: !Ref Memory")}`,
      expects: [{ at: 'Express.Properties.Memory' }],
    },
  ],
};
