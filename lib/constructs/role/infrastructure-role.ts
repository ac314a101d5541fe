import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { checkProps } from '../options/check';
import { allowing, passing, policyFor, type RoleOptions } from './role-options';

/** What an infrastructure role is for. Name only what it is used for: a role for each service is safer than one for all. */
export interface InfrastructureRoleProps extends RoleOptions {
  /**
   * Volumes of EBS that ECS makes for tasks.
   * @default false
   */
  readonly volumes?: boolean;
  /**
   * Keys with which these volumes are encrypted.
   * @default - the one that AWS manages
   */
  readonly volumeKeys?: kms.IKey[];
  /**
   * Blue/green, linear and canary deployments behind a load balancer.
   * @default false
   */
  readonly traffic?: boolean;
  /**
   * Functions that such deployments call.
   * @default - none
   */
  readonly hooks?: lambda.IFunction[];
  /**
   * Certificates of Service Connect.
   * @default false
   */
  readonly certificates?: boolean;
  /**
   * Target groups of VPC Lattice.
   * @default false
   */
  readonly lattice?: boolean;
  /**
   * Express services.
   * @default false
   */
  readonly express?: boolean;
  /**
   * The roles of Managed Instances, which ECS launches with this one.
   * @default - it launches none
   */
  readonly instanceRoles?: iam.IRole[];
}

/**
 * The role with which ECS manages what is around tasks. For most of that AWS has a managed policy, held to what ECS marks as its own; the policy for Managed Instances passes only roles of certain names,
 * and the role is allowed to pass these beside.
 */
export class InfrastructureRole extends iam.Role {
  constructor(scope: Construct, id: string, props: InfrastructureRoleProps = {}) {
    checkProps(scope, id, 'InfrastructureRoleProps', props, new.target === InfrastructureRole);
    const { volumes, volumeKeys = [], traffic, hooks = [], certificates, lattice, express, instanceRoles = [], managedPolicies = [] } = props;
    super(scope, id, {
      ...props,
      assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
      managedPolicies: [
        ...(volumes ? [policyFor('createVolume')] : []),
        ...(traffic ? [policyFor('registerTargets')] : []),
        ...(certificates ? [policyFor('certificate')] : []),
        ...(lattice ? [policyFor('latticeTargets')] : []),
        ...(express ? [policyFor('gatewayTargets')] : []),
        ...(instanceRoles.length > 0 ? [policyFor('launchInstances')] : []),
        ...managedPolicies,
      ],
    });
    for (const statement of [
      ...volumeKeys.map(({ keyArn }) => allowing('volumeKey', [keyArn])), ...hooks.map(({ functionArn }) => allowing('invokeHook', [functionArn])), ...passing(instanceRoles, 'ec2.amazonaws.com'),
    ]) this.addToPolicy(statement);
  }
}
