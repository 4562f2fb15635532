import type { MainModule } from '#core/simd.mjs';

/** The core as Embind binds it: the same table in every variant. */
export type Core = MainModule;
