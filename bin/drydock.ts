#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../lib/cli/main';

// What V8 optimizes as early as it does otherwise has not paid for the optimizing when the check of a usual template is over: it takes half the processor time.
setFlagsFromString('--interrupt-budget=1000000');

process.exitCode = main(process.argv.slice(2));
