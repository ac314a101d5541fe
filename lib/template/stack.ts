import { byText } from '../core/order';
import { below, type Origin, type Path } from '../core/origin';
import { textKey } from '../core/text';
import type { UnknownReason } from '../core/unknown-reason';
import { absent, known, placedAt, unknown, type Known, type Unknown, type Value } from '../core/value';
import { evaluateCondition } from './conditions';
import { dependenciesOf, dependsOnOf, referencesOf, type Reference, type References } from './dependencies';
import type { Document, Position } from './document';
import { parameterNameIn, reference, textWithReferences } from './dynamic-reference';
import type { Evaluation } from './evaluation';
import { Expansions, mayExpand, type Expansion } from './expansion';
import { intrinsics } from './intrinsics/registry';
import type { Evaluator, StackPlace } from './intrinsics/intrinsic';
import { misused, movedTo } from './intrinsics/arguments';
import { defaultOf, parameterValue } from './parameters';
import { Property, type Shape } from './property';
import { pseudoParameter } from './pseudo-parameters';
import { isList, isMap, own, type Raw, type RawMap } from './raw';
import type { Environment, ResolvedReference, Resource } from './resource';
import type { Market } from './published';
import { returnedValue } from './returned-value';
import { readRules, type TemplateRule } from './rules';
import type { GivenKind, StackSettings } from './stack-settings';
import { transformsOf, type Transforms } from './transforms';

/** What a stack needs to know of the others in its deployment. */
export interface Surroundings {
  readonly evaluation: Evaluation;
  /** The value of an export, or undefined when no stack here exports the name to this one. */
  exported(name: Value<string>, importer: Stack): Property | undefined;
  /** The value of a parameter of Systems Manager, or undefined when no stack here writes it where this one reads. */
  parameter(name: Value<string>, reader: Stack): Property | undefined;
  /** What the stack around passes for a parameter of `stack`; undefined when it passes nothing, or there is none. */
  passed(stack: Stack, parameter: string): Property | undefined;
  /** The stack that an `AWS::CloudFormation::Stack` of `stack` creates, where its template is here. */
  nested(stack: Stack, resource: string): Stack | undefined;
  /** What is said of something that is in no template. */
  given(what: GivenKind, name: string): Property | undefined;
  /** What a nested stack hangs on, undefined for others. Its `resource` is undefined where that is not created. */
  around(stack: Stack): { readonly resource: Resource | undefined } | undefined;
  /** The stack that CloudFormation knows by a name in a region of an account. */
  deployedAs(name: string, market: Market): Stack | undefined;
}

/** One stack: its template with parameters, conditions and functions computed on demand, each at most once. */
export class Stack implements Evaluator {
  readonly name: string;
  readonly region: string | undefined;
  readonly environment: Environment;
  private readonly expansions: Expansions;
  private readonly transforms: Transforms;
  private readonly sections = new Map<string, Expansion>();
  private readonly read = new Map<string, Resource | undefined>();
  private whole: boolean | undefined;
  private readonly mappings: Property;

  constructor(readonly document: Document, readonly settings: StackSettings, private readonly surroundings: Surroundings) {
    this.name = settings.name;
    this.region = settings.region;
    this.transforms = transformsOf(document.root, this.at('Transform'));
    this.expansions = new Expansions(document.root, (collection, at) => this.collection(collection, at));
    this.mappings = Property.written(this, own(document.root, 'Mappings') ?? {}, this.at('Mappings'));
    const pseudo = (name: string): Value<string> => Property.written(this, { Ref: name }, this.at()).text();
    this.environment = { partition: pseudo('AWS::Partition'), region: pseudo('AWS::Region'), account: pseudo('AWS::AccountId') };
  }

  /** All resources but those whose condition is known not to hold, in the template's order; behind them what loops and macros may make. */
  resources(): readonly Resource[] {
    const { entries, typical, open } = this.section('Resources');
    const unread = [...open].filter(([, why]) => ![...typical.values()].some(entry => entry.why === why));
    return [...Object.keys(entries), ...typical.keys(), ...unread.map(([id]) => id)].flatMap(id => this.resource(id) ?? []);
  }

  /** One resource, or undefined when the template has none of that id or its condition does not hold. */
  resource(id: string): Resource | undefined {
    if (!this.read.has(id)) {
      this.read.set(id, undefined); // for stacks that are said to be nested in each other
      this.read.set(id, this.readResource(id));
    }
    return this.read.get(id);
  }

  /** The resources of a type. Of the others nothing is computed. */
  resourcesOf(type: string): readonly Resource[] {
    const { entries } = this.section('Resources');
    return Object.keys(entries).flatMap(id => (own(entries[id], 'Type') === type ? this.resource(id) ?? [] : []));
  }

  /** The names of the template's parameters, and of those that the stack around passes. Empty where a macro may write the section. */
  parameterNames(): ReadonlySet<string> {
    const passed = this.surroundings.around(this)?.resource?.properties.get('Parameters').map();
    if (this.section('Parameters').open.size > 0) return new Set();
    return new Set([...Object.keys(this.section('Parameters').entries), ...(passed?.state === 'known' ? passed.value.keys() : [])]);
  }

  /** The template's `Rules`, but for those whose condition is known not to hold. */
  rules(): readonly TemplateRule[] {
    return readRules(this.section('Rules').entries, this.at('Rules'), this);
  }

  private readResource(id: string): Resource | undefined {
    const { entries, typical, open } = this.section('Resources'), at = this.at('Resources', id), unread = open.get(id);
    const raw = unread ? { Type: id.split('::', 2).join('::'), Properties: own(own(this.document.root, 'Resources'), id) ?? null } : own(entries, id) ?? typical.get(id)?.value ?? null;
    const type = own(raw, 'Type');
    if (typeof type !== 'string') return undefined;
    const holds = unread ?? typical.get(id)?.why ?? this.holds(own(raw, 'Condition'), this.at('Resources', id, 'Condition')) ?? known(true, at);
    const exists = this.transforms.rewritten ?? this.whereStackIs(holds);
    if (exists.state === 'known' && !exists.value) return undefined;
    const metadata = own(raw, 'Metadata') ?? {}, path = own(metadata, 'aws:cdk:path');
    const properties = Property.written(this, own(raw, 'Properties') ?? {}, this.at('Resources', id, 'Properties'));
    let written: References | undefined, dependencies: ReadonlySet<string> | undefined, references: readonly ResolvedReference[] | undefined;
    const named = (): References => (written ??= referencesOf(raw, at, this));
    return {
      stack: this.name, id, type, at: properties.at, exists, metadata, properties,
      ref: Property.written(this, { Ref: id }, at),
      dependencies: () => (dependencies ??= dependenciesOf(raw, named())),
      references: () => (references ??= this.references(raw, named().certain)),
      attribute: name => Property.written(this, { 'Fn::GetAtt': [id, name] }, at),
      environment: this.environment,
      creationPolicy: () => Property.written(this, own(raw, 'CreationPolicy') ?? null, this.at('Resources', id, 'CreationPolicy')),
      constructPath: () => (typeof path === 'string' ? path : this.settings.constructPath?.(id)),
      init: Property.written(this, own(metadata, 'AWS::CloudFormation::Init') ?? null, this.at('Resources', id, 'Metadata', 'AWS::CloudFormation::Init')),
    };
  }

  /** What a resource refers to for certain, but for parameters; what nothing is called only where all that is created is written here. */
  private references(raw: Raw, certain: References['certain']): readonly ResolvedReference[] {
    const { entries, typical } = this.section('Resources');
    // A DependsOn on what is written and not created CloudFormation leaves out.
    const after = dependsOnOf(raw).filter(id => this.resource(id) !== undefined || (own(entries, id) === undefined && !typical.has(id))).map((id): Reference => ({ id, attribute: undefined }));
    return [...after, ...certain].flatMap(({ id, attribute }): readonly ResolvedReference[] => {
      const type = this.resource(id)?.type;
      return id.startsWith('AWS::') || this.declared(id) !== undefined || (type === undefined && !this.isWhole) ? [] : [{ id, attribute, type }];
    });
  }

  /** Whether the template is all that CloudFormation sees: transforms other than the language extensions may add to it, and modules bring resources of their own. */
  private get isWhole(): boolean {
    return (this.whole ??= [undefined, 'AWS::LanguageExtensions'].includes(own(this.document.root, 'Transform') as string | undefined)
      && ['Resources', 'Parameters'].every(name => this.section(name).open.size === 0)
      && Object.values(this.section('Resources').entries).every(resource => !String(own(resource, 'Type')).endsWith('::MODULE')));
  }

  /** Where in the file stands what is found at `path`. */
  locate(path: Path): Position {
    return this.document.locate(this.expansions.written(path));
  }

  /** What exists in a nested stack exists only where the stack around creates it. */
  private whereStackIs(exists: Value<boolean>): Value<boolean> {
    return exists.state === 'known' && exists.value ? this.isCreated(exists.at) : exists;
  }

  /** Whether the stack itself is created: a nested one where the stack around has the resource that makes it. */
  isCreated(at: Origin): Value<boolean> {
    const around = this.surroundings.around(this);
    return around ? around.resource?.exists ?? known(false, at) : known(true, at);
  }

  /** What the stack exports: the name and the value of each output that has an export, by the outputs' names. */
  exports(): readonly { readonly name: Value<string>; readonly value: Property }[] {
    const { entries } = this.section('Outputs');
    return Object.keys(entries).sort(byText).flatMap(key => {
      const name = own(own(own(entries, key), 'Export'), 'Name'), value = this.output(key);
      return name === undefined || value === undefined ? [] : [{ name: Property.written(this, name, this.at('Outputs', key, 'Export', 'Name')).text(), value }];
    });
  }

  /** The value of an output, or undefined when the template has none of that name or its condition does not hold. */
  output(key: string): Property | undefined {
    const output = own(this.section('Outputs').entries, key), value = own(output, 'Value');
    if (value === undefined) return undefined;
    const exists = this.holds(own(output, 'Condition'), this.at('Outputs', key, 'Condition'));
    return exists?.state === 'known' && !exists.value ? undefined : Property.written(this, value, this.at('Outputs', key, 'Value'));
  }

  resolve(raw: Raw, at: Origin): Value<Shape> {
    if (this.transforms.rewritten && at.path.length > 0) return unknown(this.transforms.rewritten.why, at);
    if (raw === null) return absent(at);
    if (typeof raw === 'string') return raw.includes('{{resolve:') ? textWithReferences([raw], at, this) : known(raw, at);
    if (typeof raw !== 'object') return known(raw, at);
    if (isList(raw)) return known(raw.map((element, i) => Property.written(this, element, below(at, i))), at);
    const keys = Object.keys(raw), called = functionAmong(keys), only = keys.length === 1 ? keys[0] : undefined;
    if (called !== undefined && mayExpand(raw)) return this.expanded(raw, at);
    if (only === 'Ref' || (only !== undefined && only === called)) return this.call(only, raw[only] ?? null, at);
    if (called !== undefined) return misused(called, at);
    return known(this.properties(raw, at), at);
  }

  private properties(map: RawMap, at: Origin): ReadonlyMap<string, Property> {
    const properties = new Map<string, Property>();
    for (const key of Object.keys(map)) properties.set(key, Property.written(this, map[key] ?? null, below(at, key)));
    return properties;
  }

  /** A map of which loops or macros make a part. */
  private expanded(map: RawMap, at: Origin): Value<Shape> {
    const { entries, open } = this.expand(map, at), [why] = open.values(), made = this.properties(entries, at);
    return why ? unknown(why.why, at, made.size > 0 ? { entries: made } : {}) : known(made, at);
  }

  expand(map: RawMap, at: Origin): Expansion {
    return this.expansions.of(map, at);
  }

  private section(name: string): Expansion {
    let section = this.sections.get(name);
    if (!section) this.sections.set(name, section = this.readSection(name));
    return section;
  }

  private readSection(name: string): Expansion {
    const section = own(this.document.root, name), expansion = this.expand(isMap(section) ? section : {}, this.at(name));
    const { rewritten, added = rewritten } = this.transforms;
    return added ? { ...expansion, open: new Map([...expansion.open, ['Fn::Transform', added]]) } : expansion;
  }

  /** Why it is not known whether a section has an entry that is not written there: undefined where it has none. */
  private whyMissing(section: string, name: string): UnknownReason | undefined {
    const { entries, open } = this.section(section), [first] = open.values();
    return own(entries, name) === undefined ? first?.why : undefined;
  }

  private collection(written: Raw, at: Origin): Value<readonly Property[]> {
    return Property.settled(this.once(`collection ${JSON.stringify(written)}`, at, () => Property.written(this, written, at).value())).list();
  }

  private call(name: string, argument: Raw, at: Origin): Value<Shape> {
    const intrinsic = intrinsics.get(name);
    return (intrinsic && this.surroundings.evaluation.deeper(() => intrinsic(argument, at, this))) ?? misused(name, at);
  }

  reference(name: string, at: Origin): Value<Shape> {
    if (name === 'AWS::NoValue') return absent(at);
    if (name.startsWith('AWS::')) return pseudoParameter(name, this.settings, at);
    const declared = this.declared(name);
    if (declared === undefined) return this.attribute(name, 'Ref', at);
    return movedTo(this.once(`parameter ${name}`, at, () => this.parameter(name, declared)), at);
  }

  private parameter(name: string, declared: Raw): Value<Shape> {
    const at = this.at('Parameters', name), given = this.settings.parameters?.get(name);
    const value = this.surroundings.passed(this, name) ?? (given === undefined ? defaultOf(declared, at, this) : Property.settled(known(given, at)));
    if (value) return parameterValue(declared, value, this);
    return this.withoutValue(name, declared);
  }

  /** What the template declares of a parameter; undefined where it has none of that name. */
  declared(parameter: string): Raw | undefined {
    return own(own(this.document.root, 'Parameters'), parameter);
  }

  /** Of these parameters of the template the first, as one without a value, where they all stand at their defaults. */
  leftAtDefault(names: readonly string[]): Unknown | undefined {
    const parameters = names.filter(name => this.declared(name) !== undefined), [first] = parameters;
    const isGiven = (name: string): boolean => this.settings.parameters?.has(name) ?? this.surroundings.passed(this, name) !== undefined;
    return first === undefined || parameters.some(isGiven) ? undefined : this.withoutValue(first, this.declared(first) ?? null);
  }

  private withoutValue(name: string, declared: Raw): Unknown {
    const { name: stack, settings: { nestedIn } } = this, type = String(own(declared, 'Type') ?? 'String');
    const more = { ...(nestedIn ? { passedBy: nestedIn.resource } : {}), ...(own(declared, 'Default') === undefined ? {} : { refused: true as const }) };
    return unknown({ kind: 'parameter', stack, name, type, ...more }, this.at('Parameters', name), { is: { kind: 'parameter', stack, name } });
  }

  attribute(resource: string, attribute: string, at: Origin): Value<Shape> {
    const nested = attribute.startsWith('Outputs.') ? this.surroundings.nested(this, resource) : undefined;
    const value = this.once(`attribute ${resource}.${attribute}`, at, () => {
      if (!nested) return this.returned(resource, attribute, at);
      return nested.output(attribute.slice('Outputs.'.length))?.value() ?? unknown({ kind: 'elsewhere', what: `${resource}.${attribute}` }, at);
    });
    return nested ? movedTo(value, at) : placedAt(value, at);
  }

  private returned(id: string, attribute: string, at: Origin): Value<Shape> {
    const resource = this.resource(id), is = { kind: 'attribute', stack: this.name, resource: id, attribute } as const;
    if (!resource) {
      const isWritten = own(this.section('Resources').entries, id) !== undefined, kind = attribute === 'Ref' ? 'parameter or resource' : 'resource';
      return unknown(this.whyMissing('Resources', id) ?? { kind: 'elsewhere', what: isWritten ? `a resource ${id} whose condition holds` : `a ${kind} ${id}` }, at);
    }
    if (attribute.startsWith('Outputs.')) return unknown({ kind: 'elsewhere', what: `the template of the nested stack ${id}` }, at, { is });
    return returnedValue(is, resource, name => this.reference(name, at), at);
  }

  /** Whether the condition holds under which a resource or an output exists; undefined where it has none. */
  private holds(condition: Raw | undefined, at: Origin): Value<boolean> | undefined {
    if (condition === undefined) return undefined;
    const name = typeof condition === 'string' ? known(condition, at) : Property.written(this, condition, at).text();
    if (name.state === 'absent') return undefined;
    return name.state === 'known' ? this.condition(name.value, at) : name;
  }

  condition(name: string, at: Origin): Value<boolean> {
    const raw = own(this.section('Conditions').entries, name);
    if (raw === undefined) return unknown(this.whyMissing('Conditions', name) ?? { kind: 'elsewhere', what: `condition ${name}` }, at);
    const value = this.once(`condition ${name}`, at, () => this.test(raw, this.at('Conditions', name)));
    if (value.state === 'known') return known(value.value === true, at);
    return unknown({ kind: 'condition', name, because: value.state === 'unknown' ? value.why : { kind: 'function', name: 'Conditions' } }, at);
  }

  test(condition: Raw, at: Origin): Value<boolean> {
    return this.surroundings.evaluation.deeper(() => evaluateCondition(condition, at, this)) ?? misused('Conditions', at);
  }

  mapping(name: string): Property {
    return this.mappings.get(name);
  }

  imported(name: Known<string> | Unknown, at: Origin): Value<Shape> | undefined {
    const value = this.surroundings.exported(name, this) ?? (name.state === 'known' ? this.surroundings.given('import', name.value) : undefined);
    return value && movedTo(this.once(`import ${textKey(name)}`, at, () => value.value()), at);
  }

  zones(region: string): Property | undefined {
    return this.surroundings.given('zones', region);
  }

  dynamic(what: Known<string> | Unknown, at: Origin): Known<string> | Unknown {
    const name = parameterNameIn(what), stored = name && this.surroundings.parameter(name, this);
    const given = stored ?? (what.state === 'known' ? this.surroundings.given('reference', what.value.replace(/^resolve:/, '')) : undefined);
    const value = given && movedTo(Property.settled(this.once(`reference ${textKey(name ?? what)}`, at, () => given.value())).text(), at);
    return value === undefined || value.state === 'absent' ? reference(what, at) : value;
  }

  outputOf(stack: string, at: StackPlace, output: string): Property | undefined {
    const [region, account] = [placeOf(at.region, this.region), placeOf(at.account, this.settings.account)];
    return region && account && this.surroundings.deployedAs(stack, { region: region.name, account: account.name })?.output(output);
  }

  private once(what: string, at: Origin, compute: () => Value<Shape>): Value<Shape> {
    return this.surroundings.evaluation.once(`${what} of stack ${this.name}`, at, compute);
  }

  private at(...path: Path): Origin {
    return { stack: this.name, path };
  }
}

/** The first by text of the keys that call a function. */
function functionAmong(keys: readonly string[]): string | undefined {
  let first: string | undefined;
  for (const key of keys) if (key.startsWith('Fn::') && (first === undefined || key < first)) first = key;
  return first;
}

/** A region or an account as it is given, else one's own. Undefined where nobody knows which is given. */
function placeOf(given: Value<string>, own: string | undefined): { readonly name: string | undefined } | undefined {
  if (given.state === 'known') return { name: given.value };
  return given.state === 'absent' || given.is?.kind === 'pseudo' ? { name: own } : undefined;
}
