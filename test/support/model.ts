import { extractModel } from '../../lib/model/extract';
import type { Model } from '../../lib/model/model';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import type { StackSettings } from '../../lib/template/stack-settings';

/** The model of one template, given as YAML. */
export function modelOf(yaml: string, settings: Partial<StackSettings> = {}): Model {
  return extractModel(new Deployment([{ name: 'stack', document: parseYaml('template.yaml', yaml), ...settings }]));
}
