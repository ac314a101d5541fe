import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { parseTemplate, type StackInput } from '../../engine';

/** The stacks that are deployed together with that of a construct, as they stand: once the CDK has prepared them, as their templates will be. */
export function renderedStacks(construct: IConstruct): readonly StackInput[] {
  return stacksBelow(Stage.of(construct) ?? construct.node.root).flatMap(stack => {
    // Declared for stacks alone; there is no other way to a template before it is written, and by then it is too late to choose.
    const template = (stack as unknown as { _toCloudFormation(): { Resources?: object } })._toCloudFormation();
    return template.Resources ? [{ document: parseTemplate(`${stack.artifactId}.json`, JSON.stringify(template)), ...settingsOf(stack) }] : [];
  });
}

/** Those of stages within are deployed for themselves. */
function stacksBelow(root: IConstruct): readonly Stack[] {
  const below = root.node.children.filter(child => !Stage.isStage(child)).flatMap(child => stacksBelow(child));
  return Stack.isStack(root) ? [root, ...below] : below;
}

function settingsOf(stack: Stack): Omit<StackInput, 'document'> {
  const { nestedStackParent: parent, nestedStackResource: resource, region, account, stackName } = stack;
  return {
    name: stack.node.path,
    ...(parent && resource ? { nestedIn: { stack: parent.node.path, resource: parent.resolve(resource.logicalId) as string } } : { deployedName: stackName }),
    ...(Token.isUnresolved(region) ? {} : { region }),
    ...(Token.isUnresolved(account) ? {} : { account }),
  };
}
