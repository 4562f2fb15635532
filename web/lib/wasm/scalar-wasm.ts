export { default } from '#core/embedded/scalar.mjs';
