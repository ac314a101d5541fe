import { accountStack, type Assumption } from '../finding/finding';
import type { Deployment } from '../template/deployment';
import type { Property } from '../template/property';
import { own } from '../template/raw';
import type { Resource } from '../template/resource';
import { textsBelow } from '../template/texts-below';
import type { Config } from './config';

/** What `drydock.json` says of the account and the templates make use of: a result is as true as that is. */
export function reliedUpon(deployment: Deployment, { existing }: Config): readonly Assumption[] {
  const outputs = own(deployment.stacks.get(accountStack)?.document.root, 'Outputs'), named = namesIn(deployment);
  return [
    ...[...deployment.relied].map(what => assumption(what, own(own(outputs, what), 'Value'))),
    ...Object.values(existing).flatMap(things => Object.entries(things as Readonly<Record<string, unknown>>)).filter(([id]) => named.has(id)).map(([id, facts]) => assumption(id, facts)),
  ];
}

function assumption(fact: string, value: unknown): Assumption {
  return { fact, value: typeof value === 'object' ? JSON.stringify(value) : String(value), because: 'drydock.json says so' };
}

/** All that the templates name by a literal text, and what of the account they name does in its turn. */
function namesIn(deployment: Deployment): ReadonlySet<string> {
  const account = deployment.stacks.get(accountStack)?.resources() ?? [], names = new Set<string>();
  const open = account.length === 0 ? [] : deployment.resources().filter(({ stack }) => stack !== accountStack), seen = new Set<Resource>();
  for (let resource = open.pop(); resource; resource = open.pop()) {
    for (const name of namesBelow(resource.properties)) names.add(name);
    for (const other of account.filter(({ id }) => names.has(id))) {
      if (!seen.has(other)) open.push(other);
      seen.add(other);
    }
  }
  return names;
}

/** Texts, and where they are lists or ARNs what they hold and end with. */
function namesBelow(property: Property): readonly string[] {
  return textsBelow(property).flatMap(part => (typeof part === 'string' ? [part, ...part.split(','), part.slice(part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf(':') + 1)] : []));
}
