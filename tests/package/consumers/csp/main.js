import './node_modules/groupwise/dist/elements.js';
import { createQuantizer } from './node_modules/groupwise/dist/index.js';
import { createQuantizerWorker } from './node_modules/groupwise/dist/worker.js';
import { probe } from './probe.js';

globalThis.result = probe({ createQuantizer, createQuantizerWorker });
