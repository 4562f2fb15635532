/**
 * The options as a table: names, attributes, defaults, allowed values, and their texts.
 * @module
 */
export { float32Text, parseFloat32, whyNotFloat32 } from './float32.ts';
export { emptyOr, quoted, type Reading } from './reading.ts';
export {
  type Option,
  type OptionName,
  type OptionValues,
  readCount,
  type Schema,
  schema,
} from './schema.ts';
