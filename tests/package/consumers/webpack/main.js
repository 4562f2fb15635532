import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { probe } from './probe.js';

globalThis.result = probe({ createQuantizer, createQuantizerWorker });
