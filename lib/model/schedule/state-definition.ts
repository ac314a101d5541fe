import { partsOf, textOf } from '../../core/text';
import { known, unknown, type Value } from '../../core/value';
import { partlyKnownDocumentIn } from '../../iam/json';
import { isList, Property } from '../../template/property';

/** What the states of a state machine that run a task of ECS hand to it, wherever in the definition they stand. What only an execution knows is unknown. */
export function parametersOfRuns(machine: Property): readonly Property[] {
  const substitutes = machine.get('DefinitionSubstitutions');
  return statesOf(machine).filter(runsTask).map(state => resolved(state.get(state.get('Arguments').given === 'no' ? 'Parameters' : 'Arguments'), substitutes));
}

/** All states of a state machine, wherever in the definition they stand. */
export function statesOf(machine: Property): readonly Property[] {
  const text = machine.get('DefinitionString');
  return statesIn(text.given === 'no' ? machine.get('Definition') : partlyKnownDocumentIn(Property.settled(substituted(text.text(), machine.get('DefinitionSubstitutions')))));
}

/** Also those within a map, or side by side. */
function statesIn(definition: Property): readonly Property[] {
  const states = definition.get('States').map();
  return (states.state === 'known' ? [...states.value.values()] : []).flatMap(state => {
    const branches = state.get('Branches').list();
    return [state, ...[state.get('ItemProcessor'), state.get('Iterator'), ...(branches.state === 'known' ? branches.value : [])].flatMap(statesIn)];
  });
}

function runsTask(state: Property): boolean {
  return (partsOf(state.get('Resource').text()) ?? []).some(part => typeof part === 'string' && /:states:::ecs:runTask(\.|$)/.test(part));
}

/** A parameter whose name ends with `.$` is a path into the input of the state, and `{% … %}` an expression about it. */
function resolved(property: Property, substitutes: Property): Property {
  return Property.computed(property.at, () => {
    const value = property.value();
    if (value.state !== 'known') return value;
    if (typeof value.value === 'string') return /^\{%[^]*%\}$/.test(value.value) ? input(property) : substituted(property.text(), substitutes);
    if (isList(value.value)) return known(value.value.map(element => resolved(element, substitutes)), value.at);
    if (!(value.value instanceof Map)) return value;
    return known(new Map([...value.value as ReadonlyMap<string, Property>].map(([key, entry]) => (key.endsWith('.$') ? [key.slice(0, -2), Property.settled(input(entry))] : [key, resolved(entry, substitutes)]))), value.at);
  });
}

function input({ at }: Property): Value<string> {
  return unknown({ kind: 'chance', what: 'the input of the state' }, at);
}

/** A text with what `DefinitionSubstitutions` puts in. */
function substituted(text: Value<string>, substitutes: Property): Value<string> {
  const parts = partsOf(text);
  if (!parts || substitutes.given === 'no') return text;
  return textOf(parts.flatMap(part => (typeof part === 'object' ? [part] : part.split(/\$\{(\w+)\}/).flatMap((piece, i) => (i % 2 === 0 ? [piece] : partsOf(substitutes.get(piece).text()) ?? [`\${${piece}}`])))), text.at);
}
