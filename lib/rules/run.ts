import { groupBy } from '../core/group-by';
import { onceFor } from '../core/once-for';
import type { Place } from '../core/origin';
import type { Unknown, Value } from '../core/value';
import { explainUnknown } from '../finding/explain-unknown';
import type { JudgedAcknowledgement } from '../finding/acknowledgement';
import { accountStack, isSame, type Change, type PlacedChange, type ResourceRef, type Undecided, type Violation } from '../finding/finding';
import type { Model } from '../model/model';
import { startsTasks } from '../needs/launch';
import type { ScenarioResult } from '../simulation/scenario';
import type { Located, Messages, Others, Rule, Say } from './rule';
import { subjects, type SubjectOf, type SubjectName } from './subjects';

/** What the rules said of a deployment. */
export interface RuleResults {
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
  /** Rules that broke: bugs in Drydock. The others went on. */
  readonly broken: readonly { readonly rule: string; readonly resource: ResourceRef; readonly error: unknown }[];
}

/** Asks every rule about every subject of its kind. Acknowledgements are judged by what the other rules said, so they come in a run of their own. */
export function runRules(
  rules: readonly Rule[], model: Model, scenarios: readonly ScenarioResult[], acknowledgements: readonly JudgedAcknowledgement[] = [],
): RuleResults {
  const byKind = new Map<SubjectName, readonly SubjectOf<SubjectName>[]>(), results: Results = { violations: [], undecided: new Map(), broken: [] };
  for (const rule of rules) {
    const asked = byKind.get(rule.subject) ?? subjectsOf(rule.subject, model, scenarios, acknowledgements);
    byKind.set(rule.subject, asked);
    askAbout(rule.types ? resourcesOf(rule.types, model) : asked, rule, model, results);
  }
  return { ...results, undecided: [...results.undecided.values()] };
}

interface Results {
  readonly violations: Violation[];
  readonly undecided: Map<string, Undecided>;
  readonly broken: RuleResults['broken'][number][];
}

/** Asks one rule. What it said of a subject on which it broke does not count. */
function askAbout(asked: readonly SubjectOf<SubjectName>[], rule: Rule, model: Model, { violations, undecided, broken }: Results): void {
  const [first] = asked, answers = first && new Answers(rule, first, model);
  if (!answers) return;
  for (const about of asked) {
    answers.about = about;
    try {
      rule.check(about.subject, answers, model);
    } catch (error) {
      broken.push({ rule: rule.id, resource: refTo(about.noun), error });
      answers.forget();
    }
    if (answers.violations.length > 0) violations.push(...answers.violations);
    for (const answer of answers.open) {
      const key = JSON.stringify([answer.rule, answer.resource.stack, answer.at.path, answer.reason]);
      undecided.set(key, undecided.get(key) ?? answer);
    }
    answers.forget();
  }
}

function subjectsOf(kind: SubjectName, ...from: Parameters<(typeof subjects)[SubjectName]>): readonly SubjectOf<SubjectName>[] {
  return subjects[kind](...from).filter(({ noun }) => noun.stack !== accountStack);
}

const byType = onceFor((model: Model) => groupBy(subjects.resource(model, [], []).filter(({ noun }) => noun.stack !== accountStack), ({ subject }) => subject.type));

function resourcesOf(types: readonly string[], model: Model): readonly SubjectOf<'resource'>[] {
  return types.flatMap(type => byType(model).get(type) ?? []);
}

function scenarioOf(subject: object): string | undefined {
  return 'scenario' in subject ? (subject.scenario as ScenarioResult).name : undefined;
}

function refTo({ stack, id }: ResourceRef): ResourceRef {
  return { stack, id };
}

const none: readonly never[] = [];

/** Collects what one rule says of one subject after the other: most often nothing. */
class Answers implements Say {
  violations: readonly Violation[] = none;
  open: readonly Undecided[] = none;

  constructor(private readonly rule: Rule, public about: SubjectOf<SubjectName>, private readonly model: Model) {}

  forget(): void {
    this.violations = this.open = none;
  }

  need<T>(value: Value<T>): T | undefined {
    if (value.state === 'unknown') this.undecided(value);
    return value.state === 'known' ? value.value : undefined;
  }

  undecided(unknown: Unknown): void {
    const { rule, about: { noun } } = this;
    this.open = [...this.open, { rule: rule.id, resource: refTo(noun), at: this.inTemplate(unknown.at), ...explainUnknown(unknown.why) }];
  }

  violated(message: string, located: Located, data: unknown, others: Others = {}): void {
    const { rule, about: { noun, subject, phase: itsPhase }, model } = this, { at } = located, scenario = scenarioOf(subject);
    if (noun.exists.state === 'unknown') return this.undecided(noun.exists);
    const words = (rule.messages as Messages)[message]?.(data as never);
    if (!words) throw new Error(`rule ${rule.id} has no message ${message}`);
    const place = this.inTemplate(at), [resource = refTo(noun)] = resourceAt(place), from = at.stack === accountStack ? at : at.from;
    const related = [noun, ...resourceAt(at), ...(others.related ?? [])].filter((other, i, all) =>
      !isSame(other, resource) && all.findIndex(earlier => isSame(earlier, other)) === i);
    const severity = words.severity ?? rule.severity, phase = words.phase ?? itsPhase ?? rule.phase;
    // What keeps tasks from starting fails no deployment that starts none.
    const isIdle = phase === 'start' && severity === 'error' && !startsTasks([resource, ...related], model);
    this.violations = [...this.violations, {
      rule: rule.id, message, title: rule.title, words, resource, related: related.map(refTo),
      severity: isIdle ? 'warning' : severity, phase,
      at: place,
      ...(words.repair?.every(change => canBeMade(change, at)) ? { repair: words.repair.map(change => placed(change, place)) } : {}),
      ...(from ? { from: { stack: from.stack, path: from.path } } : {}),
      ...(scenario === undefined ? {} : { scenario }),
    }];
  }

  /** Where something stands; what stands in the account is put right, or not known, where it is made use of. */
  private inTemplate({ stack, path }: Place): Place {
    const { stack: own, id } = this.about.noun;
    return stack === accountStack ? { stack: own, path: ['Resources', id] } : { stack, path };
  }
}

/** What is changed stands in a template, by itself. */
function canBeMade(change: Change, finding: Place): boolean {
  const { stack, embedded } = change.at ?? finding;
  return stack !== accountStack && ('dependsOn' in change || !embedded);
}

function placed(change: Change, finding: Place): PlacedChange {
  const { stack, path } = change.at ?? finding;
  if ('dependsOn' in change) return { stack, path: [...path.slice(0, 2), 'DependsOn'], append: change.dependsOn };
  if ('remove' in change) return { stack, path: path.slice(0, path.length - (change.above ?? 0)), remove: true };
  return { stack, path: [...path, ...change.below ?? []], ...('set' in change ? { set: change.set } : { append: change.append }) };
}

/** The resource in which something stands, where it is in one. */
function resourceAt({ stack, path: [section, id] }: Place): readonly ResourceRef[] {
  return section === 'Resources' && typeof id === 'string' ? [{ stack, id }] : [];
}
