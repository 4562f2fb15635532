import type { Workspace } from '#core/simd.mjs';
import type { FormatInfo } from '../api/types.ts';
import type { Core } from '../wasm/core.ts';

/** Where work is done: a core with its formats, a workspace in it, and how many weights may lie there at once. */
export interface Session {
  readonly core: Core;
  readonly formats: readonly FormatInfo[];
  readonly workspace: Workspace;
  readonly limit: number;
}
