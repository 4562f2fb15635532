export interface ServeOptions {
  readonly root: string;
  readonly port?: number;
  readonly host?: string;
  readonly isolated?: boolean;
  readonly base?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function serve(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }>;
