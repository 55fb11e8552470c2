/** The name of this build: its first script's, which changes with all code. */
export const build = (): string =>
  new URL(document.querySelector<HTMLScriptElement>('script[type=module]')!.src).pathname;
