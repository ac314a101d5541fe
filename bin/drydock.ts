#!/usr/bin/env node
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadCompiled } from './compiled';

// What V8 optimizes as early as it does otherwise has not paid for the optimizing when the check of a usual template is over: it takes half the processor time.
// Each V8 has its own word for it; later ones have a quick optimizer before the slow one.
const [major = ''] = process.versions.node.split('.'), optimizeLater = new Map([['20', '--interrupt-budget=1000000'], ['22', '--invocation-count-for-turbofan=30000']]).get(major);
if (optimizeLater !== undefined) setFlagsFromString(optimizeLater);

const words = process.argv.slice(2), { exports: { main }, keep } = loadCompiled<typeof import('../lib/cli/main')>(join(__dirname, 'command.js'));
const exitCode = process.exitCode = main(words);

// Of a check that came to its end most of what another needs has been compiled.
if (words[0] === 'check' && exitCode < 2) keep();

// Node.js would collect garbage now, and take down what is in memory piece by piece. Where stdout could not be written, that is still to be said.
process.stdout.write('', failed => { if (!failed) process.exit(); });
