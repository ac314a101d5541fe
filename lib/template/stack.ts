import type { Origin, Path } from '../core/origin';
import { absent, known, unknown, type Value } from '../core/value';
import { evaluateCondition } from './conditions';
import { dependenciesOf } from './dependencies';
import type { Document } from './document';
import { dynamicReferences } from './dynamic-reference';
import { intrinsics } from './intrinsics/registry';
import type { Evaluator } from './intrinsics/intrinsic';
import { misused, movedTo } from './intrinsics/arguments';
import { readParameter } from './parameters';
import { Property, type Shape } from './property';
import { pseudoParameter } from './pseudo-parameters';
import { isList, isMap, own, type Raw } from './raw';
import type { Environment, Resource } from './resource';
import { returnedValue } from './returned-value';

/** What the user or the assembly says of a stack beside its template. */
export interface StackSettings {
  /** Unique within the deployment. */
  readonly name: string;
  /** What CloudFormation calls it, where that is decided already. */
  readonly deployedName?: string;
  readonly region?: string;
  readonly account?: string;
  /** Values for the template's parameters, as they would be typed. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** The CDK construct that made a resource, where it is written down beside the template; looked up when it is asked. */
  readonly constructPath?: (logicalId: string) => string | undefined;
}

/** What a stack needs to know of the others in its deployment. */
export interface Surroundings {
  /** The value of an export, or undefined when no stack here exports the name. */
  exported(name: string): Property | undefined;
  /** What the parent stack passes for a parameter of `stack`. */
  passed(stack: string, parameter: string): Property | undefined;
  /** The stack that an `AWS::CloudFormation::Stack` of `stack` creates, where its template is here. */
  nested(stack: string, resource: string): Stack | undefined;
}

/** Deepest nesting of functions that is computed; CloudFormation's own templates stay far below it. */
const deepest = 200;

/** One stack: its template with parameters, conditions and functions computed on demand, each at most once. */
export class Stack implements Evaluator {
  readonly name: string;
  readonly region: string | undefined;
  private readonly environment: Environment;
  private readonly computed = new Map<string, Value<Shape>>();
  private depth = 0;

  constructor(readonly document: Document, readonly settings: StackSettings, private readonly surroundings: Surroundings) {
    this.name = settings.name;
    this.region = settings.region;
    const pseudo = (name: string): Value<string> => Property.written(this, { Ref: name }, this.at()).text();
    this.environment = { partition: pseudo('AWS::Partition'), region: pseudo('AWS::Region'), account: pseudo('AWS::AccountId') };
  }

  /** All resources but those whose condition is known not to hold, in the template's order. */
  resources(): readonly Resource[] {
    const section = own(this.document.root, 'Resources');
    if (!isMap(section)) return [];
    return Object.keys(section).flatMap(id => this.resource(id) ?? []);
  }

  /** One resource, or undefined when the template has none of that id or its condition does not hold. */
  resource(id: string): Resource | undefined {
    const raw = own(own(this.document.root, 'Resources'), id);
    const type = own(raw, 'Type');
    if (raw === undefined || typeof type !== 'string') return undefined;
    const at = this.at('Resources', id);
    const condition = own(raw, 'Condition');
    const exists = typeof condition === 'string' ? this.condition(condition, this.at('Resources', id, 'Condition')) : known(true, at);
    if (exists.state === 'known' && !exists.value) return undefined;
    const metadata = own(raw, 'Metadata') ?? {}, path = own(metadata, 'aws:cdk:path');
    return {
      stack: this.name, id, type, at, exists, metadata,
      properties: Property.written(this, own(raw, 'Properties') ?? {}, this.at('Resources', id, 'Properties')),
      ref: Property.written(this, { Ref: id }, at),
      dependencies: () => dependenciesOf(raw, at, this),
      attribute: name => Property.written(this, { 'Fn::GetAtt': [id, name] }, at),
      environment: this.environment,
      constructPath: () => (typeof path === 'string' ? path : this.settings.constructPath?.(id)),
      init: Property.written(this, own(metadata, 'AWS::CloudFormation::Init') ?? null, this.at('Resources', id, 'Metadata', 'AWS::CloudFormation::Init')),
      updatePolicy: Property.written(this, own(raw, 'UpdatePolicy') ?? {}, this.at('Resources', id, 'UpdatePolicy')),
    };
  }

  /** What the stack exports: the name and the value of each output that has an export. */
  exports(): readonly { readonly name: Value<string>; readonly value: Property }[] {
    const outputs = own(this.document.root, 'Outputs');
    if (!isMap(outputs)) return [];
    return Object.entries(outputs).filter(([, output]) => own(output, 'Export') !== undefined).map(([key, output]) => ({
      name: Property.written(this, own(own(output, 'Export'), 'Name') ?? null, this.at('Outputs', key, 'Export', 'Name')).text(),
      value: this.output(key) ?? Property.missing(this.at('Outputs', key)),
    }));
  }

  output(key: string): Property | undefined {
    const value = own(own(own(this.document.root, 'Outputs'), key), 'Value');
    return value === undefined ? undefined : Property.written(this, value, this.at('Outputs', key, 'Value'));
  }

  resolve(raw: Raw, at: Origin): Value<Shape> {
    if (raw === null) return absent(at);
    if (typeof raw === 'string') return dynamicReferences(raw, at);
    if (typeof raw !== 'object') return known(raw, at);
    if (isList(raw)) return known(raw.map((element, i) => Property.written(this, element, { stack: at.stack, path: [...at.path, i] })), at);
    const entries = Object.entries(raw as Readonly<Record<string, Raw>>);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && argument !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) return this.call(name, argument, at);
    return known(new Map(entries.map(([key, value]) => [key, Property.written(this, value, { stack: at.stack, path: [...at.path, key] })])), at);
  }

  private call(name: string, argument: Raw, at: Origin): Value<Shape> {
    const intrinsic = intrinsics.get(name);
    if (!intrinsic || this.depth >= deepest) return misused(name, at);
    this.depth++;
    try {
      return intrinsic(argument, at, this);
    } finally {
      this.depth--;
    }
  }

  reference(name: string, at: Origin): Value<Shape> {
    if (name === 'AWS::NoValue') return absent(at);
    if (name.startsWith('AWS::')) return pseudoParameter(name, this.settings, at);
    const declared = own(own(this.document.root, 'Parameters'), name);
    if (declared !== undefined) return movedTo(this.once(`parameter ${name}`, at, () => this.parameter(name, declared)), at);
    return this.attribute(name, 'Ref', at);
  }

  private parameter(name: string, declared: Raw): Value<Shape> {
    const passed = this.surroundings.passed(this.name, name);
    return passed ? passed.value() : readParameter(name, declared, this.settings.parameters?.get(name), this.at('Parameters', name));
  }

  attribute(resource: string, attribute: string, at: Origin): Value<Shape> {
    if (own(own(this.document.root, 'Resources'), resource) === undefined) return unknown({ kind: 'elsewhere', what: resource }, at);
    const nested = attribute.startsWith('Outputs.') ? this.surroundings.nested(this.name, resource) : undefined;
    if (nested) return movedTo(nested.output(attribute.slice('Outputs.'.length))?.value() ?? misused('Fn::GetAtt', at), at);
    return { ...this.once(`attribute ${resource} ${attribute}`, at, () => this.returned(resource, attribute, at)), at };
  }

  private returned(id: string, attribute: string, at: Origin): Value<Shape> {
    const resource = this.resource(id);
    const is = { kind: 'attribute', stack: this.name, resource: id, attribute } as const;
    return resource ? returnedValue(is, resource, name => this.reference(name, at), at) : unknown({ kind: 'created', stack: this.name, resource: id, attribute }, at, { is });
  }

  condition(name: string, at: Origin): Value<boolean> {
    const raw = own(own(this.document.root, 'Conditions'), name);
    if (raw === undefined) return unknown({ kind: 'elsewhere', what: `condition ${name}` }, at);
    const value = this.once(`condition ${name}`, at, () => evaluateCondition(raw, this.at('Conditions', name), this));
    if (value.state === 'known') return known(value.value === true, at);
    return unknown({ kind: 'condition', name, because: value.state === 'unknown' ? value.why : { kind: 'function', name: 'Conditions' } }, at);
  }

  mapping(map: string, row: string, column: string, at: Origin): Value<Shape> {
    const raw = own(own(own(own(this.document.root, 'Mappings'), map), row), column);
    return raw === undefined ? misused('Fn::FindInMap', at) : movedTo(this.resolve(raw, this.at('Mappings', map, row, column)), at);
  }

  imported(name: string, at: Origin): Value<Shape> {
    const value = this.once(`import ${name}`, at, () =>
      this.surroundings.exported(name)?.value() ?? unknown({ kind: 'import', name }, at, { is: { kind: 'import', name } }));
    return movedTo(value, at);
  }

  /** Computes a thing once. A thing that needs itself is unknown. */
  private once(key: string, at: Origin, compute: () => Value<Shape>): Value<Shape> {
    const before = this.computed.get(key);
    if (before) return before;
    this.computed.set(key, unknown({ kind: 'circular', what: key }, at));
    const value = compute();
    this.computed.set(key, value);
    return value;
  }

  private at(...path: Path): Origin {
    return { stack: this.name, path };
  }
}
