import { ifKnown, known } from '../core/value';
import type { Market, Publication } from './published';
import type { Resource } from './resource';

/** The types of resources that write parameters of Systems Manager: CloudFormation's own, and the one by which stacks of the CDK refer to those of other regions. */
export const storingTypes = ['AWS::SSM::Parameter', 'Custom::CrossRegionExportWriter'] as const;

/** The parameters that such a resource writes, and where, if that is not where its stack is. */
export function storedBy({ type, properties, ref, exists }: Resource): readonly (Publication & { readonly market?: Market })[] {
  if (exists.state !== 'known') return [];
  if (type === 'AWS::SSM::Parameter') return [{ name: ref.text(), value: properties.get('Value') }];
  const { region, exports } = { region: ifKnown(properties.get('WriterProps', 'region').text()), exports: ifKnown(properties.get('WriterProps', 'exports').map()) };
  return [...exports ?? []].map(([name, value]) => ({ name: known(name, value.at), value, ...(region === undefined ? {} : { market: { region } }) }));
}
