import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '../../lib/assembly/read-inputs';
import type { UnknownReason } from '../../lib/core/unknown-reason';
import { Deployment } from '../../lib/template/deployment';
import type { Property } from '../../lib/template/property';

const incidents = join(__dirname, '../../../shared/incidents');
const templates = !existsSync(incidents) ? [] : readdirSync(incidents, { withFileTypes: true }).filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(incidents, name)).filter(file => /^(bad|good)\./.test(file)).map(file => join(name, file)));

/** Why values below the property are unknown. */
function reasonsBelow(property: Property): UnknownReason[] {
  const value = property.value();
  if (value.state === 'unknown') return [value.why];
  if (value.state === 'absent' || typeof value.value !== 'object') return [];
  return [...(value.value as readonly Property[] | ReadonlyMap<string, Property>).values()].flatMap(reasonsBelow);
}

(templates.length > 0 ? test : test.skip)('of the incidents every value is read: what is unknown is decided outside of the template', () => {
  const reasons = templates.flatMap(path => readInputs([path], { workingDirectory: incidents }).deployments.flatMap(inputs =>
    new Deployment(inputs).resources().flatMap(({ properties, id }) => reasonsBelow(properties).map(why => ({ path, id, why })))));
  expect(reasons.filter(({ why }) => !['created', 'parameter', 'pseudo', 'zones', 'dynamic', 'elsewhere'].includes(why.kind))).toEqual([]);
  expect(reasons.length).toBeGreaterThan(1000);
});
