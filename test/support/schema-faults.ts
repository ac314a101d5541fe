import { validate, type Schema } from 'jsonschema';
import reportSchema from '../../schemas/report.schema.json';

/** What the schema of reports has against one. */
export function schemaFaults(report: unknown): readonly string[] {
  return validate(JSON.parse(JSON.stringify(report)), reportSchema as Schema).errors.map(String);
}
