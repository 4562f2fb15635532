import { defineElements } from './define.ts';

/** Importing this module is enough to use every element. */
defineElements();
