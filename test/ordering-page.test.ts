import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../lib/rules/registry';

const page = readFileSync('docs/ordering.md', 'utf8'), linked = new Set([...page.matchAll(/\]\(rules\/([a-z-]+)\.md\)/g)].map(([, id]) => id ?? ''));

/** The rules that ask what CloudFormation creates before what. */
function rulesAboutOrder(): string[] {
  const files = readdirSync('lib/rules', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  return files.flatMap(file => {
    const source = readFileSync(join('lib/rules', file), 'utf8');
    return source.includes('isBefore(') ? [/^ {2}id: '([a-z-]+)',$/m.exec(source)?.[1] ?? file] : [];
  });
}

test('every rule about an order stands on the page of orders, and no other', () => {
  // An image is not made by CloudFormation: that rule asks for no order.
  const asked = rulesAboutOrder().filter(id => rules.some(rule => rule.id === id));
  expect([...linked].sort()).toEqual([...asked, 'new-repository-image'].sort());
});
