import type { Refused } from '../../model/template/parameter';
import { defineRule } from '../rule';

/** The values of parameters are among those that the template allows, and a nested stack is passed what its template declares. */
export const parameterValue = defineRule({
  id: 'parameter-value',
  title: 'CloudFormation does not take this value for the parameter',
  severity: 'error',
  phase: 'create',
  subject: 'parameter',
  explanation: 'CloudFormation holds the value of each parameter against AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue and MaxValue before it creates anything. A nested stack must be passed a value for each parameter that has no default, and none for a parameter that its template does not declare. A parameter whose default these refuse waits for a value, as one without a default. Left alone is an AllowedPattern that Java and JavaScript may read differently.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  predicts: ["Parameter '…' must be one of AllowedValues", 'Parameters: […] must have values', 'Parameters: […] do not exist in the template'],
  facts: [],
  messages: {
    offence: ({ name, given, takes, says, constraint, description }: Pick<Refused, 'given' | 'takes' | 'says' | 'constraint' | 'description'> & { readonly name: string }) => ({
      says: `Parameter ${name} is ${JSON.stringify(given)}; its ${constraint} takes ${takes}.`,
      fix: `Give ${name} a value that its ${constraint} takes, or change ${constraint}.`,
      ecsSays: `Parameter ${description === undefined ? `'${name}' ${says}` : `${name} failed to satisfy constraint: ${description}`}`,
    }),
    missing: ({ name, by }: { name: string; by: string }) => ({
      says: `${by} passes no value for parameter ${name}, which has no default.`,
      fix: `Set Parameters.${name} of ${by}, or give the parameter a Default.`,
      ecsSays: `Parameters: [${name}] must have values`,
    }),
    undeclared: ({ name, by }: { name: string; by: string }) => ({
      says: `${by} passes a value for parameter ${name}, which its template does not declare.`,
      fix: `Declare parameter ${name} in the nested template, or take Parameters.${name} out of ${by}.`,
      ecsSays: `Parameters: [${name}] do not exist in the template`,
    }),
  },
  check({ id: name, isDeclared, passedBy, lacksValue, refused }, say) {
    if (passedBy) {
      const by = passedBy.id, passing = { at: { stack: passedBy.stack, path: ['Resources', by, 'Properties', 'Parameters'] } };
      if (!isDeclared) say.violated('undeclared', passing, { name, by });
      else if (lacksValue) say.violated('missing', passing, { name, by });
    }
    for (const offence of refused) say.violated('offence', offence, { name, ...offence });
  },
});
