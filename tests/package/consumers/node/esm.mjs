import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { probe } from './probe.js';

console.log(JSON.stringify(await probe({ createQuantizer, createQuantizerWorker })));
