import type { InstanceType } from './instance-types';
import { fact } from './fact';

/** What an instance costs, and how far that is known. */
export interface InstancePrice {
  /** Millionths of a US dollar an hour: Linux, on-demand, shared tenancy. */
  readonly microUsdPerHour: number;
  /** Whether it stood in the price list of the region, was reckoned from that of us-east-1 by what the region costs beside it, or is that of us-east-1, where nobody knows. */
  readonly basis: 'listed' | 'estimated' | 'usEast1';
  /** The day of the price list, `YYYY-MM-DD`. */
  readonly read: string;
}

/** By family, and beside it by type where a size differs from its family. Made by `tools/import-facts.mjs`. */
interface PriceTable {
  /** Regions by the letters that stand for them in `offered`. */
  readonly regions: Readonly<Record<string, string>>;
  readonly offered: Readonly<Record<string, string>>;
  /** What a region costs beside us-east-1: the median over the types of both. */
  readonly usEast1: Readonly<Record<string, number>>;
  /** By region: of a family for each vCPU, of a type in all. */
  readonly microUsdPerHour: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly read: Readonly<Record<string, string>>;
}

export const instancePrices = fact<PriceTable>({
  id: 'instance-prices',
  standing: 'documented',
  source: {
    url: 'https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/pricing/zz_generated.pricing_aws.go',
    read: '2026-11-20',
    says: 'On-demand prices for Linux in us-east-1 and in GovCloud, from the price list of 2026-07-20. Those of other regions are in tedivm/ec2details, from the price list of 2024-11-20, without the families that came since. ' +
      'Which region offers which types: the schemas of cfn-lint (2026-08-19).',
  },
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by the first that asks for a price, as few runs do
  get value(): PriceTable { return require('./data/instance-prices.json') as typeof import('./data/instance-prices.json'); },
});

/** AWS counts a month as so many hours. */
export const hoursPerMonth = fact({
  id: 'hours-per-month',
  standing: 'observed',
  source: {
    url: 'https://calculator.aws/',
    read: '2026-11-22',
    says: 'The AWS Pricing Calculator divides hours of EC2 by 730 hours in a month, as estimates that people publish show.',
  },
  value: 730,
});

/** The regions of which it is known what they offer. */
export function pricedRegions(): readonly string[] {
  return Object.values(instancePrices.value.regions);
}

/** What a type costs in a region; undefined where the region does not offer it, or nobody knows a price. */
export function priceOf({ name, vcpus }: InstanceType, region: string): InstancePrice | undefined {
  const { regions, offered, usEast1, microUsdPerHour, read } = instancePrices.value, family = name.slice(0, name.indexOf('.'));
  if (![...offered[name] ?? offered[family] ?? ''].some(letter => regions[letter] === region)) return undefined;
  const perHour = (where: string): number | undefined => microUsdPerHour[where]?.[name] ?? (microUsdPerHour[where]?.[family] ?? NaN) * vcpus;
  const own = perHour(region) ?? NaN, general = perHour('us-east-1') ?? NaN, factor = usEast1[region];
  if (!Number.isNaN(own)) return { microUsdPerHour: Math.round(own), basis: 'listed', read: read[region] ?? '' };
  if (Number.isNaN(general)) return undefined;
  return { microUsdPerHour: Math.round(general * (factor ?? 1)), basis: factor === undefined ? 'usEast1' : 'estimated', read: read['us-east-1'] ?? '' };
}
