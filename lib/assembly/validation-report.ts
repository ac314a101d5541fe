import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StackInput } from '../template/deployment';
import { parseJson } from '../template/parse-json';
import { isList, own, type Raw } from '../template/raw';
import { readText } from './disk';
import { show, type Reading } from './reading';

/** A finding that the CDK took out of what the plugin told it, because somebody acknowledged it. */
export interface TakenOut {
  /** The template in which it is. */
  readonly path: string;
  /** The construct at which it was acknowledged; empty for the app. */
  readonly acknowledgedAt: string;
  readonly as: NonNullable<StackInput['acknowledged']>[number];
}

/**
 * What the CDK wrote into the validation report of an assembly. What is acknowledged at an app or a stage, above all stacks, is recorded nowhere else,
 * and here only where there was something to take out.
 */
export function readTakenOut(folder: string, reading: Reading): readonly TakenOut[] {
  const path = join(folder, 'validation-report.json'), shown = show(path, reading);
  if (reading.options.finished !== true || !existsSync(path)) return [];
  const reports = listOf(parseJson(shown, readText(path, shown)).root, 'pluginReports').filter(report => own(report, 'pluginName') === 'Drydock');
  return reports.flatMap(report => listOf(report, 'suppressedViolations')).flatMap(violation => listOf(violation, 'violatingConstructs').map(construct => ({
    path: resolve(folder, textOf(own(construct, 'cloudFormationResource'), 'templatePath')),
    acknowledgedAt: textOf(violation, 'acknowledgedAt'),
    as: { rule: textOf(violation, 'ruleName'), reason: textOf(violation, 'reason'), constructPath: textOf(construct, 'constructPath') },
  })));
}

function listOf(raw: Raw | undefined, key: string): readonly Raw[] {
  const list = own(raw, key);
  return isList(list) ? list : [];
}

function textOf(raw: Raw | undefined, key: string): string {
  const text = own(raw, key);
  return typeof text === 'string' ? text : '';
}
