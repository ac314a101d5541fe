import type { Examples } from '../example';

export const volumeReferenceExamples: Examples = {
  rule: 'volume-reference',
  bad: [
    {
      name: 'a volume that is called otherwise',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: app-data, ContainerPath: /data }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.MountPoints.0.SourceVolume', message: 'missing' }],
    },
    {
      name: 'a mount point without a volume',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ ContainerPath: /data }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.MountPoints.0.SourceVolume', message: 'unnamed' }],
    },
    {
      name: 'a volume configured at launch that nobody mounts',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data, ConfiguredAtLaunch: true }]
      `,
      expects: [{ at: 'Task.Properties.Volumes.0', message: 'notMounted' }],
    },
  ],
  good: [
    {
      name: 'a volume that two containers mount, and one that none does',
      over: 'fargateService',
      template: `
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data }, { Name: spare }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /data, ReadOnly: true }] }
                - { Name: writer, Image: public.ecr.aws/docker/library/busybox:stable, MountPoints: [{ SourceVolume: data, ContainerPath: /out }] }
      `,
    },
  ],
  unknown: [
    {
      name: 'a volume that a parameter without a default names',
      over: 'fargateService',
      template: `
        Parameters:
          Volume: { Type: String }
        Resources:
          Task:
            Properties:
              Volumes: [{ Name: data }]
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, MountPoints: [{ SourceVolume: !Ref Volume, ContainerPath: /data }] }
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.MountPoints.0.SourceVolume' }],
    },
    {
      name: 'a mount point that a condition may take away',
      over: 'fargateService',
      template: `
        Parameters: { Keep: { Type: String } }
        Conditions: { Kept: !Equals [!Ref Keep, 'yes'] }
        Resources:
          Task:
            Properties:
              Volumes: [!If [Kept, { Name: data }, !Ref AWS::NoValue]]
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  MountPoints: [!If [Kept, { SourceVolume: data, ContainerPath: /data }, !Ref AWS::NoValue], { SourceVolume: !If [Kept, data, !Ref AWS::NoValue], ContainerPath: /more }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.MountPoints.0.SourceVolume' }],
    },
  ],
};
