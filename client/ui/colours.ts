import { computed, effect, signal } from '@preact/signals';
import { recall, remember } from '../store/remembered.ts';

export type Manner = 'light' | 'dark';

const remembered = 'baylanys.colours';
const device = matchMedia('(prefers-color-scheme: dark)');
const deviceIsDark = signal(device.matches);
device.addEventListener('change', ({ matches }) => (deviceIsDark.value = matches));

const known = recall(remembered);
/** Light or dark as the person chose it on this device; null follows the device. */
export const chosenColours = signal<Manner | null>(known === 'light' || known === 'dark' ? known : null);

effect(() => {
  if (chosenColours.value === null) delete document.documentElement.dataset.colours;
  else document.documentElement.dataset.colours = chosenColours.value;
});

export function chooseColours(manner: Manner | null): void {
  remember(remembered, manner);
  chosenColours.value = manner;
}

export const isDark = computed(() =>
  chosenColours.value === null ? deviceIsDark.value : chosenColours.value === 'dark',
);

/** What was asked for already, by name; in other colours anew. */
const values = computed(() => (isDark.value, new Map<string, string>()));

/** The value of a colour of client/styles/tokens.css as it is now, for what is drawn on a canvas. */
export function colourOf(name: string): string {
  const known = values.peek().get(name);
  if (known !== undefined) return known;
  const probe = document.createElement('span');
  probe.style.forcedColorAdjust = 'none';
  probe.style.color = `var(--${name})`;
  document.documentElement.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  values.peek().set(name, color);
  return color;
}
