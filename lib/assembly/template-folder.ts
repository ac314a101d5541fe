import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../finding/input-error';
import { filesIn, readTemplateText } from './disk';
import { readTemplate, show, type Reading } from './reading';

const endings = ['.json', '.yaml', '.yml', '.template'];

/** The templates that lie in a folder, by path, not those in folders within. What is no template is skipped with a note. */
export function templatesIn(folder: string, reading: Reading): readonly string[] {
  const templates = filesIn(folder, show(folder, reading))
    .filter(name => !name.startsWith('.') && endings.some(ending => name.endsWith(ending)))
    .map(name => join(folder, name)).filter(path => isTemplate(path, reading));
  if (templates.length > 0) return templates;
  const assembly = join(folder, 'cdk.out');
  throw new InputError(`The folder ${show(folder, reading)} holds no template.${existsSync(assembly) ? ` Did you mean ${show(assembly, reading)}?` : ''}`);
}

function isTemplate(path: string, reading: Reading): boolean {
  try {
    readTemplate(path, reading);
    return true;
  } catch (error) {
    if (!(error instanceof InputError) || isMeantAsTemplate(path, reading)) throw error;
    reading.notes.push(`Skipped: ${error.message}`);
    return false;
  }
}

/** A template with a slip in it must not go by as something else. An AppSpec file of CodeDeploy has a list of resources. */
function isMeantAsTemplate(path: string, reading: Reading): boolean {
  try {
    const text = readTemplateText(path, show(path, reading));
    return /\bResources\b(?!['"]?\s*:\s*(-|\[))/.test(text) && /\bAWS::\w+::\w+/.test(text);
  } catch {
    return false;
  }
}
