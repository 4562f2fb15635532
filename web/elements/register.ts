import { defineElements } from './elements.ts';

/** Importing this module is enough to use every element. */
defineElements();
