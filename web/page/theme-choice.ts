export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'groupwise-theme';

export function themeNamed(name: string | null): Theme | undefined {
  return THEMES.find((theme) => theme === name);
}

/** What was chosen last time; without a choice, or where nothing may be kept, the system's. */
export function chosenTheme(): Theme {
  try {
    return themeNamed(localStorage.getItem(KEY)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** The elements' tokens follow `--gw-color-scheme`. */
export function applyTheme(theme = chosenTheme()): void {
  const { style } = document.documentElement;
  if (theme === 'auto') style.removeProperty('--gw-color-scheme');
  else style.setProperty('--gw-color-scheme', theme);
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // It holds until the page is left.
  }
}
