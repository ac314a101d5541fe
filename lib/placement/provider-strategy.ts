/** A capacity provider's part in a strategy. */
export interface ProviderShare {
  readonly provider: string;
  /** Tasks that run on it before the weights count. */
  readonly base: number;
  /** Its share of the tasks beyond the base. */
  readonly weight: number;
}

/** What ECS refuses a strategy for. */
export type StrategyFault = 'allWeightsZero' | 'severalBases' | 'mixedKinds';

export function strategyFault(shares: readonly ProviderShare[]): StrategyFault | undefined {
  if (shares.every(({ weight }) => weight === 0)) return 'allWeightsZero';
  if (shares.filter(({ base }) => base > 0).length > 1) return 'severalBases';
  const onFargate = shares.filter(({ provider }) => provider === 'FARGATE' || provider === 'FARGATE_SPOT');
  return onFargate.length > 0 && onFargate.length < shares.length ? 'mixedKinds' : undefined;
}

/**
 * On which provider each of `count` tasks runs, one after the other: the base first, the rest by weight. What remains where the weights do not
 * divide the tasks is not documented; here each task goes where it keeps the shares closest to the weights, in a tie to the first of the strategy.
 * A provider of weight 0 gets its base and nothing else.
 */
export function distribute(shares: readonly ProviderShare[], count: number): readonly string[] {
  const beyondBase = new Map(shares.map(share => [share, 0]));
  const based = shares.flatMap(({ provider, base }) => Array.from({ length: Math.max(0, Math.min(base, count)) }, () => provider)).slice(0, count);
  const weighted = shares.filter(({ weight }) => weight > 0);
  const rest = Array.from({ length: weighted.length > 0 ? count - based.length : 0 }, () => {
    const next = weighted.reduce((best, share) => {
      const a = (beyondBase.get(share) ?? 0) + 1, b = (beyondBase.get(best) ?? 0) + 1;
      return a * best.weight < b * share.weight ? share : best;
    });
    beyondBase.set(next, (beyondBase.get(next) ?? 0) + 1);
    return next.provider;
  });
  return [...based, ...rest];
}
