#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../lib/cli/main';

// What V8 optimizes as early as it does otherwise has not paid for the optimizing when the check of a usual template is over: it takes half the processor time.
// Each V8 has its own word for it; later ones have a quick optimizer before the slow one.
const [major = ''] = process.versions.node.split('.'), optimizeLater = new Map([['20', '--interrupt-budget=1000000'], ['22', '--invocation-count-for-turbofan=30000']]).get(major);
if (optimizeLater !== undefined) setFlagsFromString(optimizeLater);

process.exitCode = main(process.argv.slice(2));
