const { createQuantizer } = require('groupwise');
const { createQuantizerWorker } = require('groupwise/worker');
const { probe } = require('./probe.js');

probe({ createQuantizer, createQuantizerWorker }).then((result) =>
  console.log(JSON.stringify(result)),
);
