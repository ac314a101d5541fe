import type { Change, ResourceRef } from '../../finding/finding';
import type { Model } from '../../model/model';
import { subnetsOf } from '../../network/interface';
import type { Obstacle } from '../../network/reach';
import type { Agents } from '../../network/start-paths';
import type { Say } from '../rule';
import { isReportedElsewhere } from './is-reported-elsewhere';
import { missingWay } from './missing-way';

/** What keeps agents from ECS, as messages tell it. */
export interface NotRegistered {
  readonly obstacle: Obstacle;
  readonly subnets: readonly string[];
  readonly services: readonly string[];
  /** Whether instances come from no other subnet. */
  readonly all: boolean;
  readonly repair: readonly Change[] | undefined;
}

/** What keeps container instances from being registered, one for each obstacle, and the resources on the way to it. */
export function notRegistered({ interfaces, strays, unknowns, survey }: Agents, say: Pick<Say, 'undecided'>, model: Model): readonly { readonly data: NotRegistered; readonly related: readonly ResourceRef[] }[] {
  for (const unknown of [...unknowns, ...survey.unknowns]) say.undecided(unknown);
  const stopped = new Set(survey.blockages.flatMap(blockage => blockage.interfaces));
  const all = unknowns.length === strays.length && [...interfaces, ...strays].every(each => stopped.has(each));
  return survey.blockages.filter(({ obstacle }) => !isReportedElsewhere(obstacle)).map(({ obstacle, interfaces: mine, supplies }) => {
    const subnets = subnetsOf(mine), services = supplies.flatMap(({ from }) => (from.kind === 'service' ? from.service : []));
    return { data: { obstacle, subnets: subnets.map(({ id }) => id), services, all, repair: missingWay(obstacle, { interfaces: mine, services }, model) }, related: [...subnets, ...obstacle.involved] };
  });
}
