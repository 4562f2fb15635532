import { createApp } from 'vue';
import 'groupwise/elements';
import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { probe } from './probe.js';
import QuantizationTutorial from './QuantizationTutorial.vue';

createApp(QuantizationTutorial).mount('#root');

globalThis.result = probe({ createQuantizer, createQuantizerWorker });
