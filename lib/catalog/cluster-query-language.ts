import { fact } from './fact';

const ordered = ['==', '!=', '>', '>=', '<', '<='] as const;
const named = ['==', '!=', 'in', '!in', '=~', '!~'] as const;

/** The words of the cluster query language. */
export const clusterQueryLanguage = fact({
  id: 'cluster-query-language',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html',
    read: '2026-11-20',
    says: 'Tables of subjects with their valid operators, and of operators with their other spellings. Attributes and task groups have no list of operators.',
  },
  value: {
    /** By subject, the operators that it takes. */
    operators: {
      'agentConnected': named,
      'agentVersion': ordered,
      'attribute': [...new Set([...ordered, ...named])],
      'ec2InstanceId': named,
      'registeredAt': ordered,
      'runningTasksCount': ordered,
      'task:group': [...new Set([...ordered, ...named])],
    },
    /** By operator, the words that mean the same. */
    spellings: {
      '==': ['==', 'equals'],
      '!=': ['!=', 'not_equals'],
      '>=': ['>=', 'greater_than_equal'],
      '>': ['>', 'greater_than'],
      '<=': ['<=', 'less_than_equal'],
      '<': ['<', 'less_than'],
      'in': ['in'],
      '!in': ['!in', 'not_in'],
      '=~': ['=~', 'matches'],
      '!~': ['!~', 'not_matches'],
      'exists': ['exists'],
      '!exists': ['!exists', 'not_exists'],
    },
    maximumLength: 2000,
  },
} as const);
