import { acknowledgement } from './acknowledgement/acknowledgement';
import { autoScalingGroupLaunch } from './capacity/auto-scaling-group-launch';
import { autoScalingGroupSize } from './capacity/auto-scaling-group-size';
import { capacityProviderAssociation } from './capacity/capacity-provider-association';
import { capacityProviderAssociationOrder } from './capacity/capacity-provider-association-order';
import { capacityProviderGroup } from './capacity/capacity-provider-group';
import { capacityProviderName } from './capacity/capacity-provider-name';
import { capacityProviderOrder } from './capacity/capacity-provider-order';
import { capacityProviderSetting } from './capacity/capacity-provider-setting';
import { capacityProviderStrategy } from './capacity/capacity-provider-strategy';
import { containerAgent } from './capacity/container-agent';
import { containerInstanceCluster } from './capacity/container-instance-cluster';
import { containerInstanceMissing } from './capacity/container-instance-missing';
import { creationSignal } from './capacity/creation-signal';
import { imageArchitecture } from './capacity/image-architecture';
import { instanceType } from './capacity/instance-type';
import { launchTemplate } from './capacity/launch-template';
import { managedDaemonProvider } from './capacity/managed-daemon-provider';
import { managedInstancesAssociation } from './capacity/managed-instances-association';
import { managedInstancesProfile } from './capacity/managed-instances-profile';
import { managedInstancesSize } from './capacity/managed-instances-size';
import { managedScaling } from './capacity/managed-scaling';
import { reservedMemory } from './capacity/reserved-memory';
import { userData } from './capacity/user-data';
import { volumeKey } from './capacity/volume-key';
import { clusterNamespace } from './cluster/cluster-namespace';
import { clusterStorageKey } from './cluster/cluster-storage-key';
import { clusterValue } from './cluster/cluster-value';
import { execLogging } from './cluster/exec-logging';
import { discoveryNamespace } from './discovery/discovery-namespace';
import { discoveryRecord } from './discovery/discovery-record';
import { serviceConnect } from './discovery/service-connect';
import { serviceConnectPath } from './discovery/service-connect-path';
import { vpcLattice } from './discovery/vpc-lattice';
import { imageReference } from './image/image-reference';
import { newRepositoryImage } from './image/new-repository-image';
import { publicRepository } from './image/public-repository';
import { repositorySetting } from './image/repository-setting';
import { podSize } from './kubernetes/pod-size';
import { launchCompatibility } from './launcher/launch-compatibility';
import { launchTypeAndStrategy } from './launcher/launch-type-and-strategy';
import { networkConfiguration } from './launcher/network-configuration';
import { placementSetting } from './launcher/placement-setting';
import { platformVersion } from './launcher/platform-version';
import { publicIp } from './launcher/public-ip';
import { accessLogBucket } from './load-balancer/access-log-bucket';
import { classicLoadBalancer } from './load-balancer/classic-load-balancer';
import { healthCheckGracePeriod } from './load-balancer/health-check-grace-period';
import { healthCheckPort } from './load-balancer/health-check-port';
import { listenerAction } from './load-balancer/listener-action';
import { listenerProtocol } from './load-balancer/listener-protocol';
import { listenerRule } from './load-balancer/listener-rule';
import { listenerTwice } from './load-balancer/listener-twice';
import { listenerVpc } from './load-balancer/listener-vpc';
import { loadBalancerClients } from './load-balancer/load-balancer-clients';
import { loadBalancerContainer } from './load-balancer/load-balancer-container';
import { loadBalancerPath } from './load-balancer/load-balancer-path';
import { loadBalancerZones } from './load-balancer/load-balancer-zones';
import { loadBalancingAttribute } from './load-balancer/load-balancing-attribute';
import { privateLink } from './load-balancer/private-link';
import { targetGroupAddressType } from './load-balancer/target-group-address-type';
import { targetGroupHealthCheck } from './load-balancer/target-group-health-check';
import { targetGroupListener } from './load-balancer/target-group-listener';
import { targetGroupParameter } from './load-balancer/target-group-parameter';
import { targetGroupType } from './load-balancer/target-group-type';
import { targetGroupVpc } from './load-balancer/target-group-vpc';
import { targetZone } from './load-balancer/target-zone';
import { arnOrName } from './name/arn-or-name';
import { logicalId } from './name/logical-id';
import { nameClash } from './name/name-clash';
import { resourceName } from './name/resource-name';
import { efsDirectory } from './network/efs-directory';
import { efsEncryption } from './network/efs-encryption';
import { efsFileSystemName } from './network/efs-file-system-name';
import { efsMountTargetOrdering } from './network/efs-mount-target-ordering';
import { efsMountTargetSecurityGroup } from './network/efs-mount-target-security-group';
import { efsMountTargetTwice } from './network/efs-mount-target-twice';
import { efsMountTargetZone } from './network/efs-mount-target-zone';
import { efsTransitEncryption } from './network/efs-transit-encryption';
import { endpointKind } from './network/endpoint-kind';
import { endpointPrivateDns } from './network/endpoint-private-dns';
import { gatewayAttachmentOrder } from './network/gateway-attachment-order';
import { gatewayVpc } from './network/gateway-vpc';
import { instanceLogin } from './network/instance-login';
import { instanceNetworkPath } from './network/instance-network-path';
import { interfaceAddresses } from './network/interface-addresses';
import { ipv6Range } from './network/ipv6-range';
import { managedInstancesPath } from './network/managed-instances-path';
import { natGatewayWithoutWayOut } from './network/nat-gateway-without-way-out';
import { securityGroupRule } from './network/security-group-rule';
import { securityGroupVpc } from './network/security-group-vpc';
import { subnetRange } from './network/subnet-range';
import { taskNetworkPath } from './network/task-network-path';
import { blueGreenCapacity } from './placement/blue-green-capacity';
import { placementExpression } from './placement/placement-expression';
import { rollingUpdateBounds } from './placement/rolling-update-bounds';
import { rollingUpdatePlacement } from './placement/rolling-update-placement';
import { scalingMaximumPlacement } from './placement/scaling-maximum-placement';
import { subnetAddresses } from './placement/subnet-addresses';
import { taskPlacement } from './placement/task-placement';
import { tightCapacity } from './placement/tight-capacity';
import { zoneLossPlacement } from './placement/zone-loss-placement';
import { administratorRole } from './role/administrator-role';
import { executionRoleMissing } from './role/execution-role-missing';
import { executionRolePermissions } from './role/execution-role-permissions';
import { fileSystemPolicy } from './role/file-system-policy';
import { infrastructureRolePermissions } from './role/infrastructure-role-permissions';
import { instanceProfileMissing } from './role/instance-profile-missing';
import { instanceRolePermissions } from './role/instance-role-permissions';
import { launcherRolePermissions } from './role/launcher-role-permissions';
import { managedPolicyArn } from './role/managed-policy-arn';
import { policyDocument } from './role/policy-document';
import { rolePolicyOrder } from './role/role-policy-order';
import { roleReference } from './role/role-reference';
import { roleTrust } from './role/role-trust';
import { taskRoleMissing } from './role/task-role-missing';
import { taskRolePermissions } from './role/task-role-permissions';
import { taskRoleShared } from './role/task-role-shared';
import type { Rule } from './rule';
import { desiredCountRange } from './scaling/desired-count-range';
import { metricDimension } from './scaling/metric-dimension';
import { resourceLabel } from './scaling/resource-label';
import { scalableTargetOrder } from './scaling/scalable-target-order';
import { scalableTargetResource } from './scaling/scalable-target-resource';
import { scalingLimits } from './scaling/scaling-limits';
import { scalingPolicyConfiguration } from './scaling/scaling-policy-configuration';
import { scalingPolicyTarget } from './scaling/scaling-policy-target';
import { stepAdjustments } from './scaling/step-adjustments';
import { eventRule } from './schedule/event-rule';
import { scheduleExpression } from './schedule/schedule-expression';
import { scheduleWindow } from './schedule/schedule-window';
import { scheduledTaskCluster } from './schedule/scheduled-task-cluster';
import { scheduledTaskLimit } from './schedule/scheduled-task-limit';
import { scheduledTaskPlacement } from './schedule/scheduled-task-placement';
import { scheduledTaskRole } from './schedule/scheduled-task-role';
import { stateParameter } from './schedule/state-parameter';
import { timeZone } from './schedule/time-zone';
import { blueGreenLoadBalancer } from './service/blue-green-load-balancer';
import { daemonService } from './service/daemon-service';
import { defaultCluster } from './service/default-cluster';
import { deploymentController } from './service/deployment-controller';
import { deploymentGroupSetting } from './service/deployment-group-setting';
import { deploymentGroupTraffic } from './service/deployment-group-traffic';
import { deploymentPercent } from './service/deployment-percent';
import { deploymentStrategy } from './service/deployment-strategy';
import { execReadOnly } from './service/exec-read-only';
import { expressServiceSetting } from './service/express-service-setting';
import { externalService } from './service/external-service';
import { secretAttachmentOrder } from './service/secret-attachment-order';
import { serviceLimit } from './service/service-limit';
import { serviceReferenceOrder } from './service/service-reference-order';
import { serviceRole } from './service/service-role';
import { serviceValue } from './service/service-value';
import { serviceVolume } from './service/service-volume';
import { spotOnly } from './service/spot-only';
import { taskSet } from './service/task-set';
import { zoneRebalancing } from './service/zone-rebalancing';
import { containerCpu } from './task-definition/container-cpu';
import { containerDependency } from './task-definition/container-dependency';
import { containerMemory } from './task-definition/container-memory';
import { containerName } from './task-definition/container-name';
import { containerReference } from './task-definition/container-reference';
import { environmentFile } from './task-definition/environment-file';
import { environmentName } from './task-definition/environment-name';
import { ephemeralStorage } from './task-definition/ephemeral-storage';
import { essentialContainer } from './task-definition/essential-container';
import { fargateNetworkMode } from './task-definition/fargate-network-mode';
import { fargateParameter } from './task-definition/fargate-parameter';
import { fargateTaskSize } from './task-definition/fargate-task-size';
import { faultInjection } from './task-definition/fault-injection';
import { firelensRouter } from './task-definition/firelens-router';
import { gpuCount } from './task-definition/gpu-count';
import { healthCheckCommand } from './task-definition/health-check-command';
import { hostNamespace } from './task-definition/host-namespace';
import { logGroupElsewhere } from './task-definition/log-group-elsewhere';
import { logGroupKey } from './task-definition/log-group-key';
import { logOptions } from './task-definition/log-options';
import { networkModeParameter } from './task-definition/network-mode-parameter';
import { plainSecret } from './task-definition/plain-secret';
import { portMapping } from './task-definition/port-mapping';
import { portMappingTwice } from './task-definition/port-mapping-twice';
import { privilegedContainer } from './task-definition/privileged-container';
import { runtimePlatform } from './task-definition/runtime-platform';
import { secretContent } from './task-definition/secret-content';
import { secretReference } from './task-definition/secret-reference';
import { systemControl } from './task-definition/system-control';
import { taskDefinitionLimit } from './task-definition/task-definition-limit';
import { taskDefinitionValue } from './task-definition/task-definition-value';
import { taskSize } from './task-definition/task-size';
import { ulimitOrder } from './task-definition/ulimit-order';
import { volumeConfiguration } from './task-definition/volume-configuration';
import { volumePlatform } from './task-definition/volume-platform';
import { volumeReference } from './task-definition/volume-reference';
import { volumeSource } from './task-definition/volume-source';
import { parameterValue } from './template/parameter-value';
import { propertyCombination } from './template/property-combination';
import { referenceKind } from './template/reference-kind';
import { resourceProperty } from './template/resource-property';
import { resourceReference } from './template/resource-reference';
import { resourceTwice } from './template/resource-twice';
import { resourceValue } from './template/resource-value';
import { templateAssertion } from './template/template-assertion';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  accessLogBucket,
  acknowledgement,
  administratorRole,
  arnOrName,
  autoScalingGroupLaunch,
  autoScalingGroupSize,
  blueGreenCapacity,
  blueGreenLoadBalancer,
  capacityProviderAssociation,
  capacityProviderAssociationOrder,
  capacityProviderGroup,
  capacityProviderName,
  capacityProviderOrder,
  capacityProviderSetting,
  capacityProviderStrategy,
  classicLoadBalancer,
  clusterNamespace,
  clusterStorageKey,
  clusterValue,
  containerAgent,
  containerCpu,
  containerDependency,
  containerInstanceCluster,
  containerInstanceMissing,
  containerMemory,
  containerName,
  containerReference,
  creationSignal,
  daemonService,
  defaultCluster,
  deploymentController,
  deploymentGroupSetting,
  deploymentGroupTraffic,
  deploymentPercent,
  deploymentStrategy,
  desiredCountRange,
  discoveryNamespace,
  discoveryRecord,
  efsDirectory,
  efsEncryption,
  efsFileSystemName,
  efsMountTargetOrdering,
  efsMountTargetSecurityGroup,
  efsMountTargetTwice,
  efsMountTargetZone,
  efsTransitEncryption,
  endpointKind,
  endpointPrivateDns,
  environmentFile,
  environmentName,
  ephemeralStorage,
  essentialContainer,
  eventRule,
  execLogging,
  execReadOnly,
  executionRoleMissing,
  executionRolePermissions,
  expressServiceSetting,
  externalService,
  fargateNetworkMode,
  fargateParameter,
  fargateTaskSize,
  faultInjection,
  fileSystemPolicy,
  firelensRouter,
  gatewayAttachmentOrder,
  gatewayVpc,
  gpuCount,
  healthCheckCommand,
  healthCheckGracePeriod,
  healthCheckPort,
  hostNamespace,
  imageArchitecture,
  imageReference,
  infrastructureRolePermissions,
  instanceLogin,
  instanceNetworkPath,
  instanceProfileMissing,
  instanceRolePermissions,
  instanceType,
  interfaceAddresses,
  ipv6Range,
  launchCompatibility,
  launchTemplate,
  launchTypeAndStrategy,
  launcherRolePermissions,
  listenerAction,
  listenerProtocol,
  listenerRule,
  listenerTwice,
  listenerVpc,
  loadBalancerClients,
  loadBalancerContainer,
  loadBalancerPath,
  loadBalancerZones,
  loadBalancingAttribute,
  logGroupElsewhere,
  logGroupKey,
  logOptions,
  logicalId,
  managedDaemonProvider,
  managedInstancesAssociation,
  managedInstancesPath,
  managedInstancesProfile,
  managedInstancesSize,
  managedPolicyArn,
  managedScaling,
  metricDimension,
  nameClash,
  natGatewayWithoutWayOut,
  networkConfiguration,
  networkModeParameter,
  newRepositoryImage,
  parameterValue,
  placementExpression,
  placementSetting,
  plainSecret,
  platformVersion,
  podSize,
  policyDocument,
  portMapping,
  portMappingTwice,
  privateLink,
  privilegedContainer,
  propertyCombination,
  publicIp,
  publicRepository,
  referenceKind,
  repositorySetting,
  reservedMemory,
  resourceLabel,
  resourceName,
  resourceProperty,
  resourceReference,
  resourceTwice,
  resourceValue,
  rolePolicyOrder,
  roleReference,
  roleTrust,
  rollingUpdateBounds,
  rollingUpdatePlacement,
  runtimePlatform,
  scalableTargetOrder,
  scalableTargetResource,
  scalingLimits,
  scalingMaximumPlacement,
  scalingPolicyConfiguration,
  scalingPolicyTarget,
  scheduleExpression,
  scheduleWindow,
  scheduledTaskCluster,
  scheduledTaskLimit,
  scheduledTaskPlacement,
  scheduledTaskRole,
  secretAttachmentOrder,
  secretContent,
  secretReference,
  securityGroupRule,
  securityGroupVpc,
  serviceConnect,
  serviceConnectPath,
  serviceLimit,
  serviceReferenceOrder,
  serviceRole,
  serviceValue,
  serviceVolume,
  spotOnly,
  stateParameter,
  stepAdjustments,
  subnetAddresses,
  subnetRange,
  systemControl,
  targetGroupAddressType,
  targetGroupHealthCheck,
  targetGroupListener,
  targetGroupParameter,
  targetGroupType,
  targetGroupVpc,
  targetZone,
  taskDefinitionLimit,
  taskDefinitionValue,
  taskNetworkPath,
  taskPlacement,
  taskRoleMissing,
  taskRolePermissions,
  taskRoleShared,
  taskSet,
  taskSize,
  templateAssertion,
  tightCapacity,
  timeZone,
  ulimitOrder,
  userData,
  volumeConfiguration,
  volumeKey,
  volumePlatform,
  volumeReference,
  volumeSource,
  vpcLattice,
  zoneLossPlacement,
  zoneRebalancing,
];
