// Writes lib/constructs/options/declared.json: what constructors and methods that are exported take, at any depth, as their declarations say it, ours and those of aws-cdk-lib. The constructs hold against it what
// they are given, for apps are often run without their types being checked. With --check it writes nothing, and fails where the table is not as the declarations have it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const ts = createRequire(import.meta.url)('typescript');
const root = join(import.meta.dirname, '..'), file = join(root, 'lib/constructs/options/declared.json'), index = join(root, 'lib/index.ts');
const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
const program = ts.createProgram([index], { ...options, noEmit: true }), checker = program.getTypeChecker();

/** Ranges of what aws-cdk-lib declares without them. */
const rangesOfCdk = { 'aws-ecs.BaseServiceOptions': { desiredCount: 'a whole number from 0', minHealthyPercent: 'a whole number from 0 to 100', maxHealthyPercent: 'a whole number from 100' } };

/** By name: what is taken, of which some is needed (`{ bases, needs, ranges, takes }`); objects, with members by which one is known, and how one is made (`{ has, by }`); enumerations (`{ words }`). */
const table = new Map();

for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)))) {
  const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if (meant.flags & ts.SymbolFlags.Class) addCalls(meant);
}

const { version } = JSON.parse(readFileSync(join(root, 'node_modules/aws-cdk-lib/package.json'), 'utf8'));
const lines = [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
const text = `{\n  "aws-cdk-lib": "${version}",\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${relative(root, file)} is not as the declarations have it. Run: node tools/options.mjs`);
  process.exitCode = 1;
}

/** What a class takes to be made, and what its methods take, as entries of their own: `CapacityProvider.ec2`. */
function addCalls(symbol) {
  const [signature] = checker.getTypeOfSymbol(symbol).getConstructSignatures(), [, , props] = !signature.declaration || isHidden(signature.declaration) ? [] : signature.parameters;
  if (props) kindOf(checker.getNonNullableType(checker.getTypeOfSymbol(props)));
  for (const { name, valueDeclaration: method } of [...symbol.members.values(), ...symbol.exports.values()]) {
    if (!method || !ts.isMethodDeclaration(method) || name.startsWith('_') || isHidden(method) || method.parameters.length === 0) continue;
    const parameters = method.parameters.map(parameter => ({ name: parameter.name.getText(), kind: kindOf(checker.getNonNullableType(checker.getTypeAtLocation(parameter))), isNeeded: !checker.isOptionalParameter(parameter) && !parameter.dotDotDotToken }));
    table.set(`${symbol.name}.${name}`, { ...needing(parameters.filter(({ isNeeded }) => isNeeded).map(parameter => parameter.name)), takes: Object.fromEntries(parameters.map(parameter => [parameter.name, parameter.kind])) });
  }
}

function needing(names) {
  return names.length > 0 ? { needs: names } : {};
}

function isHidden(declaration) {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.NonPublicAccessibilityModifier) !== 0;
}

/** `text`, the name of an entry, `{ list }`, `{ map }`, or a list of those that may be. */
function kindOf(type) {
  if (type.isUnion()) return ofUnion(type.types);
  if (type.flags & ts.TypeFlags.StringLike && !type.isStringLiteral()) return 'text';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return 'anything';
  if (checker.isArrayType(type)) return { list: kindOf(checker.getTypeArguments(type)[0]) };
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index) return { map: kindOf(index.type) };
  const { symbol } = type;
  if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) return nameOf(symbol, (entry, name) => describe(type, entry, name));
  throw new Error(`No word for ${checker.typeToString(type)}`);
}

function ofUnion(types) {
  const [first] = types, parent = first.flags & ts.TypeFlags.EnumLiteral ? checker.getTypeOfSymbol(first.symbol).symbol?.parent ?? first.symbol.parent : undefined;
  const words = types.filter(type => type.isStringLiteral() && !(type.flags & ts.TypeFlags.EnumLiteral)).map(({ value }) => value);
  const kinds = types.filter(type => !(type.flags & ts.TypeFlags.Undefined) && !(type.isStringLiteral() && !(type.flags & ts.TypeFlags.EnumLiteral))).map(type => (
    type.flags & ts.TypeFlags.EnumLiteral && !(type.flags & ts.TypeFlags.BooleanLiteral) ? ofEnumeration(type.symbol.parent ?? type.symbol) : kindOf(type)));
  const all = [...new Map([...(words.length > 0 ? [{ words }] : []), ...kinds].filter(kind => kind !== 'core.IResolvable').map(kind => [JSON.stringify(kind), kind])).values()];
  return all.length === 1 ? all[0] : all;
}

function ofEnumeration(symbol) {
  return nameOf(symbol, entry => { entry.words = [...symbol.exports.values()].map(({ valueDeclaration }) => checker.getConstantValue(valueDeclaration)); });
}

/** The name by which a type stands in the table, with its module where it is not ours. */
function nameOf(symbol, fill) {
  const module = moduleOf(symbol);
  const { parent } = symbol, plain = parent && !(parent.flags & ts.SymbolFlags.ValueModule) ? `${parent.name}.${symbol.name}` : symbol.name, name = module ? `${module}.${plain}` : plain;
  if (!table.has(name)) {
    const entry = {};
    table.set(name, entry);
    fill(entry, name);
  }
  return name;
}

function moduleOf({ declarations: [declaration] }) {
  return /node_modules\/aws-cdk-lib\/([\w-]+)\//.exec(declaration.getSourceFile().fileName)?.[1];
}

function describe(type, entry, name) {
  const { symbol } = type, members = [...(symbol.members?.values() ?? [])].filter(({ flags }) => flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Method | ts.SymbolFlags.Accessor));
  const isOptions = symbol.flags & ts.SymbolFlags.Interface && !/^I[A-Z]/.test(symbol.name) && members.every(({ flags }) => flags & ts.SymbolFlags.Property);
  if (!isOptions) return Object.assign(entry, { has: membersOf(type), by: makersOf(type) });
  const bases = (type.getBaseTypes() ?? []).map(kindOf);
  const said = members.flatMap(member => member.getJsDocTags(checker).filter(tag => tag.name === 'range').map(({ text }) => [member.name, ts.displayPartsToString(text)]));
  const ranges = Object.entries({ ...Object.fromEntries(said), ...rangesOfCdk[name] }).map(([member, text]) => [member, rangeOf(text)]);
  return Object.assign(entry, {
    ...(bases.length > 0 ? { bases } : {}),
    ...needing(members.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name)),
    ...(ranges.length > 0 ? { ranges: Object.fromEntries(ranges) } : {}),
    takes: Object.fromEntries(members.map(member => [member.name, kindOf(checker.getTypeOfSymbol(member))])),
  });
}

/** `a whole number from 1 to 65535`, `a number from 1`. */
function rangeOf(text) {
  const [, from, to] = /from ([\d.]+)(?: to ([\d.]+))?/.exec(text);
  return { ...(text.includes('whole') ? { whole: true } : {}), from: Number(from), ...(to === undefined ? {} : { to: Number(to) }) };
}

/** What of a class gives one of it: `Deployment.canary()`, `CpuArchitecture.ARM64`. */
function makersOf({ symbol }) {
  const makers = [...(symbol.exports?.values() ?? [])].filter(({ name }) => !name.startsWith('_') && name !== 'prototype').flatMap(member => {
    const [call] = checker.getTypeOfSymbol(member).getCallSignatures(), made = call ? call.getReturnType() : checker.getTypeOfSymbol(member);
    return made.symbol && checker.isTypeAssignableTo(made, checker.getDeclaredTypeOfSymbol(symbol)) ? [`${symbol.name}.${member.name}${call ? '()' : ''}`] : [];
  });
  return makers.length > 6 ? [...makers.slice(0, 6), '…'] : makers.length > 0 ? makers : undefined;
}

/** The first three that are declared and tell something: what is declared last is what another version of aws-cdk-lib may not have. */
function membersOf(type) {
  const found = checker.getPropertiesOfType(type).filter(({ flags, declarations, name }) => !(flags & ts.SymbolFlags.Optional) && !declarations.some(isHidden) && !(name.startsWith('_') && moduleOf(type.symbol)));
  const own = found.filter(({ parent, name }) => parent === type.symbol && !['vpc', 'metrics', 'connections', 'grants'].includes(name)), members = (own.length > 0 ? own : found).slice(0, 3);
  return members.length > 0 ? members.map(({ name }) => name) : undefined;
}
