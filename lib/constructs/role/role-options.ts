import { Aws, Fn } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { confusedDeputy, neededPermissions, type Purpose } from '../../engine';

/** What roles of ours have in common, beside the trust in one service that each always has. */
export interface RoleOptions {
  /**
   * What the role is for.
   * @default - no description
   */
  readonly description?: string;
  /**
   * Managed policies of the role.
   * @default - none beside those that its purpose asks for
   */
  readonly managedPolicies?: iam.IManagedPolicy[];
  /**
   * The most that the role may ever do.
   * @default - no boundary
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
  /**
   * The path of the role.
   * @default /
   */
  readonly path?: string;
  /**
   * A physical name. It is unique in the account, so that a stack with it can be deployed but once.
   * @default - CloudFormation makes one up
   */
  readonly roleName?: string;
}

/**
 * Lets a service assume a role for this account and region only: without these conditions a service of AWS could be talked into using it for somebody else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function trusting(principal: keyof typeof confusedDeputy.value): iam.ServicePrincipal {
  const { service, resource } = confusedDeputy.value[principal];
  return new iam.ServicePrincipal(principal, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      // Each role has it, and one function costs a synthesis half as much as an ARN of many.
      ArnLike: { 'aws:SourceArn': Fn.sub(`arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`) },
    },
  });
}

/** The statement that allows what a purpose needs, by the table that the dry run judges by. */
export function allowing(purpose: Purpose, resources: string[], conditions?: { [operator: string]: object }): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [...neededPermissions.value[purpose].actions], resources, conditions });
}

/** The policy of AWS's own that the table has for a purpose. */
export function policyFor(purpose: Purpose): iam.IManagedPolicy {
  const { managedPolicy } = neededPermissions.value[purpose];
  if (managedPolicy === undefined) throw new Error(`There is no managed policy for ${purpose}.`);
  return iam.ManagedPolicy.fromAwsManagedPolicyName(managedPolicy);
}

/** Whoever hands roles to a service has to be allowed that. */
export function passing(roles: readonly iam.IRole[], service: string): iam.PolicyStatement[] {
  return roles.map(role => allowing('passRole', [role.roleArn], { StringEquals: { 'iam:PassedToService': service } }));
}
