import { acknowledgementExamples } from './acknowledgement/acknowledgement.examples';
import { autoScalingGroupLaunchExamples } from './capacity/auto-scaling-group-launch.examples';
import { autoScalingGroupSizeExamples } from './capacity/auto-scaling-group-size.examples';
import { capacityProviderAssociationOrderExamples } from './capacity/capacity-provider-association-order.examples';
import { capacityProviderAssociationExamples } from './capacity/capacity-provider-association.examples';
import { capacityProviderGroupExamples } from './capacity/capacity-provider-group.examples';
import { capacityProviderNameExamples } from './capacity/capacity-provider-name.examples';
import { capacityProviderOrderExamples } from './capacity/capacity-provider-order.examples';
import { capacityProviderSettingExamples } from './capacity/capacity-provider-setting.examples';
import { capacityProviderStrategyExamples } from './capacity/capacity-provider-strategy.examples';
import { containerAgentExamples } from './capacity/container-agent.examples';
import { containerInstanceClusterExamples } from './capacity/container-instance-cluster.examples';
import { containerInstanceMissingExamples } from './capacity/container-instance-missing.examples';
import { creationSignalExamples } from './capacity/creation-signal.examples';
import { imageArchitectureExamples } from './capacity/image-architecture.examples';
import { instanceTypeExamples } from './capacity/instance-type.examples';
import { launchTemplateExamples } from './capacity/launch-template.examples';
import { managedDaemonProviderExamples } from './capacity/managed-daemon-provider.examples';
import { managedInstancesAssociationExamples } from './capacity/managed-instances-association.examples';
import { managedInstancesProfileExamples } from './capacity/managed-instances-profile.examples';
import { managedInstancesSizeExamples } from './capacity/managed-instances-size.examples';
import { managedScalingExamples } from './capacity/managed-scaling.examples';
import { reservedMemoryExamples } from './capacity/reserved-memory.examples';
import { userDataExamples } from './capacity/user-data.examples';
import { volumeKeyExamples } from './capacity/volume-key.examples';
import { clusterNamespaceExamples } from './cluster/cluster-namespace.examples';
import { clusterStorageKeyExamples } from './cluster/cluster-storage-key.examples';
import { clusterValueExamples } from './cluster/cluster-value.examples';
import { execLoggingExamples } from './cluster/exec-logging.examples';
import { discoveryNamespaceExamples } from './discovery/discovery-namespace.examples';
import { discoveryRecordExamples } from './discovery/discovery-record.examples';
import { serviceConnectPathExamples } from './discovery/service-connect-path.examples';
import { serviceConnectExamples } from './discovery/service-connect.examples';
import { vpcLatticeExamples } from './discovery/vpc-lattice.examples';
import type { Examples } from './example';
import { imageReferenceExamples } from './image/image-reference.examples';
import { newRepositoryImageExamples } from './image/new-repository-image.examples';
import { publicRepositoryExamples } from './image/public-repository.examples';
import { repositorySettingExamples } from './image/repository-setting.examples';
import { podSizeExamples } from './kubernetes/pod-size.examples';
import { launchCompatibilityExamples } from './launcher/launch-compatibility.examples';
import { launchTypeAndStrategyExamples } from './launcher/launch-type-and-strategy.examples';
import { networkConfigurationExamples } from './launcher/network-configuration.examples';
import { placementSettingExamples } from './launcher/placement-setting.examples';
import { platformVersionExamples } from './launcher/platform-version.examples';
import { publicIpExamples } from './launcher/public-ip.examples';
import { accessLogBucketExamples } from './load-balancer/access-log-bucket.examples';
import { classicLoadBalancerExamples } from './load-balancer/classic-load-balancer.examples';
import { healthCheckGracePeriodExamples } from './load-balancer/health-check-grace-period.examples';
import { healthCheckPortExamples } from './load-balancer/health-check-port.examples';
import { listenerActionExamples } from './load-balancer/listener-action.examples';
import { listenerProtocolExamples } from './load-balancer/listener-protocol.examples';
import { listenerRuleExamples } from './load-balancer/listener-rule.examples';
import { listenerTwiceExamples } from './load-balancer/listener-twice.examples';
import { listenerVpcExamples } from './load-balancer/listener-vpc.examples';
import { loadBalancerClientsExamples } from './load-balancer/load-balancer-clients.examples';
import { loadBalancerContainerExamples } from './load-balancer/load-balancer-container.examples';
import { loadBalancerPathExamples } from './load-balancer/load-balancer-path.examples';
import { loadBalancerZonesExamples } from './load-balancer/load-balancer-zones.examples';
import { loadBalancingAttributeExamples } from './load-balancer/load-balancing-attribute.examples';
import { privateLinkExamples } from './load-balancer/private-link.examples';
import { targetGroupAddressTypeExamples } from './load-balancer/target-group-address-type.examples';
import { targetGroupHealthCheckExamples } from './load-balancer/target-group-health-check.examples';
import { targetGroupListenerExamples } from './load-balancer/target-group-listener.examples';
import { targetGroupParameterExamples } from './load-balancer/target-group-parameter.examples';
import { targetGroupTypeExamples } from './load-balancer/target-group-type.examples';
import { targetGroupVpcExamples } from './load-balancer/target-group-vpc.examples';
import { targetZoneExamples } from './load-balancer/target-zone.examples';
import { arnOrNameExamples } from './name/arn-or-name.examples';
import { logicalIdExamples } from './name/logical-id.examples';
import { nameClashExamples } from './name/name-clash.examples';
import { resourceNameExamples } from './name/resource-name.examples';
import { efsDirectoryExamples } from './network/efs-directory.examples';
import { efsEncryptionExamples } from './network/efs-encryption.examples';
import { efsFileSystemNameExamples } from './network/efs-file-system-name.examples';
import { efsMountTargetOrderingExamples } from './network/efs-mount-target-ordering.examples';
import { efsMountTargetSecurityGroupExamples } from './network/efs-mount-target-security-group.examples';
import { efsMountTargetTwiceExamples } from './network/efs-mount-target-twice.examples';
import { efsMountTargetZoneExamples } from './network/efs-mount-target-zone.examples';
import { efsTransitEncryptionExamples } from './network/efs-transit-encryption.examples';
import { endpointKindExamples } from './network/endpoint-kind.examples';
import { endpointPrivateDnsExamples } from './network/endpoint-private-dns.examples';
import { gatewayAttachmentOrderExamples } from './network/gateway-attachment-order.examples';
import { gatewayVpcExamples } from './network/gateway-vpc.examples';
import { instanceLoginExamples } from './network/instance-login.examples';
import { instanceNetworkPathExamples } from './network/instance-network-path.examples';
import { interfaceAddressesExamples } from './network/interface-addresses.examples';
import { ipv6RangeExamples } from './network/ipv6-range.examples';
import { managedInstancesPathExamples } from './network/managed-instances-path.examples';
import { natGatewayWithoutWayOutExamples } from './network/nat-gateway-without-way-out.examples';
import { securityGroupRuleExamples } from './network/security-group-rule.examples';
import { securityGroupVpcExamples } from './network/security-group-vpc.examples';
import { subnetRangeExamples } from './network/subnet-range.examples';
import { taskNetworkPathExamples } from './network/task-network-path.examples';
import { blueGreenCapacityExamples } from './placement/blue-green-capacity.examples';
import { placementExpressionExamples } from './placement/placement-expression.examples';
import { rollingUpdateBoundsExamples } from './placement/rolling-update-bounds.examples';
import { rollingUpdatePlacementExamples } from './placement/rolling-update-placement.examples';
import { scalingMaximumPlacementExamples } from './placement/scaling-maximum-placement.examples';
import { subnetAddressesExamples } from './placement/subnet-addresses.examples';
import { taskPlacementExamples } from './placement/task-placement.examples';
import { tightCapacityExamples } from './placement/tight-capacity.examples';
import { zoneLossPlacementExamples } from './placement/zone-loss-placement.examples';
import { administratorRoleExamples } from './role/administrator-role.examples';
import { executionRoleMissingExamples } from './role/execution-role-missing.examples';
import { executionRolePermissionsExamples } from './role/execution-role-permissions.examples';
import { fileSystemPolicyExamples } from './role/file-system-policy.examples';
import { infrastructureRolePermissionsExamples } from './role/infrastructure-role-permissions.examples';
import { instanceProfileMissingExamples } from './role/instance-profile-missing.examples';
import { instanceRolePermissionsExamples } from './role/instance-role-permissions.examples';
import { launcherRolePermissionsExamples } from './role/launcher-role-permissions.examples';
import { managedPolicyArnExamples } from './role/managed-policy-arn.examples';
import { policyDocumentExamples } from './role/policy-document.examples';
import { rolePolicyOrderExamples } from './role/role-policy-order.examples';
import { roleReferenceExamples } from './role/role-reference.examples';
import { roleTrustExamples } from './role/role-trust.examples';
import { taskRoleMissingExamples } from './role/task-role-missing.examples';
import { taskRolePermissionsExamples } from './role/task-role-permissions.examples';
import { taskRoleSharedExamples } from './role/task-role-shared.examples';
import { desiredCountRangeExamples } from './scaling/desired-count-range.examples';
import { metricDimensionExamples } from './scaling/metric-dimension.examples';
import { resourceLabelExamples } from './scaling/resource-label.examples';
import { scalableTargetOrderExamples } from './scaling/scalable-target-order.examples';
import { scalableTargetResourceExamples } from './scaling/scalable-target-resource.examples';
import { scalingLimitsExamples } from './scaling/scaling-limits.examples';
import { scalingPolicyConfigurationExamples } from './scaling/scaling-policy-configuration.examples';
import { scalingPolicyTargetExamples } from './scaling/scaling-policy-target.examples';
import { stepAdjustmentsExamples } from './scaling/step-adjustments.examples';
import { eventRuleExamples } from './schedule/event-rule.examples';
import { scheduleExpressionExamples } from './schedule/schedule-expression.examples';
import { scheduleWindowExamples } from './schedule/schedule-window.examples';
import { scheduledTaskClusterExamples } from './schedule/scheduled-task-cluster.examples';
import { scheduledTaskLimitExamples } from './schedule/scheduled-task-limit.examples';
import { scheduledTaskPlacementExamples } from './schedule/scheduled-task-placement.examples';
import { scheduledTaskRoleExamples } from './schedule/scheduled-task-role.examples';
import { stateParameterExamples } from './schedule/state-parameter.examples';
import { timeZoneExamples } from './schedule/time-zone.examples';
import { blueGreenLoadBalancerExamples } from './service/blue-green-load-balancer.examples';
import { daemonServiceExamples } from './service/daemon-service.examples';
import { defaultClusterExamples } from './service/default-cluster.examples';
import { deploymentControllerExamples } from './service/deployment-controller.examples';
import { deploymentGroupSettingExamples } from './service/deployment-group-setting.examples';
import { deploymentGroupTrafficExamples } from './service/deployment-group-traffic.examples';
import { deploymentPercentExamples } from './service/deployment-percent.examples';
import { deploymentStrategyExamples } from './service/deployment-strategy.examples';
import { execReadOnlyExamples } from './service/exec-read-only.examples';
import { expressServiceSettingExamples } from './service/express-service-setting.examples';
import { externalServiceExamples } from './service/external-service.examples';
import { secretAttachmentOrderExamples } from './service/secret-attachment-order.examples';
import { serviceLimitExamples } from './service/service-limit.examples';
import { serviceReferenceOrderExamples } from './service/service-reference-order.examples';
import { serviceRoleExamples } from './service/service-role.examples';
import { serviceValueExamples } from './service/service-value.examples';
import { serviceVolumeExamples } from './service/service-volume.examples';
import { spotOnlyExamples } from './service/spot-only.examples';
import { taskSetExamples } from './service/task-set.examples';
import { zoneRebalancingExamples } from './service/zone-rebalancing.examples';
import { containerCpuExamples } from './task-definition/container-cpu.examples';
import { containerDependencyExamples } from './task-definition/container-dependency.examples';
import { containerMemoryExamples } from './task-definition/container-memory.examples';
import { containerNameExamples } from './task-definition/container-name.examples';
import { containerReferenceExamples } from './task-definition/container-reference.examples';
import { environmentFileExamples } from './task-definition/environment-file.examples';
import { environmentNameExamples } from './task-definition/environment-name.examples';
import { ephemeralStorageExamples } from './task-definition/ephemeral-storage.examples';
import { essentialContainerExamples } from './task-definition/essential-container.examples';
import { fargateNetworkModeExamples } from './task-definition/fargate-network-mode.examples';
import { fargateParameterExamples } from './task-definition/fargate-parameter.examples';
import { fargateTaskSizeExamples } from './task-definition/fargate-task-size.examples';
import { faultInjectionExamples } from './task-definition/fault-injection.examples';
import { firelensRouterExamples } from './task-definition/firelens-router.examples';
import { gpuCountExamples } from './task-definition/gpu-count.examples';
import { healthCheckCommandExamples } from './task-definition/health-check-command.examples';
import { hostNamespaceExamples } from './task-definition/host-namespace.examples';
import { logGroupElsewhereExamples } from './task-definition/log-group-elsewhere.examples';
import { logGroupKeyExamples } from './task-definition/log-group-key.examples';
import { logOptionsExamples } from './task-definition/log-options.examples';
import { networkModeParameterExamples } from './task-definition/network-mode-parameter.examples';
import { plainSecretExamples } from './task-definition/plain-secret.examples';
import { portMappingTwiceExamples } from './task-definition/port-mapping-twice.examples';
import { portMappingExamples } from './task-definition/port-mapping.examples';
import { privilegedContainerExamples } from './task-definition/privileged-container.examples';
import { runtimePlatformExamples } from './task-definition/runtime-platform.examples';
import { secretContentExamples } from './task-definition/secret-content.examples';
import { secretReferenceExamples } from './task-definition/secret-reference.examples';
import { systemControlExamples } from './task-definition/system-control.examples';
import { taskDefinitionLimitExamples } from './task-definition/task-definition-limit.examples';
import { taskDefinitionValueExamples } from './task-definition/task-definition-value.examples';
import { taskSizeExamples } from './task-definition/task-size.examples';
import { ulimitOrderExamples } from './task-definition/ulimit-order.examples';
import { volumeConfigurationExamples } from './task-definition/volume-configuration.examples';
import { volumePlatformExamples } from './task-definition/volume-platform.examples';
import { volumeReferenceExamples } from './task-definition/volume-reference.examples';
import { volumeSourceExamples } from './task-definition/volume-source.examples';
import { parameterValueExamples } from './template/parameter-value.examples';
import { propertyCombinationExamples } from './template/property-combination.examples';
import { referenceKindExamples } from './template/reference-kind.examples';
import { resourcePropertyExamples } from './template/resource-property.examples';
import { resourceReferenceExamples } from './template/resource-reference.examples';
import { resourceTwiceExamples } from './template/resource-twice.examples';
import { resourceValueExamples } from './template/resource-value.examples';
import { templateAssertionExamples } from './template/template-assertion.examples';

/** The examples of every rule, by the rule's id. Loaded by `drydock explain`, the pages' generator and the tests alone. */
export const examples: readonly Examples[] = [
  accessLogBucketExamples,
  acknowledgementExamples,
  administratorRoleExamples,
  arnOrNameExamples,
  autoScalingGroupLaunchExamples,
  autoScalingGroupSizeExamples,
  blueGreenCapacityExamples,
  blueGreenLoadBalancerExamples,
  capacityProviderAssociationExamples,
  capacityProviderAssociationOrderExamples,
  capacityProviderGroupExamples,
  capacityProviderNameExamples,
  capacityProviderOrderExamples,
  capacityProviderSettingExamples,
  capacityProviderStrategyExamples,
  classicLoadBalancerExamples,
  clusterNamespaceExamples,
  clusterStorageKeyExamples,
  clusterValueExamples,
  containerAgentExamples,
  containerCpuExamples,
  containerDependencyExamples,
  containerInstanceClusterExamples,
  containerInstanceMissingExamples,
  containerMemoryExamples,
  containerNameExamples,
  containerReferenceExamples,
  creationSignalExamples,
  daemonServiceExamples,
  defaultClusterExamples,
  deploymentControllerExamples,
  deploymentGroupSettingExamples,
  deploymentGroupTrafficExamples,
  deploymentPercentExamples,
  deploymentStrategyExamples,
  desiredCountRangeExamples,
  discoveryNamespaceExamples,
  discoveryRecordExamples,
  efsDirectoryExamples,
  efsEncryptionExamples,
  efsFileSystemNameExamples,
  efsMountTargetOrderingExamples,
  efsMountTargetSecurityGroupExamples,
  efsMountTargetTwiceExamples,
  efsMountTargetZoneExamples,
  efsTransitEncryptionExamples,
  endpointKindExamples,
  endpointPrivateDnsExamples,
  environmentFileExamples,
  environmentNameExamples,
  ephemeralStorageExamples,
  essentialContainerExamples,
  eventRuleExamples,
  execLoggingExamples,
  execReadOnlyExamples,
  executionRoleMissingExamples,
  executionRolePermissionsExamples,
  expressServiceSettingExamples,
  externalServiceExamples,
  fargateNetworkModeExamples,
  fargateParameterExamples,
  fargateTaskSizeExamples,
  faultInjectionExamples,
  fileSystemPolicyExamples,
  firelensRouterExamples,
  gatewayAttachmentOrderExamples,
  gatewayVpcExamples,
  gpuCountExamples,
  healthCheckCommandExamples,
  healthCheckGracePeriodExamples,
  healthCheckPortExamples,
  hostNamespaceExamples,
  imageArchitectureExamples,
  imageReferenceExamples,
  infrastructureRolePermissionsExamples,
  instanceLoginExamples,
  instanceNetworkPathExamples,
  instanceProfileMissingExamples,
  instanceRolePermissionsExamples,
  instanceTypeExamples,
  interfaceAddressesExamples,
  ipv6RangeExamples,
  launchCompatibilityExamples,
  launchTemplateExamples,
  launchTypeAndStrategyExamples,
  launcherRolePermissionsExamples,
  listenerActionExamples,
  listenerProtocolExamples,
  listenerRuleExamples,
  listenerTwiceExamples,
  listenerVpcExamples,
  loadBalancerClientsExamples,
  loadBalancerContainerExamples,
  loadBalancerPathExamples,
  loadBalancerZonesExamples,
  loadBalancingAttributeExamples,
  logGroupElsewhereExamples,
  logGroupKeyExamples,
  logOptionsExamples,
  logicalIdExamples,
  managedDaemonProviderExamples,
  managedInstancesAssociationExamples,
  managedInstancesPathExamples,
  managedInstancesProfileExamples,
  managedInstancesSizeExamples,
  managedPolicyArnExamples,
  managedScalingExamples,
  metricDimensionExamples,
  nameClashExamples,
  natGatewayWithoutWayOutExamples,
  networkConfigurationExamples,
  networkModeParameterExamples,
  newRepositoryImageExamples,
  parameterValueExamples,
  placementExpressionExamples,
  placementSettingExamples,
  plainSecretExamples,
  platformVersionExamples,
  podSizeExamples,
  policyDocumentExamples,
  portMappingExamples,
  portMappingTwiceExamples,
  privateLinkExamples,
  privilegedContainerExamples,
  propertyCombinationExamples,
  publicIpExamples,
  publicRepositoryExamples,
  referenceKindExamples,
  repositorySettingExamples,
  reservedMemoryExamples,
  resourceLabelExamples,
  resourceNameExamples,
  resourcePropertyExamples,
  resourceReferenceExamples,
  resourceTwiceExamples,
  resourceValueExamples,
  rolePolicyOrderExamples,
  roleReferenceExamples,
  roleTrustExamples,
  rollingUpdateBoundsExamples,
  rollingUpdatePlacementExamples,
  runtimePlatformExamples,
  scalableTargetOrderExamples,
  scalableTargetResourceExamples,
  scalingLimitsExamples,
  scalingMaximumPlacementExamples,
  scalingPolicyConfigurationExamples,
  scalingPolicyTargetExamples,
  scheduleExpressionExamples,
  scheduleWindowExamples,
  scheduledTaskClusterExamples,
  scheduledTaskLimitExamples,
  scheduledTaskPlacementExamples,
  scheduledTaskRoleExamples,
  secretAttachmentOrderExamples,
  secretContentExamples,
  secretReferenceExamples,
  securityGroupRuleExamples,
  securityGroupVpcExamples,
  serviceConnectExamples,
  serviceConnectPathExamples,
  serviceLimitExamples,
  serviceReferenceOrderExamples,
  serviceRoleExamples,
  serviceValueExamples,
  serviceVolumeExamples,
  spotOnlyExamples,
  stateParameterExamples,
  stepAdjustmentsExamples,
  subnetAddressesExamples,
  subnetRangeExamples,
  systemControlExamples,
  targetGroupAddressTypeExamples,
  targetGroupHealthCheckExamples,
  targetGroupListenerExamples,
  targetGroupParameterExamples,
  targetGroupTypeExamples,
  targetGroupVpcExamples,
  targetZoneExamples,
  taskDefinitionLimitExamples,
  taskDefinitionValueExamples,
  taskNetworkPathExamples,
  taskPlacementExamples,
  taskRoleMissingExamples,
  taskRolePermissionsExamples,
  taskRoleSharedExamples,
  taskSetExamples,
  taskSizeExamples,
  templateAssertionExamples,
  tightCapacityExamples,
  timeZoneExamples,
  ulimitOrderExamples,
  userDataExamples,
  volumeConfigurationExamples,
  volumeKeyExamples,
  volumePlatformExamples,
  volumeReferenceExamples,
  volumeSourceExamples,
  vpcLatticeExamples,
  zoneLossPlacementExamples,
  zoneRebalancingExamples,
];
