import { by } from '../core/order';
import type { Acknowledgement } from '../finding/acknowledgement';
import { isSame } from '../finding/finding';
import type { Deployment, StackInput } from './deployment';
import { isList, own, type Raw } from './raw';
import type { Resource } from './resource';

/** What the templates of a deployment acknowledge, in the metadata of resources, and what their assembly recorded of the constructs' acknowledgements. */
export function acknowledgementsOf(deployment: Deployment, inputs: readonly StackInput[]): readonly Acknowledgement[] {
  const resources = deployment.resources();
  return [...resources.flatMap(ofResource), ...inputs.flatMap(input => ofAssembly(input, resources))];
}

function ofResource({ stack, id, metadata }: Resource): readonly Acknowledgement[] {
  const written = own(own(metadata, 'Drydock'), 'acknowledge');
  return (isList(written) ? written : written === undefined ? [] : [written]).map((entry, i) => {
    const until = text(own(entry, 'until'));
    return {
      rule: text(own(entry, 'rule')), reason: text(own(entry, 'reason')),
      ...(until === '' ? {} : { until }),
      covers: other => isSame(other, { stack, id }),
      at: { stack, path: ['Resources', id, 'Metadata', 'Drydock', 'acknowledge', ...(isList(written) ? [i] : [])] },
      resource: { stack, id },
    };
  });
}

function text(raw: Raw | undefined): string {
  if (raw === undefined || raw === null) return '';
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
}

function ofAssembly({ name, acknowledged = [] }: StackInput, resources: readonly Resource[]): readonly Acknowledgement[] {
  return acknowledged.map(({ rule, reason, constructPath }) => {
    const covered = resources.filter(resource => `${resource.constructPath() ?? ''}/`.startsWith(constructPath === '' ? '' : `${constructPath}/`));
    const [first] = [...covered].sort(by(resource => resource.constructPath()?.length ?? 0)); // the construct's own resource, not one of its children's
    return {
      rule, reason, constructPath,
      covers: other => covered.some(resource => isSame(resource, other)),
      at: first ? { stack: first.stack, path: ['Resources', first.id] } : { stack: name, path: [] },
      ...(first ? { resource: { stack: first.stack, id: first.id } } : {}),
    };
  });
}
