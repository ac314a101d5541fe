// Makes lib/catalog/data/time-zones.json, the names of the IANA time zone database: node tools/import-time-zones.mjs TZDATA_ZI
// Names without a slash are left out: abbreviations are not judged.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [tzdata] = process.argv.slice(2);
if (!tzdata) throw new Error('usage: node tools/import-time-zones.mjs TZDATA_ZI');
const names = readFileSync(tzdata, 'utf8').split('\n').map(line => line.split(' ')).flatMap(([kind, first, second]) => (kind === 'Z' ? [first] : kind === 'L' ? [second] : [])).sort();
const areas = new Set(names.filter(name => name.includes('/')).map(name => name.slice(0, name.indexOf('/') + 1)));
const lines = [...areas].map(area => `${JSON.stringify(area.slice(0, -1))}:${JSON.stringify(names.filter(name => name.startsWith(area)).map(name => name.slice(area.length)).join(' '))}`);
writeFileSync(join(import.meta.dirname, '../lib/catalog/data/time-zones.json'), `{\n${lines.join(',\n')}\n}\n`);
