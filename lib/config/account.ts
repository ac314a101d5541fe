import type { Path } from '../core/origin';
import { accountStack } from '../finding/finding';
import type { StackInput } from '../template/deployment';
import type { Document } from '../template/document';
import type { Raw, RawMap } from '../template/raw';
import type { Config } from './config';
import { kinds } from './existing';

/**
 * What `drydock.json` says of the account, as one more stack of a deployment: what exists is its resources, so that the model reads it as it reads templates;
 * what it does not say of them are parameters without a value, so that it stays unknown and says what would settle it.
 */
export function accountOf(config: Config, inputs: readonly StackInput[]): StackInput {
  const existing = existingResources(config), outputs = outputsOf(config);
  const root = { Parameters: existing.parameters, Conditions: existing.conditions, Resources: existing.resources, Outputs: outputs.values };
  const sources = new Map<string, Path>([...existing.sources, ...outputs.sources]);
  const locate: Document['locate'] = ([section = '', id = '']) => config.document.locate(sources.get(`${section} ${id}`) ?? []);
  return { name: accountStack, document: { ...config.document, root, locate }, ...sameIn(inputs, 'region'), ...sameIn(inputs, 'account') };
}

/** What all stacks of the deployment have in common. */
function sameIn(inputs: readonly StackInput[], key: 'region' | 'account'): { readonly [K in typeof key]?: string } {
  const [value, ...others] = new Set(inputs.map(input => input[key]));
  return value === undefined || others.length > 0 ? {} : { [key]: value };
}

function existingResources({ existing }: Config) {
  const resources = new Map<string, RawMap>(), parameters: Record<string, RawMap> = {}, conditions: Record<string, RawMap> = {}, sources = new Map<string, Path>();
  // In this order, and not in that of the file: what a subnet says of its VPC goes before what the VPC leaves out.
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    for (const [id, facts] of Object.entries(existing[kind] ?? {})) {
      const path = ['existing', kind, id], unsaid = (field: string): string => `${kind}.${id}.${field}`;
      const open = (field: string): RawMap => {
        parameters[unsaid(field)] = { Type: 'String' };
        sources.set(`Parameters ${unsaid(field)}`, path);
        return { Ref: unsaid(field) };
      };
      const whether = (field: string): string => {
        conditions[unsaid(field)] = { 'Fn::Equals': [open(field), 'true'] };
        return unsaid(field);
      };
      for (const [name, resource] of Object.entries(kinds[kind](id, facts as never, Object.assign(open, { whether })))) {
        resources.set(name, resource);
        sources.set(`Resources ${name}`, sources.get(`Resources ${name}`) ?? path);
      }
    }
  }
  return { resources: Object.fromEntries(resources), parameters, conditions, sources };
}

/** What is said of things that are no resources, by the names under which a deployment asks for them. */
function outputsOf({ imports, references, zones, accountSettings }: Config) {
  const values: Record<string, RawMap> = {}, sources = new Map<string, Path>();
  for (const [kind, section, entries] of [
    ['import', 'imports', imports], ['reference', 'references', references], ['zones', 'zones', zones], ['accountSetting', 'accountSettings', accountSettings],
  ] as const) {
    for (const [name, value] of Object.entries(entries)) {
      values[`${kind} ${name}`] = { Value: value as Raw };
      sources.set(`Outputs ${kind} ${name}`, [section, name]);
    }
  }
  return { values, sources };
}
