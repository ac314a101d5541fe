import type { Examples } from '../example';

/** A cluster with two m7i.large, a manifest with one Deployment, and what else there is. */
function applied(requests: string, { spec = '', others = '', types = '[m7i.large]', namespace = 'default' }: { readonly spec?: string; readonly others?: string; readonly types?: string; readonly namespace?: string } = {}): string {
  return `
        Resources:
          Cluster:
            Type: AWS::EKS::Cluster
            Properties: { RoleArn: arn:aws:iam::123456789012:role/eks, ResourcesVpcConfig: { SubnetIds: [subnet-0123, subnet-4567] } }
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties: { ClusterName: !Ref Cluster, NodeRole: arn:aws:iam::123456789012:role/node, Subnets: [subnet-0123], InstanceTypes: ${types}, ScalingConfig: { MinSize: 2, MaxSize: 6 } }
          Web:
            Type: Custom::AWSCDK-EKS-KubernetesResource
            Properties:
              ServiceToken: arn:aws:lambda:eu-west-1:123456789012:function:kubectl
              ClusterName: !Ref Cluster
              Manifest: !Sub |
                [{ "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "web", "namespace": "${namespace}" }, "spec": { "replicas": 2, "template": { "metadata": { "labels": { "app": "web" } }, "spec": {${spec}
                  "containers": [{ "name": "web", "image": "\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:1", "resources": { "requests": { ${requests} } } }]
                } } } }]${others}
      `;
}

const profile = `
          Profile:
            Type: AWS::EKS::FargateProfile
            Properties: { ClusterName: !Ref Cluster, PodExecutionRoleArn: arn:aws:iam::123456789012:role/pods, Selectors: [{ Namespace: jobs-* }] }`;

const onM7i = '"affinity": { "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [{ "matchExpressions": [{ "key": "node.kubernetes.io/instance-type", "operator": "In", "values": ["m7i.large"] }] }] } } },';

export const podSizeExamples: Examples = {
  rule: 'pod-size',
  bad: [
    {
      name: 'more memory than a node has left',
      because: 'An m7i.large has 8 GiB, of which the system reports less, and a node keeps 255 MiB, 11 MiB for each pod that it may take, and 100 MiB that stay free.',
      over: 'nothing',
      template: applied('"memory": "7700Mi"'),
      expects: [{ at: 'Web.Properties.Manifest', message: 'nodeGroupsTooSmall' }],
    },
    {
      name: 'all the CPU of a node',
      over: 'nothing',
      template: applied('"cpu": "2"'),
      expects: [{ at: 'Web.Properties.Manifest', message: 'nodeGroupsTooSmall' }],
    },
    {
      name: 'a GPU that no node has',
      over: 'nothing',
      template: applied('"nvidia.com/gpu": 1'),
      expects: [{ at: 'Web.Properties.Manifest', message: 'nodeGroupsTooSmall' }],
    },
    {
      name: 'an instance type named that is too small',
      because: 'Whatever nodes the cluster has: on none of the type does the pod fit.',
      over: 'nothing',
      template: applied('"memory": "16Gi"', { spec: onM7i }),
      expects: [{ at: 'Web.Properties.Manifest', message: 'typesTooSmall' }],
    },
    {
      name: 'a GPU on Fargate',
      over: 'nothing',
      template: applied('"nvidia.com/gpu": 1', { namespace: 'jobs-night', others: profile }),
      expects: [{ at: 'Web.Properties.Manifest', message: 'notOnFargate' }],
    },
    {
      name: 'more memory than Fargate offers',
      over: 'nothing',
      template: applied('"memory": "244Gi"', { namespace: 'jobs-night', others: profile }),
      expects: [{ at: 'Web.Properties.Manifest', message: 'notOnFargate' }],
    },
  ],
  good: [
    { name: 'room enough', over: 'nothing', template: applied('"cpu": "500m", "memory": "1Gi"') },
    { name: 'one of the node groups is large enough', over: 'nothing', template: applied('"memory": "12Gi"', { types: '[m7i.large, m7i.xlarge]' }) },
    { name: 'Fargate where a node has no room', over: 'nothing', template: applied('"memory": "12Gi"', { namespace: 'jobs-night', others: profile }) },
    {
      name: 'a size at which it depends on what else runs on the node',
      over: 'nothing',
      template: applied('"cpu": "1900m"'),
    },
    {
      name: 'nodes that Karpenter brings',
      over: 'nothing',
      template: applied('"memory": "16Gi"', { others: `
          Karpenter:
            Type: Custom::AWSCDK-EKS-HelmChart
            Properties: { ServiceToken: arn:aws:lambda:eu-west-1:123456789012:function:kubectl, ClusterName: !Ref Cluster, Chart: oci://public.ecr.aws/karpenter/karpenter }` }),
    },
    {
      name: 'Auto Mode, which takes the instances that pods need',
      over: 'nothing',
      template: applied('"memory": "16Gi"').replace('RoleArn: arn:aws:iam::123456789012:role/eks,', 'RoleArn: arn:aws:iam::123456789012:role/eks, ComputeConfig: { Enabled: true, NodePools: [general-purpose] },'),
    },
  ],
  unknown: [
    {
      name: 'instance types of a parameter without a default',
      over: 'nothing',
      template: applied('"memory": "7700Mi"', { types: '[!Ref Type]' }).replace('Resources:', 'Parameters:\n          Type: { Type: String }\n        Resources:'),
      expects: [{ at: 'Nodes.Properties.InstanceTypes.0' }],
    },
    {
      name: 'memory of a parameter without a default',
      over: 'nothing',
      template: applied('"memory": "${Memory}"').replace('Resources:', 'Parameters:\n          Memory: { Type: String }\n        Resources:'),
      expects: [{ at: 'Web.Properties.Manifest' }],
    },
  ],
  spelled: [
    { name: 'quantities of all kinds', over: 'nothing', template: applied('"cpu": 0.5, "memory": "1e9"') },
  ],
  defaulted: [
    { name: 'nothing asked for', over: 'nothing', template: applied('') },
  ],
};
