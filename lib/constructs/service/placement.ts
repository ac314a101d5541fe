import { Token } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { isQueryProblem, parseQuery } from '../../engine';
import { misuse } from '../misuse';

/** Constraints in CDK's own type. A text is an expression of the cluster query language, and is read at once. */
export function constraintsOf(path: string, constraints: readonly (string | ecs.PlacementConstraint)[] | undefined): ecs.PlacementConstraint[] | undefined {
  const checked = constraints?.map(constraint => (typeof constraint === 'string' ? ecs.PlacementConstraint.memberOf(constraint) : constraint));
  for (const { expression } of checked?.flatMap(constraint => constraint.toJson()) ?? []) {
    const query = expression === undefined || Token.isUnresolved(expression) ? undefined : parseQuery(expression);
    if (query && isQueryProblem(query)) {
      throw misuse(path, `placementConstraints holds ${JSON.stringify(expression)}, which ECS cannot read: at character ${query.position} there is ${query.found}, where ${query.expected} belongs.`);
    }
  }
  return checked;
}

/** Strategies in CDK's own type. A text is the name of one of them, or a field by which tasks are spread. */
export function strategiesOf(path: string, strategies: readonly (string | ecs.PlacementStrategy)[] | undefined): ecs.PlacementStrategy[] | undefined {
  return strategies?.map(strategy => (typeof strategy === 'string' ? strategyOf(path, strategy) : strategy));
}

function strategyOf(path: string, text: string): ecs.PlacementStrategy {
  const [, field] = /^spread:(\S+)$/.exec(text) ?? [];
  if (field !== undefined) return ecs.PlacementStrategy.spreadAcross(field);
  if (text === 'binpack:memory') return ecs.PlacementStrategy.packedByMemory();
  if (text === 'binpack:cpu') return ecs.PlacementStrategy.packedByCpu();
  if (text === 'random') return ecs.PlacementStrategy.randomly();
  throw misuse(path, `placementStrategies holds '${text}'. Give 'spread:attribute:ecs.availability-zone', 'spread:instanceId', 'binpack:memory', 'binpack:cpu', 'random', or CDK's own type.`);
}
