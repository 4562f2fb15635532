import { createApp } from 'vue';
import 'groupwise/elements';
import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { probe } from './probe.js';
import Tutorial from './Tutorial.vue';

createApp(Tutorial).mount('#root');

globalThis.result = probe({ createQuantizer, createQuantizerWorker });
