import { LineCounter, parseDocument, isNode, type CollectionTag, type ScalarTag, type Tags } from 'yaml';
import type { Path } from '../core/origin';
import { InputError } from '../finding/input-error';
import type { Document, Position } from './document';
import { describeRaw, isMap, type Raw } from './raw';

/** Reads a YAML template, short tags (`!Ref`) as their long form. Throws `InputError` with line and column where the text is not YAML. */
export function parseYaml(file: string, text: string): Document {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, customTags, logLevel: 'error', uniqueKeys: false, merge: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError(`${file}:${line}:${col} is not YAML: ${error.message.split('\n')[0] ?? ''}`);
  }
  const root = document.toJS() as Raw;
  if (!isMap(root)) throw new InputError(`${file} is not a CloudFormation template: it holds ${describeRaw(root)}.`);
  const locate = (path: Path): Position => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start !== undefined) {
        const { line, col } = lines.linePos(start);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  return { file, root, locate };
}

const names = ['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length', 'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'];

const customTags: Tags = ['Ref', 'Condition', 'GetAtt', ...names].flatMap(name => {
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  const long = (value: unknown): unknown => ({ [key]: value });
  const scalar: ScalarTag = { tag: `!${name}`, resolve: text => long(text) };
  const collection = (kind: 'map' | 'seq'): CollectionTag => ({ tag: `!${name}`, collection: kind, resolve: node => long(node.toJSON()) });
  return [scalar, collection('seq'), collection('map')] as unknown as Tags;
});
