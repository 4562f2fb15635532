import './node_modules/groupwise/dist/elements.js';
