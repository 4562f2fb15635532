/** The parts of Observable Plot that are used here: the others need not be loaded. */
export { dot, line, plot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
