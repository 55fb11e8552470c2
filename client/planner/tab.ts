import { signal } from '@preact/signals';

/** On narrow screens one of the three is seen at a time. */
export const tabs = ['list', 'map', 'details'] as const;
export const tab = signal<(typeof tabs)[number]>('list');

const narrow = '(max-width: 48rem)';

/** Brings the map to the front where it is not in view anyway. */
export function bringMapForward(): void {
  if (matchMedia(narrow).matches) tab.value = 'map';
}
