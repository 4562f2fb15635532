export function launchOptions(): { args: string[]; executablePath?: string };
